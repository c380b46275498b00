"""One weight at one size: which font has a character, how wide it is, its shape; each is asked once.

Drawing outlines is most of the work of a line of Chinese, and the same few hundred characters come again on
every card, so their shapes are kept and stamped.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from showcase.cards.fonts import FontFile

_MISSING = "〓"
"""Printers' mark for a character that they do not have; names never come to that (undrawable.py)."""
_KEPT_PX = 4_000_000
"""So many pixels of shapes are kept of one size, about four megabytes."""

Colour = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a character leaves on the paper; `left` and `top` as seen from the pen on the base line."""

    mask: Image.Image
    left: int
    top: int


class Glyphs:
    """The characters of `files` at `size_px`; the first file that has a character draws it."""

    def __init__(self, files: tuple[FontFile, ...], size_px: int) -> None:
        self._files = files
        self._fonts = [file.at(size_px) for file in files]
        self._most = _KEPT_PX // size_px**2
        self._advances: dict[str, float] = {}
        self._shapes: dict[str, _Shape | None] = {}

    def advance(self, character: str) -> float:
        """Return how far the pen moves; there is no kerning, so a line is the sum of its characters."""
        known = self._advances.get(character)
        if known is None:
            font, sign = self._drawn(character)
            known = self._advances[character] = font.getlength(sign)
        return known

    def stamp(self, image: Image.Image, x: float, base: float, character: str, colour: Colour) -> None:
        """Set one character with the pen at `x` on the line `base`, on whole pixels."""
        if character not in self._shapes:
            if len(self._shapes) > self._most:
                self._shapes = {}
            self._shapes[character] = self._shape(character)
        if shape := self._shapes[character]:
            image.paste(colour, (round(x) + shape.left, round(base) + shape.top), shape.mask)

    def _drawn(self, character: str) -> tuple[ImageFont.FreeTypeFont, str]:
        """Return the font that draws the character, and what it draws; a blank for what nobody draws."""
        for sign in (character, _MISSING if character.isalpha() else " "):
            for file, font in zip(self._files, self._fonts, strict=True):
                if sign in file.coverage:
                    return font, sign
        return self._fonts[0], " "

    def _shape(self, character: str) -> _Shape | None:
        font, sign = self._drawn(character)
        left, top, right, bottom = map(round, font.getbbox(sign, anchor="ls"))
        if left >= right or top >= bottom:
            return None
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).text((-left, -top), sign, 255, font, anchor="ls")
        return _Shape(mask, left, top)


@cache
def glyphs(files: tuple[FontFile, ...], size_px: int) -> Glyphs:
    """Return the glyphs of a weight at a size, the same ones every time."""
    return Glyphs(files, size_px)
