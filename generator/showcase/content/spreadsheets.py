"""Tables that offices send (.xlsx, .xls, .csv) as rows of text and days, each cell with its place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from showcase.content.opening import leftover, why_not_opened
from showcase.content.spreadsheet_formats import SAVE_AS, NotATable, raw_sheets
from showcase.content.texts import UNSEEN

__all__ = ["Cell", "NotATable", "Row", "Sheet", "column_letters", "read_tables"]

MOST_BYTES = 20_000_000
"""A table of a whole province has a few hundred kilobytes; pictures in it make megabytes."""

MOST_ROWS, MOST_COLUMNS = 50_000, 200
"""Rows and columns of one sheet that hold something."""

Value = str | datetime.date
"""What a cell says: text without white space around it, or a day."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that says something. `row` and `column` count from 1, as the program shows them."""

    row: int
    column: int
    value: Value

    @property
    def name(self) -> str:
        """Return C7: the column's letters and the row."""
        return column_letters(self.column) + str(self.row)

    @property
    def text(self) -> str:
        """Return what the cell says as text; a day as 2026-06-17."""
        return self.value if isinstance(self.value, str) else self.value.isoformat()


Row = dict[int, Cell]
"""The cells of one row that say something, by column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet; a .csv is one, named as the file. `rows`: those that say something, by number."""

    name: str
    rows: dict[int, Row]


def column_letters(column: int) -> str:
    """Return A for 1, Z for 26, AA for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_tables(path: Path) -> tuple[Sheet, ...]:
    """Return the visible sheets of a table, empty ones too.

    Days are cells that the program formats as days; a whole number loses its “.0”; formulas give what was
    last calculated; a merged cell stands in its first. Raises NotATable.
    """
    if said := leftover(path.name):
        raise NotATable(said)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotATable(
                f"{path.name} 超过 {MOST_BYTES // 1_000_000} MB，请删去表里的图片和用不着的工作表再试。"
            )
        return tuple(
            Sheet(name, _filled(path.name, rows)) for name, rows in raw_sheets(path.name, path.read_bytes())
        )
    except OSError as error:
        raise NotATable(f"{path.name} 打不开：{why_not_opened(error)}。") from error
    except NotATable:
        raise
    except Exception as error:  # broken files break the libraries in a hundred ways
        raise NotATable(f"{path.name} 不是完好的表格，{SAVE_AS}。") from error


def _filled(file: str, rows: Iterable[Iterable[object]]) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for number, values in enumerate(rows, 1):
        said = ((column, _value(value)) for column, value in enumerate(values, 1) if value is not None)
        row = {column: Cell(number, column, value) for column, value in said if value != ""}
        if row:
            found[number] = row
        if len(found) > MOST_ROWS or max(row, default=0) > MOST_COLUMNS:
            raise NotATable(
                f"{file} 的一张工作表超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列，请只留下要用的部分再试。"
            )
    return found


def _value(value: object) -> Value:
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.15g}"
    return _text(str(value))


def _text(text: str) -> str:
    r"""Return text as it was meant: plain line ends, nothing unseen, no white space around it.

    Excel writes a carriage return in a cell as the seven characters _x000D_.
    """
    plain = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return UNSEEN.sub("", plain).strip()
