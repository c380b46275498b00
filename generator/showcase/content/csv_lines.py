"""Lines of a .csv as a spreadsheet opens it: a cell is never a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
"""A spreadsheet runs a cell that begins so; an apostrophe before it makes it text."""


def csv_line(cells: Iterable[str]) -> str:
    """Return one line with its end (CRLF); cells that need it stand in quotation marks."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue()


def as_text(text: str) -> str:
    """Return the cell that shows `text` and runs nothing."""
    return f"'{text}" if text.startswith(_FORMULA) else text
