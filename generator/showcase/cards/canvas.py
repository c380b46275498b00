"""What cards and posters are made of: paper, ruled lines, seals, lines of type, a picture in its place."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw
from PIL.Image import Resampling

from showcase.cards.colours import colours
from showcase.cards.fonts import Fonts
from showcase.cards.typesetting import Face, Lines, hang

_WORN = (3, 2, 38, 0, 62, 2, 97, 0, 100, 30, 98, 66, 100, 96, 70, 98, 34, 100, 2, 98, 0, 60, 2, 28)
"""The outline of the seal, in hundredths: x and y by turns, as in theme/assets/css/components/seal.css."""
_FINER = 4
_FOUR = ((0.71, 0.29), (0.71, 0.71), (0.29, 0.29), (0.29, 0.71))
"""Where four characters stand: down, then left."""
_NEAR = 0.03
"""A picture so near to its size is cut, not scaled."""

Point = tuple[float, float]
Box = tuple[int, int, int, int]
Size = tuple[int, int]
Cut = tuple[float, float, float, float]


class Canvas:
    """A sheet of paper and what is put on it. Sizes in pixels, colours by their names in tokens.css."""

    def __init__(self, size: tuple[int, int], fonts: Fonts) -> None:
        self.image = Image.new("RGB", size, ImageColor.getrgb(colours()["paper"]))
        self.fonts = fonts
        self._draw = ImageDraw.Draw(self.image)

    def bold(self, size_px: int, spacing: float = 0.0) -> Face:
        """Return the face of names and titles."""
        return Face(self.fonts.bold, size_px, spacing)

    def regular(self, size_px: int, spacing: float = 0.0) -> Face:
        """Return the face of everything else."""
        return Face(self.fonts.regular, size_px, spacing)

    def area(self, box: Box, colour: str) -> None:
        """Fill a rectangle (left, top, right, bottom; the last two not included)."""
        left, top, right, bottom = box
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=colours()[colour])

    def rule(self, left: int, right: int, y: int, colour: str = "vermilion", thick: int = 2) -> None:
        """Draw a ruled line."""
        self.area((left, y, right, y + thick), colour)

    def text(self, xy: Point, words: str, face: Face, colour: str = "ink") -> None:
        """Write one line; `xy` is the upper left corner of its em box."""
        face.write(self.image, xy, words, ImageColor.getrgb(colours()[colour]))

    def lines(self, xy: Point, lines: Lines, face: Face, colour: str = "ink", high: float = 1.5) -> float:
        """Write lines `high` em apart, opening marks hanging; return where the next would begin."""
        x, y = xy
        for line in lines:
            self.text((x - hang(line, face.size), y), line, face, colour)
            y += high * face.size
        return y

    def column(self, xy: Point, words: str, face: Face, colour: str = "ink", high: float = 1.0) -> float:
        """Write a column that runs down, `high` em a character; return where it ends."""
        x, y = xy
        for sign in words:
            self.text((x + (face.size - face.width(sign)) / 2, y), sign, face, colour)
            y += high * face.size
        return y

    def picture(self, file: Path, box: Box, focus: Point) -> None:
        """Lay the picture into `box`, filling it; what is cut away is far from `focus` (percent)."""
        left, top, right, bottom = box
        size = right - left, bottom - top
        with Image.open(file) as image:
            image.draft("RGB", size)  # JPEG is read at half its size for next to nothing
            left_over = cut_box(image.size, size, focus)
            shown = image if image.mode == "RGB" else image.convert("RGB")
            self.image.paste(_shown(shown, size, left_over), (left, top))

    def seal(self, xy: tuple[int, int], size_px: int, words: str) -> None:
        """Press a seal of one or four characters."""
        ink = ImageColor.getrgb(colours()["seal-fill"])
        self.image.paste(ink, xy, _seal_shape(size_px))
        face, colour = self.bold(round(size_px * (0.6 if len(words) == 1 else 0.37))), "on-seal"
        middles = _FOUR if len(words) == 4 else ((0.5, 0.5),)
        for (x, y), sign in zip(middles, words, strict=True):
            corner = (xy[0] + x * size_px - face.size / 2, xy[1] + y * size_px - face.size / 2)
            self.text(corner, sign, face, colour)

    def jpeg(self, quality: int) -> bytes:
        """Return the sheet as JPEG."""
        buffer = io.BytesIO()
        self.image.save(buffer, "JPEG", quality=quality, subsampling="4:2:0", optimize=True)
        return buffer.getvalue()


@cache
def _seal_shape(size_px: int) -> Image.Image:
    large = size_px * _FINER
    shape = Image.new("L", (large, large))
    outline = [each * large / 100 for each in _WORN]
    ImageDraw.Draw(shape).polygon(outline, fill=255)
    return shape.resize((size_px, size_px), Resampling.LANCZOS)


def cut_box(size: Size, wanted: Size, focus: Point) -> Cut:
    """Return the largest box of the wanted shape inside `size`, as near around `focus` as the edges allow."""
    width, height = size
    wide = min(width, height * wanted[0] / wanted[1])
    high = min(height, width * wanted[1] / wanted[0])
    if 0 <= wide / wanted[0] - 1 < _NEAR:
        wide, high = wanted
    left = min(max(focus[0] / 100 * width - wide / 2, 0), width - wide)
    top = min(max(focus[1] / 100 * height - high / 2, 0), height - high)
    return left, top, left + wide, top + high


def _shown(image: Image.Image, size: Size, box: Cut) -> Image.Image:
    left, top = round(box[0]), round(box[1])
    if (box[2] - box[0], box[3] - box[1]) == size:
        return image.crop((left, top, left + size[0], top + size[1]))
    return image.resize(size, Resampling.HAMMING, box, reducing_gap=2.0)
