"""How the sheets of a workbook look: type, lines, widths, the printed page, lists to choose from."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""So many characters fit into one cell of Excel."""

WIDEST = 60
"""No column gets wider of itself; longer texts are broken into lines."""

CHOICES = "选项"
"""The hidden sheet that lists to choose from are read from."""

_INK, _PAPER, _LINE = "FF1F2A37", "FFEFF3F7", "FFB8C2CC"
_A4 = 9
_ROOM = 2
_LEAST = 6
_FILTER = 1.5
_HINT = 255


class Looks:
    """The styles of one workbook, made once: openpyxl shares them between cells."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - see workbooks

        line = Side(style="thin", color=_LINE)
        self._box = Border(left=line, right=line, top=line, bottom=line)
        self._bold, self._large = Font(bold=True, color=_INK), Font(bold=True, size=14, color=_INK)
        self._fill = PatternFill("solid", fgColor=_PAPER)
        self._middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self._top = Alignment(vertical="top", wrap_text=True)

    def above(self, cell: Cell | MergedCell, *, first: bool) -> None:
        """Set a line over the heading; it runs across the columns, so it does not break."""
        if first:
            cell.font = self._large

    def heading(self, cell: Cell | MergedCell) -> None:
        """Set the heading of a column."""
        cell.font, cell.fill, cell.border, cell.alignment = self._bold, self._fill, self._box, self._middle

    def cell(self, cell: Cell | MergedCell, *, is_total: bool) -> None:
        """Set a cell of the table."""
        cell.border, cell.alignment = self._box, self._top
        if is_total:
            cell.font, cell.fill = self._bold, self._fill

    def page(self, sheet: Worksheet, head: int, columns: int, rows: int) -> None:
        """Fix and filter the heading row `head` and let the sheet print on A4 across, one page wide."""
        from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart  # noqa: PLC0415 - as above
        from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

        sheet.freeze_panes = f"A{head + 1}"
        sheet.auto_filter.ref = f"A{head}:{letter_of(max(1, columns))}{head + max(0, rows)}"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{head}:{head}"
        sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))

    def form(self, sheet: Worksheet) -> None:
        """Let a form print on A4 upright, one page wide, without the lines of the sheet."""
        from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

        sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.sheet_view.showGridLines = False


def offer(sheet: Worksheet, cells: str, source: str, hint: str) -> None:
    """Offer the list at `source` ("" none) in `cells` ("A3:A22"), with `hint` shown beside a chosen cell."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    if source:
        found = DataValidation("list", source, allow_blank=True)
        found.showErrorMessage, found.errorTitle, found.error = True, "不在选项里", "请从列表里选一项。"
    else:
        found = DataValidation(allow_blank=True)
    if hint:
        found.showInputMessage, found.prompt = True, hint[:_HINT]
    found.add(cells)
    sheet.add_data_validation(found)


def letter_of(place: int) -> str:
    """Return the letters of column `place` (from 1): A for 1, AA for 27."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    return get_column_letter(place)


def width_of(values: Iterable[object]) -> float:
    """Return how wide a column must be for its longest line; a Chinese character is two digits wide."""
    return max((_line_width(line) for value in values for line in _lines(value)), default=0) + _ROOM + _FILTER


def _lines(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, datetime.date):
        return ["0000-00-00"]
    return (f"{value:,}" if isinstance(value, int) else str(value)).splitlines()


def _line_width(line: str) -> float:
    return max(_LEAST, sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1.05 for c in line))
