"""Lanes of the year's shelf: where two books would overlap, the second goes one board up."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from showcase.pages.shelf import SHELF_DAYS, Book

NAME_DAYS = 6
"""A name needs this many days' width beside the stroke of a single day."""

_DAY = datetime.timedelta(days=1)


def place(drawn: Sequence[Book], starts: Sequence[datetime.date]) -> list[Book]:
    """Return the books (sorted by first day) with the days they take up and their lanes.

    Lanes are first-fit over the whole year. Lying books have lanes of their own, above all boards.
    """
    wide = [_widened(book, _following(drawn[n + 1 :]), starts) for n, book in enumerate(drawn)]
    standing = iter(lanes([(b.left, b.right) for b in wide if b.form != "lying"]))
    lying = iter(lanes([(b.left, b.right) for b in wide if b.form == "lying"]))
    return [replace(book, lane=next(lying if book.form == "lying" else standing)) for book in wide]


def _following(rest: Sequence[Book]) -> datetime.date:
    return next((book.first for book in rest if book.form != "lying"), datetime.date.max)


def lanes(spans: Sequence[tuple[datetime.date, datetime.date]]) -> list[int]:
    """Return the lane of each span (sorted by first day): the lowest in which nothing overlaps it."""
    ends: list[datetime.date] = []
    found = []
    for first, last in spans:
        lane = next((n for n, end in enumerate(ends) if end < first), len(ends))
        ends[lane : lane + 1] = [last]
        found.append(lane)
    return found


def _widened(book: Book, following: datetime.date, starts: Sequence[datetime.date]) -> Book:
    if book.form == "day":
        after = book.first + (NAME_DAYS - 1) * _DAY
        if shelf_of(after, starts) == shelf_of(book.first, starts) and following > after:
            return replace(book, left=book.first, right=max(after, book.last))
        before = book.last - (NAME_DAYS - 1) * _DAY
        if shelf_of(before, starts) == shelf_of(book.last, starts):
            return replace(book, left=before, right=book.last)
        return replace(book, left=book.first, right=after)
    least = book.first + (NAME_DAYS - 1) * _DAY if book.form == "off" else book.last
    return replace(book, left=book.first, right=max(book.last, least))


def shelf_of(day: datetime.date, starts: Sequence[datetime.date]) -> int:
    """Return the number of the shelf that holds `day` (-1 before the first)."""
    last = starts[-1] + SHELF_DAYS * _DAY
    return bisect_right(starts, day) - 1 if day < last else len(starts)
