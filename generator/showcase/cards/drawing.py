"""Draw the cards and posters that are not there yet; each is named by all that it shows."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from showcase.cards.codes import data_uri
from showcase.cards.colours import colours
from showcase.cards.fonts import Fonts
from showcase.cards.link_card import draw_card, seal_words
from showcase.cards.poster import draw_poster
from showcase.cards.words import Words, words_of
from showcase.content.layout import Layout
from showcase.content.wording import ui
from showcase.media.storing.memory import Memory, write_atomically
from showcase.model.library import Showcase
from showcase.model.links import public_address
from showcase.model.media import Shelf
from showcase.model.passing import PassedOn
from showcase.model.settings import Settings

RECIPE = 2
"""Raised by hand when the drawing should change though no word, picture, colour or font did."""
FOLDER = "cards"
"""Below .cache/."""
_ON_SITE = "media/"
_WITH_POSTER = ("star", "project")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file: `name` is `<2 hex>/<key>-card.jpg`, `draw` makes its bytes."""

    name: str
    draw: Callable[[], bytes]


def with_cards(layout: Layout, showcase: Showcase, shelf: Shelf, settings: Settings, fonts: Fonts) -> Shelf:
    """Return the shelf with cards, posters and codes of everything that may be seen."""
    folder = layout.cache / FOLDER
    codes = Memory(layout.cache / "qr-codes.json")
    there = _there(folder)
    passed: dict[str, PassedOn] = {}
    missing: dict[str, _Sheet] = {}
    mark = json.dumps([RECIPE, colours(), fonts.mark, seal_words(), ui.share.read])
    for words in words_of(showcase, shelf, settings):
        address = public_address(settings, words.address)
        sheets = list(_sheets(words, fonts, mark, address))
        missing.update((sheet.name, sheet) for sheet in sheets if sheet.name not in there)
        card, poster = (*(_ON_SITE + sheet.name for sheet in sheets), "")[:2]
        passed[words.address] = PassedOn(card, poster, data_uri(address, codes) if address else "")
    _draw(folder, missing.values())
    codes.save()
    files = {path: folder / path.removeprefix(_ON_SITE) for path in _paths(passed.values())}
    return replace(shelf, passed=passed, files={**shelf.files, **files})


def forget_others(layout: Layout, shelf: Shelf) -> None:
    """Delete what was drawn once and is on the shelf no more: nobody's picture stays in the cache."""
    keep_only(layout, _paths(shelf.passed.values()))


def keep_only(layout: Layout, paths: Iterable[str]) -> None:
    """Delete what was drawn for other paths on the site than these."""
    folder = layout.cache / FOLDER
    for name in _there(folder) - {path.removeprefix(_ON_SITE) for path in paths}:
        (folder / name).unlink(missing_ok=True)


def _sheets(words: Words, fonts: Fonts, mark: str, address: str) -> Iterator[_Sheet]:
    shown = json.dumps([mark, asdict(words) | {"files": ()}], ensure_ascii=False, sort_keys=True, default=str)
    yield _Sheet(_name(shown, "card"), lambda: draw_card(words, fonts))
    if words.kind in _WITH_POSTER:
        yield _Sheet(_name(shown + address, "poster"), lambda: draw_poster(words, fonts, address))


def _name(shown: str, what: str) -> str:
    key = hashlib.sha256(f"{what}\n{shown}".encode()).hexdigest()[:20]
    return f"{key[:2]}/{key}-{what}.jpg"


def _draw(folder: Path, sheets: Iterable[_Sheet]) -> None:
    """Draw in threads: reading and writing JPEG, most of the work, leaves the others running."""

    def one(sheet: _Sheet) -> None:
        write_atomically(folder / sheet.name, sheet.draw())

    todo: Sequence[_Sheet] = list(sheets)
    if todo:
        with ThreadPoolExecutor(min(len(todo), os.cpu_count() or 1)) as threads:
            for _ in threads.map(one, todo):
                pass


def _paths(passed: Iterable[PassedOn]) -> Iterator[str]:
    for each in passed:
        yield from filter(None, (each.card, each.poster))


def _there(folder: Path) -> set[str]:
    """Return the names of the files that were drawn before."""
    try:
        below = [entry.name for entry in os.scandir(folder) if entry.is_dir()]
    except OSError:
        return set()
    return {f"{each}/{file.name}" for each in below for file in os.scandir(folder / each)}
