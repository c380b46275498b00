"""sha256 of masters, remembered by path, size and time of change: reading 20 GB twice is not free."""

from __future__ import annotations

import hashlib
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.memory import Memory


class Fingerprints:
    """The sha256 of files below one root."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._memory = Memory(layout.cache / "media-hashes.json")

    def of(self, path: Path) -> str:
        """Return the sha256 of a file in hex; OSError when it cannot be read."""
        state = path.stat()
        name = self._layout.name_of(path)
        known = self._memory.get(name)
        if isinstance(known, list) and known[:2] == [state.st_size, state.st_mtime_ns]:
            return str(known[2])
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._memory.put(name, [state.st_size, state.st_mtime_ns, digest])
        return digest

    def save(self) -> None:
        """Keep them for the next run."""
        self._memory.save()
