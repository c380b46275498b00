"""Turn a photo that anybody sent into pixels: upright, eight bits, sRGB, nothing on it but the picture."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image
from PIL.Image import Transpose

from showcase.media.photos.colours import as_on_screen, eight_bits, on_white
from showcase.media.photos.recognising import HOSTILE, cut_off, opened
from showcase.media.terms.refusal import Breakdown, Refused
from showcase.model.media import PhotoFacts
from showcase.model.presets import PhotoPreset

_ORIENTATION, _GPS = 0x0112, 0x8825
_TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_LYING = (5, 6, 7, 8)
_LONGEST_SHAPE = 10
_SHRINKS_ITSELF = ("JPEG", "MPO")
_MOST_SHRUNK = 8
_COEFFICIENT_BYTES = 2
_PIXEL_BYTES = {"1": 5, "L": 1, "P": 5, "LA": 8, "PA": 8, "I;16": 10, "I;16B": 10, "I": 9, "F": 9}
"""Bytes a pixel takes until it is shrunk, eight-bit colour (4) else; measured, 50 to 100 MB come on top."""
_VEIL_BYTES = 4
_DECODER_BYTES = {"WEBP": 12, "AVIF": 6, "HEIF": 6}
"""What transparency costs more, and what these decoders hold beside the picture, bytes a pixel."""


def photo_facts(path: Path, sha256: str, preset: PhotoPreset) -> PhotoFacts:
    """Return what a photo says of itself, without decoding it; Refused when it is none or too big."""
    with opened(path) as image:
        _check_size(image, preset)  # first: to look for EXIF in a PNG, Pillow decodes it
        width, height = image.size
        orientation, has_gps = _exif(image)
        if orientation in _LYING:
            width, height = height, width
        return PhotoFacts(
            format=image.format or "",
            width_px=width,
            height_px=height,
            size_bytes=path.stat().st_size,
            sha256=sha256,
            has_gps=has_gps,
        )


def decode(path: Path, width_px: int) -> Image.Image:
    """Return the photo upright in sRGB, without any metadata: `width_px` wide and up to twice that.

    It is shrunk by whole numbers only, which is quick; a photo that is narrower comes as it is.
    """
    with opened(path) as image:
        orientation, _ = _exif(image)
        wide = image.height if orientation in _LYING else image.width
        small = _load(image, min(1.0, width_px / wide))
        turned = small.transpose(_TURNS[orientation]) if orientation in _TURNS else small
        return on_white(as_on_screen(turned, image.info), image.info.get("icc_profile"))


def memory_mb(image: Image.Image) -> float:
    """Return about how much memory decoding takes. JPEG shrinks itself, unless it is progressive."""
    pixels = image.width * image.height
    if image.format in _SHRINKS_ITSELF:
        shares = [across * down for _, across, down, _ in image.layer]  # type: ignore[attr-defined]
        held = sum(shares) / max(shares) * _COEFFICIENT_BYTES if image.info.get("progressive") else 0
        return pixels * (held + 4 / (_MOST_SHRUNK / 2) ** 2) / 1e6
    each = _PIXEL_BYTES.get(image.mode, 4) + _DECODER_BYTES.get(image.format or "", 0)
    return pixels * (each + _VEIL_BYTES * image.has_transparency_data) / 1e6


def _check_size(image: Image.Image, preset: PhotoPreset) -> None:
    width, height = image.size
    said, fix = f"照片有 {width}×{height} 像素", "缩小到长边 4000 像素以内再存放"
    if width * height > preset.limit_megapixels * 1_000_000:
        raise Refused("photo-too-large", f"{said}，超过 {preset.limit_megapixels} 百万像素的上限", fix)
    if (needed := memory_mb(image)) > preset.limit_memory_mb:
        message = f"{said}，打开它约需 {needed:.0f} MB 内存，超过 {preset.limit_memory_mb} MB 的上限"
        raise Refused("photo-too-large", message, fix)
    if max(width, height) > _LONGEST_SHAPE * min(width, height):
        fix = f"裁剪到长边不超过短边的 {_LONGEST_SHAPE} 倍"
        raise Refused("photo-odd-shape", f"照片为 {width}×{height} 像素，过于狭长", fix)


def _exif(image: Image.Image) -> tuple[int, bool]:
    """Return (orientation still to undo, has GPS); a broken EXIF block is no reason to refuse a photo."""
    try:
        exif = image.getexif()
        turned_by_pillow = image.format == "TIFF"  # alone of all formats, and its size says so already
        orientation = 1 if turned_by_pillow else int(exif.get(_ORIENTATION, 1))
        return orientation, bool(exif.get_ifd(_GPS))
    except HOSTILE:
        return 1, False


def _load(image: Image.Image, scale: float) -> Image.Image:
    """Decode and shrink. The first frame of an animation, the first page of a TIFF is the photo."""
    least = math.ceil(image.width * scale), math.ceil(image.height * scale)
    try:
        image.draft(image.mode, least)  # JPEG shrinks while it decodes, by 2, 4 or 8
        plain = eight_bits(image)
        times = min(plain.width // least[0], plain.height // least[1])
        return plain.reduce(times) if times > 1 else plain.copy()
    except MemoryError:
        raise Breakdown("内存不够") from None
    except HOSTILE:
        raise cut_off() from None
