"""Reads the coded texts of the search index again, all at once: what a visitor can find is looked into.

docs/search-format.md describes the code; find/lexicon.py and find/cards.py write it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

LEXICON = "find/lexicon.json"

_CARDS, _TEXTS, _KEYS = "find/cards/", "find/texts/", "find/grams/"
_SILENT_LINES = frozenset({0, 1, 5, 6})
"""Of a card: address, URL, picture, whether there is more. Hashes in them look like numbers of people."""

_END, _OTHER, _BETWEEN = "\0", "\x01", "\x1f"
_POINT_BITS = 21
_PEEK = 32

_Ints = NDArray[np.int64]


def is_coded(name: str) -> bool:
    """Whether the site's file `name` is a text of the index, coded by its lexicon."""
    return name.startswith((_CARDS, _TEXTS)) and name.endswith(".bin")


def is_keys(name: str) -> bool:
    """Whether the file `name` holds keys of the index: hashes, and signs that many documents share."""
    return name.startswith(_KEYS) and name.endswith(".bin")


def index_texts(files: Mapping[str, Path], lexicon: Path) -> dict[str, str]:
    """Return what the coded ones of `files` (name → place) say; those that cannot be read are missing."""
    coded = {name: path for name, path in files.items() if is_coded(name)}
    data = [path.read_bytes() for path in coded.values()]
    texts = _read_each(data, lexicon) if coded else []
    return {name: _said(name, text) for name, text in zip(coded, texts, strict=True) if text is not None}


def _said(name: str, text: str) -> str:
    if not name.startswith(_CARDS):
        return text
    return "\n".join("" if at in _SILENT_LINES else line for at, line in enumerate(text.split("\n")))


def _read_each(data: Sequence[bytes], lexicon: Path) -> Sequence[str | None]:
    """Return the texts; where one is broken each is tried alone."""
    try:
        code = _Code.of(lexicon.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return [None] * len(data)
    try:
        return _read(data, code)
    except (IndexError, ValueError, OverflowError):
        return [_read_each([one], lexicon)[0] for one in data] if len(data) > 1 else [None]


@dataclass(frozen=True, slots=True)
class _Code:
    """A canonical code: for each length (row n: n + 1 bits) the first code, left-aligned, and its piece."""

    pieces: list[str]
    first: _Ints
    offset: _Ints

    @classmethod
    def of(cls, lexicon: bytes) -> Self:
        """Return the code of `find/lexicon.json`."""
        read = json.loads(lexicon)
        first, offset, code, seen = [], [], 0, 0
        for row, count in enumerate(read["lengths"]):
            code *= 2
            first.append(code << (_PEEK - 1 - row))
            offset.append(seen)
            code, seen = code + count, seen + count
        return cls(read["pieces"].split(_BETWEEN), np.array(first, np.int64), np.array(offset, np.int64))


def _read(coded: Sequence[bytes], code: _Code) -> list[str]:
    """Walk all texts at the same time, a piece a step."""
    data = np.frombuffer(b"".join(coded) + bytes(8), np.uint8)
    sizes = np.array([len(one) for one in coded], np.int64)
    at, text = (np.cumsum(sizes) - sizes) * 8, np.arange(len(coded))
    end, other = code.pieces.index(_END), code.pieces.index(_OTHER)
    found: list[list[str]] = [[] for _ in coded]
    while len(text):
        peeked = _peek(data, at)
        row = np.searchsorted(code.first, peeked, side="right") - 1
        number = code.offset[row] + (peeked - code.first[row] >> (_PEEK - 1 - row))
        at = at + row + 1
        alone = number == other
        point = _peek(data, at) >> (_PEEK - _POINT_BITS)
        steps = zip(text.tolist(), number.tolist(), point.tolist(), alone.tolist(), strict=True)
        for place, piece, char, is_alone in steps:
            found[place].append(chr(char) if is_alone else code.pieces[piece])
        going = number != end
        at = (at + alone * _POINT_BITS)[going]
        text = text[going]
    return ["".join(pieces).removesuffix(_END) for pieces in found]


def _peek(data: NDArray[np.uint8], at: _Ints) -> _Ints:
    """Return the 32 bits from each bit on."""
    byte = at >> 3
    wide = np.zeros(len(at), np.int64)
    for offset in range(5):
        wide = wide << 8 | data[byte + offset]
    return (wide >> (8 - (at & 7))) & ((1 << _PEEK) - 1)
