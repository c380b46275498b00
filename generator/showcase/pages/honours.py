"""Recommendations of a record, as its page prints them."""

from __future__ import annotations

from typing import NamedTuple

from showcase.model.days import chinese_day
from showcase.model.parts import Honour
from showcase.model.terms import DISTINCTION_NAMES, LEVEL_NAMES, LEVEL_SEALS, Level

_RANK = {level: rank for rank, level in enumerate(Level)}


class HonourRow(NamedTuple):
    """Year, one-character seal with its meaning, title as printed, and what proves it."""

    year: int
    seal: str
    level: str
    title: str
    source: tuple[str, ...]


def honour_rows(honours: tuple[Honour, ...]) -> list[HonourRow]:
    """Return the honours newest first; within a year the higher level first."""
    return [_row(honour) for honour in sorted(honours, key=lambda h: (-h.year, _RANK[h.level], h.title))]


def _row(honour: Honour) -> HonourRow:
    source = (
        DISTINCTION_NAMES[honour.distinction] if honour.distinction else "",
        honour.document,
        chinese_day(honour.date) if honour.date else "",
    )
    return HonourRow(
        honour.year,
        LEVEL_SEALS[honour.level],
        LEVEL_NAMES[honour.level],
        honour.title,
        tuple(part for part in source if part),
    )
