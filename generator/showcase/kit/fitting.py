"""How large a text may be set in a box: counted in widths of characters, so that no font is needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil

_WIDE = frozenset("WFA")
_NARROW = 0.58
"""Width of a Latin letter or a figure, by the size of type: the widest of the usual fonts."""
_SLACK = 1.0
"""A line may lose so many characters, because marks do not begin one."""
LINE = 1.5
"""From line to line, by the size of type."""


def width(text: str) -> float:
    """Return the width of a text, by the size of type."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in _WIDE else _NARROW for sign in text)


def lines(text: str, size: float, wide: float) -> int:
    """Return in how many lines at most a text is set at `size` in a box that is `wide`, in the same unit."""
    return max(1, ceil(width(text) / max(1.0, wide / size - _SLACK)))


def fitted(texts: Iterable[str], sizes: Sequence[float], wide: float, high: float) -> float:
    """Return the first of `sizes` (falling) at which all paragraphs fit into the box, else the last."""
    kept = list(texts)
    for size in sizes:
        if sum(lines(text, size, wide) for text in kept) * size * LINE <= high:
            return size
    return sizes[-1]
