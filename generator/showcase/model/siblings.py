"""Compressed siblings: `x.html.gz` and `x.html.br` beside `x.html`, for servers that send them instead."""

from __future__ import annotations

GZIP, BROTLI = ".gz", ".br"
SIBLINGS = (GZIP, BROTLI)

SMALLEST_BYTES = 1024
"""Below it the answer fits into one packet anyway."""

_TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".ics", ".vtt", ".txt")


def is_text(path: str) -> bool:
    """Whether the file at `path` may have siblings. Pictures, films, `find/*.bin` are packed as they are."""
    return path.endswith(_TEXTS)


def plain_of(path: str) -> str:
    """Return the path of the file whose sibling `path` would be, "" when it is none's."""
    plain = path[:-3] if path.endswith(SIBLINGS) else ""
    return plain if is_text(plain) else ""
