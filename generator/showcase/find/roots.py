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
from showcase.find.places import Reach
from showcase.find.streams import START, Numbered, Streams, marked
from showcase.find.tries import DOCUMENT_BITS, Limits, Roots, Walk, first_of

_SHARD_PAIRS = 1200
"""(Key, document) pairs for a shard: about 2 KB."""

_BUCKET_PAIRS = 8
_DOCUMENT = (1 << DOCUMENT_BITS) - 1
KEY_MASK = (1 << 24) - 1
ROOT = 2
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


def reading_beginnings(streams: Streams, reach: Reach, limits: Limits) -> Iterator[Some]:
    """Yield the roots of 1, 2 and 3 letters; under the last of them longer ones grow."""
    begins = np.flatnonzero(streams.point[streams.readings :] == ord(START)) + streams.readings
    for size in range(1, READING_LETTERS + 1):
        begins = begins[streams.point[begins + size] != 0]
        columns = [streams.point[begins + offset] for offset in range(size + 1)]
        key = streams.field[begins].astype(np.int64)
        for column in columns[1:]:
            key = key * 32 + column - 96
        order = np.argsort(key, kind="stable")
        begins, key = begins[order], key[order]
        document, new_key = streams.document[begins], first_of(key)
        new = new_key | first_of(document)
        start = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
        known = key[new_key]
        letters = [(known >> 5 * (size - n) & 31) + 96 for n in range(1, size + 1)]
        hashes = hashed([np.full(len(known), ord(START), np.uint32), *(a.astype(np.uint32) for a in letters)])
        node = np.cumsum(new_key) - 1
        common = (np.diff(start) > limits.common)[node]
        root = np.full(np.count_nonzero(common), size + 1, np.uint8)
        walk = Walk(streams, begins[common].astype(np.int32), node[common].astype(np.int32), root, reach)
        found, none = document[new].astype(np.int64), np.zeros(0, np.int64)
        standing = walk if size == READING_LETTERS else None
        yield Some(hashes, hashes, known >> 5 * size, start, found, none, standing)
        begins = np.sort(begins)


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
    numbers = np.array([field for _, _, field in keys], np.int64)
    single = np.array([len(key) == 1 and field != NAME for _, key, field in keys], bool)
    pairs = np.repeat(np.arange(len(keys)), np.diff(start)) << DOCUMENT_BITS | (
        np.arange(len(found)) - np.repeat(start[:-1], np.diff(start))
    )
    wholes = pairs[np.repeat(single, np.diff(start))] if keys else pairs
    return Some(
        hashed_words(home for home, _, _ in keys),
        hashed_words(key for _, key, _ in keys),
        numbers,
        start,
        found,
        wholes,
    )


def home_of(word: str) -> str:
    """Return what of a word decides where it is looked up: its first two characters, START being one."""
    return marked(word)[:2]


def ordered(kinds: list[Some], shards: int) -> tuple[Roots, Walk]:
    """Return all roots in the order of the files, and the walk over the common ones."""
    home, key, field = (
        np.concatenate([getattr(kind, name) for kind in kinds]) for name in ("home", "hash", "field")
    )
    sizes = np.concatenate([np.diff(kind.start) for kind in kinds])
    documents = np.concatenate([kind.documents for kind in kinds])
    shard = shard_of(home, shards)
    order = np.lexsort((field, key & np.uint32(KEY_MASK), shard))
    new = np.empty(len(order), np.int64)
    new[order] = np.arange(len(order))
    start = np.append(0, np.cumsum(sizes[order]))
    old = np.append(0, np.cumsum(sizes))
    index = np.arange(start[-1]) + np.repeat(old[order] - start[:-1], sizes[order])
    wholes, walks, offset = [], [], 0
    for kind in kinds:
        wholes.append(new[(kind.wholes >> DOCUMENT_BITS) + offset] << DOCUMENT_BITS | kind.wholes & _DOCUMENT)
        if kind.standing:
            kind.standing.node = new[kind.standing.node + offset].astype(np.int32)
            walks.append(kind.standing)
        offset += len(kind.hash)
    whole = np.sort(np.concatenate(wholes))
    return Roots(shard[order], key[order], field[order], start, documents[index], whole), _one(walks)


def _one(walks: list[Walk]) -> Walk:
    place, node, root = (
        np.concatenate([getattr(walk, name) for walk in walks]) for name in ("place", "node", "root")
    )
    order = np.argsort(node, kind="stable")
    return Walk(walks[0].streams, place[order], node[order], root[order], walks[0].reach)


def shard_of(hashes: Words, shards: int) -> Ints:
    """Return the shard of each hash: its highest bits. `shards` is a power of two."""
    return hashes.astype(np.int64) * shards >> 32


def buckets(documents: Ints, hashes: Words, shards: int, each: int) -> Buckets:
    """Return the documents of rare pairs, a few pairs to a bucket, as many buckets in every shard."""
    key = shard_of(hashes, shards) * each + hashes.astype(np.int64) % each
    both = np.sort(key << DOCUMENT_BITS | documents)
    return Buckets(both[first_of(both)], each)


def bucket_count(rare: int, shards: int) -> int:
    """Return how many buckets a shard has: a power of two, so that a growing site seldom moves them."""
    return 1 << max(0, (rare // (_BUCKET_PAIRS * shards)).bit_length() - 1)
