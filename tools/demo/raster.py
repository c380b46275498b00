"""Turns drawings into pictures with the system's Chromium (its filters are the ones drawn for)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def canvas() -> Iterator[Page]:
    """Open one browser page to draw on."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page(device_scale_factor=1.25)
        browser.close()


def rasterise(page: Page, drawing: str, size: tuple[int, int]) -> Image.Image:
    """Return the drawing as a picture 1.25 times as large; `size` is the drawing's own, in px."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{drawing}")
    return Image.open(io.BytesIO(page.screenshot(type="png"))).convert("RGB")


def jpeg(picture: Image.Image, quality: int = 76, exif: bytes = b"") -> bytes:
    """Return the picture as JPEG."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True, exif=exif)
    return out.getvalue()
