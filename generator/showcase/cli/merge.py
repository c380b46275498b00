"""`showcase merge`: two records of one person or project become one."""

from __future__ import annotations

import argparse

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.rename import add_changing, carry_out
from showcase.content.layout import Layout
from showcase.content.writing import CannotEdit
from showcase.desk.records import as_address, open_desk
from showcase.desk.renaming import CannotRename
from showcase.desk.uniting import plan_union
from showcase.engine.clock import today_in_shanghai

NAME = "merge"
HELP = "同一个人（项目）的两份资料合成一份"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("keep", metavar="留下的地址", help="如 stars/2024/henan/012")
    parser.add_argument("other", metavar="并进去的地址", help="如 stars/2025/henan/003")
    about = "两份写得不一样的，照留下的那一份"
    parser.add_argument("--keep-first", action="store_true", help=about)
    add_changing(parser)


def run(options: argparse.Namespace) -> int:
    """Unite the two, or list what they say differently and change nothing."""
    layout = Layout(options.root)
    require_root(layout)
    desk, date = open_desk(layout), options.date or today_in_shanghai()
    try:
        union = plan_union(desk, as_address(options.keep), as_address(options.other), date)
    except CannotRename as error:
        raise CannotRun(str(error)) from error
    except (CannotEdit, UnicodeDecodeError):
        raise CannotRun("两份资料里有程序改不了的写法，请先用 showcase check 检查。") from None
    if union.conflicts and not options.keep_first:
        print("两份写得不一样，什么也没有改：")
        for name in union.conflicts:
            print(f"  {name}")
        print("改成一样再来；都照留下的那一份，加 --keep-first。")
        return 1
    carry_out(union.plan, dry_run=options.dry_run)
    return 0
