"""Which documents hold each key: roots (two characters) and, below common ones, ever longer keys.

A key is common if more than `Limits.common` documents hold it in a field. A longer key exists where both keys
that are shorter by a character are common, however long it grows; so every query either is a key or contains
one that few documents hold, and these few are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.hashing import Words
from showcase.find.streams import Streams

DOCUMENT_BITS = 20
_FARTHEST, _AT_ONCE = 255, 1 << 18


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
    """Where each common key of the current level stands: `node[i]`, rising, at `place[i]` of `streams`.

    Where a node stays, places rise. `root` is the size of the root; `reach` says for each place of the
    streams how long the longest common key is that begins there (readings: as far as can be).
    """

    streams: Streams
    place: NDArray[np.int32]
    node: NDArray[np.int32]
    root: NDArray[np.uint8]
    reach: NDArray[np.uint8]

    def blocks(self) -> Iterator[Walk]:
        """Yield parts of the walk, no node in two of them."""
        borders = np.searchsorted(self.node, self.node[::_AT_ONCE])
        for begin, end in pairwise(np.unique(np.append(borders, len(self.node))).tolist()):
            yield Walk(
                self.streams, self.place[begin:end], self.node[begin:end], self.root[begin:end], self.reach
            )

    def longer(self, depth: int) -> None:
        """Leave only places where a key `depth` below the roots may exist."""
        far = np.minimum(self.root.astype(np.int32) + (depth - 1), _FARTHEST)
        self.keep(self.reach[self.place + 1] >= far)
        self.keep(self.next_points(depth) != 0)

    def next_points(self, depth: int) -> NDArray[np.uint32]:
        """Return the character that makes each key longer."""
        found: NDArray[np.uint32] = self.streams.point[self.place + self.root + (depth - 1)]
        return found

    def keep(self, kept: NDArray[np.bool_] | Ints) -> None:
        """Leave only the places `kept`, in this order."""
        self.place, self.node, self.root = self.place[kept], self.node[kept], self.root[kept]


@dataclass(frozen=True, slots=True)
class _Part:
    """Keys of a block: parent, point, count and members; which members end a whole value; where to go on."""

    parent: Ints
    point: Ints
    count: Ints
    members: Ints
    ended: Ints
    walk: Walk


def first_of(keys: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return which of sorted `keys` differ from the one before."""
    return np.append(True, keys[1:] != keys[:-1]) if len(keys) else np.zeros(0, bool)


def levels(roots: Roots, walk: Walk, limits: Limits) -> Iterator[Level]:
    """Yield the longer keys, level by level; `walk` must stand at the common roots."""
    before, first, depth = roots.documents, roots.start, 1
    points = np.flatnonzero(np.bincount(walk.streams.point, minlength=1))
    while True:
        parts, keys, members = [], 0, 0
        for block in walk.blocks():
            part = _part(block, depth, points, limits)
            part.walk.node += np.int32(keys)
            part.ended[:] += members
            keys, members = keys + len(part.count), members + len(part.members)
            parts.append(part)
        if not keys:
            return
        walk = _joined([part.walk for part in parts])
        values = walk.place[walk.place < walk.streams.readings]
        walk.reach[values] = min(2 + depth, _FARTHEST)
        level = _level(parts, before, first)
        yield level
        before, first, depth = level.documents, level.start, depth + 1


def _joined(walks: list[Walk]) -> Walk:
    place, node, root = (
        np.concatenate([getattr(walk, name) for walk in walks]) for name in ("place", "node", "root")
    )
    return Walk(walks[0].streams, place, node, root, walks[0].reach)


def _part(walk: Walk, depth: int, points: Ints, limits: Limits) -> _Part:
    walk.longer(depth)
    char_bits, index_bits = len(points).bit_length(), len(walk.place).bit_length()
    char = np.searchsorted(points, walk.next_points(depth))
    key = walk.node.astype(np.int64) << char_bits | char
    both = np.sort(key << index_bits | np.arange(len(key)))
    walk.keep(both & ((1 << index_bits) - 1))
    key = both >> index_bits
    new_key, document = first_of(key), walk.streams.document[walk.place]
    new = new_key | first_of(document)
    begins = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
    count: Ints = begins[1:] - begins[:-1]
    whole = walk.streams.whole[walk.place] == walk.root.astype(np.int32) + depth
    ended = np.unique((np.cumsum(new) - 1)[whole])
    walk.node = (np.cumsum(new_key) - 1).astype(np.int32)
    walk.keep((count > limits.common)[walk.node])
    known = key[new_key]
    point = points[known & ((1 << char_bits) - 1)]
    return _Part(known >> char_bits, point, count, document[new].astype(np.int64), ended, walk)


def _level(parts: list[_Part], before: Ints, first: Ints) -> Level:
    """Return the level of all parts; `before` and `first` are documents and starts of the level above."""
    parent, point, count, ended = (
        np.concatenate([getattr(part, name) for part in parts])
        for name in ("parent", "point", "count", "ended")
    )
    start = np.append(0, np.cumsum(count))
    ranks = [_ranks(part, before, first) for part in parts]
    node = np.searchsorted(start, ended, side="right") - 1
    wholes = node << DOCUMENT_BITS | (ended - start[node])
    members = np.concatenate([part.members for part in parts])
    return Level(parent, point, np.diff(first)[parent], start, members, np.concatenate(ranks), wholes)


def _ranks(part: _Part, before: Ints, first: Ints) -> Ints:
    """Return the place of each member among the documents of its key's parent."""
    if not len(part.parent):
        return part.members
    low, high = int(part.parent[0]), int(part.parent[-1]) + 1
    sizes = np.diff(first[low : high + 1])
    owners = np.repeat(np.arange(low, high), sizes) << DOCUMENT_BITS | before[first[low] : first[high]]
    above = np.repeat(part.parent, part.count)
    at: Ints = np.searchsorted(owners, above << DOCUMENT_BITS | part.members)
    at += first[low] - first[above]
    return at
