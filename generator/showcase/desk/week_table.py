"""The schedule of a year as offices send it, one row a week, to entries; what does not fit is collected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from showcase.content.spreadsheets import Cell, Sheet
from showcase.content.written_days import Days, NotDays, read_days
from showcase.desk.week_labels import LISTS, STATUSES, NotAPlace, key_of, title_of, whose
from showcase.model.problem import Problem, Severity
from showcase.model.terms import STATUS_NAMES

_NO_ROW = ("注", "备注", "说明", "合计", "总计", "填表", "制表")
_HEADER_ROWS = 15


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: whose week (henan, henan.zhengzhou), days and status, other values by key, its place."""

    name: str
    whose: str
    days: Days
    status: str
    values: Mapping[str, str | tuple[str, ...]]
    row: int
    sheet: str


@dataclass
class Table:
    """What a file says: entries, problems; the headings of columns and the sheets that were not read."""

    file: str
    year: int
    scope: str = ""
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def report(self, sheet: Sheet, place: Cell | int, message: str, fix: str) -> None:
        """Keep a problem at a cell, or in a row as a whole."""
        row, column = (place.row, place.column) if isinstance(place, Cell) else (place, 1)
        where = f"工作表“{sheet.name}”" + (f" {place.name}" if isinstance(place, Cell) else f"第 {place} 行")
        self.problems.append(
            Problem("week-table", Severity.ERROR, self.file, row, column, f"{where}：{message}", "", fix)
        )


def read_table(file: str, sheets: Sequence[Sheet], year: int, scope: str = "") -> Table:
    """Return the entries of each sheet with the headings of a schedule. `scope`: a province's own site."""
    table = Table(file, year, scope)
    found = [(sheet, header) for sheet in sheets if (header := _header(sheet, scope))]
    read = {sheet.name for sheet, _ in found}
    table.skipped = [sheet.name for sheet in sheets if sheet.rows and sheet.name not in read]
    for sheet, (row, columns) in found:
        table.unused += [
            cell.text
            for n, cell in sheet.rows[row].items()
            if n not in columns and cell.text not in table.unused
        ]
        _read_rows(table, sheet, row, columns)
    if not found:
        fix = "第一行写明各列：地区、开始、结束、主题……（见 docs/editors.md“一年的日程表”）"
        message = "没有找到写着“地区”和“开始”（或“时间”）的表头"
        table.problems.append(Problem("week-table", Severity.ERROR, file, 0, 0, message, "", fix))
    return table


def _header(sheet: Sheet, scope: str) -> tuple[int, dict[int, str]] | None:
    """Return the row of the headings and the key of each column that is read."""
    for number in list(sheet.rows)[:_HEADER_ROWS]:
        named = {n: key for n, cell in sheet.rows[number].items() if (key := key_of(cell.text))}
        wanted = {"region"} | ({"city"} if scope else set())
        if wanted & set(named.values()) and {"start", "days"} & set(named.values()):
            return number, {n: k for n, k in named.items() if n == min(m for m in named if named[m] == k)}
    return None


def _read_rows(table: Table, sheet: Sheet, header: int, columns: Mapping[int, str]) -> None:
    seen: dict[str, str] = {entry.name: f"{entry.sheet} 第 {entry.row} 行" for entry in table.entries}
    above = table.scope
    for number, row in sheet.rows.items():
        cells = {columns[n]: cell for n, cell in row.items() if n in columns}
        if number <= header or not cells or next(iter(cells.values())).text.startswith(_NO_ROW):
            continue
        place = _place(table, sheet, number, cells, above)
        values = _values(table, sheet, cells)
        days = _days(table, sheet, cells)
        if place is None or days is None:
            continue
        name, region, joint = place
        above = region
        if name in seen:
            table.report(
                sheet, number, f"{title_of(name)}在{seen[name]}已经有了", "一个地方一行，删去多余的一行"
            )
            continue
        seen[name] = f"{sheet.name} 第 {number} 行"
        status = str(values.pop("status", ""))
        values |= {"with": joint} if joint else {}
        table.entries.append(Entry(name, title_of(name), days, status, values, number, sheet.name))


def _place(
    table: Table, sheet: Sheet, number: int, cells: Mapping[str, Cell], above: str
) -> tuple[str, str, str] | None:
    """Return (file name without ending, region, other unit of a joint week), or None after saying why not."""
    said, city = cells.get("region"), cells.get("city")
    try:
        return whose(said.text if said else above, city.text if city else "")
    except NotAPlace as error:
        wrong = city if error.is_city else said
        table.report(sheet, wrong or number, *error.args)
        return None


def _days(table: Table, sheet: Sheet, cells: Mapping[str, Cell]) -> Days | None:
    """Return the days of a row, of one column with both or of two; None when they cannot be read."""
    first, last = cells.get("start") or cells.get("days"), cells.get("end")
    days = _read(table, sheet, first, first.text) if first else Days()
    if days is None or last is None or _is_unknown(last, table.year):
        return days
    if days.start is None:
        table.report(sheet, last, "写了最后一天，没有写第一天", "补上第一天")
        return None
    return _read(table, sheet, last, f"{days.start}至{last.text}")


def _is_unknown(cell: Cell, year: int) -> bool:
    try:
        return read_days(cell.text, year) == Days()
    except NotDays:
        return False


def _read(table: Table, sheet: Sheet, cell: Cell, text: str) -> Days | None:
    try:
        return read_days(text, table.year)
    except NotDays as error:
        table.report(sheet, cell, *error.args)
        return None


def _values(table: Table, sheet: Sheet, cells: Mapping[str, Cell]) -> dict[str, str | tuple[str, ...]]:
    found: dict[str, str | tuple[str, ...]] = {}
    for key, cell in cells.items():
        text = " ".join(cell.text.split())
        if key in LISTS:
            found[key] = tuple(filter(None, (part.strip() for part in re.split(r"[、；;\n]", cell.text))))
        elif key == "status" and text not in STATUSES:
            table.report(sheet, cell, f"不认识“{text}”", f"只能写：{'、'.join(STATUS_NAMES.values())}")
        elif key not in ("region", "city", "start", "end", "days"):
            found[key] = STATUSES[text] if key == "status" else text
    return found
