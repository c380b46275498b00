"""`showcase new year`: a year's campaign.yml, and its weeks from one spreadsheet."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.check.printing import as_text
from showcase.cli.cannot import CannotRun, require_root
from showcase.content.layout import Layout
from showcase.content.settings import read_settings
from showcase.content.spreadsheets import NotATable, read_tables
from showcase.desk.new_year import Plan, plan_year
from showcase.desk.week_table import Table, read_table

NAME = "year"
HELP = "新的一年：写好 campaign.yml；有日程表就为每一行写一份活动周"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("year", type=_year, metavar="年份", help="如 2026")
    about = "一年的日程表（.xlsx、.xls、.csv），一行一个地方；改过的表可以再来一遍"
    parser.add_argument("--from", dest="table", type=Path, metavar="表格", help=about)
    parser.add_argument("--dry-run", action="store_true", help="只说明会做什么，什么也不改")


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2005 <= int(text) <= 2100):  # the campaign began in 2005
        raise argparse.ArgumentTypeError(f"“{text}”不是年份，请写成 2026")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Write the year, or list everything in the spreadsheet that does not fit and write nothing."""
    layout = Layout(options.root)
    require_root(layout)
    table = _table(options, layout) if options.table else None
    if table and table.problems:
        print(as_text(table.problems), end="")
        print("表里的问题改好以前，什么也没有写。")
        return 1
    plan = plan_year(layout, options.year, table.entries if table else [])
    if not options.dry_run:
        _carry_out(plan)
    _tell(plan, table, options)
    return 0


def _table(options: argparse.Namespace, layout: Layout) -> Table:
    settings, _ = read_settings(layout)
    try:
        sheets = read_tables(options.table)
    except NotATable as error:
        raise CannotRun(str(error)) from error
    return read_table(options.table.name, sheets, options.year, settings.scope)


def _carry_out(plan: Plan) -> None:
    try:
        for folder in {path.parent for path in plan.written}:
            folder.mkdir(parents=True, exist_ok=True)
        plan.changes.carry_out()
    except OSError as error:
        raise CannotRun(f"有文件写不了（{error.filename}：{error.strerror}），一切保持原样。") from error


def _tell(plan: Plan, table: Table | None, options: argparse.Namespace) -> None:
    if options.dry_run:
        print("试运行，什么也没有改。会做：")
    if table:
        print(f"{table.file}：读到 {len(table.entries)} 个地方。")
        if table.unused:
            print(f"没有用到的列：{'、'.join(table.unused)}")
        if table.skipped:
            print(f"没有表头、没有读的工作表：{'、'.join(table.skipped)}")
    for line in plan.done:
        print(f"  {line}")
    if plan.kept:
        print("还要人看一看：")
        for line in plan.kept:
            print(f"  {line}")
    if not plan.done and not plan.kept:
        print("已经是这样，没有要做的。")
