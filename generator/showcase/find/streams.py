"""All values of all documents as one array of code points, so that numpy can look at every place at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.documents import INITIALS, NAME, PINYIN, TEXT, Document

Numbered = Sequence[tuple[int, Document]]

START = "\x01"
"""Before every Latin word: a Latin query counts at the start of a word only."""

LONGEST_WHOLE = 60

_LATIN = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Streams:
    """Values one after another, each ended by a 0.

    For each place: `point` the code point (0 for ends and blanks), `document`, `field`; `whole` the
    length of the value that begins here if it can be a whole value, else 0.
    """

    point: NDArray[np.uint32]
    document: NDArray[np.int32]
    field: NDArray[np.uint8]
    whole: NDArray[np.uint8]


def marked(value: str) -> str:
    """Return a folded value or word with START before each Latin word."""
    return _LATIN.sub(rf"{START}\g<0>", value)


def value_streams(documents: Numbered) -> Streams:
    """Return the folded values of every field that is no reading."""
    rows = [
        (place, field, marked(value), field not in {NAME, TEXT} and len(value) <= LONGEST_WHOLE)
        for place, document in documents
        for field, value in document.values()
    ]
    return _streams(rows)


def reading_streams(documents: Numbered) -> Streams:
    """Return what remains of each reading from every syllable on, of the initials from every letter on."""
    rows = []
    for place, document in documents:
        reading = document.reading
        initials = "".join(syllable[0] for syllable in reading)
        for first in range(len(reading)):
            rows.append((place, PINYIN, START + "".join(reading[first:]), False))
            rows.append((place, INITIALS, START + initials[first:], False))
    return _streams(rows)


def _streams(rows: Iterable[tuple[int, int, str, bool]]) -> Streams:
    listed = list(rows)
    text = "".join(value + "\0" for _, _, value, _ in listed)
    point = np.frombuffer(text.encode("utf-32-le"), np.uint32).copy()
    point[point == ord(" ")] = 0
    sizes = np.array([len(value) + 1 for _, _, value, _ in listed], np.int64)
    document = np.repeat(np.array([row[0] for row in listed], np.int32), sizes)
    field = np.repeat(np.array([row[1] for row in listed], np.uint8), sizes)
    whole = np.zeros(len(point), np.uint8)
    begins = np.cumsum(sizes) - sizes
    can = np.array([row[3] and " " not in row[2] for row in listed], bool)
    whole[begins[can]] = sizes[can] - 1
    return Streams(point, document, field, whole)
