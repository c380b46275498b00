"""Writes every picture of the demo below media/: `python -m tools.demo.pictures [part of a path …]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page
from tools.demo.album import ID_PHOTOS, PHONE, PORTRAITS, SCENES
from tools.demo.cast import CAST
from tools.demo.portrait import portrait
from tools.demo.raster import canvas, jpeg, rasterise
from tools.demo.scenes import scene

MEDIA = Path(__file__).parents[2] / "media"
_ORIENTATION, _GPS = 0x0112, 0x8825
_SCENE_PX = (1200, 800)


def pages_of_the_album() -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield the path below media/, the drawing and the drawing's size."""
    for address, name in PORTRAITS.items():
        yield f"{address}/portrait.jpg", portrait(CAST[name]), (720, 960)
    for path, name in ID_PHOTOS.items():
        yield path, portrait(CAST[name]), (720, 960)
    for path, (kind, seed) in SCENES.items():
        yield path, scene(kind, seed), (1200, 800)


def phone_exif(orientation: int) -> bytes:
    """Return what a phone would write: an orientation and a place (0° north, 150° west: open sea)."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif[_GPS] = {1: "N", 2: (0.0, 0.0, 0.0), 3: "W", 4: (150.0, 0.0, 0.0)}
    return exif.tobytes()


def picture(page: Page, path: str, drawing: str, size: tuple[int, int]) -> bytes:
    """Return the JPEG for `path`: 900×1200 for a portrait, 1200×800 for a scene."""
    drawn = rasterise(page, drawing, size)
    if size == _SCENE_PX:
        drawn = drawn.resize(size, Image.Resampling.LANCZOS)
    if path not in PHONE:
        return jpeg(drawn)
    if path.endswith("portrait.jpg"):
        return jpeg(drawn, exif=phone_exif(1))
    return jpeg(drawn.transpose(Image.Transpose.ROTATE_90), exif=phone_exif(6))


def main(wanted: list[str]) -> None:
    """Draw all pictures, or those whose path contains one of `wanted`."""
    with canvas() as page:
        for path, drawing, size in pages_of_the_album():
            if wanted and not any(part in path for part in wanted):
                continue
            file = MEDIA / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(picture(page, path, drawing, size))


if __name__ == "__main__":
    main(sys.argv[1:])
