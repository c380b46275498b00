"""Keys of some shards to bytes: docs/search-format.md says how to read them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints, rice_k
from showcase.find.choice import Choice
from showcase.find.hashing import Words
from showcase.find.roots import KEY_MASK
from showcase.find.shelves import Shelves, shelves
from showcase.find.tables import Rows, Table, blocks, gaps_of, lists_of
from showcase.find.tries import Level, Roots

_HAN = 0x4E00
_NO_ROWS = b"\0\0"
_SHELF_BITS = 5


def shard_bytes(roots: Roots, levels: Iterator[Level], shared: Shelves, documents: int) -> list[bytes]:
    """Return the bytes of each shard; `shared` are the shelves of rare pairs, one a shard."""
    shards = len(shared.universe)
    sections = [_root_section(roots, shards, documents)]
    shard = roots.shard
    for level in levels:
        owner, shard = shard, shard[level.parent]
        keys = _level_section(level, shard, owner, shards)
        hidden = _shelf_section(level.hidden, owner[level.common], shards)
        sections.append([one + more for one, more in zip(keys, hidden, strict=True)])
    last = _shelf_section(shared, np.arange(shards), shards)
    return [_until_empty(parts) + last[number] for number, parts in enumerate(zip(*sections, strict=True))]


def rare_pairs(documents: NDArray[np.int32], hashes: Words, choice: Choice, universe: int) -> Shelves:
    """Return the shelf of each chosen shard: the documents of its rare pairs."""
    numbers = hashes.astype(np.int64)
    return shelves(choice.place(hashes), numbers, documents, np.full(len(choice), universe))


def _until_empty(parts: tuple[bytes, ...]) -> bytes:
    """Join the levels of a shard up to the first without keys, which is written: its count says the end."""
    empty = next((n for n, part in enumerate(parts) if part[:2] == _NO_ROWS), None)
    return b"".join(parts) + _NO_ROWS if empty is None else b"".join(parts[: empty + 1])


def _root_section(roots: Roots, shards: int, documents: int) -> list[bytes]:
    first, count = _groups(roots.shard, shards)
    rows = Rows(roots.start, roots.documents, np.full(len(roots.hash), documents), roots.wholes)
    step = _steps((roots.hash & np.uint32(KEY_MASK)).astype(np.int64), first, count)
    k = np.repeat(rice_k(np.full(shards, 1 << 24), count), count)
    found: list[bytes] = []
    for (low, high), (begin, end) in _parts(first, rows.start):
        table = Table(end - begin)
        table.rice(step[begin:end], k[begin:end])
        table.plain(roots.field[begin:end], 3)
        found += table.with_lists(lists_of(table, rows.part(begin, end)), first[low:high] - begin)
    return _with_counts(count, found)


def _level_section(level: Level, shard: Ints, owner: Ints, shards: int) -> list[bytes]:
    """Children in order of parent: the step from the last parent in the shard, the character, the members."""
    first, count = _groups(shard, shards)
    rows = Rows(level.start, level.ranks, level.universe, level.wholes)
    step = _steps(level.parent - np.searchsorted(owner, np.arange(shards))[shard], first, count)
    found: list[bytes] = []
    for (low, high), (begin, end) in _parts(first, rows.start):
        table, point = Table(end - begin), level.point[begin:end]
        table.rice(step[begin:end], 1)
        is_han = (point >= _HAN) & (point < _HAN + (1 << 15))
        table.plain(is_han.astype(np.int64), 1)
        table.plain(np.where(is_han, point - _HAN, point), np.where(is_han, 15, 21))
        found += table.with_lists(lists_of(table, rows.part(begin, end)), first[low:high] - begin)
    return _with_counts(count, found)


def _shelf_section(all_: Shelves, shard: Ints, shards: int) -> list[bytes]:
    """Shelves in order of their owners, whose shards are `shard`: size, places, numbers."""
    first, _ = _groups(shard, shards)
    count, universe = np.diff(all_.start), all_.universe << all_.bits
    found: list[bytes] = []
    for (low, high), (begin, end) in _parts(first, all_.start):
        table, size = Table(end - begin), count[begin:end]
        table.counted(size)
        table.plain(all_.bits[begin:end], np.where(size > 0, _SHELF_BITS, 0))
        listed = np.where(size == universe[begin:end], 0, size)
        numbers = all_.numbers[all_.start[begin] : all_.start[end]][np.repeat(listed > 0, size)]
        lists = [(listed, gaps_of(numbers, listed), rice_k(universe[begin:end], size))]
        found += table.with_lists(lists, first[low:high] - begin)
    return found


def _parts(first: Ints, start: Ints) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield some shards, from … up to …, and their rows."""
    borders = np.append(first, len(start) - 1)
    for low, high in blocks(first, start):
        yield (low, high), (int(borders[low]), int(borders[high]))


def _groups(shard: Ints, shards: int) -> tuple[Ints, Ints]:
    """Return where each shard's rows begin, and how many they are."""
    first = np.searchsorted(shard, np.arange(shards))
    return first, np.diff(np.append(first, len(shard)))


def _steps(number: Ints, first: Ints, count: Ints) -> Ints:
    """Return each number less the one before in its shard; the first as it is."""
    step = np.diff(number, prepend=0)
    step[first[count > 0]] = number[first[count > 0]]
    return step


def _with_counts(count: Ints, parts: list[bytes]) -> list[bytes]:
    """Put the number of rows, in two bytes, before each part."""
    heads = count.astype("<u2").tobytes()
    return [heads[2 * n : 2 * n + 2] + part for n, part in enumerate(parts)]
