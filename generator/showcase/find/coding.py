"""Texts to bits with the site's lexicon: at every place the longest piece, many texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Codes, packed
from showcase.find.lexicon import END, OTHER, Lexicon
from showcase.find.pieces import POINT_BITS, Points, Tree, points_of, steps

_AT_ONCE = 100_000
"""Characters that are looked at together: they fit a processor's cache."""


class Coder:
    """Codes texts with one lexicon: any, or only `those` (its pieces that occur in them are soon found)."""

    def __init__(self, lexicon: Lexicon, those: Sequence[str] = ()) -> None:
        text = END.join(those)
        pieces = lexicon.pieces
        numbers = [n for n, piece in enumerate(pieces) if not those or piece in text or piece == END]
        self.numbers = np.array([*numbers, -1], np.int64)
        self.tree = Tree([pieces[n] for n in numbers])
        self.codes, self.lengths = np.array(lexicon.codes, np.int64), np.array(lexicon.lengths, np.int64)
        self.other = lexicon.pieces.index(OTHER)

    def coded(self, texts: Sequence[str]) -> Iterator[bytes]:
        """Yield the bytes of each text, its END among them."""
        if not texts:
            return
        sizes = np.array([len(text) + 1 for text in texts], np.int64)
        ends = np.cumsum(sizes)
        begins = ends - sizes
        borders = np.searchsorted(ends, np.arange(0, int(sizes.sum()), _AT_ONCE))
        blocks = [*pairwise([*np.unique(borders).tolist(), len(texts)])]
        read = [self._read(texts[first:last]) for first, last in blocks]
        point, piece, length = (np.concatenate(some) for some in zip(*read, strict=True))
        starts = steps(begins, ends, length)
        for first, last in blocks:
            low, high = np.searchsorted(starts, [begins[first], ends[last - 1]])
            here = starts[low:high]
            codes = self._codes(point[here], piece[here])
            yield from packed(codes, np.searchsorted(here, begins[first:last]))

    def _read(self, texts: Sequence[str]) -> tuple[Points, NDArray[np.int32], NDArray[np.uint8]]:
        """Return the characters of texts, and the longest piece at each with its length."""
        point = points_of("".join([text + END for text in texts]))
        piece, length = self.tree.longest(point)
        return point, piece.astype(np.int32), length

    def _codes(self, point: Points, piece: NDArray[np.int32]) -> Codes:
        """Return the codes of some pieces; where there is none (-1), that of OTHER and the character."""
        found = self.numbers[piece]
        unknown = found < 0
        found[unknown] = self.other
        code, width = self.codes[found], self.lengths[found]
        value = np.where(unknown, code << POINT_BITS | point, code)
        return Codes(value, width + unknown * POINT_BITS, np.zeros(len(value), bool))
