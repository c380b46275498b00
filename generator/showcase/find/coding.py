"""Texts to bits with the site's lexicon: at every place the longest piece, all texts at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from showcase.find.bits import Codes, Ints, packed
from showcase.find.lexicon import END, OTHER, Lexicon

_POINT_BITS = 21


def coded(texts: Sequence[str], lexicon: Lexicon) -> list[bytes]:
    """Return the bits of each text, its END among them."""
    whole = "".join(text + END for text in texts)
    point = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    sizes = np.array([len(text) + 1 for text in texts], np.int64)
    begins = np.cumsum(sizes) - sizes
    piece, length = _longest(point, lexicon)
    starts = _steps(begins, begins + sizes, length)
    found = piece[starts]
    other = lexicon.pieces.index(OTHER)
    unknown = found < 0
    codes, bits = np.array(lexicon.codes, np.int64), np.array(lexicon.lengths, np.int64)
    found = np.where(unknown, other, found)
    value = np.where(unknown, codes[found] << _POINT_BITS | point[starts], codes[found])
    width = bits[found] + np.where(unknown, _POINT_BITS, 0)
    return packed(Codes(value, width, np.zeros(len(value), bool)), np.searchsorted(starts, begins))


def _steps(begins: Ints, ends: Ints, length: Ints) -> Ints:
    """Return where the pieces begin: all texts are walked at the same time."""
    begun = np.zeros(len(length), bool)
    place = begins
    while len(place):
        begun[place] = True
        place = place + length[place]
        going = place < ends
        place, ends = place[going], ends[going]
    return np.flatnonzero(begun)


def _longest(point: Ints, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Return for each place the number of the longest piece that begins there (-1: none) and its length."""
    table, tree = np.full(0x110000, -1, np.int64), _tree(lexicon)
    singles, first = tree[0]
    table[singles] = np.arange(len(singles))
    node = table[point]
    best = np.where(node >= 0, first[node], -1)
    length = np.ones(len(point), np.int64)
    place = np.flatnonzero(node >= 0)
    node = node[place]
    for depth, (keys, numbers) in enumerate(tree[1:], 1):
        inside = place + depth < len(point)
        place, node = place[inside], node[inside]
        key = node << _POINT_BITS | point[place + depth]
        at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        alive = keys[at] == key
        place, node = place[alive], at[alive]
        ended = numbers[node] >= 0
        best[place[ended]] = numbers[node[ended]]
        length[place[ended]] = depth + 1
    return best, length


def _tree(lexicon: Lexicon) -> list[tuple[Ints, Ints]]:
    """Return for each depth the sorted keys (node above << 21 | character) and the pieces that end there."""
    number = {piece: place for place, piece in enumerate(lexicon.pieces)}
    above: dict[str, int] = {"": 0}
    levels = []
    for size in range(1, max(map(len, number)) + 1):
        heads = {piece[:size] for piece in number if len(piece) >= size}
        keyed = sorted((above[head[:-1]] << _POINT_BITS | ord(head[-1]), head) for head in heads)
        above = {head: place for place, (_, head) in enumerate(keyed)}
        keys = np.array([key for key, _ in keyed], np.int64)
        levels.append((keys, np.array([number.get(head, -1) for _, head in keyed], np.int64)))
    return levels
