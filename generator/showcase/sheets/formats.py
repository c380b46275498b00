"""The kinds of sheet and the sizes that they come in: millimetres, bleed, how fine a picture must be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sheet(StrEnum):
    """What is printed; each has a layout of its name in theme/print/."""

    POSTER = "poster"
    HANDOUT = "handout"
    PANEL = "panel"
    TABLE_CARD = "table-card"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Size:
    """One size of a sheet, after trimming.

    `unit_mm` is the millimetres of one unit of the layout, so that one drawing serves several sizes;
    `bleed_mm` what is printed beyond the edge when bleed is asked for. A picture is set with at most
    `best_dpi`; below `least_dpi` one sees its dots.
    """

    wide_mm: float
    high_mm: float
    unit_mm: float = 1.0
    bleed_mm: float = 3.0
    least_dpi: int = 150
    best_dpi: int = 300


_A3, _A2, _A4 = (297.0, 420.0), (420.0, 594.0), (210.0, 297.0)
_A2_UNIT = _A2[0] / _A3[0]

SIZES: Mapping[Sheet, Mapping[str, Size]] = {
    Sheet.POSTER: {"a3": Size(*_A3), "a2": Size(*_A2, _A2_UNIT, best_dpi=200)},
    Sheet.HANDOUT: {"a4": Size(*_A4)},
    Sheet.PANEL: {
        "80x180": Size(800, 1800, 800 / _A3[0], 10, 100, 150),
        "90x120": Size(900, 1200, 900 / _A3[0], 5, 100, 150),
    },
    Sheet.TABLE_CARD: {"a4": Size(*_A4)},
    Sheet.WALL: {"a3": Size(*_A3[::-1]), "a2": Size(*_A2[::-1], _A2_UNIT)},
}
"""By sheet and the name of the size; the first is taken when none is asked for."""

PAGES: Mapping[Sheet, int] = {Sheet.HANDOUT: 2}
"""So many pages a record takes; one, where nothing is said."""


@dataclass(frozen=True, slots=True)
class Plate:
    """The place of a picture, in units of the layout."""

    wide: float
    high: float


_UPRIGHT, _LYING = Plate(154, 154 * 4 / 3), Plate(253, 253 * 2 / 3)
LEAD: Mapping[tuple[Sheet, str], tuple[Plate, Plate]] = {
    (Sheet.POSTER, "a3"): (_UPRIGHT, _LYING),
    (Sheet.POSTER, "a2"): (_UPRIGHT, _LYING),
    (Sheet.PANEL, "80x180"): (_UPRIGHT, _LYING),
    (Sheet.PANEL, "90x120"): (Plate(129, 172), Plate(253, 253 / 2)),
    (Sheet.HANDOUT, "a4"): (Plate(75, 100), Plate(174, 98)),
}
"""The place of the large picture, by sheet and size: of a star, of a project."""

MORE: Mapping[tuple[Sheet, str], tuple[int, Plate]] = {
    (Sheet.PANEL, "80x180"): (1, Plate(253, 253 / 2)),
    (Sheet.HANDOUT, "a4"): (2, Plate(84, 56)),
}
"""How many further pictures there is room for, by sheet and size, and their place."""


def size_of(sheet: Sheet, name: str = "") -> tuple[str, Size]:
    """Return the size of that name, or the usual one; ValueError when the sheet has no such size."""
    sizes = SIZES[sheet]
    chosen = name or next(iter(sizes))
    if chosen not in sizes:
        raise ValueError(name)
    return chosen, sizes[chosen]
