"""`showcase kit`: what a school takes away on a stick: a record, a programme, or a whole collection."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs.exceptions import PluginError

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.cli.folders import folder_for
from showcase.cli.kit_asked import Asked, asked_of
from showcase.content.layout import Layout
from showcase.engine.clock import today_in_shanghai
from showcase.engine.collections import kit_bench, write_collection
from showcase.engine.command import BuildFailed, CannotBuild
from showcase.engine.wishes import Wishes
from showcase.kit.assembly import stem_of
from showcase.kit.bench import Bench
from showcase.kit.making import Made, Order, make_kits
from showcase.kit.programme import write_programme
from showcase.model.terms import SCHOOL_STAGE_NAMES, SchoolStage
from showcase.sheets.typesetting import LayoutFault

NAME = "kit"
_HOW = "先解压，再打开 start.html。"
HELP = "做学校资料包：幻灯片、短片、照片、主持词、讨论题，不用联网"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    about = "如 stars/2024/henan/012，可以写几个；一个地区或一年的全部写 regions/henan、2024"
    parser.add_argument("records", nargs="+", metavar="地址", help=about)
    place = "放到哪个文件夹（默认：.cache/kits/out，不会进仓库）"
    parser.add_argument("--out", type=Path, metavar="文件夹", help=place)
    parser.add_argument("--without-film", action="store_true", help="不带短片的小份，好用 QQ、微信传")
    programme = "几个人合成一份节目单，写它的标题，如 “开学第一课”"
    parser.add_argument("--programme", default="", metavar="标题", help=programme)
    stages = "幻灯片上放哪个学段的讨论题：primary、junior（默认）、senior、adult"
    parser.add_argument("--stage", type=_stage, default=SchoolStage.JUNIOR, metavar="学段", help=stages)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Make what may be made; say of each other thing why not."""
    layout = Layout(options.root)
    require_root(layout)
    folder = folder_for(layout, options.out or layout.cache / "kits" / "out", "资料包")
    wishes = Wishes(options.today or today_in_shanghai())
    try:
        bench = kit_bench(layout, wishes, options.stage)
        asked = asked_of(bench.site.showcase, options.records)
        _carry_out(bench, asked, folder, options)
        for name in asked.collections:
            _done(write_collection(bench, wishes, name, folder))
            print(_HOW)
    except (CannotBuild, PluginError, BuildFailed) as error:
        raise CannotRun(str(error)) from error
    except LayoutFault as fault:
        raise CannotRun(f"theme/print 里的版式有错误：{fault}") from fault
    for sentence in asked.refused:
        print(f"没有做：{sentence}", file=sys.stderr)
    return 1 if asked.refused else 0


def _stage(text: str) -> SchoolStage:
    try:
        return SchoolStage(text)
    except ValueError:
        known = "、".join(f"{stage}（{name}）" for stage, name in SCHOOL_STAGE_NAMES.items())
        raise argparse.ArgumentTypeError(f"没有“{text}”这个学段，可写：{known}") from None


def _carry_out(bench: Bench, asked: Asked, folder: Path, options: argparse.Namespace) -> None:
    orders = [Order(address, film=not options.without_film) for address in asked.records]
    made = list(make_kits(bench, orders, _told if sys.stderr.isatty() else None))
    folder.mkdir(parents=True, exist_ok=True)
    if options.programme and made:
        place = folder / f"programme-{stem_of(made[0].order.address)}-{len(made)}.zip"
        write_programme(bench, options.programme, made, place)
        _done(place)
        print(_HOW)
        return
    for one in made:
        _done(_copied(one, folder))
    _count(made)


def _copied(made: Made, folder: Path) -> Path:
    small = "" if made.order.film else "-small"
    place = folder / f"{stem_of(made.order.address)}{small}.zip"
    shutil.copyfile(made.place, place)
    return place


def _told(done: int, of: int) -> None:
    print(f"\r资料包 {done}/{of}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _done(place: Path) -> None:
    print(f"做好了：{place}（{max(1, round(place.stat().st_size / 1024**2 * 10)) / 10:g} MB）")


def _count(made: Sequence[Made]) -> None:
    fresh = sum(one.fresh for one in made)
    if made:
        print(
            f"共 {len(made)} 份，新做 {fresh} 份，{len(made) - fresh} 份没有变化。{_HOW}"
        )
