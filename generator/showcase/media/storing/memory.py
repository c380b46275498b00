"""Small JSON files in .cache/ that spare work and are safe to delete."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any


class Memory:
    """A mapping of strings to JSON values, read leniently, written in one atomic step by `save`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)
        self._changed = False
        self._lock = threading.Lock()

    def get(self, key: str) -> Any:  # noqa: ANN401 - whatever JSON holds; the caller checks it
        """Return what was remembered under `key`, or None."""
        return self._values.get(key)

    def put(self, key: str, value: object) -> None:
        """Remember `value`, which JSON can hold."""
        with self._lock:
            self._values[key] = value
            self._changed = True

    def save(self) -> None:
        """Write the file when something changed."""
        with self._lock:
            if self._changed:
                write_atomically(self._file, _text(self._values))
                self._changed = False


def without_words(file: Path, words: Collection[str]) -> bytes | None:
    """Return the bytes of a memory less every entry that holds one of `words`, b"" when it is no memory.

    None: none of them occurs in the file. What is no memory cannot be thinned; it is safe to delete.
    """
    data = file.read_bytes()
    if not any(word.encode() in data for word in words):
        return None
    values = _read(file)
    kept = {key: value for key, value in values.items() if not _holds((key, value), words)}
    return _text(kept) if values else b""


def _holds(entry: tuple[str, object], words: Collection[str]) -> bool:
    text = json.dumps(entry, ensure_ascii=False)
    return any(word in text for word in words)


def _text(values: dict[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, indent=0)
    return text.encode("utf-8", "surrogatepass")  # a file may have a name that is no UTF-8


def _read(file: Path) -> dict[str, Any]:
    try:
        values = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def write_atomically(file: Path, data: bytes) -> None:
    """Write `data` so that a reader, or a kill, sees the old file or the whole new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_of(file)
    try:
        draft.write_bytes(data)
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def draft_of(file: Path) -> Path:
    """Return the temporary name of `file` in its own folder; it says which process writes it."""
    return file.with_name(f".{file.name}.{os.getpid()}.part")


def drop_drafts(folder: Path, pid: int) -> None:
    """Delete the temporary files that a process which is gone left in the folders of `folder`."""
    for file in folder.glob(f"*/.*.{pid}.part"):
        file.unlink(missing_ok=True)
