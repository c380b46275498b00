"""Sheets of a PowerPoint file that may have a picture: the cover and the steps of a story."""

from __future__ import annotations

from typing import Any

from showcase.kit.canvas import HEI, HIGH, SONG, WIDE, Box, Type, area, picture, write
from showcase.kit.crowding import NARROW_PLATE, Crowd, crowd_of
from showcase.kit.fitting import even, fitted, rows, tall
from showcase.kit.pieces import Pieces
from showcase.kit.story import Slide
from showcase.pages.prose import name_parts
from showcase.pages.titles import LONGEST, pieces

LEFT = 150
"""Where words begin on a sheet without a picture."""
HEAD = Type(SONG, (44,), "seal", bold=True)
_PLATE, _WIDE_PLATE = 810, 980
_UPPER, LOWER = 90, 960
"""Between these the words of a sheet stand, in the middle."""
_NAME_SIZES = (150, 120, 96, 86, 78, 68, 60, 54, 48, 40, 34)
_STEP_SIZES = (100, 86, 74, 66, 58, 52, 46, 40)


def middle(high: float) -> float:
    """Return where words begin that are so high, in the middle of a sheet or a little below its edge."""
    return max(_UPPER + 30.0, (_UPPER + LOWER - high) / 2)


def plate(sheet: Any, slide: Slide, pieces_: Pieces) -> float:  # noqa: ANN401 - the library has no types
    """Place the picture of a sheet at its left edge; return where the words begin."""
    crowd = crowd_of(slide)
    shown = pieces_.shown(slide.photo) if slide.photo and crowd is not Crowd.BARE else None
    if shown is None:
        return LEFT
    wide = NARROW_PLATE if crowd else _WIDE_PLATE if shown.wide else _PLATE
    x, y = (float(part.rstrip("%")) for part in shown.focus.split())
    picture(sheet, Box(0, 0, wide, HIGH), pieces_.files[shown.src], alt=shown.alt, focus=(x, y))
    return wide + 90


def draw_cover(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    """Write the name in lines that end between its parts, and who it is."""
    room, high = WIDE - left - 100, 200 if crowd_of(slide) is Crowd.BARE else 320
    write(sheet, Box(left, 190, room, 70), [slide.heading], HEAD)
    name = rows(_parts(slide.text), _NAME_SIZES, room, high)
    write(sheet, Box(left, 270, room, high), name, Type(SONG, _NAME_SIZES, bold=True, anchor="middle"))
    if slide.lines:
        below = Box(left, 300 + high, room, 670 - high)
        write(sheet, below, slide.lines, Type(HEI, (44, 40, 34, 32), "ink-2"))


def _parts(name: str) -> list[str]:
    found = pieces(name) if len(name) <= LONGEST else [name]
    return found if len(found) > 1 else name_parts(name)


def draw_step(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    """Write one step of the story in lines of about the same length."""
    inset = left + (110 if left == LEFT else 0)
    room = WIDE - inset - (LEFT if left == LEFT else 80)
    size = fitted([slide.text], _STEP_SIZES, room, 620)
    y = middle(140 + tall([slide.text], size, room))
    write(sheet, Box(inset, y, room, 90), [slide.heading], Type(SONG, (60,), "seal", bold=True))
    area(sheet, Box(inset, y + 100, 96, 3), "vermilion")
    wide = even(slide.text, size, room)
    write(sheet, Box(inset, y + 140, wide, LOWER - y - 140), [slide.text], Type(SONG, (size,)))
