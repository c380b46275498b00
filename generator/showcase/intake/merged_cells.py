"""How many rows the merged cells of a workbook cover: the readers of tables give their first cell only."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

MOST_BYTES = 5_000_000
"""A register has some ten kilobytes; a workbook that is larger is not read a second time."""

Rows = Mapping[tuple[int, int], int]
"""Rows by the row and column of the first cell, all from 1."""


def merged_rows(path: Path) -> dict[str, Rows]:
    """Return the merged cells of more than one row of each sheet, by its name. {} where nobody can tell."""
    if path.stat().st_size > MOST_BYTES:
        return {}
    with path.open("rb") as file:
        head = file.read(4)
    try:
        return _of_xlsx(path) if head == b"PK\x03\x04" else _of_xls(path)
    except Exception:  # what a broken file says was told when it was read
        return {}


def _of_xlsx(path: Path) -> dict[str, Rows]:
    import openpyxl  # noqa: PLC0415 - a quarter second to load

    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {
            (area.min_row, area.min_col): area.size["rows"]
            for area in sheet.merged_cells.ranges
            if area.size["rows"] > 1
        }
        for sheet in book.worksheets
    }


def _of_xls(path: Path) -> dict[str, Rows]:
    import xlrd  # noqa: PLC0415 - only old tables need it

    book = xlrd.open_workbook(path, formatting_info=True, logfile=io.StringIO())
    return {
        sheet.name: {
            (top + 1, left + 1): bottom - top
            for top, bottom, left, _ in sheet.merged_cells
            if bottom - top > 1
        }
        for sheet in book.sheets()
    }
