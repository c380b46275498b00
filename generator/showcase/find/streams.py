"""All values of all documents as one array of cells, so that numpy can look at every place at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.documents import INITIALS, NAME, PINYIN, TEXT, Document
from showcase.find.pieces import points_of
from showcase.model.folding import close_gaps, fold_all

START = "\x01"
"""Before every Latin word: a Latin query counts at the start of a word only."""

LONGEST_WHOLE = 60

_BETWEEN = "\0"
_LATIN = re.compile("[a-z]+")
_ANY_LATIN = re.compile("[a-z]")
_FIELD_AT, _WHOLE_AT = 21, 24


@dataclass(frozen=True, slots=True)
class Cells:
    """Values one after another, each ended by a 0; from `readings` on readings.

    A cell has a code point (0 for ends and blanks) in its lower 21 bits, then 3 bits of field, then the
    length of the value that begins here if it can be a whole value, else 0. `sizes` are the cells of each
    document, of its values (row 0) and its readings (row 1).
    """

    cell: NDArray[np.uint32]
    sizes: NDArray[np.int32]

    @property
    def readings(self) -> int:
        """Where the readings begin."""
        return int(self.sizes[0].sum())


@dataclass(frozen=True, slots=True)
class Streams:
    """What cells say: for each place `point`, `document`, `field`, `whole`, taken out where it is asked."""

    point: Column
    document: Column
    field: Column
    whole: Column
    readings: int

    @classmethod
    def of(cls, cells: Cells) -> Streams:
        """Tell the documents of all cells: for a look at every place."""
        document = np.repeat(np.concatenate([_numbers(cells), _numbers(cells)]), cells.sizes.ravel())
        point, field, whole = (_Part(cells.cell, *part) for part in (_POINTS, _FIELDS, _WHOLES))
        return cls(point, document, field, whole, cells.readings)

    @classmethod
    def at_need(cls, cells: Cells) -> Streams:
        """Find the document of a cell where it is asked: for a look at few places."""
        point, field, whole = (_Part(cells.cell, *part) for part in (_POINTS, _FIELDS, _WHOLES))
        return cls(point, _Owner(cells), field, whole, cells.readings)


Places = NDArray[np.integer] | slice


class Column(Protocol):
    """An array, or what is computed where it is asked."""

    def __getitem__(self, places: Places, /) -> NDArray[Any]: ...


@dataclass(frozen=True, slots=True)
class _Part:
    """Some bits of each cell."""

    cell: NDArray[np.uint32]
    low: int
    bits: int
    kind: type

    def __getitem__(self, places: Places, /) -> NDArray[Any]:
        found = self.cell[places]
        if self.low:
            found = found >> np.uint32(self.low)
        return (found & np.uint32((1 << self.bits) - 1)).astype(self.kind, copy=False)


_POINTS, _FIELDS, _WHOLES = (0, 21, np.uint32), (21, 3, np.uint8), (24, 8, np.uint8)


class _Owner:
    """The document of each cell."""

    def __init__(self, cells: Cells) -> None:
        self.ends, self.numbers = np.cumsum(cells.sizes.ravel(), dtype=np.int64), _numbers(cells)

    def __getitem__(self, places: Places, /) -> NDArray[Any]:
        at = np.searchsorted(self.ends, cast("NDArray[np.integer]", places), side="right")
        return self.numbers[at % len(self.numbers)]


def _numbers(cells: Cells) -> NDArray[np.int32]:
    return np.arange(cells.sizes.shape[1], dtype=np.int32)


@dataclass(slots=True)
class _Rows:
    """Values to come: document (by its place among them), field."""

    values: list[str]
    documents: list[int]
    fields: list[int]

    def add(self, document: int, field: int, value: str) -> None:
        self.values.append(value)
        self.documents.append(document)
        self.fields.append(field)


def marked(value: str) -> str:
    """Return a folded value or word with START before each Latin word."""
    return _LATIN.sub(rf"{START}\g<0>", value) if _ANY_LATIN.search(value) else value


def cells_of(documents: Sequence[Document]) -> Cells:
    """Return the folded values of all fields, then what remains of each reading from every syllable on."""
    rows, spoken = _Rows([], [], []), _Rows([], [], [])
    for place, document in enumerate(documents):
        for field, value in document.short_values():
            rows.add(place, field, value)
        for text in document.texts:
            rows.add(place, TEXT, close_gaps(text))
        _read(spoken, place, document.reading)
    begins = [n for n, field in enumerate(rows.fields) if field == TEXT]
    folded = fold_all([rows.values[n] for n in begins])
    for n, text in zip(begins, folded, strict=True):
        rows.values[n] = text
    rows.values = marked(_BETWEEN.join(rows.values)).split(_BETWEEN) if rows.values else []
    parts = [_cells(some, len(documents)) for some in (rows, spoken)]
    return Cells(np.concatenate([cell for cell, _ in parts]), np.stack([sizes for _, sizes in parts]))


def _read(rows: _Rows, place: int, reading: tuple[str, ...]) -> None:
    """Add what remains of the reading from every syllable on, of the initials from every letter on."""
    initials = "".join([syllable[0] for syllable in reading])
    for first in range(len(reading)):
        rows.add(place, PINYIN, START + "".join(reading[first:]))
        rows.add(place, INITIALS, START + initials[first:])


def _cells(rows: _Rows, documents: int) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    point = points_of("\0".join([*rows.values, ""])).copy()
    point[point == ord(" ")] = 0
    sizes: Ints = np.array([len(value) + 1 for value in rows.values], np.int64)
    fields = np.array(rows.fields, np.uint32)
    begins = np.cumsum(sizes) - sizes
    blank = np.array([" " in value for value in rows.values], bool)
    can = ~blank & ~np.isin(fields, (NAME, TEXT, PINYIN, INITIALS)) & (sizes - 1 <= LONGEST_WHOLE)
    point |= np.repeat(fields << np.uint32(_FIELD_AT), sizes)
    point[begins[can]] |= (sizes[can] - 1).astype(np.uint32) << np.uint32(_WHOLE_AT)
    owners = np.array(rows.documents, np.int64)
    return point, np.bincount(owners, sizes, minlength=documents).astype(np.int32)
