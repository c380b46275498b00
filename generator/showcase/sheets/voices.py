"""The three voices of type on paper: 宋 for names and reading, 楷 for a person's words, 黑 for small print.

Typst asks for fonts by their names in a folder of our own that holds the wanted files and nothing else, so
that the same fonts stand in the same order on every machine that has them.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from showcase.cards.fonts import FontFile, Fonts, carried

_FOLDER = "print-fonts"
MISSING = "〓"
"""Printers' mark for a character that they do not have."""


@dataclass(frozen=True)
class Voices:
    """Typst's fonts and, by voice, the families in the order in which they are asked."""

    book: Any
    families: dict[str, tuple[str, ...]]


def voices(fonts: Fonts, cache_folder: Path) -> Voices:
    """Return the voices; `cache_folder` is the root's .cache."""
    files = _files(fonts)
    folder = _cased(files, cache_folder)
    return _voices(fonts, folder)


def _files(fonts: Fonts) -> list[FontFile]:
    return [*fonts.regular, *fonts.bold, *fonts.kai, *filter(None, [carried()])]


def _cased(files: Sequence[FontFile], cache_folder: Path) -> Path:
    """Return a folder with a link to each file (a copy where the system has no links)."""
    paths = sorted({file.path.resolve() for file in files})
    mark = hashlib.sha256("\n".join([*map(str, paths), *(f.mark for f in files)]).encode()).hexdigest()[:16]
    folder = cache_folder / _FOLDER / mark
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        place = folder / path.name
        if not place.exists():
            _link(path, place)
    return folder


def _link(path: Path, place: Path) -> None:
    try:
        place.symlink_to(path)
    except FileExistsError:
        return
    except OSError:
        shutil.copyfile(path, place)


@cache
def _voices(fonts: Fonts, folder: Path) -> Voices:
    import typst  # noqa: PLC0415 - 84 MB that only printing needs

    book = typst.Fonts(False, False, [str(folder)])
    names: dict[tuple[str, int], str] = {}
    for info in book.fonts():
        names[Path(info.path or "").name, info.index] = info.family
    named = {
        "song": _named(names, fonts.regular),
        "kai": _named(names, [*fonts.kai, *fonts.regular]),
        "hei": _named(names, [*filter(None, [carried()]), *fonts.regular]),
    }
    return Voices(book, named)


def _named(names: dict[tuple[str, int], str], files: Iterable[FontFile]) -> tuple[str, ...]:
    found = [names.get((_original(file), file.index), "") for file in files]
    return tuple(dict.fromkeys(filter(None, found)))


def _original(file: FontFile) -> str:
    return file.path.resolve().name


def drawable(text: str, fonts: Fonts) -> str:
    """Return `text` with what no font draws replaced: a letter by 〓, anything else by nothing."""
    return "".join([_drawn(sign, fonts) for sign in text])


def _drawn(sign: str, fonts: Fonts) -> str:
    if sign.isspace():
        return "　" if sign == "　" else " "
    if fonts.draws(sign):
        return sign
    return MISSING if sign.isalpha() else ""
