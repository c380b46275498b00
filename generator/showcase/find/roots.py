"""Keys that are looked up by hash: pairs of characters, beginnings of readings, characters, whole names.

Pairs that few documents hold are no keys: their documents lie in buckets, which many such pairs share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from showcase.find.bits import Ints
from showcase.find.documents import NAME, PINYIN
from showcase.find.hashing import Words, hashed, hashed_words
from showcase.find.streams import START, Numbered, Streams, marked
from showcase.find.tries import DOCUMENT_BITS, Limits, Roots, Walk, distinct, runs

_SHARD_PAIRS = 1200
"""(Key, document) pairs for a shard: about 2 KB."""

_BUCKET_PAIRS = 8
_DOCUMENT = (1 << DOCUMENT_BITS) - 1
READING_LETTERS = 3
"""The longest beginning of a reading that is a root; what is longer grows below it."""


@dataclass(frozen=True, slots=True)
class Some:
    """Keys of one kind, unordered: `home` decides the shard, `hash` tells them apart; else as Roots."""

    home: Words
    hash: Words
    field: Ints
    start: Ints
    documents: Ints
    wholes: Ints
    standing: Walk | None = None


@dataclass(frozen=True, slots=True)
class Buckets:
    """Documents of rare pairs: bucket << DOCUMENT_BITS | document, sorted; buckets lie in order of shard."""

    pairs: Ints
    each: int


def shard_count(pairs: int) -> int:
    """Return a power of two, so that a growing site seldom moves its keys."""
    return 1 << max(0, (pairs // _SHARD_PAIRS).bit_length())


def pairs_of_characters(streams: Streams, limits: Limits) -> tuple[Some, Ints, Words]:
    """Return the pairs that are keys, and document and hash of those that are rare."""
    place = np.flatnonzero((streams.point[:-1] != 0) & (streams.point[1:] != 0))
    table, points = _alphabet(streams)
    dense = table[streams.point]
    size = np.int64(len(points))
    key = (streams.field[place] * size + dense[place]) * size + dense[place + 1]
    pairs = distinct(key, streams.document[place].astype(np.int64))
    known, start = runs(pairs >> DOCUMENT_BITS)
    count = np.diff(start)
    hashes = hashed([points[known // size % size], points[known % size]])
    explicit = np.flatnonzero(count >= limits.rare)
    is_rare = np.repeat(count < limits.rare, count)
    rare = distinct(np.repeat(hashes, count)[is_rare].astype(np.int64), pairs[is_rare] & _DOCUMENT)
    kept = pairs[~is_rare]
    first = np.append(0, np.cumsum(count[explicit]))
    ended = place[streams.whole[place] == 2]
    ended_key = (streams.field[ended] * size + dense[ended]) * size + dense[ended + 1]
    found = np.searchsorted(kept, distinct(ended_key, streams.document[ended].astype(np.int64)))
    wholes = _ranked(kept, first, distinct(ended_key, streams.document[ended].astype(np.int64)), found)
    common = np.flatnonzero(count[explicit] > limits.common)
    lookup = np.zeros(int(known[-1]) + 1 if len(known) else 1, bool)
    lookup[known[explicit][common]] = True
    stands = lookup[key]
    node = common[np.searchsorted(known[explicit][common], key[stands])]
    walk = Walk(streams, place[stands], node, root=2, adjacent=True)
    field = known[explicit] // (size * size)
    home = hashes[explicit]
    return (
        Some(home, home, field, first, kept & _DOCUMENT, wholes, walk),
        rare & _DOCUMENT,
        (rare >> DOCUMENT_BITS).astype(np.uint32),
    )


def _ranked(kept: Ints, first: Ints, ended: Ints, found: Ints) -> Ints:
    """Return node << DOCUMENT_BITS | rank of those `ended` pairs that are among the `kept`."""
    found = found[np.append(kept, -1)[found] == ended]
    node = np.searchsorted(first, found, side="right") - 1
    return node << DOCUMENT_BITS | (found - first[node])


def _alphabet(streams: Streams) -> tuple[Ints, Words]:
    """Return a table from code point to its place among all that occur, and these."""
    present = np.bincount(streams.point, minlength=0x110000) > 0
    points = np.flatnonzero(present).astype(np.uint32)
    table = np.zeros(0x110000, np.int64)
    table[points] = np.arange(len(points))
    return table, points


def reading_beginnings(streams: Streams, limits: Limits) -> Iterator[Some]:
    """Yield the roots of 1, 2 and 3 letters; under the last of them longer ones grow."""
    begins = np.flatnonzero(streams.point == ord(START))
    for size in range(1, READING_LETTERS + 1):
        begins = begins[streams.point[begins + size] != 0]
        columns = [streams.point[begins + offset] for offset in range(size + 1)]
        key = streams.field[begins].astype(np.int64)
        for column in columns[1:]:
            key = key * 32 + column - 96
        pairs = distinct(key, streams.document[begins].astype(np.int64))
        known, start = runs(pairs >> DOCUMENT_BITS)
        letters = [(known >> 5 * (size - n) & 31) + 96 for n in range(1, size + 1)]
        hashes = hashed([np.full(len(known), ord(START), np.uint32), *(a.astype(np.uint32) for a in letters)])
        common = np.diff(start) > limits.common
        node = np.searchsorted(known, key)
        walk = Walk(streams, begins[common[node]], node[common[node]], root=size + 1, adjacent=False)
        none = np.zeros(0, np.int64)
        yield Some(
            hashes,
            hashes,
            known >> 5 * size,
            start,
            pairs & _DOCUMENT,
            none,
            walk if size == READING_LETTERS else None,
        )


def named(documents: Numbered) -> Some:
    """Return single characters of names, values of one character, whole names and whole readings ("=")."""
    rows: list[tuple[str, str, int, int]] = []
    for place, document in documents:
        short = list(document.short_values())
        joined = "".join(value for field, value in short if field == NAME).replace(" ", "")
        rows += [(char, char, NAME, place) for char in joined]
        rows += [(value, value, field, place) for field, value in short if len(value) == 1 and field != NAME]
        for field, whole in ((NAME, joined), (PINYIN, "".join(document.reading))):
            if whole:
                rows.append((home_of(whole), "=" + whole, field, place))
    rows = sorted(set(rows))
    keys: dict[tuple[str, str, int], list[int]] = {}
    for home, key, field, place in rows:
        keys.setdefault((home, key, field), []).append(place)
    start = np.cumsum([0, *map(len, keys.values())])
    found = np.array([place for places in keys.values() for place in places], np.int64)
    fields = np.array([field for _, _, field in keys], np.int64)
    single = np.array([len(key) == 1 and field != NAME for _, key, field in keys], bool)
    pairs = np.repeat(np.arange(len(keys)), np.diff(start)) << DOCUMENT_BITS | (
        np.arange(len(found)) - np.repeat(start[:-1], np.diff(start))
    )
    wholes = pairs[np.repeat(single, np.diff(start))] if keys else pairs
    return Some(
        hashed_words(home for home, _, _ in keys),
        hashed_words(key for _, key, _ in keys),
        fields,
        start,
        found,
        wholes,
    )


def home_of(word: str) -> str:
    """Return what of a word decides where it is looked up: its first two characters, START being one."""
    return marked(word)[:2]


def ordered(kinds: list[Some], shards: int) -> Roots:
    """Return all roots in the order of the files; the walks of `kinds` are renumbered."""
    home, key, field = (
        np.concatenate([getattr(kind, name) for kind in kinds]) for name in ("home", "hash", "field")
    )
    sizes = np.concatenate([np.diff(kind.start) for kind in kinds])
    documents = np.concatenate([kind.documents for kind in kinds])
    shard = home.astype(np.int64) % shards
    order = np.lexsort((field, key >> np.uint32(8), shard))
    new = np.empty(len(order), np.int64)
    new[order] = np.arange(len(order))
    start = np.append(0, np.cumsum(sizes[order]))
    old = np.append(0, np.cumsum(sizes))
    index = np.arange(start[-1]) + np.repeat(old[order] - start[:-1], sizes[order])
    wholes, offset = [], 0
    for kind in kinds:
        wholes.append(new[(kind.wholes >> DOCUMENT_BITS) + offset] << DOCUMENT_BITS | kind.wholes & _DOCUMENT)
        if kind.standing:
            kind.standing.node = new[kind.standing.node + offset]
        offset += len(kind.hash)
    return Roots(
        shard[order], key[order], field[order], start, documents[index], np.sort(np.concatenate(wholes))
    )


def buckets(documents: Ints, hashes: Words, shards: int) -> Buckets:
    """Return the documents of rare pairs, a few pairs to a bucket, as many buckets in every shard."""
    each = 1 << max(0, (len(documents) // (_BUCKET_PAIRS * shards)).bit_length() - 1)
    wide = hashes.astype(np.int64)
    return Buckets(distinct(wide % shards * each + (wide // shards) % each, documents), each)
