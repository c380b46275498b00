"""Which shard a key lies in, and which shards are being built: all of them, or those that an edit touches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from showcase.find.bits import Ints
from showcase.find.hashing import Words

_SHARD_CHARACTERS = 1450
"""Characters of values for a shard: with what grows below its keys about 1.3 KB."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Some of `total` shards (a power of two), by rising number."""

    total: int
    numbers: Ints

    def __len__(self) -> int:
        """Return how many shards are chosen."""
        return len(self.numbers)

    def place(self, hashes: Words) -> Ints:
        """Return where among the chosen shards each hash belongs; -1 if its shard is not chosen."""
        shard = shard_of(hashes, self.total)
        if len(self.numbers) == self.total:
            return shard
        places = np.full(self.total, -1)
        places[self.numbers] = np.arange(len(self.numbers))
        return places[shard]


def all_shards(characters: int) -> Choice:
    """Return all shards for so many characters: a power of two, so that a growing site seldom moves keys."""
    total = 1 << max(0, (characters // _SHARD_CHARACTERS).bit_length())
    return Choice(total, np.arange(total))


def shard_of(hashes: Words, shards: int) -> Ints:
    """Return the shard of each hash: its highest bits. `shards` is a power of two."""
    return hashes.astype(np.int64) >> (33 - shards.bit_length())
