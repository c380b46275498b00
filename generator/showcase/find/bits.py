"""Numbers to bits, millions at a time: each a Rice code (quotient in unary, then k bits) or k plain bits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Codes:
    """Numbers in the order in which they are written: value, k, and whether a quotient goes before."""

    value: Ints
    k: Ints
    unary: NDArray[np.bool_]


def rice_k(universe: Ints, count: Ints) -> Ints:
    """Return the k that suits `count` numbers below `universe`: bits of the mean gap times ln 2, less one."""
    mean = (universe * 11 // 16) // np.maximum(count, 1)
    return np.maximum(bit_length(mean) - 1, 0)


def bit_length(numbers: Ints) -> Ints:
    """Return how many bits each number has; 0 has none."""
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64)


def packed(codes: Codes, first: Ints) -> list[bytes]:
    """Return the bytes of each group of codes; group g begins at code `first[g]`."""
    quotient = np.where(codes.unary, codes.value >> codes.k, 0)
    width = codes.k + np.where(codes.unary, quotient + 1, 0)
    ends = np.concatenate([[0], np.cumsum(width)])
    borders = ends[np.append(first, len(width))]
    sizes = -(-np.diff(borders) // 8)
    begins = np.concatenate([[0], np.cumsum(sizes)])
    at = ends[:-1] + np.repeat(begins[:-1] * 8 - borders[:-1], np.diff(np.append(first, len(width))))
    bits = np.zeros(int(begins[-1]) * 8, np.uint8)
    bits[(at + quotient)[codes.unary]] = 1
    _write_low_bits(bits, at + width - 1, codes)
    whole = np.packbits(bits).tobytes()
    return [whole[a:b] for a, b in zip(begins[:-1].tolist(), begins[1:].tolist(), strict=True)]


def _write_low_bits(bits: NDArray[np.uint8], last: Ints, codes: Codes) -> None:
    """Write the k low bits of each value, the lowest at `last`."""
    some = np.flatnonzero(codes.k)
    value, k, last = codes.value[some], codes.k[some], last[some]
    for place in range(int(k.max(initial=0))):
        bits[last[(k > place) & ((value >> place) & 1 == 1)] - place] = 1
