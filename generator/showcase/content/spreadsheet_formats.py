"""The bytes of .xlsx, .xls and .csv to sheets of raw values. What they mean: spreadsheets.py."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlrd

RawSheets = Iterator[tuple[str, Iterable[Iterable[object]]]]
"""Sheets: name and rows of values, an empty cell None or ""."""

MOST_INSIDE = 200_000_000
"""An .xlsx is a zip: what it may hold when unpacked."""

_MOST_EMPTY = 20_000
"""Behind so many empty rows nothing is looked for: formats of a whole column reach down to row 1,048,576."""

_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(r"\s*(<\?xml|<!doctype|<html|<table|mime-version)", re.IGNORECASE)

SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 再试"


class NotATable(Exception):  # noqa: N818 - reads as the sentence that it prints
    """The file cannot be read as a table; the message is one Chinese sentence with the cure."""


def raw_sheets(file: str, data: bytes) -> RawSheets:
    """Yield the visible sheets of `data`. The content decides what it is: offices rename files.

    Raises NotATable with a sentence that names `file`, and whatever a broken file makes of its library.
    """
    if data.startswith(_ZIP):
        return _xlsx(file, data)
    return _xls(file, data) if data.startswith(_OLE) else iter([(file.rpartition(".")[0], _csv(file, data))])


def _xlsx(file: str, data: bytes) -> RawSheets:
    import openpyxl  # noqa: PLC0415 - a quarter second to load, and most commands read no table

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_INSIDE:
            raise NotATable(f"{file} 展开以后太大，请把要用的工作表另存成一个文件再试。")
        if "xl/workbook.xml" not in archive.namelist():
            raise NotATable(f"{file} 不是 Excel 表格，{SAVE_AS}。")
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()  # some programs write wrong ones
            yield sheet.title, _bounded(sheet.iter_rows(values_only=True))


def _bounded(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    empty = 0
    for row in rows:
        empty = 0 if any(value is not None for value in row) else empty + 1
        if empty > _MOST_EMPTY:
            return
        yield row


def _xls(file: str, data: bytes) -> RawSheets:
    import xlrd  # noqa: PLC0415 - only old tables need it

    if _LOCKED in data:
        raise NotATable(f"{file} 设了打开密码，请取消密码、保存以后再试。")
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise NotATable(f"{file} 设了打开密码，请取消密码、保存以后再试。") from error
        raise
    for sheet in book.sheets():
        if sheet.visibility == 0:
            yield sheet.name, ([_old(book, cell) for cell in sheet.row(n)] for n in range(sheet.nrows))


def _old(book: xlrd.book.Book, cell: xlrd.sheet.Cell) -> object:
    """Return the value of a cell of an .xls, where days, truths and errors are numbers with a mark."""
    import xlrd  # noqa: PLC0415 - only old tables need it

    if cell.ctype == xlrd.XL_CELL_DATE:
        day = xlrd.xldate.xldate_as_datetime(cell.value, book.datemode)
        return day.time() if cell.value < 1 else day
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    return cell.value


def _csv(file: str, data: bytes) -> Iterator[list[str]]:
    text = _decoded(file, data)
    head = text.partition("\n")[0]
    mark = max(",\t;，", key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark)


def _decoded(file: str, data: bytes) -> str:
    """Return the text of a .csv in one of the three encodings that Excel and WPS write."""
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text) and not _WEB_PAGE.match(text):
            return text
    raise NotATable(f"{file} 不是 Excel 或 CSV 表格，{SAVE_AS}。")
