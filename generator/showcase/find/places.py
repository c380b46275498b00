"""Every place of the streams at which a pair begins, in order of the pair: shard lies after shard."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.choice import Choice
from showcase.find.hashing import Words, hashed
from showcase.find.streams import Streams

FIELD_BITS = 3
PLACE_BITS = 27
"""With hash and field 62 bits: a number that numpy compares, and twice as many still fit."""

Order = NDArray[np.int32]
Reach = NDArray[np.uint8]
_AT_ONCE = 1 << 18


def order_of(streams: Streams) -> Order:
    """Return the places of all pairs of values, by hash, field and place."""
    end = streams.readings
    parts = [np.zeros(0, np.int64)]
    for begin in range(0, max(end - 1, 0), _AT_ONCE):
        here = np.arange(begin, min(begin + _AT_ONCE, end - 1))
        some = here[(streams.point[here] != 0) & (streams.point[here + 1] != 0)]
        parts.append(keys_at(streams, some))
    both = np.concatenate(parts)
    parts.clear()
    both.sort()
    both &= (1 << PLACE_BITS) - 1
    return both.astype(np.int32)


def hashes_at(streams: Streams, places: Order | Ints) -> Words:
    """Return the hash of the pair at each of some places."""
    return hashed([streams.point[places], streams.point[places + 1]])


def codes_at(streams: Streams, places: Order | Ints) -> Ints:
    """Return hash and field of the pair at each of some places, as one number."""
    codes: Ints = hashes_at(streams, places).astype(np.int64) << FIELD_BITS | streams.field[places]
    return codes


def keys_at(streams: Streams, places: Order | Ints) -> Ints:
    """Return what places are ordered by, as one number: hash, field and place."""
    return codes_at(streams, places) << PLACE_BITS | places


def bounds(streams: Streams, order: Order, keys: Ints) -> Ints:
    """Return where in `order` the first place lies whose key is at least each of `keys`."""
    low, high = np.zeros(len(keys), np.int64), np.full(len(keys), len(order), np.int64)
    while True:
        open_ = np.flatnonzero(low < high)
        if not len(open_):
            return low
        middle = (low[open_] + high[open_]) >> 1
        less = keys_at(streams, order[middle]) < keys[open_]
        low[open_[less]] = middle[less] + 1
        high[open_[~less]] = middle[~less]


def blocks(streams: Streams, order: Order, choice: Choice) -> Iterator[Order]:
    """Yield the places of the chosen shards, some shards at a time."""
    width = (1 << 32 + FIELD_BITS + PLACE_BITS) // choice.total
    begins = bounds(streams, order, choice.numbers * width)
    ends = bounds(streams, order, choice.numbers * width + (width - 1))
    total = np.append(0, np.cumsum(ends - begins))
    borders = np.unique(
        np.append(np.searchsorted(total, np.arange(0, total[-1], _AT_ONCE)), [0, len(choice)])
    )
    for low, high in zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        spans = zip(begins[low:high].tolist(), ends[low:high].tolist(), strict=True)
        if ends[high - 1] - begins[low] == total[high] - total[low]:
            yield order[begins[low] : ends[high - 1]]
        else:
            yield np.concatenate([order[begin:end] for begin, end in spans])
