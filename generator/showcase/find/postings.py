"""Postings as text: which documents a key stands in, and where. Format: docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_PLACE_BITS, _DOCUMENT_BITS = 20, 24
_PLACE, _DOCUMENT = (1 << _PLACE_BITS) - 1, (1 << _DOCUMENT_BITS) - 1

Occurrence = int
"""Field, document and place (code points from the start of the field's stream) in one number.

One number, not a tuple: a large site has millions, and they sort by field, document, place.
"""


def occurrence(field: int, document: int, place: int = 0) -> Occurrence:
    """Return the number of an occurrence; add to it to move along the text."""
    return (field << _DOCUMENT_BITS | document) << _PLACE_BITS | place


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
    parts: list[str] = []
    step, place, where, field = 0, 0, -1, -1
    for found in sorted(occurrences):
        if found >> _PLACE_BITS == where:
            parts.append(number(step * 2 + 1))
            step = (found & _PLACE) - place
        else:
            parts.append(number(step * 2) if parts else "")
            where, before = found >> _PLACE_BITS, where
            if where >> _DOCUMENT_BITS != field:
                field, before = where >> _DOCUMENT_BITS, 0
                parts.append(f" {field}")
            parts.append(number((where & _DOCUMENT) - (before & _DOCUMENT)))
            step = found & _PLACE
        place = found & _PLACE
    return "".join((*parts, number(step * 2))).lstrip()


def documents_only(occurrences: Iterable[Occurrence]) -> str:
    """Return a group a field: its digit, then the step from each document to the next."""
    parts: list[str] = []
    before, field = 0, -1
    for where in sorted({found >> _PLACE_BITS for found in occurrences}):
        if where >> _DOCUMENT_BITS != field:
            field, before = where >> _DOCUMENT_BITS, 0
            parts.append(f" {field}")
        parts.append(number((where & _DOCUMENT) - (before & _DOCUMENT)))
        before = where
    return "".join(parts).lstrip()
