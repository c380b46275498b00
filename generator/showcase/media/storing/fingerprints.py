"""sha256 of masters, remembered by path, size and time of change: reading 20 GB twice is not free."""

from __future__ import annotations

import hashlib
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.storing.memory import Memory


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
        """Return the sha256 of a file in hex; OSError when it cannot be read."""
        if known := self.remembered(path):
            return known
        state = path.stat()
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._memory.put(self._layout.name_of(path), [state.st_size, state.st_mtime_ns, digest])
        return digest

    def save(self) -> None:
        """Keep them for the next run."""
        self._memory.save()
