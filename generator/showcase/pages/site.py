"""Everything a page is made from, gathered once per build."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.library import Showcase
from showcase.model.links import Links
from showcase.model.media import Shelf
from showcase.model.records import Project, Record, Star
from showcase.model.settings import Settings
from showcase.model.week_days import regions_of

R = TypeVar("R", Star, Project)


@dataclass(frozen=True)
class Site:
    """The input of every page function: what may be seen, its media, the owner's wishes, the day.

    `written` are the addresses of the hand-written pages.
    """

    showcase: Showcase
    shelf: Shelf
    settings: Settings
    today: datetime.date
    written: frozenset[str] = frozenset()

    @cached_property
    def links(self) -> Links:
        """The writer of links in the owner's style."""
        return Links(self.settings.directory_urls)

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the address of each record in them, in order of time."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(self.showcase.events, key=lambda e: (e.date, e.address)):
            for address in event.records:
                found[address].append(event)
        return {address: tuple(events) for address, events in found.items()}

    @cached_property
    def events_by_address(self) -> Mapping[str, Event]:
        """Events by their own address."""
        return {event.address: event for event in self.showcase.events}

    @cached_property
    def stops_of(self) -> Mapping[str, tuple[Event, ...]]:
        """The stops of each tour, by the tour's address, in order of time."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(self.showcase.events, key=lambda e: (e.date, e.address)):
            if event.tour:
                found[event.tour].append(event)
        return {address: tuple(stops) for address, stops in found.items()}

    @cached_property
    def weeks_of(self) -> Mapping[str, tuple[ActivityWeek, ...]]:
        """Weeks by region slug, newest year first, its own before its cities'; a joint one for both."""
        found: dict[str, list[ActivityWeek]] = defaultdict(list)
        for week in sorted(self.showcase.weeks, key=lambda w: (-w.year, w.city)):
            for slug in regions_of(week):
                found[slug].append(week)
        return {region: tuple(weeks) for region, weeks in found.items()}

    @cached_property
    def related_to(self) -> Mapping[str, tuple[Record, ...]]:
        """Records linked with each record by `related`, in both directions, in order of address."""
        pairs: dict[str, set[str]] = defaultdict(set)
        records = self.showcase.by_address
        for address, record in records.items():
            for other in filter(records.__contains__, record.related):
                pairs[address].add(other)
                pairs[other].add(address)
        return {address: tuple(records[o] for o in sorted(others)) for address, others in pairs.items()}


def honour_years(record: Record) -> tuple[int, ...]:
    """Return the years of the record's honours, newest first, each once."""
    return tuple(sorted({honour.year for honour in record.honours}, reverse=True))


def of_year(records: Iterable[R], year: int) -> list[R]:
    """Return the records with an honour in `year`."""
    return [record for record in records if year in honour_years(record)]
