"""Serials for drafts that are approved: the next of their year and region that nobody ever had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from showcase.desk.records import Desk
from showcase.model.address import RecordAddress, parse_record_address
from showcase.model.records import Record

_SERIAL = re.compile(r"(\d{3,4})(?:[-.].*)?", re.ASCII)


class Serials:
    """Allots serials; what lies in a tree, was taken down, or is named anywhere is never given again."""

    def __init__(self, desks: Sequence[Desk]) -> None:
        self._desks = desks
        self._last: dict[tuple[str, int, str], int] = {}
        self._named = frozenset(address for desk in desks for address in _named(desk))

    def next(self, draft: RecordAddress) -> RecordAddress:
        """Return the address that a draft gets."""
        place = draft[:3]
        if place not in self._last:
            self._last[place] = max(self._used(draft), default=0)
        self._last[place] += 1
        return draft._replace(serial=f"{self._last[place]:03d}")

    def _used(self, draft: RecordAddress) -> Iterator[int]:
        for desk in self._desks:
            for root in (desk.layout.content, desk.layout.media):
                folder = root / draft.kind / str(draft.year) / draft.region
                for path in folder.iterdir() if folder.is_dir() else ():
                    if found := _SERIAL.fullmatch(path.name):
                        yield int(found[1])
        addresses = (parse_record_address(address) for address in sorted(self._named))
        yield from (int(a.serial) for a in addresses if a and a[:3] == draft[:3] and not a.is_draft)


def _named(desk: Desk) -> Iterator[str]:
    """Yield addresses that the library names: one that is gone was published once."""
    library = desk.library
    yield from (withdrawal.address for withdrawal in library.withdrawals)
    yield from (each.before for each in library.moved)
    yield from (waiver.record for waiver in library.waivers)
    records: tuple[Record, ...] = (*library.stars, *library.projects)
    yield from (address for record in records for address in record.related)
    yield from (address for event in library.events for address in event.records)
    yield from (line.record for each in library.announcements for line in each.candidates)
