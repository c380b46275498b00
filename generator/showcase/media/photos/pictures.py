"""Make the renditions of one picture: a photo, or the poster frame of a film."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from typing import NamedTuple

import PIL
from PIL import Image
from PIL.Image import Resampling

from showcase.media.photos.decoding import decode, photo_facts
from showcase.media.photos.faces import face_point
from showcase.media.storing.store import Store
from showcase.media.terms.framing import (
    Framing,
    Point,
    crop_box,
    crop_sizes,
    is_shaped,
    width_needed,
    widths_of,
)
from showcase.media.terms.made import Made
from showcase.media.working.jobs import Job
from showcase.model.media import Crop, Picture, Rendition
from showcase.model.presets import CropShape, PhotoPreset

AVIF, WEBP, JPEG = "image/avif", "image/webp", "image/jpeg"
_PLACEHOLDER_QUALITY = 40


def make_photo(job: Job, preset: PhotoPreset, store: Store) -> Made:
    """Return the picture made of a photo, and the photo's facts; Refused when it cannot be."""
    facts = photo_facts(job.path, job.sha256, preset)
    shapes = shapes_of(preset, job.framing)
    image = decode(job.path, width_needed((facts.width_px, facts.height_px), preset.widths_px, shapes))
    focus = job.framing.focus or (face_point(image) if preset.find_faces else None)
    files = _Files(job.key, preset, store)
    crops = tuple(_crop(image, shape, focus, files) for shape in shapes)
    picture = replace(make_picture(image, job.key, "", preset, store), crops=crops, focus=focus)
    return Made(picture, facts, f"Pillow {PIL.__version__}")


def shapes_of(preset: PhotoPreset, framing: Framing) -> tuple[CropShape, ...]:
    """Return the cuts that are wanted and that the preset knows."""
    return tuple(shape for shape in preset.crops if shape.name in framing.crops)


def make_picture(image: Image.Image, key: str, prefix: str, preset: PhotoPreset, store: Store) -> Picture:
    """Write a clean RGB `image` at the preset's widths in its formats; file names begin with `prefix`."""
    files = _Files(key, preset, store)
    made: list[Rendition] = []
    for width in reversed(widths_of(image.width, preset.widths_px)):
        image = _scaled(image, width)  # each from the one before: from the photo it would cost more
        made = files.formats(image, f"{prefix}{width}") + made
    return Picture(tuple(made), placeholder_of(image, preset.placeholder_px))


def placeholder_of(image: Image.Image, width_px: int) -> str:
    """Return the picture as a data: URI of about a hundred bytes."""
    tiny = _scaled(image, min(width_px, image.width))
    data = _encoded(tiny, "WEBP", quality=_PLACEHOLDER_QUALITY, method=6)
    return f"data:{WEBP};base64,{base64.b64encode(data).decode()}"


class _Files(NamedTuple):
    """Writes the files of one picture."""

    key: str
    preset: PhotoPreset
    store: Store

    def formats(self, image: Image.Image, name: str) -> list[Rendition]:
        """Write an image in every format that the preset asks for."""
        made = [self._avif(image, name)] if self.preset.avif_quality else []
        webp = _encoded(image, "WEBP", quality=self.preset.webp_quality, method=4)
        made.append(self.store.put(self.key, f"{name}.webp", webp, WEBP, image.size))
        return [*made, self.jpeg(image, name)]

    def cut(self, image: Image.Image, shape: CropShape) -> list[Rendition]:
        """Write one size of a named cut."""
        name = f"{shape.name}-{image.width}"
        return [self.jpeg(image, name)] if shape.jpeg_only else self.formats(image, name)

    def jpeg(self, image: Image.Image, name: str) -> Rendition:
        """Write an image as JPEG only."""
        quality = self.preset.jpeg_quality
        data = _encoded(image, "JPEG", quality=quality, progressive=True, subsampling="4:2:0")
        return self.store.put(self.key, f"{name}.jpg", data, JPEG, image.size)

    def _avif(self, image: Image.Image, name: str) -> Rendition:
        """The bytes are the same everywhere: one codec, one thread, no tiles of its own choice."""
        fixed = {"codec": "aom", "max_threads": 1, "autotiling": False, "subsampling": "4:2:0"}
        quality, speed = self.preset.avif_quality, self.preset.avif_speed
        data = _encoded(image, "AVIF", quality=quality, speed=speed, **fixed)
        return self.store.put(self.key, f"{name}.avif", data, AVIF, image.size)


def _crop(image: Image.Image, shape: CropShape, focus: Point | None, files: _Files) -> Crop:
    """Write a named cut; one that would show nearly the whole picture in its formats has no files."""
    if is_shaped(image.size, shape) and not shape.jpeg_only:
        return Crop(shape.name, ())
    *smaller, size = crop_sizes(image.size, shape)
    cut = image.resize(size, Resampling.LANCZOS, crop_box(image.size, shape, focus), reducing_gap=3.0)
    made = files.cut(cut, shape)
    for width, high in reversed(smaller):
        cut = cut.resize((width, high), Resampling.LANCZOS, reducing_gap=3.0)
        made = files.cut(cut, shape) + made
    return Crop(shape.name, tuple(made))


def _scaled(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    size = width, max(1, round(image.height * width / image.width))
    return image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()
