"""Zip containers whose bytes depend on their members alone: no clock, no umask, no machine."""

from __future__ import annotations

import datetime
import io
import os
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from showcase.model.siblings import is_text

Member = bytes | Path
"""A file of a zip: its bytes, or the file on disk that holds them."""

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the first that the format can say."""

NO_MOMENT = datetime.datetime(2005, 1, 1)
"""When every paper and workbook was made, by its own account: the day of the making would change the file."""

_FILE = 0o100644 << 16
_UNIX = 3
_CHUNK = 1 << 20


def packed(members: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return a zip of `members` (path inside, bytes) in the order given; those in `stored` uncompressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, data in members:
            _add(container, name, data, smaller=name not in stored)
    return file.getvalue()


def write_zip(place: Path, members: Iterable[tuple[str, Member]]) -> None:
    """Write a zip of `members` in the order given to `place`; a file that is there was written whole.

    Texts get smaller; pictures, films, PDFs and office files are packed already. No member that lies on
    disk is held in memory. Raises OSError.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with zipfile.ZipFile(part, "w") as container:
            for name, member in members:
                _add(container, name, member, smaller=is_text(name))
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def repacked(data: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """Return the zip `data` written again without its dates; `replaced` are new bytes of members by name.

    What other libraries write (docx, pptx, xlsx) becomes the same bytes each time. The order stays.
    """
    new = replaced or {}
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = [info.filename for info in container.infolist()]
        return packed((name, new[name] if name in new else container.read(name)) for name in names)


def _add(container: zipfile.ZipFile, name: str, member: Member, *, smaller: bool) -> None:
    info = zipfile.ZipInfo(name, _NO_DAY)
    info.create_system, info.external_attr = _UNIX, _FILE
    info.compress_type = zipfile.ZIP_DEFLATED if smaller else zipfile.ZIP_STORED
    if isinstance(member, bytes):
        container.writestr(info, member)
        return
    info.file_size = member.stat().st_size
    with member.open("rb") as source, container.open(info, "w") as target:
        shutil.copyfileobj(source, target, _CHUNK)
