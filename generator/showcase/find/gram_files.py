"""Shards of keys as files: docs/search-format.md says how to read them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from showcase.find.bits import Ints, rice_k
from showcase.find.pairs import pairs_of_characters
from showcase.find.places import places_of
from showcase.find.roots import (
    KEY_MASK,
    Buckets,
    bucket_count,
    buckets,
    named,
    ordered,
    reading_beginnings,
    shard_count,
)
from showcase.find.streams import Numbered, streams_of
from showcase.find.tables import Rows, Table, blocks, gaps_of, lists_of
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


def _root_section(roots: Roots, shards: int, documents: int) -> list[bytes]:
    first, count = _groups(roots.shard, shards)
    rows = Rows(roots.start, roots.documents, np.full(len(roots.hash), documents), roots.wholes)
    step = _steps((roots.hash & np.uint32(KEY_MASK)).astype(np.int64), first, count)
    k = np.repeat(rice_k(np.full(shards, 1 << 24), count), count)
    found: list[bytes] = []
    for (low, high), (begin, end) in _parts(first, rows):
        table = Table(end - begin)
        table.rice(step[begin:end], k[begin:end])
        table.plain(roots.field[begin:end], 3)
        found += table.with_lists(lists_of(table, rows.part(begin, end)), first[low:high] - begin)
    return _with_counts(count, found)


def _level_section(level: Level, shard: Ints, owner: Ints, shards: int) -> list[bytes]:
    """Children in order of parent: the step from the last parent in the shard, the character, the members."""
    first, count = _groups(shard, shards)
    rows = Rows(level.start, level.ranks, level.universe, level.wholes)
    step = _steps(level.parent - np.searchsorted(owner, np.arange(shards))[shard], first, count)
    found: list[bytes] = []
    for (low, high), (begin, end) in _parts(first, rows):
        table, point = Table(end - begin), level.point[begin:end]
        table.rice(step[begin:end], 1)
        is_han = (point >= _HAN) & (point < _HAN + (1 << 15))
        table.plain(is_han.astype(np.int64), 1)
        table.plain(np.where(is_han, point - _HAN, point), np.where(is_han, 15, 21))
        found += table.with_lists(lists_of(table, rows.part(begin, end)), first[low:high] - begin)
    return _with_counts(count, found)


def _bucket_section(shared: Buckets, shards: int, documents: int) -> list[bytes]:
    size = np.bincount(shared.pairs >> DOCUMENT_BITS, minlength=shards * shared.each)
    none = np.zeros(0, np.int64)
    whole = Rows(np.append(0, np.cumsum(size)), shared.pairs & _DOCUMENT, np.full(len(size), documents), none)
    first = np.arange(shards) * shared.each
    found: list[bytes] = []
    for (low, high), (begin, end) in _parts(first, whole):
        table, rows = Table(end - begin), whole.part(begin, end)
        count = np.diff(rows.start)
        table.counted(count)
        listed = np.where(count == documents, 0, count)
        gaps = gaps_of(rows.members[np.repeat(listed > 0, count)], listed)
        found += table.with_lists([(listed, gaps, rice_k(rows.universe, count))], first[low:high] - begin)
    return found


def _parts(first: Ints, rows: Rows) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield some shards, from … up to …, and their rows."""
    borders = np.append(first, len(rows.start) - 1)
    for low, high in blocks(first, rows.start):
        yield (low, high), (int(borders[low]), int(borders[high]))


def _groups(shard: Ints, shards: int) -> tuple[Ints, Ints]:
    """Return where each shard's rows begin, and how many they are."""
    first = np.searchsorted(shard, np.arange(shards))
    return first, np.diff(np.append(first, len(shard)))


def _steps(number: Ints, first: Ints, count: Ints) -> Ints:
    """Return each number less the one before in its shard; the first as it is."""
    step = np.diff(number, prepend=0)
    step[first[count > 0]] = number[first[count > 0]]
    return step


def _with_counts(count: Ints, parts: list[bytes]) -> list[bytes]:
    """Put the number of rows, in two bytes, before each part."""
    heads = count.astype("<u2").tobytes()
    return [heads[2 * n : 2 * n + 2] + part for n, part in enumerate(parts)]
