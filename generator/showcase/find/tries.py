"""Which documents hold each key: roots (two characters) and, below common ones, ever longer keys.

A key is common if more than `Limits.common` documents hold it in a field. A longer key exists where both keys
that are shorter by a character are common, however long it grows; so every query either is a key or contains
one that few documents hold, and these few are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from showcase.find.bits import Ints
from showcase.find.hashing import Words
from showcase.find.streams import Streams

DOCUMENT_BITS, _POINT_BITS = 20, 21
_DOCUMENT = (1 << DOCUMENT_BITS) - 1


@dataclass(frozen=True, slots=True)
class Limits:
    """`common`: more documents, and longer keys follow; `rare`: fewer, and a key shares a bucket."""

    common: int = 64
    rare: int = 6


@dataclass(frozen=True, slots=True)
class Roots:
    """Keys without parents in the order of the files: shard, hash, field.

    `start[n]` to `start[n + 1]` are the documents of key n; `wholes` is key << DOCUMENT_BITS | place among
    its documents, where it is a whole value.
    """

    shard: Ints
    hash: Words
    field: Ints
    start: Ints
    documents: Ints
    wholes: Ints


@dataclass(frozen=True, slots=True)
class Level:
    """Keys one character longer than those of the level before, by parent and character.

    `ranks` are places among the parent's documents, out of `universe`; `wholes` as with roots.
    """

    parent: Ints
    point: Ints
    universe: Ints
    start: Ints
    documents: Ints
    ranks: Ints
    wholes: Ints


@dataclass(slots=True)
class Walk:
    """Where each common key of the current level stands: `node[i]` at place `place[i]` of `streams`.

    `root` is the size of the roots; `adjacent`: a longer key needs a common one at the next place too.
    """

    streams: Streams
    place: Ints
    node: Ints
    root: int
    adjacent: bool

    def longer(self, depth: int) -> tuple[Ints, Ints, Ints]:
        """Return (place, parent, code point) of every key that may exist `depth` below the roots."""
        place, node = self.place, self.node
        if self.adjacent:
            both = np.flatnonzero(np.diff(place) == 1)
            place, node = place[both], node[both]
        point = self.streams.point[place + self.root + depth - 1].astype(np.int64)
        kept = np.flatnonzero(point)
        return place[kept], node[kept], point[kept]


def distinct(key: Ints, document: Ints) -> Ints:
    """Return each (key, document) once, sorted, as key << DOCUMENT_BITS | document."""
    both = np.sort(key << DOCUMENT_BITS | document)
    return both[np.append(True, both[1:] != both[:-1])] if len(both) else both


def runs(keys: Ints) -> tuple[Ints, Ints]:
    """Return the distinct values of sorted `keys`, and where each begins (with the end)."""
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, np.int64)
    return keys[begins], np.append(begins, len(keys))


def levels(roots: Roots, walks: list[Walk], limits: Limits) -> Iterator[Level]:
    """Yield the longer keys, level by level; `walks` must stand at the common roots."""
    before, first, depth = roots.documents, roots.start, 1
    while True:
        found = [walk.longer(depth) for walk in walks]
        keys = [parent << _POINT_BITS | point for _, parent, point in found]
        documents = [walk.streams.document[place] for walk, (place, _, _) in zip(walks, found, strict=True)]
        pairs = distinct(np.concatenate(keys), np.concatenate(documents))
        if not len(pairs):
            return
        ended = [
            (key[whole], document[whole])
            for walk, key, document, (place, _, _) in zip(walks, keys, documents, found, strict=True)
            for whole in [walk.streams.whole[place] == walk.root + depth]
        ]
        level, known = _level(pairs, before, first, *map(np.concatenate, zip(*ended, strict=True)))
        yield level
        common = np.flatnonzero(np.diff(level.start) > limits.common)
        for walk, key, (place, _, _) in zip(walks, keys, found, strict=True):
            walk.place, walk.node = _standing(key, place, known, common)
        before, first, depth = level.documents, level.start, depth + 1


def _level(pairs: Ints, before: Ints, first: Ints, ended: Ints, ended_in: Ints) -> tuple[Level, Ints]:
    """Return the level of `pairs` and its keys; where `ended` ends a value of `ended_in` is a whole."""
    keys, documents = pairs >> DOCUMENT_BITS, pairs & _DOCUMENT
    known, start = runs(keys)
    parent = known >> _POINT_BITS
    owners = np.repeat(np.arange(len(first) - 1), np.diff(first)) << DOCUMENT_BITS | before
    ranks = np.searchsorted(owners, (keys >> _POINT_BITS) << DOCUMENT_BITS | documents)
    ranks -= first[keys >> _POINT_BITS]
    whole = np.searchsorted(pairs, distinct(ended, ended_in))
    node = np.searchsorted(start, whole, side="right") - 1
    point, universe = known & ((1 << _POINT_BITS) - 1), np.diff(first)[parent]
    wholes = node << DOCUMENT_BITS | (whole - start[node])
    return Level(parent, point, universe, start, documents, ranks, wholes), known


def _standing(key: Ints, place: Ints, known: Ints, common: Ints) -> tuple[Ints, Ints]:
    """Return the places at which a common key stands, and which (its number in the level)."""
    if not len(common):
        return place[:0], place[:0]
    at = np.minimum(np.searchsorted(known[common], key), len(common) - 1)
    stands = np.flatnonzero(known[common][at] == key)
    return place[stands], common[at[stands]]
