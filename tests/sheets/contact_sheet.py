"""Odd records on every sheet, small and side by side, to be looked at.

Run `python tests/sheets/contact_sheet.py FOLDER [SHEET…]`; each sheet and size becomes PNG pages in FOLDER.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[1]))

from demo_press import PROJECT, STAR, demo_press
from odd_records import odd_projects, odd_stars

from showcase.sheets.formats import SIZES, Sheet, size_of
from showcase.sheets.printing import pdf

ACROSS, DOWN, HIGH_PX, GAP = 5, 3, 640, 12


def main() -> None:
    """Write the pages, and say how many warnings there were."""
    folder, *asked = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as root:
        press = demo_press(Path(root))
        kits = press.showcase.kits
        odd = odd_stars(kits[STAR]) | odd_projects(kits[PROJECT])
        for sheet in map(Sheet, asked or (one for one in Sheet if one is not Sheet.WALL)):
            for size in SIZES[sheet]:
                ppi = HIGH_PX / size_of(sheet, size)[1].high_mm * 25.4
                printed = pdf(sheet, list(odd.values()), press, size=size, preview_ppi=ppi)
                each = len(printed.previews) // len(odd)
                shown = [*zip((what for what in odd for _ in range(each)), printed.previews, strict=True)]
                for at in range(0, len(shown), ACROSS * DOWN):
                    page = _page(shown[at : at + ACROSS * DOWN])
                    page.save(Path(folder, f"{sheet}-{size}-{at // (ACROSS * DOWN) + 1}.png"))
                print(sheet, size, len(printed.warnings), "warnings")  # noqa: T201


def _page(shown: list[tuple[str, bytes]]) -> Image.Image:
    """Return the previews in rows, the name of each above it."""
    pictures = [Image.open(io.BytesIO(data)) for _, data in shown]
    wide, high = (max(edges) + GAP for edges in zip(*(one.size for one in pictures), strict=True))
    page = Image.new("RGB", (ACROSS * wide, DOWN * (high + GAP)), "gray")
    draw = ImageDraw.Draw(page)
    for at, ((what, _), picture) in enumerate(zip(shown, pictures, strict=True)):
        x, y = at % ACROSS * wide, at // ACROSS * (high + GAP)
        draw.text((x + 2, y), what, fill="white")
        page.paste(picture, (x, y + GAP))
    return page


if __name__ == "__main__":
    main()
