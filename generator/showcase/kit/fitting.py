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


def fitted(
    texts: Iterable[str], sizes: Sequence[float], wide: float, high: float, apart: float = 0.0
) -> float:
    """Return the first of `sizes` (falling) at which all paragraphs fit into the box, else the last.

    `apart` is what stands between two of them.
    """
    kept = list(texts)
    for size in sizes:
        if tall(kept, size, wide, apart) <= high:
            return size
    return sizes[-1]


def tall(texts: Sequence[str], size: float, wide: float, apart: float = 0.0) -> float:
    """Return how high paragraphs stand at `size` in a box that is `wide`."""
    return sum(lines(text, size, wide) for text in texts) * size * LINE + apart * (len(texts) - 1)


def even(text: str, size: float, wide: float) -> float:
    """Return the narrowest box in which a text has no more lines: its last is about as long as the others."""
    return min(wide, (width(text) / lines(text, size, wide) + _SLACK) * size + 1)


def rows(parts: Sequence[str], sizes: Sequence[float], wide: float, high: float) -> list[str]:
    """Return a name in lines that end between its parts, for the largest of `sizes` at which all fit.

    One line with the whole where a part is longer than a line at every size.
    """
    for size in sizes:
        found = [""]
        for part in parts:
            found = (
                [*found[:-1], found[-1] + part] if _holds(found[-1] + part, size, wide) else [*found, part]
            )
        found = [row for row in found if row]
        if all(_holds(row, size, wide) for row in found) and tall(found, size, wide) <= high:
            return found
    return ["".join(parts)]


def _holds(row: str, size: float, wide: float) -> bool:
    return lines(row, size, wide) == 1
