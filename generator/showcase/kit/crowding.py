"""How much stands on a cover: the more there is to say, the narrower its picture; all of it is said."""

from __future__ import annotations

from enum import StrEnum

from showcase.kit.story import Slide

NARROW_PLATE = 500
"""Dots that the picture of a narrow cover is wide; slides.css says the same."""
_LINES, _WHOLE, _MOST = 120, 200, 260


class Crowd(StrEnum):
    """What a cover gives up: nothing, some of its picture, all of it."""

    NONE = ""
    NARROW = "narrow"
    BARE = "bare"


def crowd_of(slide: Slide) -> Crowd:
    """Return how crowded a slide is by the characters below its name; only covers ever are."""
    if slide.kind != "cover":
        return Crowd.NONE
    below = sum(map(len, slide.lines))
    if below > _MOST:
        return Crowd.BARE
    return Crowd.NARROW if below > _LINES or below + len(slide.text) > _WHOLE else Crowd.NONE
