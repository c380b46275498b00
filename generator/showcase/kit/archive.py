"""Writes a kit, a programme or a collection as a zip whose first file is the page to begin from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from showcase.content.packing import Member, write_zip

_FIRST = "start.html"


def write_kit(place: Path, members: Mapping[str, Member]) -> None:
    """Write `members` by name to `place`: the same members give the same bytes. Raises OSError."""
    names = sorted(members, key=lambda name: (name != _FIRST, name))
    write_zip(place, ((name, members[name]) for name in names))
