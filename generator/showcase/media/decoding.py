"""Open a photo that anybody sent: upright, eight bits, sRGB, nothing on it but the picture."""

from __future__ import annotations

import io
import struct
import warnings
from pathlib import Path

from PIL import Image, ImageCms, UnidentifiedImageError
from PIL.Image import Resampling, Transpose

from showcase.media.refusal import Refused
from showcase.model.media import PhotoFacts

warnings.filterwarnings("ignore", module=r"PIL\.")  # what is wrong with a photo is a problem, not a warning
Image.MAX_IMAGE_PIXELS = None  # the limit is the preset's and gives a problem, not a warning on stderr

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP", "GIF")
HOSTILE = (
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What decoders have been seen to raise on broken bytes: nearly everything."""
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


def photo_facts(path: Path, sha256: str, limit_megapixels: int) -> PhotoFacts:
    """Return what a photo says of itself, without decoding it; Refused when it is none or too big."""
    with _opened(path) as image:
        width, height = image.size
        orientation, has_gps = _exif(image)
        _check_size(width, height, limit_megapixels)
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
    """Return the photo upright in sRGB, at most `width_px` wide, without any metadata."""
    with _opened(path) as image:
        orientation, _ = _exif(image)
        lying = orientation in _LYING
        wide = image.height if lying else image.width
        scale = min(1.0, width_px / wide)
        box = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        image.draft(image.mode, box)  # JPEG only: decodes at a half, quarter or eighth where that is enough
        small = _load(image, box)
        turned = small.transpose(_TURNS[orientation]) if orientation in _TURNS else small
        return _on_white(turned, image.info.get("icc_profile"))


def _opened(path: Path) -> Image.Image:
    try:
        return Image.open(path, formats=FORMATS)
    except UnidentifiedImageError:
        message = "不是可读的照片（JPEG、PNG、WebP、TIFF 等），或者文件开头已损坏"
        fix = "重新导出为 JPEG 或 PNG；改扩展名不会改变文件内容"
        raise Refused("photo-not-an-image", message, fix) from None
    except HOSTILE:
        raise _truncated() from None


def _truncated() -> Refused:
    return Refused("photo-truncated", "照片文件不完整，无法读完", "请从原处重新复制这张照片")


def _check_size(width: int, height: int, limit_megapixels: int) -> None:
    if width * height > limit_megapixels * 1_000_000:
        message = f"照片有 {width}×{height} 像素，超过 {limit_megapixels} 百万像素的上限"
        raise Refused("photo-too-large", message, "缩小到长边 4000 像素以内再存放")
    if max(width, height) > _LONGEST_SHAPE * min(width, height):
        message = f"照片为 {width}×{height} 像素，过于狭长"
        raise Refused("photo-odd-shape", message, f"裁剪到长边不超过短边的 {_LONGEST_SHAPE} 倍")


def _exif(image: Image.Image) -> tuple[int, bool]:
    """Return (orientation still to undo, has GPS); a broken EXIF block is no reason to refuse a photo."""
    try:
        exif = image.getexif()
        turned_by_pillow = image.format == "TIFF"  # alone of all formats, and its size says so already
        orientation = 1 if turned_by_pillow else int(exif.get(_ORIENTATION, 1))
        return orientation, bool(exif.get_ifd(_GPS))
    except HOSTILE:
        return 1, False


def _load(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Decode and shrink. The first frame of an animation is the photo."""
    try:
        plain = _eight_bits(image)
        return plain.resize(box, Resampling.LANCZOS, reducing_gap=3.0) if plain.size != box else plain.copy()
    except HOSTILE:
        raise _truncated() from None


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return `image` in L, RGB, RGBA, CMYK or LAB."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in ("I", "F"):
        low, high = image.getextrema()
        scale = 255 / ((high - low) or 1)  # type: ignore[operator]  # one band: two numbers
        return image.point(lambda value: value * scale - low * scale).convert("L")  # type: ignore[operator]
    if image.mode in ("L", "RGB", "RGBA", "CMYK", "LAB"):
        image.load()
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _on_white(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a fresh RGB picture: colours in sRGB, whatever was transparent white, no info left."""
    clean = Image.new("RGB", image.size, "white")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha or image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        image = image.convert("RGB")
    clean.paste(_srgb(image, profile), mask=alpha)
    return clean


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile of another kind than the picture
        return image.convert("RGB")
    return turned or image.convert("RGB")
