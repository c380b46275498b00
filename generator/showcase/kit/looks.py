"""Scripts and styles of decks and of a kit's pages: the theme's own, and reveal.js as it was released."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from showcase.content.layout import theme_dir
from showcase.model.artefact import Artefact
from showcase.pages.minified import bundle, script

REVEAL = ("reveal.js", "reveal.css")
LICENCE = "reveal-license.txt"


def vendored() -> Iterator[tuple[str, Path]]:
    """Yield name and place of what comes from reveal.js, its licence with it."""
    folder = theme_dir() / "vendor" / "reveal"
    yield from ((name, folder / name) for name in REVEAL)
    yield LICENCE, folder / "LICENSE"


def style(name: str, rules: str = "") -> bytes:
    """Return the style sheet `name` of kits; `rules` (fonts of rare characters) stand at its end."""
    return (bundle(theme_dir() / "assets" / "css" / "kit" / name) + rules).encode()


def plain_script(name: str) -> bytes:
    """Return a script of the theme as it is sent."""
    return script((theme_dir() / "assets" / "js" / name).read_text(encoding="utf-8"))


def deck_files(folder: str, rules: str = "") -> Iterator[Artefact]:
    """Yield what decks on the site need below `folder`; slides.js is there with the theme's other scripts."""
    for name, path in vendored():
        yield Artefact(f"{folder}/{name}", path)
    for name in ("slides.css", "exhibition.css"):
        yield Artefact(f"{folder}/{name}", style(name, rules))
