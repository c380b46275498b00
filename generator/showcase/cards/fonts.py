"""Which fonts draw cards, and in which order they are asked for a character: the one place for it.

First the file that the owner names (`name_font` in mkdocs.yml), then a 宋体 of the system (Noto Serif CJK or
Source Han Serif; Debian: fonts-noto-cjk), last the 黑体 that a wheel of ours brings along everywhere.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import ImageFont

from showcase.cards.coverage import Coverage, coverage_of

_FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/lxgw-wenkai",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-serif-cjk-fonts",
    "/usr/share/fonts/adobe-source-han-serif",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "%WINDIR%/Fonts",
    "%LOCALAPPDATA%/Microsoft/Windows/Fonts",
)
_SERIFS = (
    "NotoSerifCJK-{}.ttc",
    "NotoSerifCJKsc-{}.otf",
    "SourceHanSerif-{}.ttc",
    "SourceHanSerifSC-{}.otf",
    "SourceHanSerifCN-{}.otf",
)
_WHEEL, _IN_WHEEL = "manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc"
_KAIS = ("LXGWWenKai-Regular.ttf", "LXGWWenKaiGB-Regular.ttf")
REGULAR, BOLD = 400, 700
_STYLES = {REGULAR: "Regular", BOLD: "Bold"}
_LOOKED_AT = 65536


@dataclass(frozen=True)
class FontFile:
    """One font of a file; `weight` is what is asked of a variable one, 0 for a font of one weight."""

    path: Path
    index: int = 0
    weight: int = 0

    @cached_property
    def coverage(self) -> Coverage:
        """What it draws."""
        return coverage_of(self.path, self.index)

    @cached_property
    def mark(self) -> str:
        """What changes when another font lies there: its name, size and first bytes; not its weight."""
        with self.path.open("rb") as file:
            head = hashlib.sha256(file.read(_LOOKED_AT)).hexdigest()
        return f"{self.path.name} {self.index} {self.path.stat().st_size} {head}"

    def at(self, size_px: int) -> ImageFont.FreeTypeFont:
        """Return the font at a size; set without ligatures and kerning, the same on every system."""
        font = ImageFont.truetype(
            str(self.path), size_px, index=self.index, layout_engine=ImageFont.Layout.BASIC
        )
        if self.weight:
            font.set_variation_by_axes([self.weight])
        return font


@dataclass(frozen=True)
class Fonts:
    """The fonts of regular and of bold weight, each in the order in which they are asked.

    `kai` is the 楷体 of the system, if any (霞鹜文楷; Debian: fonts-lxgw-wenkai): for spoken words on paper.
    """

    regular: tuple[FontFile, ...]
    bold: tuple[FontFile, ...]
    kai: tuple[FontFile, ...] = ()

    @cached_property
    def mark(self) -> str:
        """What changes when any of them does."""
        return "\n".join(file.mark for file in (*self.regular, *self.bold, *self.kai))

    def draws(self, character: str) -> bool:
        """Whether any font has the character, in both weights."""
        return all(any(character in f.coverage for f in files) for files in (self.regular, self.bold))


def find_fonts(own: Path | None = None) -> Fonts:
    """Return the fonts at hand; `own` is the owner's file. OSError, ValueError when that is no font."""
    named = (FontFile(own, _chinese(own)),) if own else ()
    for file in named:
        file.coverage  # noqa: B018 - a file that is no font says so here
    regular, bold = ((*named, *_serif(weight), *_carried(weight)) for weight in (REGULAR, BOLD))
    return Fonts(regular, bold, tuple(FontFile(path) for path in _on_system(_KAIS))[:1])


def carried() -> FontFile | None:
    """Return the 黑体 of the wheel, which takes every weight."""
    return next(_carried(REGULAR), None)


def _serif(weight: int) -> Iterator[FontFile]:
    """Yield the system's first 宋体."""
    path = next(_on_system([name.format(_STYLES[weight]) for name in _SERIFS]), None)
    if path:
        yield FontFile(path, _chinese(path))


def _on_system(names: Iterable[str]) -> Iterator[Path]:
    """Yield the font files of these names that the system has, folder by folder."""
    places = (Path(os.path.expandvars(folder)).expanduser() for folder in _FOLDERS)
    return (path for place in places for name in names if (path := place / name).is_file())


def _carried(weight: int) -> Iterator[FontFile]:
    """Yield the font of the wheel."""
    spec = importlib.util.find_spec(_WHEEL)
    path = Path(spec.origin).with_name(_IN_WHEEL) if spec and spec.origin else None
    if path and path.is_file():
        yield FontFile(path, _chinese(path), weight)


def _chinese(path: Path) -> int:
    """Return which font of a collection has mainland shapes."""
    if path.suffix.lower() not in (".ttc", ".otc"):
        return 0
    return next((i for i, name in enumerate(_names(path)) if name.endswith(" SC")), 0)


def _names(path: Path) -> Iterable[str]:
    for index in range(64):
        try:
            yield str(ImageFont.truetype(str(path), 16, index=index).getname()[0])
        except OSError:
            return
