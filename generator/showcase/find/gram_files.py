"""Shards of keys as files: docs/search-format.md says how to read them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showcase.find.bits import Codes, Ints, bit_length, packed, rice_k
from showcase.find.places import places_of
from showcase.find.roots import (
    KEY_MASK,
    Buckets,
    bucket_count,
    buckets,
    named,
    ordered,
    pairs_of_characters,
    reading_beginnings,
    shard_count,
)
from showcase.find.streams import Numbered, streams_of
from showcase.find.tries import DOCUMENT_BITS, Level, Limits, Roots, levels
from showcase.model.artefact import Artefact
from showcase.model.folding import variants_for

_DOCUMENT = (1 << DOCUMENT_BITS) - 1
_HAN = 0x4E00
_NO_ROWS = b"\0\0"


def gram_files(documents: Numbered, limits: Limits, head: dict[str, object]) -> Iterator[Artefact]:
    """Yield `find/grams/<shard>.bin`; put what a reader must know of them into `head`."""
    streams = streams_of(documents)
    places = places_of(streams)
    found, rare, rare_hashes = pairs_of_characters(places, limits)
    shards = shard_count(len(found.documents) + len(rare))
    kinds = [found, named(documents), *reading_beginnings(streams, places.reach, limits)]
    del found, places
    roots, walk = ordered(kinds, shards)
    kinds.clear()
    head["variants"] = variants_for(map(chr, np.unique(streams.point).tolist()))
    shared = buckets(rare, rare_hashes, shards, bucket_count(len(rare), shards))
    head["grams"] = {"shards": shards, "buckets": shared.each, "common": limits.common}
    sections = [_root_section(roots, shards, len(documents))]
    shard = roots.shard
    for level in levels(roots, walk, limits):
        owner, shard = shard, shard[level.parent]
        sections.append(_level_section(level, shard, owner, shards))
    last = _bucket_section(shared, shards, len(documents))
    for number, parts in enumerate(zip(*sections, strict=True)):
        yield Artefact(f"find/grams/{number}.bin", _until_empty(parts) + last[number])


def _until_empty(parts: tuple[bytes, ...]) -> bytes:
    """Join the levels of a shard up to the first without keys, which is written: its count says the end."""
    used = next((place for place, part in enumerate(parts) if part == _NO_ROWS), len(parts))
    return b"".join(parts[:used]) + _NO_ROWS


class _Table:
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


def _gaps(members: Ints, size: Ints) -> Ints:
    """Return for each row's sorted members what lies between each and the one before."""
    gaps = np.diff(members, prepend=-1) - 1
    begins = (np.cumsum(size) - size)[size > 0]
    gaps[begins] = members[begins]
    return gaps


def _members(
    table: _Table, start: Ints, members: Ints, universe: Ints, wholes: Ints
) -> list[tuple[Ints, Ints, Ints]]:
    """Add count and a flag for wholes to the table; return the lists of members and wholes."""
    size = np.diff(start)
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
        (listed, _gaps(kept, listed), rice_k(universe, size)),
        (parts, _gaps(ranks, parts), rice_k(size, whole)),
    ]


def _root_section(roots: Roots, shards: int, documents: int) -> list[bytes]:
    rows = len(roots.hash)
    first, count = _groups(roots.shard, shards)
    key = (roots.hash & np.uint32(KEY_MASK)).astype(np.int64)
    step = np.diff(key, prepend=0)
    step[first[count > 0]] = key[first[count > 0]]
    table = _Table(rows)
    k = rice_k(np.full(shards, 1 << 24), count)
    table.rice(step, np.repeat(k, count))
    table.plain(roots.field, 3)
    lists = _members(table, roots.start, roots.documents, np.full(rows, documents), roots.wholes)
    return _with_counts(count, table.with_lists(lists, first))


def _level_section(level: Level, shard: Ints, owner: Ints, shards: int) -> list[bytes]:
    """Children in order of parent: the step from the last parent in the shard, the character, the members."""
    first, count = _groups(shard, shards)
    parents_before = np.searchsorted(owner, np.arange(shards))
    local = level.parent - parents_before[shard]
    step = np.diff(local, prepend=0)
    step[first[count > 0]] = local[first[count > 0]]
    table = _Table(len(shard))
    table.rice(step, 1)
    is_han = (level.point >= _HAN) & (level.point < _HAN + (1 << 15))
    table.plain(is_han.astype(np.int64), 1)
    table.plain(np.where(is_han, level.point - _HAN, level.point), np.where(is_han, 15, 21))
    lists = _members(table, level.start, level.ranks, level.universe, level.wholes)
    return _with_counts(count, table.with_lists(lists, first))


def _bucket_section(shared: Buckets, shards: int, documents: int) -> list[bytes]:
    rows = shards * shared.each
    size = np.bincount(shared.pairs >> DOCUMENT_BITS, minlength=rows)
    table = _Table(rows)
    table.counted(size)
    listed = np.where(size == documents, 0, size)
    gaps = _gaps((shared.pairs & _DOCUMENT)[np.repeat(listed > 0, size)], listed)
    lists = [(listed, gaps, rice_k(np.full(rows, documents), size))]
    return table.with_lists(lists, np.arange(shards) * shared.each)


def _groups(shard: Ints, shards: int) -> tuple[Ints, Ints]:
    """Return where each shard's rows begin, and how many they are."""
    first = np.searchsorted(shard, np.arange(shards))
    return first, np.diff(np.append(first, len(shard)))


def _with_counts(count: Ints, parts: list[bytes]) -> list[bytes]:
    """Put the number of rows, in two bytes, before each part."""
    heads = count.astype("<u2").tobytes()
    return [heads[2 * n : 2 * n + 2] + part for n, part in enumerate(parts)]
