"""Pieces of text: which recur in a sample, and which is the longest at each place of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.bits import Ints

Points = NDArray[np.uint32]
POINT_BITS = 21
_NEVER_INSIDE = np.array([0, ord("\t"), ord("\n")], np.uint32)
_MOSTLY = 0.8
Children = list[tuple[int, int]]


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
    """A tree of pieces, to find the longest at every place: a double array (Aoe 1989).

    The child of a node by a character lies in the slot `base[node] + code of the character` if `above` names
    the node there. The first nodes are those of the first characters by their codes; 0 is that of none.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        numbers = {piece: number for number, piece in enumerate(pieces)}
        heads = sorted({piece[:size] for piece in pieces for size in range(1, len(piece) + 1)})
        chars = sorted({head[-1] for head in heads})
        nodes = {head: node for node, head in enumerate([*chars, *(head for head in heads if head[1:])], 1)}
        self.numbers = np.array([-1, *(numbers.get(head, -1) for head in nodes)], np.int64)
        self.code = np.zeros(0x110000, np.int64)
        self.code[[ord(char) for char in chars]] = np.arange(1, len(chars) + 1)
        children: dict[int, Children] = defaultdict(list)
        for head in heads:
            if head[1:]:
                children[nodes[head[:-1]]].append((nodes[head[-1]], nodes[head]))
        self.base, self.above, self.below = _laid_out(children, len(nodes) + 1, len(chars) + 1)

    def longest(self, point: Points) -> tuple[Ints, NDArray[np.uint8]]:
        """Return for each place the longest piece that begins there (its number, or -1), and its length."""
        code = np.append(self.code[point], 0)
        node, place, depth = code[:-1], np.arange(len(point)), 1
        best, length = self.numbers[node], np.ones(len(point), np.uint8)
        while len(place):
            slot = self.base[node] + code[np.minimum(place + depth, len(point))]
            there = np.flatnonzero(self.above[slot] == node)
            place, node, depth = place[there], self.below[slot[there]], depth + 1
            number = self.numbers[node]
            ended = np.flatnonzero(number >= 0)
            best[place[ended]], length[place[ended]] = number[ended], depth
        return best, length


def _laid_out(children: Mapping[int, Children], nodes: int, codes: int) -> tuple[Ints, Ints, Ints]:
    """Return base, above and below; whoever has most children is given room first."""
    base, taken = np.zeros(nodes, np.int64), bytearray(codes)
    slots: list[tuple[int, int, int]] = []
    front = 0
    for node, some in sorted(children.items(), key=lambda one: (-len(one[1]), one[0])):
        slot = max(front, some[0][0]) - 1
        while True:
            slot = taken.find(0, slot + 1)
            begin = slot - some[0][0]
            taken.extend(bytes(max(0, begin + 2 * codes - len(taken))))
            if not any(taken[begin + code] for code, _ in some):
                break
        base[node] = begin
        front = slot if len(some) > 1 else taken.find(0)
        for code, child in some:
            taken[begin + code] = 1
            slots.append((begin + code, node, child))
    above, below = np.full(len(taken) + codes, -1, np.int64), np.zeros(len(taken) + codes, np.int64)
    if slots:
        at, owner, child_ = np.array(slots).T
        above[at], below[at] = owner, child_
    return base, above, below


def steps(begins: Ints, ends: Ints, length: NDArray[np.uint8]) -> Ints:
    """Return where the pieces begin, each after the one before: all texts are walked at the same time."""
    begun = np.zeros(len(length), bool)
    place = begins
    while len(place):
        begun[place] = True
        place = place + length[place]
        going = place < ends
        place, ends = place[going], ends[going]
    return np.flatnonzero(begun)
