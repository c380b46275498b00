"""Texts to bits with the site's lexicon: at every place the longest piece, many texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from showcase.find.bits import Codes, packed
from showcase.find.lexicon import END, OTHER, Lexicon
from showcase.find.pieces import POINT_BITS, Tree, points_of, steps

_AT_ONCE = 100_000
"""Characters that are coded together: this bounds memory."""


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
        begin, size = 0, 0
        for end, text in enumerate(texts, 1):
            size += len(text)
            if size > _AT_ONCE or end == len(texts):
                yield from self._together(texts[begin:end])
                begin, size = end, 0

    def _together(self, texts: Sequence[str]) -> list[bytes]:
        point = points_of("".join(text + END for text in texts))
        sizes = np.array([len(text) + 1 for text in texts], np.int64)
        begins = np.cumsum(sizes) - sizes
        piece, length = self.tree.longest(point)
        starts = steps(length)
        found = self.numbers[piece[starts]]
        unknown = found < 0
        found[unknown] = self.other
        code, width = self.codes[found], self.lengths[found]
        value = np.where(unknown, code << POINT_BITS | point[starts], code)
        width = width + unknown * POINT_BITS
        return packed(Codes(value, width, np.zeros(len(value), bool)), np.searchsorted(starts, begins))
