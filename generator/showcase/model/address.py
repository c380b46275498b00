"""Addresses of records and pages: `stars/2024/henan/012`. Never a name, so a take-down leaves none."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

_RECORD = re.compile(
    r"(?P<kind>stars|projects)/(?P<year>\d{4})/(?P<region>[a-z]+)/(?P<serial>\d{3,4}|draft-[a-z0-9]{6})"
)


class RecordAddress(NamedTuple):
    """The parts of a star's or project's address: kind ("stars"|"projects"), year, region slug, serial."""

    kind: str
    year: int
    region: str
    serial: str

    def __str__(self) -> str:
        """Return the address as it stands in links and in `data-record`."""
        return f"{self.kind}/{self.year}/{self.region}/{self.serial}"

    @property
    def is_draft(self) -> bool:
        """A draft has a random id instead of a serial; `decide` allots the serial."""
        return self.serial.startswith("draft-")


_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def draft_serial(seed: str) -> str:
    """Return the serial of a draft that follows from what it is: the same `seed` gives the same always."""
    number = int.from_bytes(sha256(seed.encode()).digest()[:8], "big")
    return "draft-" + "".join(_LETTERS[number // 36**place % 36] for place in range(6))


def parse_record_address(text: str) -> RecordAddress | None:
    """Return the parts of `stars/2024/henan/012`, or None when `text` is no record's address."""
    found = _RECORD.fullmatch(text)
    if not found:
        return None
    return RecordAddress(found["kind"], int(found["year"]), found["region"], found["serial"])
