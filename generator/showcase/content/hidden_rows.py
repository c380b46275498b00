"""The rows of a workbook that nobody sees: left behind by a filter, or hidden by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

MOST_BYTES = 5_000_000
"""A list has some ten kilobytes; a workbook that is larger is not read a second time."""


def hidden_rows(path: Path) -> dict[str, frozenset[int]]:
    """Return the hidden rows of each sheet of an .xlsx, from 1, by its name; {} where nobody can tell."""
    if path.stat().st_size > MOST_BYTES or not zipfile.is_zipfile(path):
        return {}
    import openpyxl  # noqa: PLC0415 - a quarter second to load

    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception:  # what a broken file says was told when it was read; a .docx is no workbook
        return {}
    return {
        sheet.title: frozenset(row for row, told in sheet.row_dimensions.items() if told.hidden)
        for sheet in book.worksheets
    }
