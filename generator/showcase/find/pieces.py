"""Pieces of text: which recur in a sample, and which is the longest at each place of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints

Points = NDArray[np.uint32]
POINT_BITS = 21
_NEVER_INSIDE = np.array([0, ord("\t"), ord("\n")], np.uint32)
_MOSTLY = 0.8


def points_of(text: str) -> Points:
    """Return the code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@dataclass(slots=True)
class _Size:
    """Recurring pieces of one size: how often, where one stands, how often one that is around it at most."""

    count: Ints
    place: Ints
    inside: Ints


def recurring(text: str, longest: int, fewest: int, most: int) -> list[str]:
    """Return the `most` pieces of 2 to `longest` characters that save most, of those `fewest` times there.

    Left out are those that mostly stand inside a longer one.
    """
    point = points_of(text)
    sizes: list[_Size] = []
    node = np.where(np.isin(point, _NEVER_INSIDE), -1, point.astype(np.int64))
    begins = np.flatnonzero(node >= 0)
    for size in range(2, longest + 1):
        begins = begins[begins + size <= len(point)]
        both = (node[begins] >= 0) & (node[begins + 1] >= 0)
        begins = begins[both & ~np.isin(point[begins + size - 1], _NEVER_INSIDE)]
        key = node[begins] << POINT_BITS | point[begins + size - 1]
        _, place, number, count = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
        kept = count >= fewest
        longer = _Size(count[kept], begins[place[kept]], np.zeros(np.count_nonzero(kept), np.int64))
        if sizes:
            for offset in (0, 1):
                np.maximum.at(sizes[-1].inside, node[longer.place + offset], longer.count)
        begins, number = begins[kept[number]], number[kept[number]]
        node = np.full(len(point), -1, np.int64)
        node[begins] = (np.cumsum(kept) - 1)[number]
        sizes.append(longer)
    return _best(text, sizes, most)


def _best(text: str, sizes: list[_Size], most: int) -> list[str]:
    worth = np.concatenate([one.count * (size - 1) for size, one in enumerate(sizes, 2)])
    inside = np.concatenate([one.inside < _MOSTLY * one.count for one in sizes])
    place = np.concatenate([one.place for one in sizes])
    size = np.repeat(np.arange(2, len(sizes) + 2), [len(one.count) for one in sizes])
    chosen = np.flatnonzero(inside)
    chosen = chosen[np.argsort(-worth[chosen], kind="stable")[:most]]
    return [text[a : a + n] for a, n in zip(place[chosen].tolist(), size[chosen].tolist(), strict=True)]


class Tree:
    """A tree of pieces, to find the longest at every place."""

    def __init__(self, pieces: Sequence[str]) -> None:
        number = {piece: place for place, piece in enumerate(pieces)}
        self.levels: list[tuple[Ints, Ints]] = []
        self.first = np.full(0x110000, -1, np.int32)
        above: dict[str, int] = {"": 0}
        for size in range(1, max(map(len, number), default=0) + 1):
            heads = {piece[:size] for piece in number if len(piece) >= size}
            keyed = sorted((above[head[:-1]] << POINT_BITS | ord(head[-1]), head) for head in heads)
            above = {head: place for place, (_, head) in enumerate(keyed)}
            keys = np.array([key for key, _ in keyed], np.int64)
            self.levels.append((keys, np.array([number.get(head, -1) for _, head in keyed], np.int64)))
        if self.levels:
            self.first[self.levels[0][0]] = np.arange(len(self.levels[0][0]))

    def longest(self, point: Points) -> tuple[Ints, Ints]:
        """Return for each place the longest piece that begins there (its number, or -1), and its length."""
        best, length = np.full(len(point), -1, np.int64), np.ones(len(point), np.int64)
        node = self.first[point].astype(np.int64)
        place = np.flatnonzero(node >= 0)
        node = node[place]
        for depth, (keys, numbers) in enumerate(self.levels):
            if depth:
                inside = place + depth < len(point)
                place, node = place[inside], node[inside]
                key = node << POINT_BITS | point[place + depth]
                at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
                alive = keys[at] == key
                place, node = place[alive], at[alive]
            ended = numbers[node] >= 0
            best[place[ended]] = numbers[node[ended]]
            length[place[ended]] = depth + 1
        return best, length


def steps(begins: Ints, ends: Ints, length: Ints) -> Ints:
    """Return where the pieces begin, each after the one before: all texts are walked at the same time."""
    begun = np.zeros(len(length), bool)
    place = begins
    while len(place):
        begun[place] = True
        place = place + length[place]
        going = place < ends
        place, ends = place[going], ends[going]
    return np.flatnonzero(begun)
