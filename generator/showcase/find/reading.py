"""Reads the coded texts of an index again, all at once: for checks that look at what a visitor can find."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.lexicon import BETWEEN, END, OTHER
from showcase.model.artefact import Artefact

_POINT_BITS = 21
_CODED = ("find/cards/", "find/texts/")
_PEEK = 32


@dataclass(frozen=True, slots=True)
class _Code:
    """A canonical code: for each length (row n: n + 1 bits) the first code, left-aligned, and its piece."""

    pieces: list[str]
    first: Ints
    offset: Ints


def read_words(files: Iterable[Artefact]) -> Iterator[str]:
    """Yield the text of each card, and of each rest of a long text, among the `files` of an index.

    `files` must hold `find/lexicon.json`; files of other kinds are passed over.
    """
    coded: list[bytes] = []
    lexicon = b""
    for file in files:
        if file.path == "find/lexicon.json":
            lexicon = _bytes(file)
        elif file.path.startswith(_CODED) and file.path.endswith(".bin"):
            coded.append(_bytes(file))
    if coded:
        yield from _texts(coded, _code_of(lexicon))


def _bytes(file: Artefact) -> bytes:
    return file.data if isinstance(file.data, bytes) else file.data.read_bytes()


def _code_of(lexicon: bytes) -> _Code:
    read = json.loads(lexicon)
    first, offset, code, seen = [], [], 0, 0
    for row, count in enumerate(read["lengths"]):
        code *= 2
        first.append(code << (_PEEK - 1 - row))
        offset.append(seen)
        code, seen = code + count, seen + count
    return _Code(read["pieces"].split(BETWEEN), np.array(first, np.int64), np.array(offset, np.int64))


def _texts(coded: list[bytes], code: _Code) -> Iterator[str]:
    """Walk all texts at the same time, a piece a step."""
    data = np.frombuffer(b"".join(coded) + bytes(8), np.uint8)
    sizes = np.array([len(one) for one in coded], np.int64)
    at, text = (np.cumsum(sizes) - sizes) * 8, np.arange(len(coded))
    end, other = code.pieces.index(END), code.pieces.index(OTHER)
    found: list[list[str]] = [[] for _ in coded]
    while len(text):
        peeked = _peek(data, at)
        row = np.searchsorted(code.first, peeked, side="right") - 1
        number = code.offset[row] + (peeked - code.first[row] >> (_PEEK - 1 - row))
        at = at + row + 1
        alone = number == other
        point = _peek(data, at) >> (_PEEK - _POINT_BITS)
        for place, piece, char, is_alone in zip(
            text.tolist(), number.tolist(), point.tolist(), alone.tolist(), strict=True
        ):
            found[place].append(chr(char) if is_alone else code.pieces[piece])
        going = number != end
        at = (at + alone * _POINT_BITS)[going]
        text = text[going]
    for pieces in found:
        yield "".join(pieces).removesuffix(END)


def _peek(data: NDArray[np.uint8], at: Ints) -> Ints:
    """Return the 32 bits from each bit on."""
    byte = at >> 3
    wide = np.zeros(len(at), np.int64)
    for offset in range(5):
        wide = wide << 8 | data[byte + offset]
    return (wide >> (8 - (at & 7))) & ((1 << _PEEK) - 1)
