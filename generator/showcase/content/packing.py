"""Zip containers whose bytes depend on their members alone: no clock, no umask, no machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the first that the format can say."""

_FILE = 0o100644 << 16
_UNIX = 3


def packed(members: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return a zip of `members` (path inside, bytes) in the order given; those in `stored` uncompressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, data in members:
            info = zipfile.ZipInfo(name, NO_DAY)
            info.create_system, info.external_attr = _UNIX, _FILE
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            container.writestr(info, data, how, 6)
    return file.getvalue()


def repacked(data: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """Return the zip `data` written again without its dates; `replaced` are new bytes of members by name.

    What other libraries write (docx, pptx, xlsx) becomes the same bytes each time. The order stays.
    """
    new = replaced or {}
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = [info.filename for info in container.infolist()]
        return packed((name, new[name] if name in new else container.read(name)) for name in names)
