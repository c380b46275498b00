"""Postings as text: which documents a key stands in, and where. Format: docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter

Occurrence = tuple[int, int, int]
"""Field, document id, place (code points from the start of the field's stream)."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@cache
def number(value: int) -> str:
    """Return `value` in groups of five bits, low first; a sixth bit says that more follow."""
    digits = ""
    while value > 31:
        digits += _DIGITS[value & 31 | 32]
        value >>= 5
    return digits + _DIGITS[value]


def with_places(occurrences: Iterable[Occurrence]) -> str:
    """Return a group a field: its digit, then for each document the step from the last and its places.

    Each place is written as the step from the last place, doubled, plus one if another follows.
    """
    groups = []
    for field, members in groupby(sorted(occurrences), key=itemgetter(0)):
        parts, last = [str(field)], 0
        for document, places in groupby(members, key=itemgetter(1)):
            parts.append(number(document - last))
            parts += _steps([place for _, _, place in places])
            last = document
        groups.append("".join(parts))
    return " ".join(groups)


def _steps(places: list[int]) -> Iterable[str]:
    steps = [after - before for before, after in pairwise([0, *places])]
    yield from (number(step * 2 + 1) for step in steps[:-1])
    yield number(steps[-1] * 2)


def documents_only(occurrences: Iterable[Occurrence]) -> str:
    """Return a group a field: its digit, then the step from each document to the next."""
    groups = []
    for field, members in groupby(sorted({found[:2] for found in occurrences}), key=itemgetter(0)):
        documents = [document for _, document in members]
        steps = (after - before for before, after in pairwise([0, *documents]))
        groups.append(str(field) + "".join(map(number, steps)))
    return " ".join(groups)
