"""Any file to its spots, by what its bytes are: text, picture, PDF, Office file, film."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO

from showcase.check.scan.films import FILM_ENDINGS, film_spots
from showcase.check.scan.office import OFFICE_ENDINGS, office_spots
from showcase.check.scan.pictures import PICTURE_ENDINGS, picture_spots
from showcase.check.scan.spots import UNREADABLE, Sighting, Spot, sightings

VERSION = 2
"""Rises when looking learns more, so that remembered sightings are looked for again."""

_LIMIT_BYTES = 20_000_000
_CODE = {".js", ".css", ".py", ".html", ".svg"}
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CLOSED = {".zip", ".rar", ".7z", ".gz", ".doc", ".xls", ".ppt", ".wps", ".et", ".dps", ".psd"}
_HEIF = {".heic", ".heif"}


class CannotLook(Exception):  # noqa: N818 - not a fault: some files tell nobody what they hold
    """The file keeps what it holds to itself."""


def is_text(name: str) -> bool:
    """Whether the file `name` is read line by line (everything that is no picture, film or document)."""
    ending = PurePosixPath(name).suffix.lower()
    return ending not in PICTURE_ENDINGS | _HEIF | FILM_ENDINGS | OFFICE_ENDINGS | _CLOSED | {".pdf"}


def look(name: str, file: IO[bytes]) -> list[Sighting]:
    """Return the private facts in a file, and a warning when it cannot be looked into."""
    with suppress(Exception):  # CannotLook, and decoders of hostile files raise nearly everything
        return list(sightings(_spots(name, file)))
    return [closed()]


def look_at(path: Path) -> list[Sighting]:
    """Return what `look` finds in a file on disk; OSError when it cannot be read at all."""
    with path.open("rb") as file:
        return look(path.name, file)


def closed() -> Sighting:
    """Return the warning for a file that cannot be looked into."""
    fix = "移出 content/、media/；要留的，另存为 docx、PDF、JPEG 或 MP4"
    return Sighting(UNREADABLE, 0, 0, "打不开，看不到里面有没有个人信息", fix)


def _spots(name: str, file: IO[bytes]) -> Iterator[Spot]:
    ending, head = PurePosixPath(name).suffix.lower(), file.read(8)
    file.seek(0)
    if head.startswith(b"%PDF"):
        from showcase.check.scan.pdfs import pdf_spots  # noqa: PLC0415 - pypdf is slow to load, PDFs are rare

        yield from pdf_spots(file)
    elif ending in OFFICE_ENDINGS and head.startswith(b"PK"):
        yield from office_spots(file)
    elif head.startswith((_OLE2, b"PK", b"Rar!", b"7z", b"\x1f\x8b")) or ending in _CLOSED | OFFICE_ENDINGS:
        raise CannotLook
    elif ending in PICTURE_ENDINGS:
        yield from picture_spots(file)
    elif ending in _HEIF:
        import showcase.media.photos.recognising  # noqa: F401, PLC0415 - teaches Pillow what iPhones write; rare

        yield from picture_spots(file)
    elif ending in FILM_ENDINGS:
        yield from film_spots(file)
    else:
        yield Spot(_decoded(file.read(_LIMIT_BYTES)), 1, is_code=ending in _CODE)


def _decoded(data: bytes) -> str:
    """Return the text in whatever encoding it is. Raises CannotLook for bytes that are no text."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    if b"\0" in data[:4096] and encodings[0] != "utf-16":
        raise CannotLook
    for encoding in encodings:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise CannotLook
