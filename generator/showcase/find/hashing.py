"""Keys to numbers: which shard a key lies in, and the 24 bits that tell it from its neighbours there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]

_SEED, _PRIME = 0x811C9DC5, 0x01000193


def hashed(columns: Sequence[Words]) -> Words:
    """Return a 32-bit hash of each row: FNV-1a over its code points, then mixed (murmur's last step).

    Two code points stand beside each other instead, 16 bits each: no two pairs share a hash.
    """
    value = np.full(len(columns[0]), _SEED, np.uint32)
    for column in columns:
        value = (value ^ column.astype(np.uint32)) * np.uint32(_PRIME)
    if len(columns) == 2:
        value = columns[0].astype(np.uint32) << np.uint32(16) ^ columns[1].astype(np.uint32)
    value = (value ^ (value >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    value = (value ^ (value >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return value ^ (value >> np.uint32(16))


def hashed_words(words: Iterable[str]) -> Words:
    """Return the hash of each word."""
    listed = list(words)
    found = np.zeros(len(listed), np.uint32)
    by_size: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(listed):
        by_size[len(word)].append(place)
    for size, places in by_size.items():
        points = "".join(listed[place] for place in places).encode("utf-32-le", "surrogatepass")
        table = np.frombuffer(points, np.uint32).reshape(len(places), size)
        found[places] = hashed([table[:, column] for column in range(size)])
    return found
