"""All values of all documents as one array of code points, so that numpy can look at every place at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.documents import INITIALS, NAME, PINYIN, TEXT, Document
from showcase.find.pieces import points_of
from showcase.model.folding import close_gaps, fold_all

Numbered = Sequence[tuple[int, Document]]

START = "\x01"
"""Before every Latin word: a Latin query counts at the start of a word only."""

LONGEST_WHOLE = 60

_LATIN = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Streams:
    """Values one after another, each ended by a 0; from `readings` on readings.

    For each place: `point` the code point (0 for ends and blanks), `document`, `field`; `whole` the
    length of the value that begins here if it can be a whole value, else 0.
    """

    point: NDArray[np.uint32]
    document: NDArray[np.int32]
    field: NDArray[np.uint8]
    whole: NDArray[np.uint8]
    readings: int


@dataclass(slots=True)
class _Rows:
    """Values to come: document, field, and whether it can be a whole value."""

    values: list[str]
    documents: list[int]
    fields: list[int]

    def add(self, document: int, field: int, value: str) -> None:
        self.values.append(value)
        self.documents.append(document)
        self.fields.append(field)


def marked(value: str) -> str:
    """Return a folded value or word with START before each Latin word."""
    return _LATIN.sub(rf"{START}\g<0>", value)


def streams_of(documents: Numbered) -> Streams:
    """Return the folded values of all fields, then what remains of each reading from every syllable on."""
    rows = _Rows([], [], [])
    for place, document in documents:
        for field, value in document.short_values():
            rows.add(place, field, marked(value))
        for text in document.texts:
            rows.add(place, TEXT, close_gaps(text))
    point, sizes = _folded(rows)
    readings = len(point)
    count = len(rows.values)
    for place, document in documents:
        _read(rows, place, document.reading)
    spoken = "".join(value + "\0" for value in rows.values[count:])
    point = np.concatenate([point, points_of(spoken)])
    sizes = np.concatenate([sizes, [len(value) + 1 for value in rows.values[count:]]]).astype(np.int64)
    return _streams(rows, point, sizes, readings)


def _read(rows: _Rows, place: int, reading: tuple[str, ...]) -> None:
    """Add what remains of the reading from every syllable on, of the initials from every letter on."""
    initials = "".join(syllable[0] for syllable in reading)
    for first in range(len(reading)):
        rows.add(place, PINYIN, START + "".join(reading[first:]))
        rows.add(place, INITIALS, START + initials[first:])


def _folded(rows: _Rows) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the code points of all values, and their sizes with the end; texts are folded together."""
    begins = [n for n, field in enumerate(rows.fields) if field == TEXT]
    texts = fold_all([rows.values[n] for n in begins])
    for n, text in zip(begins, texts, strict=True):
        rows.values[n] = marked(text)
    point = points_of("".join(value + "\0" for value in rows.values)).copy()
    point[point == ord(" ")] = 0
    return point, np.array([len(value) + 1 for value in rows.values], np.int64)


def _streams(rows: _Rows, point: NDArray[np.uint32], sizes: NDArray[np.int64], readings: int) -> Streams:
    fields = np.array(rows.fields, np.uint8)
    document = np.repeat(np.array(rows.documents, np.int32), sizes)
    begins = np.cumsum(sizes) - sizes
    can = (begins < readings) & (fields != NAME) & (fields != TEXT) & (sizes - 1 <= LONGEST_WHOLE)
    blank = np.array([" " in value for value in rows.values], bool)
    whole = np.zeros(len(point), np.uint8)
    whole[begins[can & ~blank]] = sizes[can & ~blank] - 1
    return Streams(point, document, np.repeat(fields, sizes), whole, readings)
