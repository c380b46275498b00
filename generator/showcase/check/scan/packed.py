"""Compressed siblings on the built site, read again."""

from __future__ import annotations

import gzip
from pathlib import Path

from showcase.model.siblings import BROTLI


class NotPacked(Exception):  # noqa: N818 - not a fault of ours: somebody changed the file
    """The bytes are not what the name says."""


def unpacked(path: Path) -> bytes:
    """Return the bytes that the sibling at `path` was made of. Raises NotPacked."""
    try:
        if path.suffix != BROTLI:
            return gzip.decompress(path.read_bytes())
        import brotli  # noqa: PLC0415 - only sites with siblings need it

        return bytes(brotli.decompress(path.read_bytes()))
    except Exception as error:  # brotli.error cannot be named where brotli is not installed
        raise NotPacked from error
