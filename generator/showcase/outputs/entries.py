"""One week, one event, as a VEVENT."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from icalendar import Event as Entry

from showcase.content.move_words import change_words
from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import chinese_time
from showcase.model.hours import moments
from showcase.model.moves import moves_of, own_changes, sequence_of, takes_place
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import EVENT_NAMES, STATUS_NAMES, WeekStatus
from showcase.model.week_days import first_date, is_off
from showcase.outputs.addressing import PageRef, absolute, host_of
from showcase.outputs.plain import plain

SHANGHAI = "Asia/Shanghai"

_STATUS = {
    WeekStatus.PLANNED: "TENTATIVE",
    WeekStatus.CONFIRMED: "CONFIRMED",
    WeekStatus.HELD: "CONFIRMED",
    WeekStatus.POSTPONED: "TENTATIVE",
    WeekStatus.CANCELLED: "CANCELLED",
}
_DAY = datetime.timedelta(days=1)


def week_entry(week: ActivityWeek, settings: Settings, pages: Mapping[str, PageRef]) -> Entry | None:
    """Return the all-day VEVENT of `week`, or None while its first day is unknown (a month at most).

    One that does not take place says so in its summary, since not every calendar strikes out what is
    cancelled; where it lost its day, it stays at the day that was given up.
    """
    first, is_lost = _first(week), is_off(week)
    if first is None:
        return None
    last = week.end if isinstance(week.end, datetime.date) and week.end >= first else None
    entry = _entry(week.address, first, settings, pages)
    page = pages.get(week.address)
    title = page.title if page and page.title else _title(week)
    off = ui.calendar.not_held.format(state=STATUS_NAMES[week.status], title=title) if is_lost else title
    entry.add("summary", plain(off))
    entry.add("dtstart", first)
    entry.add("dtend", (last or first) + _DAY)  # DTEND is the first day after
    entry.add("status", "CANCELLED" if is_lost else _STATUS[week.status])
    entry.add("sequence", sequence_of(week))
    _add(entry, "location", "；".join(week.venues))
    _add(entry, "description", "\n".join(_lines(week, "" if last or is_lost else ui.calendar.no_end)))
    return entry


def _first(week: ActivityWeek) -> datetime.date | None:
    """Return the first day, or the one that a week without a new day gave up."""
    given_up = [move.start for move in moves_of(week) if isinstance(move.start, datetime.date)]
    return first_date(week) or (given_up[-1] if given_up and is_off(week) else None)


def event_entry(event: Event, settings: Settings, pages: Mapping[str, PageRef]) -> Entry:
    """Return the VEVENT of `event`: at its time when that is a clock time of one day, else all day.

    The address keeps the first day that it was written down for, so a moved event is a later version of it.
    """
    entry = _entry(event.address, event.date, settings, pages)
    title = f"{EVENT_NAMES[event.kind]}：{event.title}"
    off = "" if takes_place(event) else STATUS_NAMES[event.status]
    entry.add("summary", plain(ui.calendar.not_held.format(state=off, title=title) if off else title))
    entry.add("status", "CANCELLED" if off else "CONFIRMED")
    entry.add("sequence", sequence_of(event))
    _add(entry, "location", event.place)
    times = moments(event.date, event.time) if event.last_day == event.date else ()
    notes = [ui.calendar.time.format(words=event.time)] if event.time and not times else []
    notes += [f"{change_words(change)}。" for change in own_changes(event)]
    if times:
        for name, moment in zip(("dtstart", "dtend"), times, strict=False):
            entry.add(name, moment, parameters={"TZID": SHANGHAI})
    else:
        entry.add("dtstart", event.date)
        entry.add("dtend", event.last_day + _DAY)
    _add(entry, "description", "\n".join(notes))
    return entry


def _entry(address: str, day: datetime.date, settings: Settings, pages: Mapping[str, PageRef]) -> Entry:
    """Return a VEVENT with what all have. DTSTAMP is made of the record: a clock would change the file."""
    entry = Entry()
    entry.add("uid", f"{address}@{host_of(settings)}")
    entry.add("dtstamp", datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC))
    entry.add("transp", "TRANSPARENT")
    if settings.site_url and address in pages:
        entry.add("url", absolute(settings, pages[address].url))
    return entry


def _title(week: ActivityWeek) -> str:
    """Return a title for a week whose page is not among those of this build."""
    where = REGIONS[week.region].name if week.region in REGIONS else ""
    return where + ui.share.week.format(year=week.year)


def _lines(week: ActivityWeek, note: str) -> Iterable[str]:
    named = (
        (ui.calendar.theme, week.theme),
        (ui.calendar.subtitle, week.subtitle),
        (ui.calendar.hosts, "、".join(week.hosts)),
        (ui.calendar.organisers, "、".join(week.organisers)),
        (ui.calendar.moved_from, chinese_time(week.moved_from)),
    )
    yield from (line.format(words=value) for line, value in named if value)
    if note:
        yield note


def _add(entry: Entry, name: str, value: str) -> None:
    if value:
        entry.add(name, plain(value))
