"""Pictures of a page in rows of one height, as on a contact sheet, each a link to its whole self."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from showcase.model.leads import lead_photo
from showcase.model.records import Record
from showcase.pages.pictures import Drawn, draw
from showcase.pages.view import View

SHAPES = {56: 9 / 16, 67: 2 / 3, 75: 3 / 4, 100: 1.0, 133: 4 / 3, 150: 3 / 2, 178: 16 / 9, 233: 7 / 3}
"""Width by height that the style sheet knows, by the end of their class. A picture takes the nearest one."""
ROW = 3.9
"""The widths of a row's pictures, in heights, that suit a desk: three 3:2, or two and an upright one."""
DESK_PX = 1200
"""The width of a row on a desk; a picture is never higher than HIGHEST_PX."""
HIGHEST_PX = 480


class Tile(NamedTuple):
    """A picture in its row: the shape that it is shown in, and the width that it takes, as <img sizes>."""

    picture: Drawn
    shape: int
    sizes: str


def record_gallery(view: View, record: Record) -> list[list[Tile]]:
    """Return rows of the record's pictures, but for the large one at its head."""
    first = lead_photo(record)
    drawn = (draw(view, record.address, photo) for photo in record.photos if photo is not first)
    return rows([picture for picture in drawn if picture])


def rows(pictures: Sequence[Drawn]) -> list[list[Tile]]:
    """Return the pictures in rows, in their order; no picture, no row."""
    shapes = [shape_of(picture.width_px, picture.height_px) for picture in pictures]
    return [_row(pictures[start:end], shapes[start:end]) for start, end in _cuts([SHAPES[s] for s in shapes])]


def shape_of(width_px: int, height_px: int) -> int:
    """Return the key in SHAPES of the shape nearest to a picture's own."""
    return min(SHAPES, key=lambda shape: abs(log(SHAPES[shape]) - log(width_px / height_px)))


def _row(pictures: Sequence[Drawn], shapes: Sequence[int]) -> list[Tile]:
    high = min(HIGHEST_PX, DESK_PX / sum(SHAPES[shape] for shape in shapes))
    return [
        Tile(picture, shape, f"(min-width: 60em) {high * SHAPES[shape]:.0f}px, (min-width: 45em) 50vw, 92vw")
        for picture, shape in zip(pictures, shapes, strict=True)
    ]


def _cuts(widths: Sequence[float]) -> list[tuple[int, int]]:
    """Return (start, end) of each row, of all ways to cut the sequence the one nearest to ROW in all."""
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for end in range(1, len(widths) + 1):
        ways = (
            (best[start][0] + (sum(widths[start:end]) - ROW) ** 2, [*best[start][1], (start, end)])
            for start in range(end)
        )
        best.append(min(ways))
    return best[-1][1]
