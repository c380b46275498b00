"""Keys that are looked up by hash: pairs of characters, beginnings of readings, characters, whole names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints
from showcase.find.choice import Choice
from showcase.find.hashing import Words, hashed
from showcase.find.naming import Named
from showcase.find.places import FIELD_BITS, Reach
from showcase.find.streams import START, Streams
from showcase.find.tries import Roots
from showcase.find.walk import DOCUMENT_BITS, Limits, Walk, first_of, joined

_DOCUMENT = (1 << DOCUMENT_BITS) - 1
_AT_ONCE = 1 << 18
KEY_BITS = 24
KEY_MASK = (1 << KEY_BITS) - 1
ROOT = 2
READING_LETTERS = 3
"""The longest beginning of a reading that is a root; what is longer grows below it."""

Beginnings = list[tuple[Ints, Words]]
_NOWHERE = np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Some:
    """Keys of one kind, unordered: `home` decides the shard, `hash` tells them apart; else as Roots."""

    home: Words
    hash: Words
    field: Ints
    start: Ints
    documents: NDArray[np.int32]
    wholes: Ints
    standing: Walk | None = None


def beginnings_of(streams: Streams) -> Beginnings:
    """Return where readings begin that have 1, 2, 3 letters, and the hash of these."""
    begins = np.flatnonzero(streams.point[streams.readings :] == ord(START)) + streams.readings
    columns, found = [np.full(len(begins), ord(START), np.uint32)], Beginnings()
    for size in range(1, READING_LETTERS + 1):
        columns.append(streams.point[begins + size])
        there = np.flatnonzero(columns[-1])
        begins, columns = begins[there], [column[there] for column in columns]
        found.append((begins, hashed(columns)))
    return found


def reading_keys(
    streams: Streams, spoken: Beginnings, reach: Reach, limits: Limits, choice: Choice
) -> Iterator[Some]:
    """Yield the roots of 1, 2 and 3 letters; under the last of them longer ones grow."""
    for size, (begins, hashes) in enumerate(spoken, 1):
        here = choice.place(hashes) >= 0
        key = hashes[here].astype(np.int64) << 3 | streams.field[begins[here]]
        order = np.argsort(key, kind="stable")
        walk = Walk(streams, begins[here][order].astype(np.int32), *_NOWHERE, reach)
        yield _beginning(walk, key[order], size, limits)


def _beginning(walk: Walk, key: Ints, size: int, limits: Limits) -> Some:
    """Return the roots of one size; each stands at the place of the walk that its key has in `key`."""
    streams, begins = walk.streams, walk.place
    document, new_key = streams.document[begins], first_of(key)
    new = new_key | first_of(document)
    start = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
    known = key[new_key]
    node = np.cumsum(new_key) - 1
    common = (np.diff(start) > limits.common)[node]
    root = np.full(np.count_nonzero(common), size + 1, np.uint8)
    rank = (np.cumsum(new) - 1 - start[node])[common].astype(np.int32)
    walk.place, walk.node, walk.root, walk.rank = begins[common], node[common].astype(np.int32), root, rank
    found, none = document[new], np.zeros(0, np.int64)
    hash_ = (known >> 3).astype(np.uint32)
    return Some(hash_, hash_, known & 7, start, found, none, walk if size == READING_LETTERS else None)


def named_keys(named: Named, choice: Choice) -> Some:
    """Return single characters of names, values of one character, whole names and whole readings."""
    here = choice.place(named.home) >= 0
    home, key = named.home[here], named.key[here]
    field, document = named.field[here], named.document[here]
    order = np.lexsort((document, field, key, home))
    home, key, field, document = home[order], key[order], field[order], document[order]
    new_key = first_of(home) | first_of(key) | first_of(field)
    new = new_key | first_of(document)
    start = np.append(np.flatnonzero(new_key[new]), np.count_nonzero(new))
    single = named.single[here][order][new]
    owner = (np.cumsum(new_key) - 1)[new]
    wholes = (owner << DOCUMENT_BITS | (np.arange(len(owner)) - start[owner]))[single]
    found = document[new]
    return Some(home[new_key], key[new_key], field[new_key].astype(np.int64), start, found, wholes)


def ordered(kinds: list[Some], choice: Choice) -> tuple[Roots, Walk]:
    """Return all roots in the order of the files (a shard is its place in the choice), the walk over them."""
    home, key, field = (
        np.concatenate([getattr(kind, name) for kind in kinds]) for name in ("home", "hash", "field")
    )
    sizes = np.concatenate([np.diff(kind.start) for kind in kinds])
    documents = np.concatenate([kind.documents for kind in kinds])
    shard = choice.place(home)
    code = (shard << KEY_BITS | key & np.uint32(KEY_MASK)) << FIELD_BITS | field
    order = np.argsort(code, kind="stable")
    new = np.empty(len(order), np.int64)
    new[order] = np.arange(len(order))
    start = np.append(0, np.cumsum(sizes[order]))
    moved = _reordered(documents, np.append(0, np.cumsum(sizes))[order], start)
    wholes, walks, offset = [], [], 0
    for kind in kinds:
        wholes.append(new[(kind.wholes >> DOCUMENT_BITS) + offset] << DOCUMENT_BITS | kind.wholes & _DOCUMENT)
        if kind.standing:
            kind.standing.node = new[kind.standing.node + offset].astype(np.int32)
            walks.append(kind.standing)
        offset += len(kind.hash)
    whole = np.sort(np.concatenate(wholes))
    return Roots(shard[order], key[order], field[order], start, moved, whole), _in_order(walks)


def _reordered(documents: NDArray[np.int32], old: Ints, start: Ints) -> NDArray[np.int32]:
    """Return the documents of keys that began at `old` one after another, from `start` on, some at a time."""
    found = np.empty(len(documents), np.int32)
    borders = np.unique(np.append(np.searchsorted(start, np.arange(0, start[-1], _AT_ONCE)), len(old)))
    for low, high in pairwise(borders.tolist()):
        begin, end = start[low], start[high]
        found[begin:end] = documents[
            np.arange(begin, end) + np.repeat(old[low:high] - start[low:high], np.diff(start[low : high + 1]))
        ]
    return found


def _in_order(walks: list[Walk]) -> Walk:
    walk = joined(walks)
    walk.keep(np.argsort(walk.node, kind="stable"))
    return walk
