"""`showcase print`: posters, hand-outs, panels, table cards of records; the wall sheet of a year."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from showcase.check.gate import open_gate
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.cli.folders import folder_for
from showcase.cli.print_orders import Order, orders_of
from showcase.content.layout import Layout
from showcase.content.wording import ui
from showcase.engine.clock import today_in_shanghai
from showcase.engine.command import own_folders
from showcase.media.storing.memory import write_atomically
from showcase.publish.judged import Judged, judge
from showcase.publish.passing import fonts_for
from showcase.sheets.formats import Sheet
from showcase.sheets.keeping import keep_only, usual_folder
from showcase.sheets.press import Press
from showcase.sheets.printing import Printed
from showcase.sheets.typesetting import LayoutFault

NAME = "print"
HELP = "做出能印的海报、讲义、展板、桌牌，和一年的挂图"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    about = "如 stars/2024/henan/012，可以写几个；挂图写 weeks/2024"
    parser.add_argument("records", nargs="*", metavar="地址", help=about)
    kinds = "poster 海报（默认）、handout 讲义、panel 展板、table-card 桌牌、wall 一省一周挂图"
    parser.add_argument("--sheet", type=_sheet, metavar="哪一种", help=kinds)
    sizes = "海报 a3、a2，展板 80x180、90x120（厘米），挂图 a3、a2；不写就是前一种"
    parser.add_argument("--size", default="", metavar="尺寸", help=sizes)
    parser.add_argument("--bleed", action="store_true", help="给印刷厂：四边加出血和裁切线")
    tour = "一条巡展路线上所有人的展板，做成一个文件；写路线的地址或标题"
    parser.add_argument("--tour", default="", metavar="路线", help=tour)
    parser.add_argument("--preview", action="store_true", help="另做每一页的 PNG 小样")
    place = "放到哪个文件夹（默认：.cache/print，不会进仓库）"
    parser.add_argument("--out", type=Path, metavar="文件夹", help=place)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Print what may be printed; say of each other thing why not."""
    layout = Layout(options.root)
    require_root(layout)
    folder = folder_for(layout, options.out or usual_folder(layout), "印的东西")
    judged = judge(layout, options.today or today_in_shanghai())
    ui.speak(judged.settings.words)
    press = _press(judged)
    keep_only(layout, press.showcase.kits)
    asked = orders_of(options, press, judged.problems)
    _carry_out(asked.orders, folder)
    for sentence in asked.refused:
        print(f"没有印：{sentence}", file=sys.stderr)
    return 1 if asked.refused else 0


def _sheet(text: str) -> Sheet:
    try:
        return Sheet(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"没有“{text}”这一种，可写：{'、'.join(Sheet)}") from None


def _press(judged: Judged) -> Press:
    """Return what sheets are made from; pictures come from the masters, so nothing else is made before."""
    layout, settings = judged.layout, judged.settings
    showcase = open_gate(judged.library, settings, judged.today)
    fonts, _ = fonts_for(layout, settings)
    own = own_folders(layout)
    return Press(layout, showcase, judged.facts, settings, fonts, judged.today, judged.presets, own)


def _carry_out(orders: Sequence[Order], folder: Path) -> None:
    """Make one PDF after the other; each is whole or not there."""
    for number, order in enumerate(orders, 1):
        if len(orders) > 1:
            print(f"{number}/{len(orders)} {order.name}", file=sys.stderr, flush=True)
        try:
            printed = order.make()
        except LayoutFault as fault:
            raise CannotRun(f"{order.name} 的版面排不出来，请改正自己的 print/ 里的版面：\n{fault}") from None
        _write(printed, folder, order.name)


def _write(printed: Printed, folder: Path, name: str) -> None:
    place = folder / f"{name}.pdf"
    write_atomically(place, printed.data)
    for number, preview in enumerate(printed.previews, 1):
        write_atomically(folder / f"{name}-{number}.png", preview)
    print(f"做好了：{place}（{printed.pages} 页）")
    for warning in printed.warnings:
        print(f"  留意：{warning}。")
