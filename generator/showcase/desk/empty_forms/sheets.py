"""Empty forms as .xlsx, with lists to choose from, hints, and checks of lengths and days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from showcase.content.form_labels import Paper
from showcase.content.workbook_looks import Looks, letter_of
from showcase.content.workbooks import Column, Table, saved, workbook_of
from showcase.desk.empty_forms.layouts import Place, bounds, form_rows, register_columns, title_of
from showcase.model.rulebook import Rulebook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CHOICES = {"sex": ("男", "女"), "video": ("有", "无")}
_HINTS = {
    "born": "写成 1952年3月",
    "work_since": "写成 1970年9月",
    "started": "写成 2020年3月",
    "learners": "写数和单位，如 5200人次；写明是哪一年的",
    "remarks": "推荐为“事迹特别感人”“特别受百姓喜爱”的，在这里写明",
    "unit_post": "先写单位，换行写职务（Alt+Enter）",
    "hosts": "几个单位用“、”隔开",
    "contact": "写单位的电话和邮箱",
}
_POINTS_PER_MM = 2.835
_WIDTHS = (18, 22, 12, 18, 12, 18)
_WIDE = len(_WIDTHS)
_SPANS = {1: ((2, _WIDE),), 2: ((2, 3), (5, _WIDE)), 3: ((2, 2), (4, 4), (6, 6))}
_ROWS = 40


def form(paper: Paper, book: Rulebook) -> bytes:
    """Return an empty 推介表: labels and the cells to fill in, one page wide."""
    from openpyxl import Workbook  # noqa: PLC0415 - as in content/workbooks.py

    workbook, looks = Workbook(), Looks()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "推介表"
    sheet.cell(1, 1).value = title_of(paper)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=_WIDE)
    looks.above(sheet.cell(1, 1), first=True)
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[letter_of(number)].width = width
    for row, places in enumerate(form_rows(paper, book), 2):
        sheet.row_dimensions[row].height = max(22, max(p.high_mm for p in places) * _POINTS_PER_MM)
        for place, span in zip(places, _SPANS[len(places)], strict=True):
            _field(sheet, row, span, place, looks)
    looks.form(sheet)
    workbook.properties.title, workbook.properties.creator = title_of(paper), ""
    return saved(workbook)


def _field(sheet: Any, row: int, span: tuple[int, int], place: Place, looks: Looks) -> None:  # noqa: ANN401
    first, last = span
    label = sheet.cell(row, first - 1)
    label.value = f"{place.words}\n{place.hint}" if place.hint else place.words
    looks.heading(label)
    for column in range(first, last + 1):
        looks.cell(sheet.cell(row, column), is_total=False)
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    value = sheet.cell(row, first)
    value.value, value.number_format = place.printed or None, "@"
    _check(sheet, value.coordinate, place)


def _check(sheet: Worksheet, cell: str, place: Place) -> None:
    """Give a cell its list, its length or its hint; a soft limit warns, a hard one stops."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    field, said = place.label.field, bounds(place.limit)
    hint = _HINTS.get(field, place.limit.text)
    if field in _CHOICES:
        found = DataValidation("list", f'"{",".join(_CHOICES[field])}"', allow_blank=True)
        found.showErrorMessage, found.errorTitle, found.error = True, "不在选项里", "请从列表里选一项。"
    elif said:
        low, high = map(str, said)
        found = DataValidation(
            "textLength", formula1=low, formula2=high, operator="between", allow_blank=True
        )
        found.showErrorMessage, found.errorTitle = True, "字数"
        found.errorStyle = "warning" if place.limit.soft else "stop"
        found.error = f"要 {low}—{high} 字。{place.limit.clause}"[:220]
    elif hint:
        found = DataValidation(allow_blank=True)
    else:
        return
    if hint:
        found.showInputMessage, found.prompt = True, hint[:220]
    found.add(cell)
    sheet.add_data_validation(found)


def register(paper: Paper, book: Rulebook) -> bytes:
    """Return an empty 登记表 with forty lines to fill in: one printed page."""
    columns = [_column(place) for place in register_columns(paper, book)]
    above = (title_of(paper), "报送单位：                填表人：            填表时间：")
    name = title_of(paper).replace("“", "").replace("”", "")
    table = Table(name=name, columns=columns, above=above, blank=_ROWS)
    return workbook_of([table], title_of(paper))


def _column(place: Place) -> Column:
    field = place.label.field
    width = 30 if field in ("unit", "hosts", "address", "contact") else 0 if field == "order" else 14
    return Column(
        title=place.words,
        width=width,
        number_format="" if field == "order" else "@",
        choices=_CHOICES.get(field, ()),
        hint=_HINTS.get(field, ""),
    )
