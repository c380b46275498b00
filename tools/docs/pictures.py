"""Take the pictures of README.md and docs/ anew: the demo, built for one day, looked at in Chromium.

Run `make pictures`, or `python -m tools.docs.pictures office` for the guide's alone. The day is fixed, so
that a picture changes only when the site does.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from tools.docs.office_pictures import office_pictures
from tools.docs.serving import served

from showcase.cards.fonts import find_fonts
from showcase.check.gate import open_gate
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.settings import read_settings
from showcase.model.media import Shelf
from showcase.sheets.formats import Sheet
from showcase.sheets.press import Press
from showcase.sheets.printing import pdf

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
TODAY = "2026-11-22"
"""Inside the demo's open 公示 and its running week."""

MOST_BYTES = 150_000
GAP_PX = 24
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


class Look(NamedTuple):
    """One page as somebody sees it. `mode` is "", dark or elder."""

    address: str
    width_px: int
    height_px: int
    mode: str = ""


DESK = (1280, 960)
PHONE = (390, 844)

SHOTS: dict[str, tuple[Look, ...]] = {
    "home": (Look("", 1280, 1180),),
    "star": (Look("stars/2024/henan/012/", *DESK),),
    "project-dark": (Look("projects/2024/henan/003/", *DESK, "dark"),),
    "stars": (Look("stars/", *DESK),),
    "year": (Look("weeks/2024/", 1280, 1180),),
    "week": (Look("weeks/2024/henan/", *DESK),),
    "search": (Look("search/?q=读书", *DESK),),
    "phones": (
        Look("", *PHONE),
        Look("stars/2024/henan/012/", *PHONE),
        Look("weeks/2024/", *PHONE, "dark"),
        Look("stars/", *PHONE, "elder"),
    ),
}
"""Each picture: one look, or several side by side."""

POSTERS = ("stars/2024/henan/012", "stars/2024/xinjiang/004", "projects/2024/neimenggu/001")
SITE_URL = "https://www.example.cn/zsxx/"
"""Where the codes on the posters lead: the demo itself has no address."""


def main(only: Sequence[str] = ()) -> int:
    """Build the demo, take every picture, say how heavy each became; `only`: "office", those of the guide."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        for name, picture in office_pictures(browser, Path(folder), TODAY):
            _keep(name, _webp(picture))
        if only:
            return 0
        site = Path(folder) / "site"
        build = ["showcase", "build", "--root", str(ROOT), "--site-dir", str(site), "--today", TODAY]
        subprocess.run([sys.executable, "-m", *build], check=True, stdout=subprocess.DEVNULL)
        with served(site) as base:
            for name, looks in SHOTS.items():
                _keep(name, _webp(_side_by_side([_take(browser, base, look) for look in looks])))
        _keep("posters", _webp(_side_by_side(_printed())))
    return 0


def _keep(name: str, data: bytes) -> None:
    (PICTURES / f"{name}.webp").write_bytes(data)
    sys.stdout.write(f"docs/pictures/{name}.webp  {len(data) // 1000} KB\n")


def _printed() -> list[Image.Image]:
    """Return posters as `showcase print` makes them."""
    layout, today = Layout(ROOT), datetime.date.fromisoformat(TODAY)
    settings = replace(read_settings(layout)[0], site_url=SITE_URL)
    showcase = open_gate(read_library(layout)[0], settings, today)
    press = Press(layout, showcase, Shelf(), settings, find_fonts(), today)
    made = pdf(Sheet.POSTER, [showcase.kits[address] for address in POSTERS], press, preview_ppi=40)
    return [Image.open(io.BytesIO(page)).convert("RGB") for page in made.previews]


@contextlib.contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def _take(browser: Browser, base: str, look: Look) -> Image.Image:
    dark = "dark" if look.mode == "dark" else "light"
    size = {"width": look.width_px, "height": look.height_px}
    page = browser.new_page(viewport=size, color_scheme=dark, reduced_motion="reduce")  # type: ignore[arg-type]
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(f"{TODAY}T10:00+08:00"))
    mark = "&" if "?" in look.address else "?"
    page.goto(f"{base}{look.address}{f'{mark}mode=elder' if look.mode == 'elder' else ''}")
    page.evaluate("document.querySelectorAll('img').forEach(image => { image.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.all([...document.images].map(image => image.decode().catch(() => 0)))")
    page.wait_for_timeout(400)
    shot = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return shot.convert("RGB")


def _side_by_side(shots: Sequence[Image.Image]) -> Image.Image:
    width_px = sum(shot.width for shot in shots) + GAP_PX * (len(shots) - 1)
    sheet = Image.new("RGB", (width_px, max(shot.height for shot in shots)), "white")
    left_px = 0
    for shot in shots:
        sheet.paste(shot, (left_px, 0))
        left_px += shot.width + GAP_PX
    return sheet


def _webp(picture: Image.Image) -> bytes:
    for quality in (86, 80, 74, 66, 58):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
