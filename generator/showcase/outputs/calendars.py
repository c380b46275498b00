"""calendar/<year>.ics, <year>/<region>.ics, <year>/events.ics, and one for each week and event (RFC 5545)."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from icalendar import Calendar, Timezone, TimezoneStandard, vDuration
from icalendar import Event as Entry

from showcase.content.wording import ui
from showcase.model.artefact import Artefact
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.library import Showcase
from showcase.model.regions import ORDER, REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import EventKind
from showcase.model.week_days import regions_of
from showcase.outputs.addressing import PageRef, by_address
from showcase.outputs.entries import SHANGHAI, event_entry, week_entry
from showcase.outputs.plain import plain

_HOURS = 12
"""How often a calendar that subscribed should look again (RFC 7986; Outlook reads X-PUBLISHED-TTL)."""


def calendar_files(showcase: Showcase, settings: Settings, pages: Sequence[PageRef]) -> Iterator[Artefact]:
    """Yield the calendars of each year, of its regions and its events, then of each week and each event.

    A year whose weeks have no day yet still gets its (empty) calendar: who subscribes early finds
    the weeks in it as soon as they are known, and no link to it is ever broken.
    """
    refs = by_address(pages)
    for (year, part), items in sorted(_by_calendar(showcase).items(), key=_order):
        path = f"calendar/{year}/{part}.ics" if part else f"calendar/{year}.ics"
        yield Artefact(path, _calendar(_name(year, part), _entries(items, settings, refs)))
    for item in _items(showcase):
        name = refs[item.address].title if item.address in refs else item.address
        yield Artefact(f"calendar/{item.address}.ics", _calendar(name, _entries([item], settings, refs)))


Item = ActivityWeek | Event

EVENTS = "events"
"""The calendar of a year's events alone; no region's slug."""


def _items(showcase: Showcase) -> list[Item]:
    """Return weeks, then events. A tour is left out: its stops stand for it."""
    events = [event for event in showcase.events if event.kind is not EventKind.TOUR]
    return [*sorted(showcase.weeks, key=_address), *sorted(events, key=_address)]


def _address(item: Item) -> str:
    return item.address


def _by_calendar(showcase: Showcase) -> Mapping[tuple[int, str], list[Item]]:
    """Return weeks and events, in that order, by (year, region slug or EVENTS); "" is the whole year."""
    found: dict[tuple[int, str], list[Item]] = defaultdict(list)
    for item in _items(showcase):
        year = item.year if isinstance(item, ActivityWeek) else item.date.year
        found[year, ""].append(item)
        for slug in regions_of(item) if isinstance(item, ActivityWeek) else (item.region,):
            if slug in REGIONS:
                found[year, slug].append(item)
        if isinstance(item, Event):
            found[year, EVENTS].append(item)
    return found


def _name(year: int, part: str) -> str:
    if part == EVENTS:
        return ui.calendar.of_events.format(year=year)
    return (REGIONS[part].name if part else "") + ui.share.week.format(year=year)


def _order(calendar: tuple[tuple[int, str], list[Item]]) -> tuple[int, int]:
    (year, part), _ = calendar
    return year, ORDER.get(part, len(ORDER) if part else -1)


def _entries(items: Iterable[Item], settings: Settings, pages: Mapping[str, PageRef]) -> list[Entry]:
    return [entry for item in items if (entry := _entry(item, settings, pages))]


def _entry(item: Item, settings: Settings, pages: Mapping[str, PageRef]) -> Entry | None:
    if isinstance(item, ActivityWeek):
        return week_entry(item, settings, pages)
    return event_entry(item, settings, pages)


def _calendar(name: str, entries: Sequence[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//showcase//showcase//ZH-CN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", plain(name))
    calendar.add("x-wr-timezone", SHANGHAI)
    calendar.add(
        "refresh-interval", vDuration(datetime.timedelta(hours=_HOURS)), parameters={"VALUE": "DURATION"}
    )
    calendar.add("x-published-ttl", f"PT{_HOURS}H")
    calendar.add_component(_china())
    for entry in entries:
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _china() -> Timezone:
    """Return the VTIMEZONE of Asia/Shanghai, written out: it needs no time zone database (Windows).

    Always present, since a calendar must hold at least one component. Fixed at +08:00: there has been
    no summer time since 1991, the campaign began in 2005.
    """
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", SHANGHAI)
    standard.add("dtstart", datetime.datetime(1992, 1, 1))
    standard.add("tzoffsetfrom", datetime.timedelta(hours=8))
    standard.add("tzoffsetto", datetime.timedelta(hours=8))
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone
