"""Numbers to bits, millions at a time: each a Rice code (quotient in unary, then k bits) or k plain bits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_WORD = 64


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
    """Return the bytes of each group of codes; group g begins at code `first[g]`; k is at most 56."""
    k, value = codes.k, codes.value
    width, low = k, value
    if codes.unary.any():
        width = k + np.where(codes.unary, (value >> k) + 1, 0)
        one = np.int64(1)
        low = value & ((one << k) - one) | codes.unary.astype(np.int64) << k
    ends = np.concatenate([[0], np.cumsum(width)])
    groups = np.append(first, len(width))
    borders = ends[groups]
    begins = np.concatenate([[0], np.cumsum(-(-np.diff(borders) // 8))])
    end = ends[1:] + np.repeat(begins[:-1] * 8 - borders[:-1], np.diff(groups))
    whole = _written(low.view(np.uint64), end, int(begins[-1]))
    return [whole[a:b] for a, b in zip(begins[:-1].tolist(), begins[1:].tolist(), strict=True)]


def _written(value: NDArray[np.uint64], end: Ints, size: int) -> bytes:
    """Return `size` bytes in which each value ends before bit `end`, words of 64 bits at a time."""
    words = np.zeros(size // 8 + 2, np.uint64)
    if not len(value):
        return bytes(size)
    last = end - 1
    word, shift = last >> 6, (_WORD - 1 - (last & (_WORD - 1))).astype(np.uint64)
    begins = np.flatnonzero(np.append(True, word[1:] != word[:-1]))
    words[word[begins]] = np.bitwise_or.reduceat(value << shift, begins)
    # what does not fit goes to the word before, whose last bits it is: one code at most for each
    over = np.where(shift > 0, value >> (np.uint64(_WORD) - np.maximum(shift, np.uint64(1))), np.uint64(0))
    cut = np.flatnonzero(over)
    words[word[cut] - 1] |= over[cut]
    return words.byteswap().tobytes()[:size]
