"""Tables to an .xlsx workbook: the same tables, the same bytes; a text is never a formula."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from showcase.content.packing import NO_MOMENT, repacked
from showcase.content.workbook_looks import CHOICES, LONGEST, WIDEST, Looks, letter_of, offer, width_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | datetime.date | None

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `title` is its heading; `width` in characters of a digit's width (0: as wide as needed).

    `number_format` is Excel's ("#,##0", "0.0%", "yyyy-mm-dd", "@" for text that looks like a number);
    `choices` are offered in a list and nothing else may be typed; `hint` is shown when a cell is chosen.
    """

    title: str
    width: float = 0
    number_format: str = ""
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet. `above` are lines over the heading (title, how to fill in), the first in large type.

    `blank` lines below the last row take `choices` and formats too, for a form that is to be filled in;
    `total`: the last row is a sum and is set off.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]] = ()
    above: Sequence[str] = ()
    blank: int = 0
    total: bool = False


def workbook_of(tables: Sequence[Table], title: str = "", author: str = "") -> bytes:
    """Return an .xlsx with one sheet for each of `tables` (at least one), in their order.

    Text stays text, whatever it begins with (= + - @); characters that XML cannot hold are left out;
    what Excel could not hold in one cell (over 32,767 characters) is cut. Each sheet has its heading
    row fixed and filtered and prints on A4 across, as wide as one page.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a second that check and build need not spend

    book, looks = Workbook(), Looks()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(_free_name(book, table.name))
        _fill(sheet, table, looks)
    _offer_choices(book, tables)
    book.properties.title, book.properties.creator = plain_text(title), plain_text(author)
    return saved(book)


def plain_text(text: str) -> str:
    """Return `text` as a cell can hold it."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST]


def _free_name(book: Workbook, name: str) -> str:
    """Return `name` without what Excel forbids in a sheet's name, numbered when it is taken."""
    clean = _NOT_IN_NAMES.sub(" ", plain_text(name)).strip()[:28] or "表"
    taken = {each.lower() for each in book.sheetnames}
    free = (clean if n == 1 else f"{clean} {n}" for n in range(1, len(taken) + 2))
    return next(each for each in free if each.lower() not in taken)


def _fill(sheet: Worksheet, table: Table, looks: Looks) -> None:
    for number, line in enumerate(table.above, 1):
        _write(sheet, number, 1, line, "")
        looks.above(sheet.cell(number, 1), first=number == 1)
    head = len(table.above) + 1
    for place, column in enumerate(table.columns, 1):
        _write(sheet, head, place, column.title, "")
        looks.heading(sheet.cell(head, place))
    for number, row in enumerate(table.rows, head + 1):
        is_total = table.total and number == head + len(table.rows)
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            _write(sheet, number, place, value, column.number_format)
            looks.cell(sheet.cell(number, place), is_total=is_total)
    _blank(sheet, table, head + len(table.rows), looks)
    for place, column in enumerate(table.columns):
        widest = column.width or width_of([column.title, *(row[place] for row in table.rows)])
        sheet.column_dimensions[letter_of(place + 1)].width = min(widest, WIDEST)
    looks.page(sheet, head, len(table.columns), len(table.rows) - table.total)


def _blank(sheet: Worksheet, table: Table, last: int, looks: Looks) -> None:
    for number in range(last + 1, last + table.blank + 1):
        for place, column in enumerate(table.columns, 1):
            _write(sheet, number, place, None, column.number_format)
            looks.cell(sheet.cell(number, place), is_total=False)


def _write(sheet: Worksheet, row: int, place: int, value: Cell, number_format: str) -> None:
    cell: Any = sheet.cell(row, place)
    if isinstance(value, str):
        cell.value = plain_text(value)
        if value:
            cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
            cell.quotePrefix = value[0] in "=+-@\t"
    else:
        cell.value = value
    if number_format or isinstance(value, datetime.date):
        cell.number_format = number_format or "yyyy-mm-dd"


def _offer_choices(book: Workbook, tables: Sequence[Table]) -> None:
    """Write all choices into a hidden sheet and let the columns point there: a list in a cell ends at 255."""
    sheets = list(book.worksheets)
    hidden = None
    if any(column.choices for table in tables for column in table.columns):
        hidden = book.create_sheet(_free_name(book, CHOICES))
        hidden.sheet_state = "hidden"
    for sheet, table in zip(sheets, tables, strict=True):
        for place, column in enumerate(table.columns, 1):
            if column.choices or column.hint:
                source = _listed(hidden, column.choices) if hidden and column.choices else ""
                offer(sheet, _cells_of(table, place), source, column.hint)


def _listed(hidden: Worksheet, choices: Sequence[str]) -> str:
    """Write `choices` into the next free column and return where they are."""
    place = hidden.max_column + (hidden.cell(1, 1).value is not None)
    for line, choice in enumerate(choices, 1):
        _write(hidden, line, place, choice, "@")
    letter = letter_of(place)
    return f"'{hidden.title}'!${letter}$1:${letter}${len(choices)}"


def _cells_of(table: Table, place: int) -> str:
    """Return the cells of a column that are filled in, without heading and sum."""
    first = len(table.above) + 2
    last = max(first, first - 1 + len(table.rows) - table.total + table.blank)
    return f"{letter_of(place)}{first}:{letter_of(place)}{last}"


def saved(book: Workbook) -> bytes:
    """Return a workbook's bytes, the same each time whatever the hour."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - as above

    file = io.BytesIO()
    book.save(file)  # writes the hour of the saving into the properties: they are written again
    book.properties.created = book.properties.modified = NO_MOMENT
    return repacked(file.getvalue(), {"docProps/core.xml": tostring(book.properties.to_tree())})
