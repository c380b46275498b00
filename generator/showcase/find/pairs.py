"""Pairs of neighbouring characters: those that are keys, and those too rare to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.hashing import Words
from showcase.find.places import FIELD_BITS, Order, Reach, codes_at
from showcase.find.roots import ROOT, Some
from showcase.find.streams import Streams
from showcase.find.walk import DOCUMENT_BITS, Limits, Walk, first_of


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Some pairs: those that are keys, the rare ones, and where the common ones stand."""

    hashes: Words
    field: Ints
    count: Ints
    members: NDArray[np.int32]
    wholes: Ints
    rare: NDArray[np.int32]
    rare_hashes: Words
    place: NDArray[np.int32]
    node: NDArray[np.int32]
    rank: NDArray[np.int32]


def pairs_of_characters(
    streams: Streams, blocks: Iterable[Order], reach: Reach, limits: Limits
) -> tuple[Some, NDArray[np.int32], Words]:
    """Return the pairs at the places of `blocks` that are keys, and document and hash of those that are rare.

    At these places `reach` is made anew: ROOT where the pair is common, else 0.
    """
    parts, keys = [_pairs(streams, np.zeros(0, np.int32), limits, 0)], 0
    for block in blocks:
        reach[block] = 0
        parts.append(_pairs(streams, block, limits, keys))
        keys += len(parts[-1].hashes)
    one = _Pairs(*(np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(_Pairs)))
    walk = Walk(streams, one.place, one.node, np.full(len(one.place), ROOT, np.uint8), one.rank, reach)
    reach[walk.place] = ROOT
    start = np.append(0, np.cumsum(one.count))
    some = Some(one.hashes, one.hashes, one.field, start, one.members, one.wholes, walk)
    return some, one.rare, one.rare_hashes


def _pairs(streams: Streams, place: Order, limits: Limits, keys: int) -> _Pairs:
    """Return the pairs of a block, `keys` being before it."""
    code = codes_at(streams, place)
    document, new_code = streams.document[place], first_of(code)
    new = new_code | first_of(document)
    start = np.append(np.flatnonzero(new_code[new]), np.count_nonzero(new))
    count, known = np.diff(start), code[new_code]
    kept = count >= limits.rare
    members, is_rare = document[new], np.repeat(~kept, count)
    hashes = (known >> FIELD_BITS).astype(np.uint32)
    node = (keys + np.cumsum(kept) - 1).astype(np.int32)
    group = np.cumsum(new_code, dtype=np.int32) - 1
    member = np.cumsum(new, dtype=np.int32) - 1
    ended = (streams.whole[place] == ROOT) & kept[group]
    whole = np.unique(member[ended])
    owner = np.searchsorted(start, whole, side="right") - 1
    wholes = node[owner].astype(np.int64) << DOCUMENT_BITS | (whole - start[owner])
    stands = (count > limits.common)[group]
    standing = group[stands]
    return _Pairs(
        hashes[kept],
        known[kept] & ((1 << FIELD_BITS) - 1),
        count[kept],
        members[~is_rare],
        wholes,
        members[is_rare],
        np.repeat(hashes[~kept], count[~kept]),
        place[stands],
        node[standing],
        (member[stands] - start[standing]).astype(np.int32),
    )
