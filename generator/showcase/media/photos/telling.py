"""What a picture says besides what it shows. Runs in a worker."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from showcase.media.photos.recognising import HOSTILE

_FORMATS = ("JPEG", "PNG", "WEBP")
_TELLING = frozenset({"exif", "xmp", "photoshop", "comment", "mp"})


def told_by(path: Path) -> str:
    """Return the rule that a picture of a page breaks, "" when it is clean."""
    try:
        with Image.open(path, formats=_FORMATS) as image:
            image.load()  # a PNG may tell after its pixels
            told = _TELLING & image.info.keys() or image.getexif() or getattr(image, "text", None)
    except HOSTILE:
        return "page-picture-unreadable"
    return "page-picture-metadata" if told else ""
