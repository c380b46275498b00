"""Files to write and things to delete, carried out all together or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.storing.memory import draft_of, write_atomically

_LEAVING = ".leaving"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command does to the folder of a site. `removed` are files and whole folders, in order.

    `moved` says where files and folders go to (by where they lie), on this disk or another; nothing may
    lie there yet.
    """

    written: Mapping[Path, bytes]
    removed: tuple[Path, ...]
    moved: Mapping[Path, Path] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.written or self.removed or self.moved)

    def carry_out(self) -> None:
        """Do all of it; when a step fails, undo the others and pass the error on.

        New texts are first written beside their files, what goes is first renamed. A killed run leaves
        `leftovers`, and its take-downs were written before anything went, so the next run finishes it.
        """
        undo: list[Callable[[], object]] = []
        try:
            for path, data in self.written.items():
                _write(path, data, undo)
            copied = [path for path, target in self.moved.items() if not _move(path, target, undo)]
            going = [_set_aside(path, undo) for path in (*copied, *self.removed)]
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


def _move(path: Path, target: Path, undo: list[Callable[[], object]]) -> bool:
    """Move a file or folder; False when it could only be copied, since `target` is on another disk."""
    if target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        undo.append(partial(_delete, target))
        _copy(path, target)
        return False
    undo.append(partial(target.rename, path))
    return True


def _copy(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target)
    else:
        shutil.copy2(path, target)


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
