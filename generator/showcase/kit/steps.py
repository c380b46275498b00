"""A text as the steps of a talk: five to seven sheets, one thought each, the rest for who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showcase.kit.cutting import Piece, pieces

FEWEST, MOST = 5, 7
LONGEST = 60
"""Characters on a sheet: what the last row takes in at a glance."""

_OVER = 40.0
_NEW_PARAGRAPH = 12.0


class Step(NamedTuple):
    """What stands on the sheet, and the whole passage of the text that the step stands for."""

    shown: str
    passage: str


def steps(paragraphs: Sequence[str], protected: Sequence[str] = ()) -> list[Step]:
    """Return the text in five to seven steps, in its order; a very short text has fewer.

    The passages joined are the text. Of a passage too long for a sheet its first pieces are shown.
    """
    found = pieces(paragraphs, LONGEST, FEWEST, protected)
    counts = range(min(FEWEST, len(found)), min(MOST, len(found)) + 1)
    ways = [_grouped(found, count) for count in counts if count]
    if not ways:
        return []
    _, groups = min(ways, key=lambda way: way[0])
    return [Step(_shown(group), "".join(piece.text for piece in group)) for group in groups]


def _grouped(found: Sequence[Piece], count: int) -> tuple[float, list[Sequence[Piece]]]:
    """Return the best way to part the pieces into `count` runs, with its cost."""
    total = sum(len(piece.text) for piece in found)
    even = total / count
    best: dict[tuple[int, int], tuple[float, list[Sequence[Piece]]]] = {(0, 0): (0.0, [])}
    for done in range(1, count + 1):
        for end in range(done, len(found) + 1):
            ways = (
                (best[done - 1, start][0] + _cost(found[start:end], even), start)
                for start in range(done - 1, end)
                if (done - 1, start) in best
            )
            cost, start = min(ways)
            best[done, end] = cost, [*best[done - 1, start][1], found[start:end]]
    cost, groups = best[count, len(found)]
    return cost / count, groups


def _cost(group: Sequence[Piece], even: float) -> float:
    """Return how badly a run serves as a sheet: too long, over the border of a paragraph, uneven."""
    size = sum(len(piece.text) for piece in group)
    over = _OVER * max(0, size - LONGEST) / LONGEST
    return over + _NEW_PARAGRAPH * sum(piece.opens for piece in group[1:]) + (size - even) ** 2 / max(even, 1)


def _shown(group: Sequence[Piece]) -> str:
    """Return the first pieces that fit on a sheet; a comma at the end says nothing there.

    At least one, or the beginning of one that has no place to pause for more than two sheets.
    """
    text = group[0].text
    if len(text) > 2 * LONGEST:
        return f"{text.strip()[:LONGEST]}……"
    for piece in group[1:]:
        if len(text + piece.text) > LONGEST:
            break
        text += piece.text
    return text.strip().rstrip("，；、：")
