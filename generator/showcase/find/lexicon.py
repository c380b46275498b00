"""The site's own vocabulary: pieces of text that recur, drawn from some documents, a Huffman code for each.

A sample (documents whose address hashes to 0) keeps the code as it is while the others are edited.
"""

from __future__ import annotations

import heapq
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from showcase.find.documents import Document
from showcase.find.shards import as_json
from showcase.model.artefact import Artefact

END, OTHER, BETWEEN = "\0", "\x01", "\x1f"
"""The end of a text; before a character without a code; between two pieces in the file."""

_LONGEST, _PIECES, _FEWEST, _SAMPLE = 8, 5000, 3, 300
_NEVER_INSIDE = frozenset("\n\t\0")


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


def is_sample(document: Document, many: int) -> bool:
    """Whether the lexicon is drawn from this document, one of `many`."""
    return zlib.crc32(document.address.encode()) % (1 << max(0, (many // _SAMPLE).bit_length() - 1)) == 0


def lexicon_of(texts: Sequence[str]) -> Lexicon:
    """Return the lexicon of a sample of `texts`."""
    counts: Counter[str] = Counter()
    for text in texts:
        for size in range(1, _LONGEST + 1):
            counts.update(text[place : place + size] for place in range(len(text) - size + 1))
    wanted = _wanted(counts)
    used = Counter(piece for text in texts for piece in split(text, wanted))
    kept = {piece: count for piece, count in used.items() if count >= _FEWEST and piece not in {END, OTHER}}
    return _coded({**kept, END: len(texts) + 1, OTHER: 1 + sum(used.values()) // 1000})


def _wanted(counts: Mapping[str, int]) -> frozenset[str]:
    """Single characters, and the pieces that save most; not those that mostly stand inside a longer one."""
    inside: dict[str, int] = {}
    for piece, count in counts.items():
        if len(piece) > 1 and count >= _FEWEST and _NEVER_INSIDE.isdisjoint(piece):
            for part in (piece[1:], piece[:-1]):
                inside[part] = max(inside.get(part, 0), count)
    worth = {
        piece: count * (len(piece) - 1)
        for piece, count in counts.items()
        if len(piece) > 1
        and count >= _FEWEST
        and _NEVER_INSIDE.isdisjoint(piece)
        and inside.get(piece, 0) < 0.8 * count
    }
    best = heapq.nsmallest(_PIECES, worth, key=lambda piece: (-worth[piece], piece))
    return frozenset(best) | {piece for piece in counts if len(piece) == 1}


def split(text: str, pieces: frozenset[str]) -> Iterable[str]:
    """Yield the longest piece, or else the character, at each place in turn."""
    place = 0
    while place < len(text):
        size = next((n for n in range(_LONGEST, 1, -1) if text[place : place + n] in pieces), 1)
        piece = text[place : place + size]
        yield piece
        place += len(piece)


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
