"""calendar/<year>.ics and calendar/<year>/<region>.ics: weeks and events to subscribe to (RFC 5545)."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from icalendar import Calendar, Timezone, TimezoneStandard
from icalendar import Event as Entry

from showcase.model.artefact import Artefact
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.library import Showcase
from showcase.model.regions import ORDER, REGIONS
from showcase.model.settings import Settings
from showcase.outputs.addressing import PageRef, by_address
from showcase.outputs.entries import SHANGHAI, event_entry, week_entry

_CAMPAIGN = "全民终身学习活动周"


def calendar_files(showcase: Showcase, settings: Settings, pages: Sequence[PageRef]) -> Iterator[Artefact]:
    """Yield one calendar a year and one for each region with a week or an event in that year.

    A year whose weeks have no day yet still gets its (empty) calendar: who subscribes early finds
    the weeks in it as soon as they are known, and no link to it is ever broken.
    """
    refs = by_address(pages)
    for (year, region), items in sorted(_by_calendar(showcase).items(), key=_order):
        entries = [entry for item in items if (entry := _entry(item, settings, refs))]
        where = REGIONS[region].name if region else ""
        path = f"calendar/{year}/{region}.ics" if region else f"calendar/{year}.ics"
        yield Artefact(path, _calendar(f"{where}{year}年{_CAMPAIGN}", entries))


Item = ActivityWeek | Event


def _by_calendar(showcase: Showcase) -> Mapping[tuple[int, str], list[Item]]:
    """Return weeks and events, in that order, by (year, region slug); region "" is the whole year."""
    found: dict[tuple[int, str], list[Item]] = defaultdict(list)
    items: list[Item] = [*showcase.weeks, *showcase.events]
    for item in sorted(items, key=lambda item: (isinstance(item, Event), item.address)):
        year = item.year if isinstance(item, ActivityWeek) else item.date.year
        found[year, ""].append(item)
        if item.region in REGIONS:
            found[year, item.region].append(item)
    return found


def _order(calendar: tuple[tuple[int, str], list[Item]]) -> tuple[int, int]:
    (year, region), _ = calendar
    return year, ORDER.get(region, -1)


def _entry(item: Item, settings: Settings, pages: Mapping[str, PageRef]) -> Entry | None:
    if isinstance(item, ActivityWeek):
        return week_entry(item, settings, pages)
    return event_entry(item, settings, pages)


def _calendar(name: str, entries: Sequence[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//showcase//showcase//ZH-CN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
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
