"""Colours of a decoded photo: eight bits, sRGB, what is transparent on white."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from PIL import Image, ImageChops, ImageCms

_PLAIN = ("L", "RGB", "RGBA", "CMYK", "LAB")
_PROFILE_MODES = {"GRAY": ("L",), "RGB ": ("RGB",), "CMYK": ("CMYK",), "Lab ": ("LAB",)}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_STEPS = range(0, 256, 17)
_CUBE = b"".join(map(bytes, product(_STEPS, repeat=3)))
_SAMPLE = Image.frombytes("RGB", (len(_STEPS), len(_STEPS) ** 2), _CUBE)
_UNSEEN = 2
_CMYK_SAID_BY_ADOBE = "adobe"
_SCREEN_GAMMA = 2.2
_LEAST_GAMMA, _MOST_GAMMA = 0.3, 1.2
_SAME_CURVE = 0.05


def eight_bits(image: Image.Image) -> Image.Image:
    """Return `image`, decoded, in L, RGB, RGBA, CMYK or LAB."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in ("I", "F"):
        return _stretched(image)
    if image.mode in _PLAIN and not ("transparency" in image.info and image.mode in ("L", "RGB")):
        image.load()
        return _ink(image)
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def as_on_screen(image: Image.Image, info: Mapping[Any, Any]) -> Image.Image:
    """Return `image` with the curve undone that an old PNG says it has; a profile or sRGB says more."""
    told = info.get("gamma") or 0.0
    if not _LEAST_GAMMA <= told <= _MOST_GAMMA or "srgb" in info or "icc_profile" in info:
        return image
    power = 1 / (told * _SCREEN_GAMMA)
    if abs(power - 1) < _SAME_CURVE:
        return image
    curve = [round(255 * (value / 255) ** power) for value in range(256)]
    bands = ([*range(256)] if band == "A" else curve for band in image.getbands())
    return image.point([value for band in bands for value in band])


def on_white(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a fresh RGB picture: colours in sRGB, whatever was transparent white, no info left."""
    if image.mode != "RGBA":
        return _bare(_srgb(image, profile))
    clean = Image.new("RGB", image.size, "white")
    clean.paste(_srgb(image.convert("RGB"), profile), mask=image.getchannel("A"))
    return clean


def _bare(image: Image.Image) -> Image.Image:
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    return clean


def _stretched(image: Image.Image) -> Image.Image:
    """Bring numbers of any range, as instruments write them, to 0–255. Sixteen bits keep their scale."""
    low, high = image.getextrema()
    if image.mode == "I" and low >= 0 and 255 < high <= 65535:  # type: ignore[operator]  # one band: two numbers
        low, high = 0, 65535
    scale = 255 / ((high - low) or 1)  # type: ignore[operator]
    return image.point(lambda value: value * scale - low * scale).convert("L")  # type: ignore[operator]


def _ink(image: Image.Image) -> Image.Image:
    """Undo what Pillow assumes of every CMYK JPEG: only Adobe writes ink upside down, and says so."""
    if image.mode == "CMYK" and image.format in ("JPEG", "MPO") and _CMYK_SAID_BY_ADOBE not in image.info:
        return ImageChops.invert(image)
    return image


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return `image` in sRGB; a profile that is broken or of another kind than the picture counts as none."""
    transform = _transform(profile, image.mode) if profile else None
    return ImageCms.applyTransform(image, transform) or image if transform else image.convert("RGB")


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return the way from a profile to sRGB: photos of one camera share it."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode not in _PROFILE_MODES.get(source.profile.xcolor_space, ()):
            return None
        transform = ImageCms.buildTransform(source, _SRGB, mode, "RGB")
        return None if mode == "RGB" and _changes_little(transform) else transform
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None


def _changes_little(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether a profile is sRGB by another name, as most are: then all pixels can stay as they are."""
    changed = ImageCms.applyTransform(_SAMPLE, transform)
    bands = ImageChops.difference(_SAMPLE, changed).getextrema() if changed else ((0, 255),)
    return all(high <= _UNSEEN for _, high in bands)  # type: ignore[misc]  # three bands: pairs
