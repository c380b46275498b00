"""Where a name or an address still stands after a take-down: only people can judge these places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from showcase.content.layout import Layout

_TEXT = (".md", ".csv", ".yml", ".yaml", ".vtt", ".srt", ".txt")


def mentions(
    layout: Layout, address: str, name: str, written: Mapping[Path, bytes], removed: Collection[Path]
) -> Iterator[str]:
    """Yield “file:line” of each line that names `name` or links to `address`, once the changes are made.

    Spaces inside a name do not count. The entry in withdrawn.yml is no mention.
    """
    wanted = _pattern(address, name)
    for path in _texts(layout, removed):
        data = written.get(path) or _read(path)
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if wanted.search("".join(line.split())):
                yield f"{layout.name_of(path)}:{number}"
    for path in sorted(layout.media.rglob("*")):
        if name and name in path.name and not _is_below(path, removed):
            yield layout.name_of(path)


def _pattern(address: str, name: str) -> re.Pattern[str]:
    words = [rf"{re.escape(address)}(?![\w.-])"]
    if name:
        words.append(re.escape("".join(name.split())))
    return re.compile("|".join(words))


def _texts(layout: Layout, removed: Collection[Path]) -> Iterator[Path]:
    register = layout.content / "withdrawn.yml"
    files = [layout.config, *sorted(layout.content.rglob("*")), *sorted(layout.media.rglob("*"))]
    for path in files:
        if path.suffix.lower() in _TEXT and path != register and not _is_below(path, removed):
            yield path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_below(path: Path, folders: Collection[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)
