"""When what a page tells was decided or took place: from the records alone, never from a clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.records import Record
from showcase.pages.order import years_of
from showcase.pages.site import Site
from showcase.pages.week_words import first_date, last_date

Dated = tuple[datetime.date, str]
"""A day and the address of a page that tells of it."""


def decided_on(record: Record) -> datetime.date | None:
    """Return the day of the record's newest approved honour."""
    return max((honour.date for honour in approved(record.honours) if honour.date), default=None)


def ended_on(week: ActivityWeek) -> datetime.date | None:
    """Return the last known day of the week."""
    return last_date(week) or first_date(week)


def newest_days(site: Site) -> Mapping[str, str]:
    """Return the ISO day of the newest thing on each page, by address without its last slash.

    What lies ahead of the build's day does not count: nothing was last changed tomorrow.
    """
    newest: dict[str, datetime.date] = {}
    for day, address in _all(site):
        if day <= site.today and day > newest.get(address, datetime.date.min):
            newest[address] = day
    return {address: day.isoformat() for address, day in newest.items()}


def _all(site: Site) -> Iterator[Dated]:
    showcase = site.showcase
    for record in showcase.by_address.values():
        if day := decided_on(record):
            yield from ((day, address) for address in _pages_of(record))
    for week in showcase.weeks:
        if day := ended_on(week):
            yield from ((day, at) for at in (week.address, f"weeks/{week.year}", "weeks", ""))
    for event in showcase.events:
        yield from ((event.date, address) for address in _pages_of_event(event))
    for book in showcase.rulebooks:
        if book.date:
            yield from ((book.date, at) for at in (f"rulebooks/{book.id}", "rulebooks"))


def _pages_of(record: Record) -> Iterator[str]:
    kind, region = record.address.kind, record.address.region
    yield from (str(record.address), "", kind, "regions", f"regions/{region}")
    for year in years_of(record):
        yield from (f"{kind}/{year}", f"{kind}/{year}/{region}")


def _pages_of_event(event: Event) -> Iterator[str]:
    yield from (event.address, f"events/{event.date.year}", "events", *event.records)
