"""The folder of printed sheets in .cache: whoever was taken down does not stay in it."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from showcase.content.layout import Layout

_FOLDER = "print"
_OF_RECORD = re.compile(r"(stars|projects)-(\d{4})-([a-z]+)-(\d+)-.*\.(?:pdf|png)")
_OF_TOUR = re.compile(r"events-.*\.(?:pdf|png)")


def usual_folder(layout: Layout) -> Path:
    """Return where sheets go when nobody says otherwise."""
    return layout.cache / _FOLDER


def keep_only(layout: Layout, addresses: Container[str]) -> None:
    """Delete the sheets of all other records than these."""
    for file in usual_folder(layout).glob("*"):
        found = _OF_RECORD.fullmatch(file.name)
        if found and "/".join(found.groups()) not in addresses:
            file.unlink(missing_ok=True)


def forget_printed(layout: Layout, address: str) -> None:
    """Delete the sheets of a record, and those of all tours: one of them may show it."""
    for file in usual_folder(layout).glob("*"):
        found = _OF_RECORD.fullmatch(file.name)
        if _OF_TOUR.fullmatch(file.name) or (found and "/".join(found.groups()) == address):
            file.unlink(missing_ok=True)
