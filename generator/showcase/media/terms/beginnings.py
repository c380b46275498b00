"""By how a file begins it is told what it is, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

_HEAD_BYTES = 512
_BEFORE_TEXT = b"\xef\xbb\xbf \t\r\n"

T = TypeVar("T")


def head_of(path: Path) -> bytes:
    """Return the first bytes of a file, b"" of one that is empty or cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError:
        return b""


def told_by(head: bytes, known: Iterable[tuple[int, bytes, T]]) -> T | None:
    """Return what the first of `known` says whose bytes stand at its offset, None where none fits."""
    return next((told for at, mark, told in known if head[at : at + len(mark)] == mark), None)


def is_markup(head: bytes) -> bool:
    """Whether a file is a web page, SVG or other XML."""
    return head.lstrip(_BEFORE_TEXT)[:1] == b"<"
