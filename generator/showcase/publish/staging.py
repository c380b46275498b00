"""New files wait beside the live folder until all are there, then each takes its place in one step."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from types import TracebackType

from showcase.model.artefact import Artefact
from showcase.publish.lock import beside

PART = ".showcase-part"
"""Ends the name of a file that is still being copied into the live folder (another disk only)."""

_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY
_CHUNK = 1 << 20


class Staging:
    """The waiting room: `.{name}.staging` beside the live folder; emptied on entry and exit."""

    def __init__(self, root: str) -> None:
        self.folder = beside(root, "staging")
        self.count = 0

    def __enter__(self) -> Staging:
        """Make an empty waiting room; what a killed build left goes."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder, exist_ok=True)  # noqa: PTH103
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, artefact: Artefact) -> str:
        """Store the artefact's bytes and return where they wait."""
        self.count += 1
        place = f"{self.folder}/{self.count}"
        if isinstance(artefact.data, bytes):
            _write(place, artefact.data)
        elif is_named_by_content(artefact.path):
            _link(artefact.data, place)
        else:
            shutil.copyfile(artefact.data, place)
        return place


def is_named_by_content(path: str) -> bool:
    """Whether the name of the file says what is in it (derived media), so that equal names are equal."""
    return path.startswith("media/")


def is_same(place: str, artefact: Artefact) -> bool:
    """Whether the live file at `place` already is `artefact`; one that cannot be read is not."""
    try:
        return _is_same(place, artefact)
    except OSError:
        return False


def _is_same(place: str, artefact: Artefact) -> bool:
    if isinstance(artefact.data, bytes):
        return _holds(place, artefact.data)
    if os.stat(place).st_size != artefact.data.stat().st_size or os.path.islink(place):  # noqa: PTH114, PTH116
        return False
    return is_named_by_content(artefact.path) or _equal(place, artefact.data)


def move(source: str, target: str) -> None:
    """Put `source` in the place of `target`, whole: readers see the old file or the new one."""
    try:
        os.replace(source, target)  # noqa: PTH105
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copyfile(source, target + PART)  # the live folder is a disk of its own
        os.replace(target + PART, target)  # noqa: PTH105


def _write(place: str, data: bytes) -> None:
    handle = os.open(place, _NEW, 0o666)
    try:
        written = os.write(handle, data)
        while written < len(data):
            written += os.write(handle, memoryview(data)[written:])
    finally:
        os.close(handle)


def _link(source: Path, place: str) -> None:
    """Give the derived file a second name; copy it where the disk knows no links or is another one."""
    try:
        os.link(source, place)
    except OSError:
        shutil.copyfile(source, place)


def _holds(place: str, data: bytes) -> bool:
    """Compare by reading one byte more than expected: no separate question for the size."""
    handle = os.open(place, os.O_RDONLY | _BINARY)
    try:
        return os.read(handle, len(data) + 1) == data
    finally:
        os.close(handle)


def _equal(place: str, other: Path) -> bool:
    with open(place, "rb") as ours, other.open("rb") as theirs:  # noqa: PTH123
        while chunk := ours.read(_CHUNK):
            if chunk != theirs.read(_CHUNK):
                return False
        return not theirs.read(1)
