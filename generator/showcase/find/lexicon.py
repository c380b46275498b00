"""The site's own vocabulary: pieces of text that recur, drawn from some documents, a Huffman code for each.

A sample (documents whose address hashes to 0) keeps the code as it is while the others are edited.
"""

from __future__ import annotations

import heapq
import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from showcase.find.documents import Document
from showcase.find.pieces import Tree, points_of, recurring, steps
from showcase.find.shards import as_json
from showcase.model.artefact import Artefact

END, OTHER, BETWEEN = "\0", "\x01", "\x1f"
"""The end of a text; before a character without a code; between two pieces in the file."""

_LONGEST, _PIECES, _FEWEST, _SAMPLE = 8, 6000, 3, 300


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Pieces in the order of their codes, and the length in bits of each."""

    pieces: tuple[str, ...]
    lengths: tuple[int, ...]

    @property
    def codes(self) -> tuple[int, ...]:
        """Return the canonical code of each piece: as the one before plus one, lengthened by zeros."""
        found, code = [], 0
        for place, length in enumerate(self.lengths):
            code = (code + 1) << (length - self.lengths[place - 1]) if place else 0
            found.append(code)
        return tuple(found)

    def file(self) -> Artefact:
        """Return `find/lexicon.json`: how many pieces have 1, 2, 3 … bits, and the pieces."""
        counts = Counter(self.lengths)
        sizes = [counts[length] for length in range(1, max(self.lengths) + 1)]
        return Artefact("find/lexicon.json", as_json({"lengths": sizes, "pieces": BETWEEN.join(self.pieces)}))


def read_lexicon(file: bytes) -> Lexicon:
    """Return the lexicon of a `find/lexicon.json`."""
    read = json.loads(file)
    lengths = [size for size, count in enumerate(read["lengths"], 1) for _ in range(count)]
    return Lexicon(tuple(read["pieces"].split(BETWEEN)), tuple(lengths))


def is_sample(document: Document, many: int) -> bool:
    """Whether the lexicon is drawn from this document, one of `many`."""
    return zlib.crc32(document.address.encode()) % (1 << max(0, (many // _SAMPLE).bit_length() - 1)) == 0


def lexicon_of(texts: Sequence[str]) -> Lexicon:
    """Return the lexicon of a sample of `texts`: every character, and the pieces that save most."""
    text = "".join(each + END for each in texts)
    pieces = [*sorted(set(text)), *recurring(text, _LONGEST, _FEWEST, _PIECES)]
    point = points_of(text)
    number, length = Tree(pieces).longest(point)
    ends = np.cumsum([len(each) + 1 for each in texts], dtype=np.int64)
    begun = steps(np.append(0, ends)[:-1], ends, length)
    used = np.bincount(number[begun], minlength=len(pieces))
    counts = dict(zip(pieces, used.tolist(), strict=True))
    kept = {piece: n for piece, n in counts.items() if n >= _FEWEST and piece not in {END, OTHER}}
    return _coded({**kept, END: len(texts) + 1, OTHER: 1 + len(text) // 1000})


def _coded(counts: Mapping[str, int]) -> Lexicon:
    heap: list[tuple[int, int, tuple[str, ...]]] = [
        (count, number, (piece,)) for number, (piece, count) in enumerate(sorted(counts.items()))
    ]
    heapq.heapify(heap)
    lengths = dict.fromkeys(counts, 0)
    while len(heap) > 1:
        (few, number, some), (many, _, others) = heapq.heappop(heap), heapq.heappop(heap)
        for piece in (*some, *others):
            lengths[piece] += 1
        heapq.heappush(heap, (few + many, number, (*some, *others)))
    pieces = sorted(counts, key=lambda piece: (lengths[piece], piece))
    return Lexicon(tuple(pieces), tuple(lengths[piece] for piece in pieces))
