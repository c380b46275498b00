"""Keys to numbers: which shard a key lies in, and the 24 bits that tell it from its neighbours there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]

_SEED, _PRIME = 0x811C9DC5, 0x01000193


def hashed(columns: Sequence[Words]) -> Words:
    """Return a 32-bit hash of each row: FNV-1a over its code points, then mixed (murmur's last step).

    Two code points stand beside each other instead, 16 bits each: no two pairs share a hash.
    """
    if len(columns) == 2:
        value = columns[0].astype(np.uint32) << np.uint32(16) ^ columns[1].astype(np.uint32)
    else:
        value = np.full(len(columns[0]), _SEED, np.uint32)
        for column in columns:
            value = (value ^ column.astype(np.uint32)) * np.uint32(_PRIME)
    value = (value ^ (value >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    value = (value ^ (value >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return value ^ (value >> np.uint32(16))


def hashed_words(words: Iterable[str]) -> Words:
    """Return the hash of each word."""
    listed = list(words)
    found = np.zeros(len(listed), np.uint32)
    points = np.frombuffer("".join(listed).encode("utf-32-le", "surrogatepass"), np.uint32)
    sizes = np.array([*map(len, listed)], np.int64)
    begins = np.cumsum(sizes) - sizes
    for size in np.unique(sizes).tolist():
        places = np.flatnonzero(sizes == size)
        found[places] = hashed([points[begins[places] + column] for column in range(size)])
    return found
