"""The shards that an edit changes: those of its pairs, and those whose keys begin or cease to grow by it."""

from __future__ import annotations

import numpy as np

from showcase.find.bits import Ints
from showcase.find.choice import Choice
from showcase.find.edits import Edited, shards_of
from showcase.find.places import Order, Reach, blocks, hashes_at
from showcase.find.roots import beginnings_of
from showcase.find.standing import key_files
from showcase.find.streams import Streams
from showcase.find.walk import Limits

_MOST = 0.25
"""The share of all shards from which on a whole build is the sooner one."""


def regrown(edit: Edited, limits: Limits) -> dict[int, bytes] | None:
    """Return the bytes of the shards that may differ by their number; None: too many, build all of them.

    A key of n characters exists by the reach of the place after its own; where this changed the pair before
    is looked at again, until nothing changes any more: by induction over n there is one such state.
    Writes the new reach into `edit.standing`.
    """
    standing, total = edit.standing, edit.standing.shards.total
    streams, made = Streams.at_need(standing.cells), dict[int, bytes]()
    numbers, spoken = shards_of(edit.hashes, total), beginnings_of(streams)
    while len(numbers):
        choice = Choice(total, numbers)
        looked = np.concatenate([*blocks(streams, standing.order, choice), np.zeros(0, np.int32)])
        known = standing.reach[looked]
        made |= dict(zip(numbers.tolist(), key_files(standing, streams, choice, limits, spoken), strict=True))
        if len(made) > max(_MOST * total, 1):
            return None
        places = _before(streams, standing.reach, looked, known)
        numbers = shards_of(hashes_at(streams, places), total)
    return made


def _before(streams: Streams, reach: Reach, looked: Order, known: Reach) -> Ints:
    """Return the places before those whose reach is no more as `known`, where a key may grow by it."""
    differs = (reach[looked] != known) & (looked > 0)
    changed = looked[differs].astype(np.int64)
    places, least = changed - 1, np.minimum(known[differs], reach[changed])
    found: Ints = places[(reach[places] > least) & (streams.point[places] != 0)]
    return found
