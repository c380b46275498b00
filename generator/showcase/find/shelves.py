"""Shelves: documents of what only few have. Such a pair or longer key is no key but shares a place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints, bit_length
from showcase.find.walk import first_of

_A_PLACE = 8
"""About half to all as many documents lie in one place; all of them may have to be read."""

_NUMBER_BITS = 40


@dataclass(frozen=True, slots=True)
class Shelves:
    """For each owner: numbers `place × universe + member`, rising, its places being 2^`bits`.

    Those of owner n are numbers[start[n]:start[n + 1]].
    """

    start: Ints
    numbers: Ints
    bits: Ints
    universe: Ints


def shelves(owner: Ints, sign: Ints, member: NDArray[np.int32], universe: Ints) -> Shelves:
    """Return the shelf of each owner; `sign` decides the place, `member` is below the owner's universe."""
    bits = bit_length(np.bincount(owner, minlength=len(universe)) // _A_PLACE)
    place = sign & ((1 << bits[owner]) - 1)
    both = np.sort(owner << _NUMBER_BITS | (place * universe[owner] + member))
    both = both[first_of(both)]
    size = np.bincount(both >> _NUMBER_BITS, minlength=len(universe))
    return Shelves(np.append(0, np.cumsum(size)), both & ((1 << _NUMBER_BITS) - 1), bits, universe)
