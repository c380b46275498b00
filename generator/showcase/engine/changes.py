"""Wait until an editor has changed something: a record, a master, a setting."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from watchdog.utils.dirsnapshot import DirectorySnapshot, DirectorySnapshotDiff

from showcase.content.layout import Layout
from showcase.engine.serving import POLL_S, listing

_State = tuple[DirectorySnapshot, tuple[int, int]]
"""What lies in the folders, and the time and size of the settings."""


def changes(layout: Layout) -> Iterator[None]:
    """Yield once for each change since this was called, those that come while somebody looks as well."""
    return _changes_since(_state(layout), layout)


def _changes_since(before: _State, layout: Layout) -> Iterator[None]:
    while True:
        time.sleep(POLL_S)
        now = _state(layout)
        if _differ(before, now):
            yield None
            before = now


def _state(layout: Layout) -> _State:
    config = layout.root / "mkdocs.yml"
    stat = config.stat() if config.exists() else None
    look = DirectorySnapshot(str(layout.root), stat=os.stat, listdir=listing(layout))
    return look, (stat.st_mtime_ns, stat.st_size) if stat else (0, 0)


def _differ(one: _State, other: _State) -> bool:
    found = DirectorySnapshotDiff(one[0], other[0])
    files = (found.files_created, found.files_deleted, found.files_modified, found.files_moved)
    return any(files) or one[1] != other[1]
