"""`showcase rename`: give a record another address; the old one leads on."""

from __future__ import annotations

import argparse

from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import day
from showcase.content.layout import Layout
from showcase.desk.records import as_address, open_desk
from showcase.desk.renaming import CannotRename, Plan, plan_rename
from showcase.engine.clock import today_in_shanghai

NAME = "rename"
HELP = "换一个地址，旧地址自动转过去"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("old", metavar="旧地址", help="如 stars/2024/henan/012")
    parser.add_argument("new", metavar="新地址", help="如 stars/2024/hebei/013，要没有用过的")
    add_changing(parser)


def add_changing(parser: argparse.ArgumentParser) -> None:
    """Add the options of commands that change addresses."""
    about = "换地址的日期，如 2025-03-18（默认：北京时间今天）"
    parser.add_argument("--date", type=day, metavar="日期", help=about)
    parser.add_argument("--dry-run", action="store_true", help="只说明会做什么，什么也不改")


def run(options: argparse.Namespace) -> int:
    """Plan the change, carry it out, say what was done."""
    layout = Layout(options.root)
    require_root(layout)
    desk, date = open_desk(layout), options.date or today_in_shanghai()
    try:
        plan = plan_rename(desk, as_address(options.old), as_address(options.new), date)
    except CannotRename as error:
        raise CannotRun(str(error)) from error
    carry_out(plan, dry_run=options.dry_run)
    return 0


def carry_out(plan: Plan, *, dry_run: bool) -> None:
    """Do all of a plan or nothing, and tell it."""
    if not dry_run:
        try:
            for folder in {path.parent for path in plan.changes.written}:
                folder.mkdir(parents=True, exist_ok=True)
            plan.changes.carry_out()
        except OSError as error:
            raise CannotRun(f"有文件改不了（{error.filename}：{error.strerror}），一切保持原样。") from error
    print("试运行，什么也没有改。会做：" if dry_run else "改好了：")
    for line in plan.done:
        print(f"  {line}")
    if plan.by_hand:
        print("还要人看一看：")
        for line in plan.by_hand:
            print(f"  {line}")
    print("接着：showcase check 检查，然后发布；印好的二维码扫开会自动转到新地址。")
