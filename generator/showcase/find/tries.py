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
    documents: NDArray[np.int32]
    wholes: Ints


@dataclass(frozen=True, slots=True)
class Level:
    """Keys one character longer than those of the level before, by parent and character.

    `ranks` are the documents as places among the parent's, out of `universe`; `wholes` as with roots.
    `common` are the keys above that grow, `hidden` for each of them the shelf of its rare longer keys.
    """

    parent: Ints
    point: Ints
    universe: Ints
    start: Ints
    ranks: Ints
    wholes: Ints
    common: Ints
    hidden: Shelves


@dataclass(frozen=True, slots=True)
class _Part:
    """All keys of a block: parent, point, count, `ranks` as in Level; which members end a whole value."""

    parent: Ints
    point: Ints
    count: Ints
    ranks: NDArray[np.int32]
    whole: NDArray[np.bool_]


def levels(roots: Roots, walk: Walk, limits: Limits) -> Iterator[Level]:
    """Yield the longer keys, level by level, the last without keys; `walk` must stand at the common roots."""
    first, depth = roots.start, 1
    while True:
        parts, walks, keys = [], [walk], 0
        for block in walk.blocks():
            parts.append(_part(block, depth))
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
        first, depth = level.start, depth + 1


def _part(walk: Walk, depth: int) -> _Part:
    """Return the keys of a block; leave the walk standing at them, `node` their places in the part."""
    walk.longer(depth)
    index_bits = len(walk.place).bit_length()
    low = walk.node[:1].astype(np.int64)
    key = (walk.node - low) << _POINT_BITS | walk.next_points(depth)
    both = np.sort(key << index_bits | np.arange(len(key)))
    walk.keep(both & ((1 << index_bits) - 1))
    key = both >> index_bits
    new_key = first_of(key)
    new = new_key | first_of(walk.rank)
    begins = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
    whole = walk.streams.whole[walk.place] == walk.root.astype(np.int32) + depth
    member = np.cumsum(new, dtype=np.int32) - 1
    ended = np.zeros(begins[-1], bool)
    ended[member[whole]] = True
    ranks = walk.rank[new]
    walk.node = np.cumsum(new_key, dtype=np.int32) - 1
    walk.rank = (member - begins[walk.node]).astype(np.int32)
    known = key[new_key]
    parent, point = (known >> _POINT_BITS) + low, known & ((1 << _POINT_BITS) - 1)
    return _Part(parent, point, np.diff(begins), ranks, ended)


def _level(parts: list[_Part], first: Ints, limits: Limits) -> Level:
    """Return the level of all parts; `first` are the starts of the level above."""
    none = np.zeros(0, np.int64)
    parent, point, count, ranks, whole = (
        np.concatenate([*(getattr(part, name) for part in parts), none])
        for name in ("parent", "point", "count", "ranks", "whole")
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
        ranks[is_kept],
        wholes,
        common,
        hidden,
    )
