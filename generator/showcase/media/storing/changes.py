"""Files to write and things to delete, carried out all together or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.storing.memory import draft_of, write_atomically

_LEAVING = ".leaving"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command does to the folder of a site. `removed` are files and whole folders, in order."""

    written: Mapping[Path, bytes]
    removed: tuple[Path, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.written or self.removed)

    def carry_out(self) -> None:
        """Do all of it; when a step fails, undo the others and pass the error on.

        New texts are first written beside their files, what goes is first renamed. A killed run leaves
        `leftovers`, and its take-downs were written before anything went, so the next run finishes it.
        """
        undo: list[Callable[[], object]] = []
        try:
            for path, data in self.written.items():
                _write(path, data, undo)
            going = [_set_aside(path, undo) for path in self.removed]
        except BaseException:
            for step in reversed(undo):
                step()
            raise
        for place in going:
            _delete(place)


def leftovers(layout: Layout) -> Iterator[Path]:
    """Yield what killed runs had renamed and not yet deleted."""
    for folder in (layout.content, layout.media, layout.cache):
        yield from sorted(folder.rglob(f".*{_LEAVING}"))


def _write(path: Path, data: bytes, undo: list[Callable[[], object]]) -> None:
    place = path.resolve()
    if place.exists():
        undo.append(partial(write_atomically, place, place.read_bytes()))
    else:
        undo.append(partial(place.unlink, missing_ok=True))
    undo.append(partial(draft_of(place).unlink, missing_ok=True))
    write_atomically(place, data)


def _set_aside(path: Path, undo: list[Callable[[], object]]) -> Path:
    place = path.with_name(f".{path.name}{_LEAVING}")
    _delete(place)
    path.rename(place)
    undo.append(partial(place.rename, path))
    return place


def _delete(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
