"""Rows of numbers and lists to bits, a group of rows to some bytes: what shards are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Codes, Ints, bit_length, packed, rice_k
from showcase.find.walk import DOCUMENT_BITS

_DOCUMENT = (1 << DOCUMENT_BITS) - 1
_AT_ONCE = 1 << 17
"""Members that are written together: what fits into a processor's cache is done sooner."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Keys as they are written: row n has members[start[n]:start[n + 1]], out of `universe[n]`."""

    start: Ints
    members: NDArray[np.integer]
    universe: Ints
    wholes: Ints

    def part(self, begin: int, end: int) -> Rows:
        """Return the rows from `begin` up to `end`."""
        start = self.start[begin : end + 1]
        low, high = np.searchsorted(self.wholes, [begin << DOCUMENT_BITS, end << DOCUMENT_BITS])
        members: Ints = self.members[start[0] : start[-1]].astype(np.int64)
        wholes = self.wholes[low:high] - (begin << DOCUMENT_BITS)
        return Rows(start - start[0], members, self.universe[begin:end], wholes)


def blocks(first: Ints, start: Ints) -> Iterator[tuple[int, int]]:
    """Yield groups from … up to …, with about _AT_ONCE members; group g begins at row first[g]."""
    before = start[first]
    wanted = np.arange(0, int(start[-1]) + _AT_ONCE, _AT_ONCE)
    borders = np.unique(np.append(np.searchsorted(before, wanted), [0, len(first)]))
    yield from zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True)


class Table:
    """Codes of many rows: columns of numbers, then each row's list."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.columns: list[tuple[Ints, Ints, bool]] = []

    def plain(self, value: Ints, k: Ints | int) -> None:
        """Add a column of k bits."""
        self.columns.append((value, np.broadcast_to(np.asarray(k, np.int64), value.shape), False))

    def rice(self, value: Ints, k: Ints | int) -> None:
        """Add a column in Rice codes."""
        self.columns.append((value, np.broadcast_to(np.asarray(k, np.int64), value.shape), True))

    def counted(self, count: Ints) -> None:
        """Add a column of numbers from 0 on: five bits of length, then the bits below the highest."""
        length = bit_length(count)
        self.plain(length, 5)
        self.plain(count - np.where(length > 0, 1 << np.maximum(length - 1, 0), 0), np.maximum(length - 1, 0))

    def with_lists(self, lists: list[tuple[Ints, Ints, Ints]], first: Ints) -> list[bytes]:
        """Return the bytes of groups of rows, group g from row first[g]; a list: sizes, gaps, k of rows."""
        sizes = [np.full(self.rows, len(self.columns), np.int64), *(size for size, _, _ in lists)]
        total = np.sum(sizes, axis=0)
        begins = np.append(0, np.cumsum(total))
        value, k = np.empty(begins[-1], np.int64), np.empty(begins[-1], np.int64)
        unary = np.ones(begins[-1], bool)
        for number, (column, bits, is_rice) in enumerate(self.columns):
            at = begins[:-1] + number
            value[at], k[at], unary[at] = column, bits, is_rice
        offset = begins[:-1] + len(self.columns)
        for size, gaps, row_k in lists:
            ends = np.cumsum(size)
            at = np.arange(len(gaps)) + np.repeat(offset - (ends - size), size)
            value[at], k[at] = gaps, np.repeat(row_k, size)
            offset = offset + size
        return packed(Codes(value, k, unary), begins[first])


def gaps_of(members: NDArray[np.integer], size: Ints) -> Ints:
    """Return for each row's sorted members what lies between each and the one before."""
    gaps: Ints = np.diff(members, prepend=-1) - 1
    begins = (np.cumsum(size) - size)[size > 0]
    gaps[begins] = members[begins]
    return gaps


def lists_of(table: Table, rows: Rows) -> list[tuple[Ints, Ints, Ints]]:
    """Add count and a flag for wholes to the table; return the lists of members and wholes."""
    size, members, universe, wholes = np.diff(rows.start), rows.members, rows.universe, rows.wholes
    whole = np.bincount(wholes >> DOCUMENT_BITS, minlength=len(size))
    table.counted(size)
    table.plain((whole > 0).astype(np.int64), 1)
    length = bit_length(whole)
    table.plain(length, np.where(whole > 0, 5, 0))
    table.plain(whole - np.where(length > 0, 1 << np.maximum(length - 1, 0), 0), np.maximum(length - 1, 0))
    listed = np.where(size == universe, 0, size)
    kept = members[np.repeat(listed > 0, size)]
    parts = np.where(whole == size, 0, whole)
    ranks = (wholes & _DOCUMENT)[np.repeat(parts > 0, whole)]
    return [
        (listed, gaps_of(kept, listed), rice_k(universe, size)),
        (parts, gaps_of(ranks, parts), rice_k(size, whole)),
    ]
