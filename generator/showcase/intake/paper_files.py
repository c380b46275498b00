"""Any paper of a packet to pages, by what its bytes are. Runs in a worker: the file is somebody else's."""

from __future__ import annotations

import re
import tempfile
import zipfile
from pathlib import Path

from showcase.content.spreadsheets import NotATable, Sheet, read_tables
from showcase.intake.grids import Grid, GridCell, Pages
from showcase.intake.merged_cells import Rows, merged_rows
from showcase.intake.office import as_docx
from showcase.intake.word_files import read_word
from showcase.media.terms.refusal import Refused

MOST_BYTES, _MOST_INSIDE, _MOST_TEXT = 200_000_000, 400_000_000, 2_000_000
_OLE, _ZIP, _RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"{\\rtf"
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 再送"
_LOCKED = Refused("packet-paper-locked", "文件设了打开密码，读不了", "请取消密码、保存以后再送")
_MACROS = Refused(
    "packet-paper-macros", "文件里有宏（程序），为安全没有打开", "请另存为不带宏的 .docx 或 .xlsx 再送"
)
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype|<html|mime-version)", re.IGNORECASE)
_AS_PAGE = Refused("packet-paper-unreadable", "是另存成网页格式的文件，读不了", _SAVE_AS)
_BROKEN = Refused("packet-paper-unreadable", "文件不完整或已损坏，打不开", "请从原处重新复制，或另存一份再送")


def read_paper(path: Path, folder: Path, office: str | None = None) -> Pages:
    """Return what a paper says; pictures pasted into it are written below `folder`.

    Raises Refused: locked, with macros, cut off, too large, no document at all, or old and no LibreOffice
    (`office` names its command, "" for none).
    """
    size = path.stat().st_size
    if not size or size > MOST_BYTES:
        message = "文件是空的" if not size else f"文件超过 {MOST_BYTES // 1_000_000} MB"
        raise Refused("packet-paper-unreadable", message, "请从原处重新复制，照片、影片另外送")
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_ZIP):
        return _modern(path, folder)
    if head.startswith(_OLE):
        return _old(path, folder, office)
    if head.startswith(_RTF):
        return _through_office(path, folder, office)
    return _plain(path)


def _modern(path: Path, folder: Path) -> Pages:
    """Read what is a zip inside: Word, Excel, OpenDocument."""
    try:
        with zipfile.ZipFile(path) as parts:
            names = set(parts.namelist())
            inside = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        raise _BROKEN from None
    if inside > _MOST_INSIDE:
        raise Refused("packet-zip-bomb", "文件展开以后异常巨大，没有打开", _SAVE_AS)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _MACROS
    if "word/document.xml" in names:
        return _word(path, folder)
    if "xl/workbook.xml" in names:
        return _tables(path)
    if "mimetype" in names:
        return _through_office(path, folder, None)
    raise _BROKEN


def _word(path: Path, folder: Path) -> Pages:
    try:
        return read_word(path, folder)
    except Exception:  # broken files break python-docx and lxml in many ways, and their words quote the file
        raise _BROKEN from None


def _old(path: Path, folder: Path, office: str | None) -> Pages:
    """Read an OLE2 file by the names of the streams in it."""
    data = path.read_bytes()

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage") or has("EncryptionInfo"):
        raise _LOCKED
    if has("_VBA_PROJECT") or has("Macros"):
        raise _MACROS
    if has("WordDocument"):
        if _is_locked_doc(data):
            raise _LOCKED
        return _through_office(path, folder, office)
    if has("Workbook") or has("Book") or path.suffix.lower() in (".xls", ".et"):
        return _tables(path)
    raise _BROKEN


def _is_locked_doc(data: bytes) -> bool:
    """Whether a .doc says that it is encrypted: a bit of the block that its text stream begins with."""
    at = data.find(b"\xec\xa5\xc1\x00")
    return at >= 0 and len(data) > at + 11 and bool(data[at + 11] & 0x01)


def _through_office(path: Path, folder: Path, office: str | None) -> Pages:
    with tempfile.TemporaryDirectory(prefix="showcase-paper-") as place:
        made = Path(place) / "paper.docx"
        made.write_bytes(as_docx(path, office))
        return _word(made, folder)


def _tables(path: Path) -> Pages:
    try:
        sheets = read_tables(path)
    except NotATable as error:
        message, _, fix = str(error).removeprefix(path.name).strip().partition("，")
        raise Refused("packet-paper-unreadable", message, fix.rstrip("。")) from None
    merged = merged_rows(path)
    return Pages(tuple(_grid(sheet, merged.get(sheet.name, {})) for sheet in sheets if sheet.rows))


def _grid(sheet: Sheet, merged: Rows) -> Grid:
    rows = (tuple(row.values()) for _, row in sorted(sheet.rows.items()))
    lines = (
        tuple(GridCell(c.row, c.column, c.text, c.name, merged.get((c.row, c.column), 1)) for c in row)
        for row in rows
    )
    return Grid(sheet.name, tuple(lines))


def _plain(path: Path) -> Pages:
    """Read a text file; a table of commas is one too, and says the same."""
    data = path.read_bytes()
    if _WEB_PAGE.match(data):
        raise _AS_PAGE
    if b"\0" in data[:4096] or len(data) > _MOST_TEXT:
        raise _BROKEN
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            lines = data.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
        if path.suffix.lower() == ".csv":
            return _tables(path)
        return Pages(paragraphs=tuple(filter(None, (line.strip() for line in lines))))
    raise _BROKEN
