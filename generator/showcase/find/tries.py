"""Which documents hold each key: roots (two characters) and, below common ones, ever longer keys.

A key is common if more than `Limits.common` documents hold it in a field. A longer key exists where both keys
that are shorter by a character are common, however long it grows; so every query either is a key or contains
one that few documents hold, and these few are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.hashing import Words
from showcase.find.streams import Streams

DOCUMENT_BITS = 20
_DOCUMENT = (1 << DOCUMENT_BITS) - 1
_FARTHEST = 255


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
    """Where each common key of the current level stands: `node[i]` at `place[i]` of `streams`.

    `root` is the size of the root; `reach` says for each place of the streams how long the longest common
    key is that begins there (readings need no common neighbour: as far as can be).
    """

    streams: Streams
    place: Ints
    node: Ints
    root: Ints
    reach: NDArray[np.uint8]

    def longer(self, depth: int) -> None:
        """Leave only places where a key `depth` below the roots may exist."""
        far = np.minimum(self.root + depth - 1, _FARTHEST)
        self._keep(self.reach[self.place + 1] >= far)
        self._keep(self.streams.point[self.place + self.root + depth - 1] != 0)

    def step(self, depth: int, number: Ints, common: NDArray[np.bool_], order: Ints) -> None:
        """Go on to the keys `number` (of the places in `order`); only `common` ones remain."""
        self._keep(order)
        self.node = number
        self._keep(common[number])
        values = self.place[self.place < self.streams.readings]
        self.reach[values] = np.minimum(2 + depth, _FARTHEST)

    def _keep(self, kept: NDArray[np.bool_] | Ints) -> None:
        self.place, self.node, self.root = self.place[kept], self.node[kept], self.root[kept]


def first_of(keys: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return which of sorted `keys` differ from the one before."""
    return np.append(True, keys[1:] != keys[:-1]) if len(keys) else np.zeros(0, bool)


def levels(roots: Roots, walk: Walk, limits: Limits) -> Iterator[Level]:
    """Yield the longer keys, level by level; `walk` must stand at the common roots."""
    before, first, depth = roots.documents, roots.start, 1
    points = np.unique(walk.streams.point)
    dense = np.zeros(int(points[-1]) + 1 if len(points) else 1, np.int32)
    dense[points] = np.arange(len(points))
    alphabet_bits = len(points).bit_length()
    while True:
        walk.longer(depth)
        if not len(walk.place):
            return
        char = walk.streams.point[walk.place + walk.root + depth - 1]
        key = walk.node << alphabet_bits | dense[char]
        index_bits = len(key).bit_length()
        # places rise within a key only if they do in the walk: documents are sorted by the next lines
        document = walk.streams.document[walk.place]
        whole = walk.streams.whole[walk.place] == walk.root + depth
        both = np.sort(key << index_bits | np.arange(len(key)))
        order, key = both & ((1 << index_bits) - 1), both >> index_bits
        new_key, document = first_of(key), document[order]
        new = new_key | first_of(document)
        number = np.cumsum(new_key) - 1
        start = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
        known, members = key[new_key], document[new].astype(np.int64)
        parent, point = known >> alphabet_bits, points[known & ((1 << alphabet_bits) - 1)].astype(np.int64)
        ended = np.unique((np.cumsum(new) - 1)[whole[order]])
        level = _level((parent, point), start, members, ended, (before, first))
        yield level
        walk.step(depth, number, np.diff(start) > limits.common, order)
        before, first, depth = level.documents, level.start, depth + 1


def _level(
    key: tuple[Ints, Ints], start: Ints, members: Ints, ended: Ints, shorter: tuple[Ints, Ints]
) -> Level:
    """Return the level of `members`; at `ended` the key is a whole value of the document."""
    (parent, point), (before, first) = key, shorter
    owners = np.repeat(np.arange(len(first) - 1), np.diff(first)) << DOCUMENT_BITS | before
    above = np.repeat(parent, np.diff(start))
    ranks = np.searchsorted(owners, above << DOCUMENT_BITS | members) - first[above]
    node = np.searchsorted(start, ended, side="right") - 1
    wholes = node << DOCUMENT_BITS | (ended - start[node])
    return Level(parent, point, np.diff(first)[parent], start, members, ranks, wholes)
