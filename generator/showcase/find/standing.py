"""What the keys of an index are made from, and the making of them: for all shards, or for some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from showcase.find.choice import Choice, all_shards
from showcase.find.documents import Document
from showcase.find.gram_files import rare_pairs, shard_bytes
from showcase.find.naming import Named, named
from showcase.find.pairs import pairs_of_characters
from showcase.find.places import Order, Reach, blocks, order_of
from showcase.find.roots import Beginnings, beginnings_of, named_keys, ordered, reading_keys
from showcase.find.streams import Cells, Streams, cells_of
from showcase.find.tries import levels
from showcase.find.walk import FARTHEST, Limits


@dataclass(frozen=True, slots=True)
class Standing:
    """All values, their places in order of pairs, the reach of each place (see Walk), the names.

    Made by `standing_of`, or by `edited` from the one before; both give the same.
    """

    cells: Cells
    order: Order
    reach: Reach
    named: Named

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.cells.sizes[0])

    @property
    def shards(self) -> Choice:
        """All shards of the index."""
        return all_shards(self.cells.readings)


def standing_of(documents: Sequence[Document]) -> tuple[Standing, Streams]:
    """Return what stands in the documents, which are numbered 0, 1, 2 …; no key has been made yet."""
    cells = cells_of(documents)
    streams = Streams.of(cells)
    reach = np.zeros(len(cells.cell) + 1, np.uint8)
    reach[cells.readings :] = FARTHEST
    return Standing(cells, order_of(streams), reach, named(documents)), streams


def key_files(
    standing: Standing, streams: Streams, choice: Choice, limits: Limits, spoken: Beginnings | None = None
) -> list[bytes]:
    """Return the bytes of the chosen shards; write into `standing.reach` what was learned of their places.

    `spoken` are the beginnings of readings, for those who ask more than once.
    """
    spoken = spoken or beginnings_of(streams)
    reach, places = standing.reach, blocks(streams, standing.order, choice)
    found, rare, rare_hashes = pairs_of_characters(streams, places, reach, limits)
    shared = rare_pairs(rare, rare_hashes, choice, standing.documents)
    kinds = [
        found,
        named_keys(standing.named, choice),
        *reading_keys(streams, spoken, reach, limits, choice),
    ]
    del found, rare, rare_hashes
    roots, walk = ordered(kinds, choice)
    kinds.clear()
    return shard_bytes(roots, levels(roots, walk, limits), shared, standing.documents)
