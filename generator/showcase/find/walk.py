"""Where common keys stand in the streams, level by level: what longer keys grow from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.streams import Streams

DOCUMENT_BITS = 20
FARTHEST = 255
_AT_ONCE = 1 << 18


@dataclass(frozen=True, slots=True)
class Limits:
    """`common`: more documents, and longer keys follow; `rare`: fewer, and a key shares a shelf."""

    common: int = 48
    rare: int = 12


@dataclass(slots=True)
class Walk:
    """Where each common key of the current level stands: `node[i]`, rising, at `place[i]` of `streams`.

    Where a node stays, places rise. `root` is the size of the root, `rank` the place of the document among
    those of the node; `reach` says for each place of the streams how long the longest common key is that
    begins there (readings: as far as can be).
    """

    streams: Streams
    place: NDArray[np.int32]
    node: NDArray[np.int32]
    root: NDArray[np.uint8]
    rank: NDArray[np.int32]
    reach: NDArray[np.uint8]

    def blocks(self) -> Iterator[Walk]:
        """Yield parts of the walk, no node in two of them."""
        borders = np.searchsorted(self.node, self.node[::_AT_ONCE])
        for begin, end in pairwise(np.unique(np.append(borders, len(self.node))).tolist()):
            here = slice(begin, end)
            place, node, root, rank = self.place[here], self.node[here], self.root[here], self.rank[here]
            yield Walk(self.streams, place, node, root, rank, self.reach)

    def longer(self, depth: int) -> None:
        """Leave only places where a key `depth` below the roots may exist."""
        far = np.minimum(self.root.astype(np.int32) + (depth - 1), FARTHEST)
        self.keep(self.reach[self.place + 1] >= far)
        self.keep(self.next_points(depth) != 0)

    def next_points(self, depth: int) -> NDArray[np.uint32]:
        """Return the character that makes each key longer."""
        found: NDArray[np.uint32] = self.streams.point[self.place + self.root + (depth - 1)]
        return found

    def keep(self, kept: NDArray[np.bool_] | Ints) -> None:
        """Leave only the places `kept`, in this order."""
        self.place, self.node = self.place[kept], self.node[kept]
        self.root, self.rank = self.root[kept], self.rank[kept]


def joined(walks: list[Walk]) -> Walk:
    """Return one walk over the places of all, one after the other."""
    place, node, root, rank = (
        np.concatenate([getattr(walk, name) for walk in walks]) for name in ("place", "node", "root", "rank")
    )
    return Walk(walks[0].streams, place, node, root, rank, walks[0].reach)


def first_of(keys: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return which of sorted `keys` differ from the one before."""
    return np.append(True, keys[1:] != keys[:-1]) if len(keys) else np.zeros(0, bool)
