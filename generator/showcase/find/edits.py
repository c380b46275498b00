"""What an edit of documents changes in a Standing: cells are spliced, their places moved; the rest stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.choice import shard_of
from showcase.find.documents import Document
from showcase.find.hashing import Words, hashed
from showcase.find.naming import named, renamed, replaced
from showcase.find.places import PLACE_BITS, Order, bounds, codes_at, hashes_at, keys_at
from showcase.find.roots import READING_LETTERS
from showcase.find.standing import Standing
from showcase.find.streams import START, Cells, Streams, cells_of
from showcase.find.walk import FARTHEST

N = TypeVar("N", np.uint8, np.uint32)
_CELLS = NDArray[np.uint32]
_LEAST = 2
_AT_ONCE = 1 << 18


@dataclass(frozen=True, slots=True)
class Splice:
    """The cells from `begin` up to `end`, of a document that begins at `first`, give way to `cell`."""

    first: int
    begin: int
    end: int
    cell: _CELLS


@dataclass(frozen=True, slots=True)
class Come:
    """New places of pairs in their order, and the code of each."""

    place: Ints
    code: Ints


@dataclass(frozen=True, slots=True)
class Edited:
    """The new standing, the hashes whose shards the edit touches by itself, and the splices that made it."""

    standing: Standing
    hashes: Words
    splices: tuple[Splice, ...]


def edited(before: Standing, changed: Mapping[int, Document]) -> Edited:
    """Return what stands after the documents with some numbers have changed; the others stay as they are."""
    numbers = sorted(changed)
    cells = cells_of([changed[number] for number in numbers])
    values, spoken = (tuple(_splices(before.cells, cells, numbers, row)) for row in (0, 1))
    sizes = before.cells.sizes.copy()
    sizes[:, numbers] = cells.sizes
    after = Cells(_spliced(before.cells.cell, (*values, *spoken)), sizes)
    old, new = Streams.at_need(before.cells), Streams.at_need(after)
    gone, come = _places(old, values, new=False), _places(new, values, new=True)
    come = come[np.argsort(keys_at(new, come))]
    order = _reordered(before.order, values, old, gone, Come(come, codes_at(new, come)))
    blank = tuple(Splice(one.first, one.begin, one.end, one.cell * 0) for one in (*values, *spoken))
    reach = _spliced(before.reach, blank)
    reach[after.readings :] = before.reach[-1]
    names = named([changed[number] for number in numbers])
    touched = [
        *(hashes_at(old, _near(before, old, one)) for one in values),
        hashes_at(old, gone),
        hashes_at(new, come),
        *(_spoken(one.cell) for one in spoken),
        *(_spoken(before.cells.cell[one.begin : one.end]) for one in spoken),
        *renamed(before.named, names, numbers),
    ]
    standing = Standing(after, order, reach, replaced(before.named, names, numbers))
    return Edited(standing, np.unique(np.concatenate(touched)), (*values, *spoken))


def _splices(before: Cells, cells: Cells, numbers: list[int], row: int) -> Iterator[Splice]:
    """Yield, for each document whose values (row 0) or readings (row 1) changed, the part that differs."""
    ends = np.cumsum(before.sizes[row]) + (before.readings if row else 0)
    new_ends = np.cumsum(cells.sizes[row]) + (cells.readings if row else 0)
    for at, number in enumerate(numbers):
        begin, end = int(ends[number] - before.sizes[row, number]), int(ends[number])
        new = cells.cell[int(new_ends[at] - cells.sizes[row, at]) : int(new_ends[at])]
        old = before.cell[begin:end]
        if row and not np.array_equal(old, new):
            yield Splice(begin, begin, end, new)
            continue
        head = _same(old, new)
        tail = _same(old[head:][::-1], new[head:][::-1])
        if head < max(len(old), len(new)):
            yield Splice(begin, begin + head, end - tail, new[head : len(new) - tail])


def _same(old: _CELLS, new: _CELLS) -> int:
    """Return how many cells are the same from the first on."""
    size = min(len(old), len(new))
    differs = np.flatnonzero(old[:size] != new[:size])
    return int(differs[0]) if len(differs) else size


def _spliced(whole: NDArray[N], splices: tuple[Splice, ...]) -> NDArray[N]:
    """Return an array with the parts of all splices (by rising place) exchanged."""
    parts: list[NDArray[N]] = []
    at = 0
    for one in splices:
        parts += [whole[at : one.begin], one.cell.astype(whole.dtype)]
        at = one.end
    return np.concatenate([*parts, whole[at:]])


def _places(streams: Streams, splices: tuple[Splice, ...], *, new: bool) -> Ints:
    """Return the places of pairs that hold a cell of a splice, in the old or the new cells."""
    found, shift = [np.zeros(0, np.int64)], 0
    for one in splices:
        end = one.begin + shift + len(one.cell) if new else one.end
        found.append(np.arange(max(one.begin + (shift if new else 0) - 1, 0), end))
        shift += len(one.cell) - (one.end - one.begin)
    places: Ints = np.unique(np.concatenate(found))
    return _pairs(streams, places)


def _reordered(order: Order, splices: tuple[Splice, ...], streams: Streams, gone: Ints, come: Come) -> Order:
    """Return the order of the new cells, `streams` being the old ones: it is cut where places go or come."""
    out = np.sort(bounds(streams, order, keys_at(streams, gone)))
    into = bounds(streams, order, come.code << PLACE_BITS | _as_before(splices, come.place))
    parts: list[NDArray[np.signedinteger]] = []
    at, many = 0, len(into)
    cuts = [*zip(into.tolist(), range(many), strict=True), *((border, many) for border in out.tolist())]
    for border, number in sorted(cuts):
        parts += [order[at:border], come.place[number : number + 1]]
        at = border + (number == many)
    found = np.concatenate([*parts, order[at:]], dtype=np.int32, casting="same_kind")
    for one in reversed(splices):
        _move(found, one.end, len(one.cell) - (one.end - one.begin))
    found[into + np.arange(many) - np.searchsorted(out, into)] = come.place
    return found


def _as_before(splices: tuple[Splice, ...], places: Ints) -> Ints:
    """Return between which old places new ones stand: that of a cell of a splice is where this begins."""
    found, shift = places.copy(), 0
    for one in splices:
        begin = one.begin + shift
        found[places >= begin] = one.begin
        shift += len(one.cell) - (one.end - one.begin)
        behind = places >= begin + len(one.cell)
        found[behind] = places[behind] - shift
    return found


def _move(order: Order, end: int, shift: int) -> None:
    """Add `shift` to the places from `end` on."""
    for at in range(0, len(order) if shift else 0, _AT_ONCE):
        block = order[at : at + _AT_ONCE]
        block += (block >= end) * np.int32(shift)


def _near(before: Standing, streams: Streams, one: Splice) -> Ints:
    """Return the places before a splice from which a key may lead into it."""
    places = np.arange(one.first, one.begin)
    reach = before.reach[places].astype(np.int64)
    return _pairs(streams, places[(places + np.maximum(reach + 1, _LEAST) > one.begin) | (reach == FARTHEST)])


def _pairs(streams: Streams, places: Ints) -> Ints:
    """Return those of some places at which a pair stands."""
    found: Ints = places[(streams.point[places] != 0) & (streams.point[places + 1] != 0)]
    return found


def _spoken(cell: _CELLS) -> Words:
    """Return the hashes of the roots of readings in some cells."""
    point = np.append(cell & np.uint32((1 << 21) - 1), np.zeros(READING_LETTERS, np.uint32)).astype(np.uint32)
    begins, found = np.flatnonzero(point == ord(START)), [np.zeros(0, np.uint32)]
    for size in range(1, READING_LETTERS + 1):
        begins = begins[point[begins + size] != 0]
        found.append(hashed([point[begins + offset] for offset in range(size + 1)]))
    return np.concatenate(found)


def shards_of(hashes: Words, total: int) -> Ints:
    """Return the shards of some hashes, each once."""
    return np.unique(shard_of(hashes, total))
