"""Make the renditions of one picture: a photo, or the poster frame of a film."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator

import PIL
from PIL import Image
from PIL.Image import Resampling

from showcase.media.decoding import decode, photo_facts
from showcase.media.jobs import Job
from showcase.media.made import Made
from showcase.media.store import Store
from showcase.model.media import Picture, Rendition
from showcase.model.presets import PhotoPreset

WEBP, JPEG = "image/webp", "image/jpeg"
_PLACEHOLDER_QUALITY = 40


def make_photo(job: Job, preset: PhotoPreset, store: Store) -> Made:
    """Return the picture made of a photo, and the photo's facts; Refused when it cannot be."""
    facts = photo_facts(job.path, job.sha256, preset.limit_megapixels)
    image = decode(job.path, preset.widths_px[-1])
    return Made(make_picture(image, job.key, "", preset, store), facts, f"Pillow {PIL.__version__}")


def make_picture(image: Image.Image, key: str, prefix: str, preset: PhotoPreset, store: Store) -> Picture:
    """Write WebP and JPEG of a clean RGB `image` at the preset's widths; file names begin with `prefix`."""
    renditions = [
        rendition
        for width in widths_of(image.width, preset.widths_px)
        for rendition in _both(_scaled(image, width), key, f"{prefix}{width}", preset, store)
    ]
    return Picture(tuple(renditions), placeholder_of(image, preset.placeholder_px))


def widths_of(width_px: int, widths_px: tuple[int, ...]) -> list[int]:
    """Return the widths to make, narrow first: the preset's, none wider than the picture itself."""
    return sorted({min(width, width_px) for width in widths_px})


def placeholder_of(image: Image.Image, width_px: int) -> str:
    """Return the picture as a data: URI of about a hundred bytes."""
    tiny = _scaled(image, min(width_px, image.width))
    data = _encoded(tiny, "WEBP", quality=_PLACEHOLDER_QUALITY, method=6)
    return f"data:{WEBP};base64,{base64.b64encode(data).decode()}"


def _both(image: Image.Image, key: str, name: str, preset: PhotoPreset, store: Store) -> Iterator[Rendition]:
    webp = _encoded(image, "WEBP", quality=preset.webp_quality, method=4)
    yield store.put(key, f"{name}.webp", webp, WEBP, image.size)
    jpeg = _encoded(image, "JPEG", quality=preset.jpeg_quality, progressive=True, subsampling="4:2:0")
    yield store.put(key, f"{name}.jpg", jpeg, JPEG, image.size)


def _scaled(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Resampling.LANCZOS)


def _encoded(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()
