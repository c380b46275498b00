"""Where a picture may be cut: around the point that its editor named, else a face, else its upper middle."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.model.presets import CropShape

Box = tuple[float, float, float, float]
Point = tuple[float, float]

_NEARLY = 1.02
_EYE_LINE = 0.4
"""The focus stands so far down in a cut: a face needs more room below than above."""
_UPPER = 0.28
"""Of what a cut without a focus leaves away in height, this share goes above: people stand upright."""


@dataclass(frozen=True, slots=True)
class Framing:
    """What a record wants of a photo: the named cuts to make, and its focus in percent."""

    crops: tuple[str, ...] = ()
    focus: Point | None = None


def crop_box(size: tuple[int, int], shape: CropShape, focus: Point | None) -> Box:
    """Return (left, top, right, bottom) of the largest cut of `shape` in a picture of `size`, in pixels."""
    width, height = size
    wide = min(width, height * shape.wide / shape.high)
    high = min(height, width * shape.high / shape.wide)
    left, top = (width - wide) / 2, (height - high) * _UPPER
    if focus:
        left = _within(width * focus[0] / 100 - wide / 2, width - wide)
        top = _within(height * focus[1] / 100 - high * _EYE_LINE, height - high)
    return left, top, left + wide, top + high


def is_shaped(size: tuple[int, int], shape: CropShape) -> bool:
    """Whether a picture has the shape already, nearly: then cutting it saves nothing."""
    ratio = size[0] * shape.high / (size[1] * shape.wide)
    return 1 / _NEARLY < ratio < _NEARLY


def crop_sizes(size: tuple[int, int], shape: CropShape) -> list[tuple[int, int]]:
    """Return the sizes of a cut, narrow first: the shape's, none larger than what the picture holds."""
    left, _, right, _ = crop_box(size, shape, None)
    widths = sorted({max(1, min(width, int(right - left))) for width in shape.widths_px})
    return [(width, max(1, round(width * shape.high / shape.wide))) for width in widths]


def widths_of(width_px: int, widths_px: tuple[int, ...]) -> list[int]:
    """Return the widths to make, narrow first: the preset's, none wider than the picture itself."""
    return sorted({min(width, width_px) for width in widths_px})


def width_needed(size: tuple[int, int], widths_px: tuple[int, ...], shapes: tuple[CropShape, ...]) -> int:
    """Return how wide a picture of `size` must be decoded so that nothing made of it is enlarged."""
    needed = float(widths_px[-1])
    for shape in shapes:
        left, _, right, _ = crop_box(size, shape, None)
        needed = max(needed, crop_sizes(size, shape)[-1][0] * size[0] / max(1.0, right - left))
    return min(size[0], round(needed))


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
