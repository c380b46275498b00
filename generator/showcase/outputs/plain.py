"""Text that every format can hold."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return `text` without the characters that XML 1.0 cannot hold, not even escaped."""
    return _IMPOSSIBLE.sub("", text)
