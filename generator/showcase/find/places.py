"""Every place of the streams at which a pair begins, sorted by the pair: shard lies after shard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.hashing import hashed
from showcase.find.streams import Streams

FIELD_BITS = 3
Reach = NDArray[np.uint8]
Block = tuple[Ints, NDArray[np.int32]]
_FARTHEST = 255
_AT_ONCE = 1 << 18


@dataclass(frozen=True, slots=True)
class Places:
    """`both` is hash, field (FIELD_BITS) and place (`place_bits`), sorted; `reach` as in a Walk."""

    streams: Streams
    both: Ints
    place_bits: int
    reach: Reach

    def blocks(self) -> Iterator[Block]:
        """Yield codes (hash << FIELD_BITS | field) and places, block by block, no pair in two of them."""
        codes = self.both[::_AT_ONCE] >> self.place_bits << self.place_bits
        borders = np.unique(np.append(np.searchsorted(self.both, codes), [0, len(self.both)]))
        for begin, end in pairwise(borders.tolist()):
            both = self.both[begin:end]
            yield both >> self.place_bits, (both & ((1 << self.place_bits) - 1)).astype(np.int32)


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
    return Places(streams, both, place_bits, reach)
