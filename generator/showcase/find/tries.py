"""Which documents hold each key: roots (two characters) and, below common ones, ever longer keys.

A key is common if more than `Limits.common` documents hold it in a field. A longer key exists where both keys
that are shorter by a character are common, however long it grows; so every query either is a key or contains
one that few documents hold, and these few are read. Longer keys that fewer than `Limits.rare` hold share
shelves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.hashing import Words
from showcase.find.shelves import Shelves, shelves
from showcase.find.walk import DOCUMENT_BITS, FARTHEST, Limits, Walk, first_of, joined

_POINT_BITS = 21


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

    `ranks` are places among the parent's documents, out of `universe`; `wholes` as with roots. `common` are
    the keys above that grow, `hidden` for each of them the shelf of its rare longer keys.
    """

    parent: Ints
    point: Ints
    universe: Ints
    start: Ints
    documents: Ints
    ranks: Ints
    wholes: Ints
    common: Ints
    hidden: Shelves


@dataclass(frozen=True, slots=True)
class _Part:
    """All keys of a block: parent, point, count and members; which members end a whole value."""

    parent: Ints
    point: Ints
    count: Ints
    members: Ints
    ranks: Ints
    whole: NDArray[np.bool_]


def levels(roots: Roots, walk: Walk, limits: Limits) -> Iterator[Level]:
    """Yield the longer keys, level by level, the last without keys; `walk` must stand at the common roots."""
    before, first, depth = roots.documents, roots.start, 1
    while True:
        parts, walks, keys = [], [walk], 0
        for block in walk.blocks():
            parts.append(_part(block, depth, before, first))
            kept = parts[-1].count >= limits.rare
            common = (parts[-1].count > limits.common)[block.node]
            block.node = (np.cumsum(kept) - 1).astype(np.int32)[block.node] + np.int32(keys)
            block.keep(common)
            keys += int(np.count_nonzero(kept))
            walks.append(block)
        walk.keep(np.zeros(0, np.int64))
        walk = joined(walks)
        values = walk.place[walk.place < walk.streams.readings]
        walk.reach[values] = min(2 + depth, FARTHEST)
        level = _level(parts, first, limits)
        yield level
        if not keys:
            return
        before, first, depth = level.documents, level.start, depth + 1


def _part(walk: Walk, depth: int, before: Ints, first: Ints) -> _Part:
    """Return the keys of a block; leave the walk standing at them, `node` their places in the part."""
    walk.longer(depth)
    index_bits = len(walk.place).bit_length()
    low = walk.node[:1].astype(np.int64)
    key = (walk.node - low) << _POINT_BITS | walk.next_points(depth)
    both = np.sort(key << index_bits | np.arange(len(key)))
    walk.keep(both & ((1 << index_bits) - 1))
    key = both >> index_bits
    new_key, document = first_of(key), walk.streams.document[walk.place]
    new = new_key | first_of(document)
    begins = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
    whole = walk.streams.whole[walk.place] == walk.root.astype(np.int32) + depth
    ended = np.zeros(begins[-1], bool)
    ended[(np.cumsum(new) - 1)[whole]] = True
    walk.node = (np.cumsum(new_key) - 1).astype(np.int32)
    known, members = key[new_key], document[new].astype(np.int64)
    parent, count = (known >> _POINT_BITS) + low, np.diff(begins)
    ranks = _ranks(parent, count, members, before, first)
    return _Part(parent, known & ((1 << _POINT_BITS) - 1), count, members, ranks, ended)


def _ranks(parent: Ints, count: Ints, members: Ints, before: Ints, first: Ints) -> Ints:
    """Return the place of each member among the documents of its key's parent."""
    if not len(parent):
        return members
    low, high = int(parent[0]), int(parent[-1]) + 1
    sizes = np.diff(first[low : high + 1])
    owners = np.repeat(np.arange(low, high), sizes) << DOCUMENT_BITS | before[first[low] : first[high]]
    above = np.repeat(parent, count)
    at: Ints = np.searchsorted(owners, above << DOCUMENT_BITS | members)
    at += first[low] - first[above]
    return at


def _level(parts: list[_Part], first: Ints, limits: Limits) -> Level:
    """Return the level of all parts; `first` are the starts of the level above."""
    none = np.zeros(0, np.int64)
    parent, point, count, members, ranks, whole = (
        np.concatenate([*(getattr(part, name) for part in parts), none]).astype(np.int64)
        for name in ("parent", "point", "count", "members", "ranks", "whole")
    )
    sizes = np.diff(first)
    common = np.flatnonzero(sizes > limits.common)
    kept = count >= limits.rare
    is_kept = np.repeat(kept, count)
    owner = np.searchsorted(common, np.repeat(parent[~kept], count[~kept]))
    hidden = shelves(owner, np.repeat(point[~kept], count[~kept]), ranks[~is_kept], sizes[common])
    start = np.append(0, np.cumsum(count[kept]))
    ended = np.flatnonzero(whole[is_kept])
    node = np.searchsorted(start, ended, side="right") - 1
    wholes = node << DOCUMENT_BITS | (ended - start[node])
    return Level(
        parent[kept],
        point[kept],
        sizes[parent[kept]],
        start,
        members[is_kept],
        ranks[is_kept],
        wholes,
        common,
        hidden,
    )
