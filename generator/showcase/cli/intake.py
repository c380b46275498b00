"""`showcase intake`: packets of districts and schools to drafts, and a report for each sender."""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from pathlib import Path

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.cli.places import region
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.engine.clock import today_in_shanghai
from showcase.intake.arriving import Tell
from showcase.intake.drafting import Call
from showcase.intake.packets import CannotTake, shown
from showcase.intake.private_folder import PrivateFolder, private_folder
from showcase.intake.reporting import HOW, Report, counted
from showcase.intake.taking_in import Order, Outcome, take_in
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.terms.progress import Progress, Step
from showcase.model.problem import Severity
from showcase.model.rulebook import Rulebook

NAME = "intake"
HELP = "收材料：读报送单位的材料包，写成草稿，按通知核对，每个单位一份核对结果"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument(
        "packets", nargs="+", type=Path, metavar="材料包", help="文件夹、zip 或单个文件，可以几个"
    )
    book = "按哪份通知核对：content/rulebooks/ 里的文件名，不带 .yml"
    parser.add_argument("--rulebook", required=True, metavar="通知", help=book)
    private = "放原件、个人信息和核对结果的文件夹，要在仓库之外（默认：网站文件夹旁边的 …-private）"
    parser.add_argument("--private-dir", type=Path, metavar="文件夹", help=private)
    sender = "报送单位；不写，看登记表和文件名"
    parser.add_argument("--sender", default="", metavar="单位", help=sender)
    parser.add_argument(
        "--region", type=region, metavar="地区", help="通知没有写地区时，草稿归哪个地区，如 河南"
    )
    parser.add_argument("--year", type=int, metavar="年份", help="通知没有写年份时，是哪一年的")
    parser.add_argument("--dry-run", action="store_true", help="只核对、只说明会做什么，什么也不写")
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Take the packets in and say what came of it."""
    layout = Layout(options.root)
    require_root(layout)
    _require_outside(layout, options.packets)
    try:
        private = private_folder(layout, options.private_dir)
        call = _call(layout, options)
        today = options.today or today_in_shanghai()
        order = Order(tuple(options.packets), call, private, options.sender.strip(), today)
        return _taken(layout, order, options.dry_run)
    except CannotTake as error:
        raise CannotRun(str(error)) from None
    except (CannotRun, StoreTrouble, KeyboardInterrupt):
        raise
    except OSError as error:
        raise CannotRun(f"有文件读不了或写不了（{error.strerror}），一切保持原样。") from None
    except Exception:
        raise CannotRun(_fault(layout, options)) from None


def _require_outside(layout: Layout, packets: list[Path]) -> None:
    """Refuse the site's own folder, and a packet in it: what is private in it would be committed as well."""
    root = layout.root.resolve()
    for packet in packets:
        place = packet.resolve()
        if root.is_relative_to(place) and place.is_dir():
            raise CannotRun(f"{packet} 是网站文件夹（或者网站在它里面），请写送来的那个材料包。")
        if place.is_relative_to(root) and place.exists():
            raise CannotRun(
                f"{packet} 在网站文件夹里面，里面的个人信息会一起提交。"
                f"请移到网站文件夹旁边，再收：../{packet.name}。"
            )


def _taken(layout: Layout, order: Order, dry_run: bool) -> int:
    """Work in a folder of our own that nobody else may read, and that is gone afterwards."""
    progress = Progress(sys.stderr)
    root = order.private.root
    beside = root if root.is_dir() and not dry_run else None
    with tempfile.TemporaryDirectory(prefix=".taking-in-", dir=beside) as staging:
        try:
            outcome = take_in(layout, order, Path(staging), _teller(progress))
            changed = 0 if dry_run else outcome.plan.carry_out(root)
        finally:
            progress.close()
    return _tell(layout, order.private, outcome, changed, dry_run=dry_run)


def _teller(progress: Progress) -> Tell:
    def tell(name: str, number: int, total: int) -> None:
        progress.show(Step("读材料", number, total, name), 1.0)

    return tell


def _call(layout: Layout, options: argparse.Namespace) -> Call:
    """Return what is taken in for; the notice says region and year unless it leaves them open."""
    library, _ = read_library(layout)
    book = next((book for book in library.rulebooks if book.id == options.rulebook), None)
    if book is None:
        known = "、".join(book.id for book in library.rulebooks) or "还没有"
        raise CannotRun(f"没有规则文件 content/rulebooks/{options.rulebook}.yml。现有：{known}。")
    region = options.region or (book.regions[0] if len(book.regions) == 1 else "")
    year = options.year or (book.years[0] if len(book.years) == 1 else 0)
    if not region or not year:
        raise CannotRun(f"通知 {book.id} 没有写明{_open(book)}，请加上。")
    return Call(book, region, year)


def _open(book: Rulebook) -> str:
    words = [
        *(["地区（--region）"] if len(book.regions) != 1 else []),
        *(["年份（--year）"] if len(book.years) != 1 else []),
    ]
    return "、".join(words)


def _tell(layout: Layout, private: PrivateFolder, outcome: Outcome, changed: int, *, dry_run: bool) -> int:
    for sentence in outcome.refused:
        print(f"没有收：{sentence}")
    for report in outcome.reports:
        _tell_one(layout, report, dry_run=dry_run)
    if not outcome.reports:
        return 2
    if dry_run:
        print("试运行，什么也没有写。")
    elif changed:
        print(f"写入或更改 {changed} 个文件。原件和个人信息在 {private.root}，不要放进仓库。")
    else:
        print("与上次相同，没有变化。")
    return int(bool(outcome.refused) or any(report.has_errors for report in outcome.reports))


def _tell_one(layout: Layout, report: Report, *, dry_run: bool) -> None:
    packets = "、".join(shown(packet.name) for packet in report.packets)
    print(f"{report.sender or '没有写明的单位'}（{packets}）：{counted(report)}")
    if twice := sum(packet.twice for packet in report.packets):
        print(f"  {twice} 个文件重复，只算一次。")
    for at, placed in enumerate(report.placed):
        print(f"  {report.called(at)}：{HOW[placed.how]}　{layout.name_of(placed.file)}")
    errors, warnings = (len(report.of_sender(each)) for each in (Severity.ERROR, Severity.WARNING))
    for finding in report.of_sender(Severity.ERROR):
        about = report.subject(finding)
        print(f"  要补正：{about}{'：' if about else ''}{finding.problem.message}")
    print(f"  要补正 {errors} 处，请核实 {warnings} 处。")
    if not dry_run:
        print(f"  核对结果：{report.folder.place / 'report.html'}")
        print(f"  回信：{report.folder.place / 'reply.txt'}")


def _fault(layout: Layout, options: argparse.Namespace) -> str:
    """Keep what went wrong outside the repository: a traceback may quote a form."""
    try:
        place = private_folder(layout, options.private_dir).root / "fault.txt"
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_text(traceback.format_exc(), encoding="utf-8")
    except (OSError, CannotTake):
        return "程序自身出了错，一切保持原样。请把材料包交给维护人员。"
    return f"程序自身出了错，一切保持原样。请把这个文件交给维护人员（里面可能有个人信息）：{place}"
