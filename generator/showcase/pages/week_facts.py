"""What a week's page says in rows: the museum label, the programme by day, who came."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from showcase.model.campaign import ActivityWeek
from showcase.model.days import chinese_day, weekday
from showcase.model.parts import Count, ProgrammeItem
from showcase.model.terms import UNIT_NAMES, Mode
from showcase.pages import week_words as words
from showcase.pages.this_week import place_of

_MODE_WORDS = {Mode.ONSITE: "现场", Mode.ONLINE: "线上", Mode.BOTH: "线上线下合计"}


class Figure(NamedTuple):
    """One count of people: 现场 312 人."""

    where: str
    number: str
    unit: str


class Day(NamedTuple):
    """A day of the programme: 6月17日, 周一　今天, its lines (item, place)."""

    name: str
    note: str
    lines: list[tuple[ProgrammeItem, str]]


def facts(week: ActivityWeek) -> list[tuple[str, str]]:
    """Return the museum label: time, places, 主办 承办 协办 in the order in which offices print them."""
    first, *others = week.venues or ("",)
    rows = [
        ("时间", _time(week)),
        ("主会场" if others else "地点", first),
        ("分会场", "、".join(others)),
        ("主办", "、".join(week.hosts)),
        ("承办", "、".join(week.organisers)),
        ("协办", "、".join(week.co_organisers)),
    ]
    return [(name, value) for name, value in rows if value]


def _time(week: ActivityWeek) -> str:
    if words.is_off(week):
        old = week.moved_from or week.start
        return f"原定{words.short_day(old)}，{words.state(week, datetime.date.min).words}" if old else ""
    time = "，".join(filter(None, [words.when(week), words.weekdays(week)]))
    return f"{time}（原定{words.short_day(week.moved_from)}）" if week.moved_from else time


def programme(week: ActivityWeek, today: datetime.date) -> list[Day]:
    """Return the programme by day; lines whose day is not known stand last, under 日期待定."""
    dated = sorted(
        week.programme, key=lambda i: (i.date or datetime.date.max, i.time.rjust(5) if i.time else "99:99")
    )
    return [_day(date, list(items), today) for date, items in groupby(dated, key=lambda item: item.date)]


def _day(date: datetime.date | None, items: list[ProgrammeItem], today: datetime.date) -> Day:
    lines = [(item, place_of(item)) for item in items]
    if date is None:
        return Day("日期待定", "", lines)
    return Day(chinese_day(date, year=False), weekday(date) + ("　今天" if date == today else ""), lines)


def figures(counts: Sequence[Count]) -> list[Figure]:
    """Return each count for itself: 人 and 人次, 现场 and 线上 are never added."""
    return [Figure(_MODE_WORDS[c.mode], f"{c.value:,}", UNIT_NAMES[c.unit]) for c in counts]
