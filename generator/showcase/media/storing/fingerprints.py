"""sha256 of masters, remembered by path, size and time of change: reading 20 GB twice is not free."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.storing.memory import Memory
from showcase.media.storing.sums import sha256_of


class NoFile(OSError):  # noqa: N818 - what lies there instead
    """A pipe, a device, a socket or a folder in the place of a file."""


class Fingerprints:
    """The sha256 of files below one root."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._memory = Memory(layout.cache / "media-hashes.json")

    def remembered(self, path: Path) -> str:
        """Return the sha256 of before when size and time have not changed since, else ""."""
        state = path.stat()
        known = self._memory.get(self._layout.name_of(path))
        same = isinstance(known, list) and known[:2] == [state.st_size, state.st_mtime_ns]
        return str(known[2]) if same else ""

    def of(self, path: Path) -> str:
        """Return the sha256 of a file in hex; OSError when it cannot be read, NoFile when it is none."""
        if known := self.remembered(path):
            return known
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe would be waited for, a device read for ever
            raise NoFile(errno.EINVAL, "not a regular file", str(path))
        digest = sha256_of(path)
        self._memory.put(self._layout.name_of(path), [state.st_size, state.st_mtime_ns, digest])
        return digest

    def save(self) -> None:
        """Keep them for the next run."""
        self._memory.save()
