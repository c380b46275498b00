"""名录: names only, by pinyin, for the eye that knows whom it wants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from showcase.model.readings import syllables
from showcase.model.records import Record, Star
from showcase.pages.cards import place_of
from showcase.pages.prose import breakable
from showcase.pages.view import View


class RollName(NamedTuple):
    """One line: the name, its link, where it is from; a two-character star's name is spaced."""

    name: Markup
    href: str
    place: str
    two: bool


def roll(view: View, records: Iterable[Record]) -> list[RollName]:
    """Return the names in the order of their readings; equal readings by code point, then address."""
    ordered = sorted(records, key=lambda r: (_key(r), r.name, r.address))
    return [
        RollName(
            breakable(record.name),
            view.href(record.address),
            place_of(view, record),
            isinstance(record, Star) and len(record.name) == 2,
        )
        for record in ordered
    ]


def _key(record: Record) -> tuple[str, ...]:
    name = "".join(sign for sign in record.name if sign.isalnum())
    if isinstance(record, Star):
        return syllables(name, person=True, given=record.pinyin)
    return syllables(name, person=False)
