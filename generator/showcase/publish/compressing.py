"""Makes compressed siblings, and tells whether those in the live folder are of the file beside them."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator

from showcase.model.artefact import Artefact
from showcase.model.siblings import BROTLI, GZIP, SIBLINGS, SMALLEST_BYTES, is_text
from showcase.publish.live import LiveSite

_BROTLI_QUALITY = 7
"""One tenth smaller than gzip at its best for twice its time; 11 would take fifty times as long."""

_TAIL_BYTES = 8


def compressible(artefact: Artefact) -> bytes | None:
    """Return the bytes of an artefact that gets siblings, else None."""
    if not is_text(artefact.path):
        return None
    data = artefact.data if isinstance(artefact.data, bytes) else artefact.data.read_bytes()
    return data if len(data) >= SMALLEST_BYTES else None


def siblings_of(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (path, bytes) of both siblings in the order in which they take their places.

    gzip is last: where it is right, the other is right too (`are_right`).
    """
    import brotli  # noqa: PLC0415 - only sites that ask for siblings need it

    yield path + BROTLI, brotli.compress(data, mode=brotli.MODE_TEXT, quality=_BROTLI_QUALITY)
    yield path + GZIP, gzip.compress(data, 9, mtime=0)


def are_right(live: LiveSite, path: str, data: bytes) -> bool:
    """Whether both siblings of `path` are there and made of `data`: the end of a gzip file says of what."""
    if not all(path + ending in live.siblings for ending in SIBLINGS):
        return False
    try:
        with open(live.place(path + GZIP), "rb") as file:  # noqa: PTH123 - as in live.py
            file.seek(-_TAIL_BYTES, os.SEEK_END)
            tail = file.read()
    except OSError:
        return False
    wanted = zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return tail == wanted
