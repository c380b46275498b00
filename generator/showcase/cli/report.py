"""`showcase report YEAR`: the year in tables, and what it still lacks. For the office, never for the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase.check.printing import as_text
from showcase.check.runner import check
from showcase.cli.cannot import CannotRun, require_root
from showcase.cli.days import add_today
from showcase.cli.folders import folder_for
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.report_settings import read_report_columns
from showcase.content.settings import read_settings
from showcase.desk.dashboard import dashboard, dashboard_page
from showcase.desk.reports import ReportFile, report_files, report_tables
from showcase.engine.clock import today_in_shanghai
from showcase.media.storing.memory import write_atomically

NAME = "report"
HELP = "一年的统计表，和还缺什么的一览；给办公室用，不进网站"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("year", type=int, metavar="年份", help="哪一年，如 2024")
    place = "放到哪个文件夹（默认：.cache/report，不会进仓库）；不要放在 content、media 和网站里"
    parser.add_argument("--out", type=Path, metavar="文件夹", help=place)
    columns = "统计表的列写在哪个文件里（默认：content/report.yml；没有就列出全部）"
    parser.add_argument("--columns", type=Path, metavar="文件", help=columns)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Write the tables and the dashboard, say where they are."""
    layout = Layout(options.root)
    require_root(layout)
    folder = folder_for(layout, options.out or layout.cache / "report", "内部的统计")
    today = options.today or today_in_shanghai()
    settings, _ = read_settings(layout)
    if options.columns and not options.columns.is_file():
        raise CannotRun(f"没有找到 {options.columns}。")
    wanted, wrong = read_report_columns(layout, options.columns and options.columns.resolve())
    if wrong:
        print(as_text(wrong), end="")
        return 1
    library, read = read_library(layout)
    tables = report_tables(library, settings, options.year, wanted)
    if not any(table.rows for table in tables[1:]) and not _has_records(tables[0].total):
        raise CannotRun(
            f"{options.year} 年没有任何资料：活动周、活动、学习之星和品牌项目都没有。请核对年份。"
        )
    problems = check(library, settings, today, read_problems=read)
    shortages = dashboard(library, settings, options.year, today, problems)
    page = dashboard_page(shortages, settings, options.year, today)
    files = [*report_files(tables, settings, options.year, today)]
    _write(folder, [*files, ReportFile(f"dashboard-{options.year}.html", page.encode())])
    return 0


def _has_records(total: object) -> bool:
    return isinstance(total, list) and any(isinstance(cell, int) and cell for cell in total[1:])


def _write(folder: Path, files: list[ReportFile]) -> None:
    """Write all files; each takes its place whole, so an open or half-written one spoils nothing."""
    for file in files:
        place = folder / file.name
        try:
            write_atomically(place, file.data)
        except OSError as error:
            raise CannotRun(
                f"{place} 写不了（{error.strerror}）。在别的程序里打开着的，请先关上。"
            ) from error
        print(f"做好了：{place}")
