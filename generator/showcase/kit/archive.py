"""Writes a kit as a zip: the same members give the same bytes, large ones are never held in memory."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from showcase.content.packing import NO_DAY

Member = bytes | Path
"""A file of a kit: its bytes, or the file on disk that holds them."""

_FIRST = "start.html"
_PACKED = (".html", ".css", ".js", ".vtt", ".txt")
"""What gets smaller by packing; pictures, films, PDFs and .pptx are packed already."""
_FILE = 0o100644 << 16
_UNIX = 3


def write_zip(place: Path, members: Mapping[str, Member]) -> None:
    """Write `members` by name to `place`, the first page first; a file that is there was written whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with zipfile.ZipFile(part, "w") as container:
            for name in sorted(members, key=lambda name: (name != _FIRST, name)):
                _add(container, name, members[name])
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _add(container: zipfile.ZipFile, name: str, member: Member) -> None:
    info = zipfile.ZipInfo(name, NO_DAY)
    info.create_system, info.external_attr = _UNIX, _FILE
    info.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_PACKED) else zipfile.ZIP_STORED
    if isinstance(member, bytes):
        container.writestr(info, member)
        return
    info.file_size = member.stat().st_size
    with member.open("rb") as source, container.open(info, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)
