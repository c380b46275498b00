"""One picture for paper: cut to its place, fine enough for it and no finer, nothing in it but the picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

from PIL.Image import Resampling

from showcase.media.photos.decoding import decode, photo_facts
from showcase.media.terms.framing import Point, crop_box
from showcase.model.presets import CropShape, PhotoPreset

_QUALITY = 90


class Printable(NamedTuple):
    """A JPEG in sRGB without metadata, and its size."""

    data: bytes
    width_px: int
    height_px: int


def print_picture(
    path: Path, wanted_px: tuple[int, int], focus: Point | None, preset: PhotoPreset
) -> Printable:
    """Return the photo cut to the shape of `wanted_px` and no larger, never enlarged. Runs in a worker.

    Refused when it is no photo.
    """
    facts = photo_facts(path, "", preset)
    shape = CropShape(name="print", wide=wanted_px[0], high=wanted_px[1], widths_px=(wanted_px[0],))
    left, _, right, _ = crop_box((facts.width_px, facts.height_px), shape, focus)
    share = min(1.0, wanted_px[0] / (right - left))
    image = decode(path, round(facts.width_px * share))
    box = crop_box(image.size, shape, focus)
    width = max(1, min(wanted_px[0], round(box[2] - box[0])))
    size = width, max(1, round(width * wanted_px[1] / wanted_px[0]))
    cut = image.resize(size, Resampling.LANCZOS, box, reducing_gap=3.0)
    buffer = io.BytesIO()
    cut.save(buffer, "JPEG", quality=_QUALITY, subsampling="4:4:4", optimize=True)
    return Printable(buffer.getvalue(), *size)
