"""`showcase decide`: a decided list moves the records that it names."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.check.printing import as_text
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import day
from showcase.cli.decided_list import lines_in
from showcase.content.layout import Layout
from showcase.content.settings import read_settings
from showcase.desk.deciding.decisions import DecidedList, Plan, plan_decision
from showcase.desk.deciding.stages import FROM, Decision
from showcase.desk.records import Desk, open_desk
from showcase.intake.packets import CannotTake
from showcase.intake.private_folder import private_folder
from showcase.model.terms import Level, Stage

NAME = "decide"
HELP = "定名单：一份名单上的全部资料改阶段，批准的给出编号"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    about = "Excel、CSV 或 Word 里的表：姓名（名称）、单位……"
    parser.add_argument("list", type=Path, metavar="名单", help=about)
    stages = "shortlisted 入围、announced 公示、approved 批准、revoked 撤销"
    parser.add_argument("--stage", required=True, choices=[str(stage) for stage in FROM], help=stages)
    parser.add_argument("--document", required=True, metavar="文号", help="作出决定的文件的文号")
    when = "那份文件的日期，如 2024-06-26"
    parser.add_argument("--date", required=True, type=day, metavar="日期", help=when)
    parser.add_argument("--year", type=int, metavar="年份", help="一份资料有几项荣誉时：是哪一年的")
    levels = "一份资料有几项荣誉时：是哪一级的"
    parser.add_argument("--level", choices=[str(level) for level in Level], help=levels)
    parser.add_argument("--partial", action="store_true", help="对不上的先放着，只改对得上的")
    parser.add_argument("--dry-run", action="store_true", help="只说明会做什么，什么也不改")
    add_private_dir(parser)


def add_private_dir(parser: argparse.ArgumentParser) -> None:
    """Let a command take the private folder, where drafts lie while the repository is public."""
    about = "收材料时用的私有文件夹（默认：网站文件夹旁边的 …-private）"
    parser.add_argument("--private-dir", type=Path, metavar="文件夹", help=about)


def run(options: argparse.Namespace) -> int:
    """Match the list, carry out what it says, list what does not match."""
    layout = Layout(options.root)
    require_root(layout)
    document = options.document.strip()
    if not document:
        raise CannotRun("--document 要写文号，如 示例教〔2024〕85号。")
    level = Level(options.level) if options.level else None
    decision = Decision(
        stage=Stage(options.stage), document=document, date=options.date, year=options.year, level=level
    )
    decided = DecidedList(options.list.name, lines_in(options.list), decision)
    desks = desks_of(layout, options.private_dir)
    plan = plan_decision(decided, desks)
    stopped = bool(plan.problems) and not options.partial
    if not stopped and not options.dry_run:
        _carry_out(plan)
    _tell(plan, decided, options, stopped=stopped)
    if options.stage == Stage.REVOKED and not stopped and _is_public(layout):
        print("仓库是公开的：没有别的荣誉的，请接着用 showcase withdraw 撤下。")
    return int(bool(plan.problems))


def desks_of(layout: Layout, private_dir: Path | None) -> list[Desk]:
    """Return the site's desk, and the private folder's where the repository is public."""
    if not _is_public(layout):
        return [open_desk(layout)]
    try:
        private = private_folder(layout, private_dir)
    except CannotTake as error:
        raise CannotRun(str(error)) from None
    if private_dir and not private.root.is_dir():
        raise CannotRun(f"没有文件夹 {private.root}。")
    return [open_desk(layout), open_desk(Layout(private.root))]


def _is_public(layout: Layout) -> bool:
    return read_settings(layout)[0].repository == "public"


def _carry_out(plan: Plan) -> None:
    try:
        plan.changes.carry_out()
    except OSError as error:
        raise CannotRun(f"有文件改不了（{error.filename}：{error.strerror}），一切保持原样。") from error


def _tell(plan: Plan, decided: DecidedList, options: argparse.Namespace, *, stopped: bool) -> None:
    print(as_text(plan.problems), end="")
    if stopped:
        left = f"先改对得上的 {len(plan.done)} 行，加 --partial"
        print(f"{len(plan.problems)} 行没有对上，什么也没有改。{left}。")
        return
    if options.dry_run:
        print("试运行，什么也没有改。会做：")
    for said in plan.done:
        print(f"  {said}")
    for shown in plan.already:
        print(f"  {shown}：上次已经改过")
    left = f"，{len(plan.problems)} 行没有对上" if plan.problems else ""
    print(f"名单 {len(decided.lines)} 行：改 {len(plan.done)} 份{left}。")
