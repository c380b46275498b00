"""Take lines out of an official list as text: every other line keeps its bytes."""

from __future__ import annotations

import csv
from collections.abc import Callable

from showcase.content.values import with_middle_dots
from showcase.content.writing import CannotEdit

_FIRST = ("title", "document")
"""A list's title and document stand on its first line; the next one may leave them out."""


def without_lines(text: str, unwanted: Callable[[str, str], bool]) -> str:
    """Return a list's CSV less the lines whose (name, unit) is unwanted; "" when no name is left.

    Raises CannotEdit when it is no such list, or when the first line carries the title for the others.
    """
    lines = text.splitlines(keepends=True)
    rows = _rows(lines)
    header, names = rows[0], rows[1:]
    kept = [row for row in names if not unwanted(*_name(header, row))]
    if not kept:
        return ""
    if any(_cell(header, names[0], key) != _cell(header, kept[0], key) for key in _FIRST):
        raise CannotEdit("title")
    return "".join("".join(lines[first:last]) for first, last, _cells in [header, *kept])


Row = tuple[int, int, list[str]]
"""First line, the line behind the last, and the cells."""


def _rows(lines: list[str]) -> list[Row]:
    """Return the rows that hold cells; blank lines go."""
    reader = csv.reader(lines, strict=True)
    rows, before = [], 0
    try:
        for cells in reader:
            if any(cells):
                rows.append((before, reader.line_num, [cell.strip() for cell in cells]))
            before = reader.line_num
    except csv.Error as error:
        raise CannotEdit(str(error)) from error
    if len(rows) < 2 or not {"name", "unit"} <= set(rows[0][2]):
        raise CannotEdit("name,unit")
    return rows


def _cell(header: Row, row: Row, key: str) -> str:
    place = header[2].index(key) if key in header[2] else len(row[2])
    return row[2][place] if place < len(row[2]) else ""


def _name(header: Row, row: Row) -> tuple[str, str]:
    """Return name and unit as the reader of lists gives them."""
    return with_middle_dots(_cell(header, row, "name")), _cell(header, row, "unit")
