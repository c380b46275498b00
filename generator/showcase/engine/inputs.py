"""What MkDocs' own part of a build is made from: while that is as it was, the part can be used again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from showcase.content.layout import Layout, theme_dir

Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of the last change (ns) and size (bytes) of each file."""


def stamp_of(config: MkDocsConfig) -> Stamp:
    """Return the state of the settings, the hand-written pages, the templates and the owner's words."""
    words = Layout(Path(config.config_file_path).parent).content / "words.yml"
    own = [config.config_file_path, config.docs_dir, str(theme_dir()), str(words)]
    places = [*own, config.theme.custom_dir, *config.watch]
    return tuple(line for place in places if place for line in _lines(Path(place)))


def has_foreign_plugins(config: MkDocsConfig) -> bool:
    """Whether somebody else's plugin or hook takes part, of whose inputs nothing is known here."""
    return set(config.plugins) != {"showcase"} or bool(config.hooks)


def _lines(place: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        try:
            state = path.stat()
        except OSError:
            continue  # gone since it was listed: its line is missing, which is a difference too
        yield str(path), state.st_mtime_ns, state.st_size
