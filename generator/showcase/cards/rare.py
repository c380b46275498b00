"""Rare characters: those that the systems of readers often lack, and the small font that brings them.

GBK holds the first 20,902 characters of Unicode, and every system draws these. What came later (extensions A
to H, additions to the first block, compatibility forms beyond the basic plane) is in some and not in others,
so the site brings along exactly those of them that it uses, as a font of a few kilobytes that browsers
fetch only for pages on which such a character stands and the system has none.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from showcase.cards.fonts import BOLD, REGULAR, FontFile, Fonts
from showcase.cards.web_font import web_font
from showcase.content.layout import Layout
from showcase.media.storing.memory import write_atomically
from showcase.model.artefact import Artefact
from showcase.model.library import Showcase

FAMILY = "LS Rare"
"""Stands behind the systems' own fonts in theme/assets/css/tokens.css."""
BLOCKS = (
    (0x3400, 0x4DBF, "扩展A"),
    (0x9FA6, 0x9FFF, "基本区后来增补的"),
    (0x20000, 0x2A6DF, "扩展B"),
    (0x2A700, 0x2EBEF, "扩展C、D、E、F"),
    (0x2EBF0, 0x2EE5F, "扩展I"),
    (0x2F800, 0x2FA1F, "兼容字补充"),
    (0x30000, 0x323AF, "扩展G、H"),
)
"""First and last code of each block, and its Chinese name."""
_RARE = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, _ in BLOCKS) + "]")
_FOLDER = "fonts"


def rare_in(texts: Iterable[str]) -> str:
    """Return the rare characters of `texts`, each once, in order of their codes."""
    return "".join(sorted({sign for text in texts for sign in _RARE.findall(text)}))


def texts_of(showcase: Showcase) -> Iterator[str]:
    """Yield every text of everything that may be seen."""
    for things in (
        showcase.stars,
        showcase.projects,
        showcase.weeks,
        showcase.events,
        showcase.announcements,
        showcase.lists,
        showcase.rulebooks,
    ):
        for thing in things:
            yield from _texts(thing)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if not value.isascii() and not isinstance(value, Enum):
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _named(type(value)):
            yield from _texts(getattr(value, name))


@cache
def _named(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in ("source", "consent", "address"))


def rare_font(layout: Layout, texts: Iterable[str], fonts: Fonts, folder: str) -> tuple[str, list[Artefact]]:
    """Return the @font-face rules and the files (below `folder`) for the rare characters of `texts`.

    The style sheet lies in the same folder. "" and no files where there is nothing rare.
    """
    characters = rare_in(texts)
    rules, files = [], []
    for weight, chain in ((REGULAR, fonts.regular), (BOLD, fonts.bold)):
        for font, drawn in _shares(characters, chain):
            data = _made(layout, font, drawn)
            name = f"rare-{hashlib.sha256(data).hexdigest()[:12]}.woff2"
            files.append(Artefact(f"{folder}/{name}", data))
            rules.append(_face(name, weight, drawn))
    return "".join(rules), files


def _shares(characters: str, chain: Iterable[FontFile]) -> Iterator[tuple[FontFile, str]]:
    """Yield each font that is needed with the characters that it is the first to have."""
    left = characters
    for font in chain:
        if drawn := "".join(sign for sign in left if sign in font.coverage):
            yield font, drawn
        left = "".join(sign for sign in left if sign not in drawn)


def _made(layout: Layout, font: FontFile, characters: str) -> bytes:
    key = hashlib.sha256(f"{font.mark}\n{characters}".encode()).hexdigest()[:20]
    file = layout.cache / _FOLDER / f"{key}.woff2"
    if not file.is_file():
        write_atomically(file, web_font(font, characters))
    return file.read_bytes()


def _face(name: str, weight: int, characters: str) -> str:
    codes = ",".join(f"U+{ord(sign):X}" for sign in characters)
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:swap;'
        f'src:url("{name}") format("woff2");unicode-range:{codes}}}\n'
    )
