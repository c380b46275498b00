"""What lies in the live folder now. Plain `os` and strings: this runs for every file of a site."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from showcase.model.siblings import SIBLINGS, plain_of


@dataclass(frozen=True, slots=True)
class LiveSite:
    """The live folder `root`: its files and folders as paths below it, forward slashes.

    A symbolic link counts as a file, whatever it points at, so nothing is ever written through one.
    Dot entries at the top (.git, .nojekyll, .well-known) belong to the webmaster and do not appear.
    `siblings` are the compressed copies of `files`, which come and go with them and do not count.
    """

    root: str
    files: set[str]
    folders: set[str]
    siblings: set[str] = field(default_factory=set)

    def place(self, path: str) -> str:
        """Return where `path` lies on disk."""
        return f"{self.root}/{path}"

    def holds(self, path: str) -> bool:
        """Whether there is a file at `path` now."""
        return path in self.files or (path[0] == "." and os.path.isfile(self.place(path)))  # noqa: PTH113

    def read(self, path: str) -> bytes:
        """Return the bytes of the live file at `path`; empty for one that cannot be read."""
        try:
            with open(self.place(path), "rb") as file:  # noqa: PTH123 - a Path each would double the time
                return file.read()
        except OSError:
            return b""

    def remove(self, path: str) -> None:
        """Delete a file, its siblings first: some servers send these even where the file itself is gone."""
        for ending in SIBLINGS:
            if path + ending in self.siblings:
                self.remove_sibling(path + ending)
        os.unlink(self.place(path))  # noqa: PTH108
        self.files.discard(path)

    def remove_sibling(self, path: str) -> None:
        """Delete a sibling."""
        os.unlink(self.place(path))  # noqa: PTH108
        self.siblings.discard(path)


def scan(root: str) -> LiveSite:
    """Return what lies below `root` (nothing when the folder is missing)."""
    live = LiveSite(root, set(), set())
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        for name, is_folder in _entries(live.place(prefix)):
            if not prefix and name[0] == ".":
                continue
            path = prefix + name
            if is_folder:
                live.folders.add(path)
                waiting.append(path + "/")
            else:
                live.files.add(path)
    live.siblings.update(path for path in live.files if plain_of(path) in live.files)
    live.files.difference_update(live.siblings)
    return live


def _entries(folder: str) -> list[tuple[str, bool]]:
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except FileNotFoundError:
        return []


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that a file of `paths` lies in, at any depth."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
