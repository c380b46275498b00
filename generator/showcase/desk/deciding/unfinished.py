"""What a killed run left: a record that was written while its draft still lies there; the next goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from showcase.content.names import SERIAL
from showcase.desk.records import Desk
from showcase.model.address import RecordAddress
from showcase.model.folding import searchable
from showcase.model.records import Record

_ADDRESS = re.compile(rf"(?:stars|projects)/\d{{4}}/[a-z-]+/(?:{SERIAL})".encode())

Text = Callable[[Desk, Record], bytes | None]
"""What the decision makes of a draft's file, None where it makes nothing of it."""


def half_done(desks: Sequence[Desk], text_of: Text) -> dict[str, Record]:
    """Return the site's record of each draft that was written and not yet removed, by the draft's address.

    Both files say the same but for addresses: the serials had been given when the run was killed.
    """
    return {str(draft.address): record for draft, record in _pairs(desks, text_of)}


def _pairs(desks: Sequence[Desk], text_of: Text) -> Iterator[tuple[Record, Record]]:
    site = desks[0]
    written: dict[tuple[object, ...], list[Record]] = {}
    for record in _records(site):
        if not record.address.is_draft:
            written.setdefault(_key(record), []).append(record)
    for desk in desks:
        for draft in _records(desk):
            if desk is site and not draft.address.is_draft:
                continue
            alike = written.get(_key(draft), [])
            text = text_of(desk, draft) if alike else None
            found = [r for r in alike if text is not None and _same(text, site.file_of(r).read_bytes())]
            if len(found) == 1:
                yield draft, found[0]


def _records(desk: Desk) -> tuple[Record, ...]:
    return (*desk.library.stars, *desk.library.projects)


def _key(record: Record) -> tuple[object, ...]:
    address: RecordAddress = record.address
    return (*address[:3], searchable(record.name))


def _same(one: bytes, other: bytes) -> bool:
    return _ADDRESS.sub(b"", one) == _ADDRESS.sub(b"", other)
