"""PDF: the text of every page, what the document says of itself, notes and form fields."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import IO

from pypdf import PdfReader

from showcase.check.scan.spots import Spot

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a broken file is a problem, not a log line
_NOTES = ("/Contents", "/V", "/TU")


def pdf_spots(file: IO[bytes]) -> Iterator[Spot]:
    """Yield the texts of a PDF with their page. A scanned page has none: its picture is not read."""
    reader = PdfReader(file)
    for name, value in (reader.metadata or {}).items():
        yield Spot(str(value), where=f"PDF 属性 {name.lstrip('/')}")
    for number, page in enumerate(reader.pages, 1):
        yield Spot(page.extract_text(), where=f"第 {number} 页")
        for note in page.annotations or ():
            said = note.get_object()
            for key in _NOTES:
                if value := said.get(key):
                    yield Spot(str(value), where=f"第 {number} 页的批注")
