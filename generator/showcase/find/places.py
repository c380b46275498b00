"""Every place of the streams at which a pair begins, sorted by the pair: shard lies after shard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.hashing import hashed
from showcase.find.streams import Streams

FIELD_BITS = 3
Reach = NDArray[np.uint8]
_FARTHEST = 255
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Places:
    """`code` (hash << FIELD_BITS | field) rises, and `place` rises where it stays; `reach` as in a Walk."""

    streams: Streams
    code: Ints
    place: Ints
    reach: Reach


def places_of(streams: Streams) -> Places:
    """Return the places of all pairs of values."""
    point, end = streams.point, streams.readings
    place_bits = len(point).bit_length()
    parts = []
    for begin in range(0, max(end - 1, 0), _AT_ONCE):
        here, after = point[begin : min(begin + _AT_ONCE, end - 1)], point[begin + 1 : begin + 1 + _AT_ONCE]
        after = after[: len(here)]
        some = np.flatnonzero((here != 0) & (after != 0))
        code = hashed([here[some], after[some]]).astype(np.int64) << FIELD_BITS
        code |= streams.field[begin : begin + _AT_ONCE][some]
        parts.append(code << place_bits | (some + begin))
    both = np.concatenate([*parts, np.zeros(0, np.int64)])
    parts.clear()
    both.sort()
    reach = np.zeros(len(point) + 1, np.uint8)
    reach[end:] = _FARTHEST
    place = both & ((1 << place_bits) - 1)
    both >>= place_bits
    return Places(streams, both, place, reach)
