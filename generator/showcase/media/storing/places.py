"""Two places that hold derivatives, looked at in one way: the folder here and the store elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from showcase.media.storing.store import DERIVATIVE, SITE_FOLDER
from showcase.media.storing.sums import sha256_of
from showcase.media.terms.made import Made, from_json, renditions_of, sums_in


class Place(Protocol):
    """Files by name below a place; `shown` is its own name."""

    @property
    def shown(self) -> str:
        """Return the place as people know it."""

    def names(self, folder: str) -> Iterator[tuple[str, int]]:
        """Yield `folder`/<2 hex>/<file> and the size of every file."""

    def read(self, name: str) -> bytes | None:
        """Return a small file's bytes, or None when it is not there."""

    def sha256(self, name: str) -> str:
        """Return the sha256 of a file's bytes, "" when it is not there."""

    def remove(self, name: str) -> None:
        """Delete a file; it may be gone already."""


class Here:
    """The folder media/derivatives of a root as a place."""

    shown = "media"

    def __init__(self, media: Path) -> None:
        self._media = media

    def names(self, folder: str) -> Iterator[tuple[str, int]]:
        """Yield the files that are whole; drafts are swept by the next run."""
        for file in sorted((self._media / folder).glob("??/*")):
            if file.is_file() and not file.name.startswith("."):
                yield f"{folder}/{file.parent.name}/{file.name}", file.stat().st_size

    def read(self, name: str) -> bytes | None:
        """Return a small file's bytes, or None when it is not there."""
        with suppress(OSError):
            return (self._media / name).read_bytes()
        return None

    def sha256(self, name: str) -> str:
        """Return the sha256 of a file's bytes, "" when it is not there."""
        with suppress(OSError):
            return sha256_of(self._media / name)
        return ""

    def remove(self, name: str) -> None:
        """Delete a file; it may be gone already."""
        (self._media / name).unlink(missing_ok=True)


def read_sidecar(key: str, data: bytes) -> tuple[Made | None, dict[str, str]]:
    """Return what a json says and the sums of its files; None unless it names only files of its own key."""
    try:
        made, sums = from_json(data), sums_in(data)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, {}
    folder = f"{SITE_FOLDER}{key[:2]}/"
    for each in renditions_of(made.product):
        found = DERIVATIVE.fullmatch(each.path.removeprefix(folder))
        if not found or found[1] != key:
            return None, {}
    return made, sums
