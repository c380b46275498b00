"""Office files: the words of every part of a docx, xlsx, pptx or OpenDocument file."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from showcase.check.scan.pictures import PICTURE_ENDINGS, picture_spots
from showcase.check.scan.spots import Spot

OFFICE_ENDINGS = frozenset(
    (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".pptm", ".ppsx", ".odt", ".ods", ".odp")
)
_LIMIT_BYTES = 50_000_000
_BREAK = re.compile(
    r"</(?:w:p|w:tc|a:p|si|c|row|text:p|text:h|table:table-cell|cp:\w+|dc:\w+)>|<w:br/>|<w:tab/>"
)
_TAG = re.compile(r"<[^<>]*+>")
_SAID = re.compile(r"(?:descr|title|author|userName|w:author|name|Target)=\"([^\"]+)\"")


def office_spots(file: IO[bytes]) -> Iterator[Spot]:
    """Yield the texts of an Office file with the part that they stand in, and its pictures' metadata."""
    with zipfile.ZipFile(file) as parts:
        for info in parts.infolist():
            ending = PurePosixPath(info.filename).suffix.lower()
            if info.file_size > _LIMIT_BYTES:
                continue
            if ending in (".xml", ".rels"):
                yield from _part(info.filename, parts.read(info).decode("utf-8", "replace"))
            elif ending in PICTURE_ENDINGS:
                picture = picture_spots(io.BytesIO(parts.read(info)))
                yield from (spot._replace(where=f"{info.filename} 的 {spot.where}") for spot in picture)


def _part(name: str, xml: str) -> Iterator[Spot]:
    """Yield a part's words, a paragraph or cell a line: runs within one are joined as a reader sees them."""
    yield Spot(html.unescape(_TAG.sub("", _BREAK.sub("\n", xml))), where=name)
    said = "\n".join(html.unescape(value) for value in _SAID.findall(xml))
    if said:
        yield Spot(said, where=f"{name} 的属性")
