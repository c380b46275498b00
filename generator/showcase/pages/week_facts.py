"""What a week's page says in rows: the museum label, the programme by day, who came."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import MaybeDay, chinese_day, weekday
from showcase.model.moves import takes_place
from showcase.model.parts import Count, ProgrammeItem
from showcase.model.terms import UNIT_NAMES, EventKind, Mode
from showcase.pages import week_words as words
from showcase.pages.this_week import place_of


class Figure(NamedTuple):
    """One count of people: 现场 312 人."""

    where: str
    number: str
    unit: str


class Day(NamedTuple):
    """A day of the programme: 6月17日, 周一, its lines (item, place); `today` its ISO day if it is today."""

    name: str
    note: str
    lines: list[tuple[ProgrammeItem, str]]
    today: str = ""


def facts(week: ActivityWeek, opening: str = "") -> list[tuple[str, str]]:
    """Return the museum label: time, opening, places, 主办 承办 协办 in the order of printed notices."""
    first, *others = week.venues or ("",)
    rows = [
        (ui.year.time, _time(week)),
        (ui.week.opening, opening),
        (ui.week.main_venue if others else ui.event.place, first),
        (ui.week.other_venues, "、".join(others)),
        (ui.project.hosts, "、".join(week.hosts)),
        (ui.project.organisers, "、".join(week.organisers)),
        (ui.project.co_organisers, "、".join(week.co_organisers)),
    ]
    return [(name, value) for name, value in rows if value]


def _time(week: ActivityWeek) -> str:
    if words.is_off(week):
        old = week.moved_from or week.start
        return f"{_was(old)}，{words.state(week, datetime.date.min).words}" if old else ""
    time = "，".join(filter(None, [words.when(week), words.weekdays(week)]))
    return f"{time}（{_was(week.moved_from)}）" if week.moved_from else time


def _was(day: MaybeDay) -> str:
    return ui.week.was_on.format(day=words.short_day(day))


def opening_of(week: ActivityWeek, events: Iterable[Event]) -> str:
    """Return 6月17日，9:30，文化宫: the opening among the events, else in the programme; "" without one."""
    for event in events:
        if event.kind is EventKind.OPENING and takes_place(event):
            return "，".join(filter(None, [chinese_day(event.date, year=False), event.time, event.place]))
    found = (item for item in week.programme if ui.week.opening in item.what)
    item = next(found, None)
    if item is None:
        return ""
    day = chinese_day(item.date, year=False) if item.date else ""
    return "，".join(filter(None, [day, item.time, place_of(item)]))


def programme(week: ActivityWeek, today: datetime.date) -> list[Day]:
    """Return the programme by day; lines whose day is not known stand last, under 日期待定."""
    dated = sorted(
        week.programme, key=lambda i: (i.date or datetime.date.max, i.time.rjust(5) if i.time else "99:99")
    )
    return [_day(date, list(items), today) for date, items in groupby(dated, key=lambda item: item.date)]


def _day(date: datetime.date | None, items: list[ProgrammeItem], today: datetime.date) -> Day:
    lines = [(item, place_of(item)) for item in items]
    if date is None:
        return Day(ui.week.undated, "", lines)
    is_today = date.isoformat() if date == today else ""
    return Day(chinese_day(date, year=False), weekday(date), lines, is_today)


def figures(counts: Sequence[Count]) -> list[Figure]:
    """Return each count for itself: 人 and 人次, 现场 and 线上 are never added."""
    where = {Mode.ONSITE: ui.week.onsite, Mode.ONLINE: ui.week.online, Mode.BOTH: ui.week.both}
    return [Figure(where[c.mode], f"{c.value:,}", UNIT_NAMES[c.unit]) for c in counts]
