"""The report of a year: tables by region, of weeks and of events, as XLSX, as CSV and as a page to print."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase.content.csv_lines import as_text, csv_line
from showcase.content.papers import paper
from showcase.content.workbooks import Cell, Column, Table, workbook_of
from showcase.desk.report_cells import REGION, WEEK, Value, event_values
from showcase.desk.report_places import places_of, year_of
from showcase.model.campaign import ActivityWeek
from showcase.model.days import chinese_day
from showcase.model.library import Library
from showcase.model.records import Record
from showcase.model.report_columns import TABLE_TITLES, TABLES, Chosen
from showcase.model.settings import Settings

_RATIO = "coverage"
_COUNTED = ("_people", "_visits", "press")
_COUNT, _PERCENT = "#,##0", "0%"


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table: its key, what it is called, headings, lines, and the sum of each column (or nothing)."""

    key: str
    name: str
    columns: Chosen
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file of the report, ready to be written."""

    name: str
    data: bytes


def report_tables(
    library: Library, settings: Settings, year: int, wanted: Mapping[str, Chosen]
) -> list[ReportTable]:
    """Return the tables of the year; a text or attendance that nobody has gets no column unless chosen."""
    found = year_of(library, year)
    records: tuple[Record, ...] = (*library.stars, *library.projects)
    values = {
        "regions": REGION,
        "weeks": WEEK,
        "events": event_values({str(record.address): record for record in records}),
    }
    things: Mapping[str, Sequence[object]] = {
        "regions": places_of(found, settings.scope),
        "weeks": _in_order(found.weeks),
        "events": found.events,
    }
    return [_table(key, wanted[key], values[key], things[key]) for key in TABLES]


def _in_order(weeks: Iterable[ActivityWeek]) -> list[ActivityWeek]:
    """Return the weeks by their first day, those without one at the end."""
    return sorted(weeks, key=lambda week: (str(week.start or "9999"), week.address))


def _table(key: str, chosen: Chosen, values: Mapping[str, Value], things: Sequence[object]) -> ReportTable:
    whole = [[values[name](thing) for thing in things] for name, _ in chosen]
    is_chosen = len(chosen) != len(TABLES[key])
    kept = [
        place for place, column in enumerate(chosen) if is_chosen or _says_something(column[0], whole[place])
    ]
    columns = tuple(chosen[place] for place in kept)
    rows = [[whole[place][line] for place in kept] for line in range(len(things))]
    return ReportTable(key, TABLE_TITLES[key], columns, rows, _total(columns, rows) if rows else ())


def _says_something(name: str, cells: Sequence[Cell]) -> bool:
    """Whether a column is worth its place: no star is a finding, nobody counted on any line is not."""
    may_go = name.endswith(_COUNTED) or all(isinstance(cell, str | None) for cell in cells)
    return not cells or any(cells) or not may_go


def _total(columns: Chosen, rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Return 合计 and the sum of every column of numbers; a ratio's is that of the sums."""
    sums: dict[str, Cell] = {}
    for place, (name, _) in enumerate(columns):
        cells = [row[place] for row in rows]
        numbers = [cell for cell in cells if isinstance(cell, int)]
        sums[name] = sum(numbers) if numbers and len(numbers) == len(cells) else None
    cities, total = sums.get("cities"), sums.get("cities_total")
    if _RATIO in sums:
        sums[_RATIO] = (
            cities / total if isinstance(cities, int) and isinstance(total, int) and total else None
        )
    line: list[Cell] = [sums[name] for name, _ in columns]
    if line and line[0] is None:
        line[0] = "合计"
    return line


def report_files(
    tables: Sequence[ReportTable], settings: Settings, year: int, today: datetime.date
) -> Iterator[ReportFile]:
    """Yield report-<year>.xlsx, a .csv for each table, and report-<year>.html to print."""
    title = f"{year}年全民终身学习活动周统计"
    notes = (f"{settings.site_name}，按{chinese_day(today)}的资料统计", _NOTE)
    sheets = [_sheet(table, title, notes) for table in tables]
    yield ReportFile(f"report-{year}.xlsx", workbook_of(sheets, title=title, author=settings.owner))
    for table in tables:
        yield ReportFile(f"report-{year}-{table.key}.csv", _csv(table))
    html = paper("report.html", title=title, notes=notes, tables=tables, shown=shown)
    yield ReportFile(f"report-{year}.html", html.encode())


_NOTE = "人和人次、线下和线上分开统计，不相加；同一个人年内得到几级推介，只计一人。"


def _sheet(table: ReportTable, title: str, notes: Sequence[str]) -> Table:
    columns = [
        Column(title=heading, number_format=_format(name, table, place))
        for place, (name, heading) in enumerate(table.columns)
    ]
    rows = [*table.rows, table.total] if table.total else table.rows
    above = (f"{title}：{table.name}", *notes)
    return Table(name=table.name, columns=columns, rows=rows, above=above, total=bool(table.total))


def _format(name: str, table: ReportTable, place: int) -> str:
    if name == _RATIO:
        return _PERCENT
    return _COUNT if any(isinstance(row[place], int) for row in table.rows) else ""


def _csv(table: ReportTable) -> bytes:
    """Return the table as Excel opens it by a double click: UTF-8 with BOM, CRLF; without the sum."""
    lines = [
        [heading for _, heading in table.columns],
        *([_plain(cell) for cell in row] for row in table.rows),
    ]
    return "".join(csv_line(map(as_text, line)) for line in lines).encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.0%}"
    return "" if cell is None else str(cell)


def shown(cell: Cell) -> str:
    """Return a cell as it stands on paper: 1,200, 63%, 2024-06-17."""
    return f"{cell:,}" if isinstance(cell, int) else _plain(cell)
