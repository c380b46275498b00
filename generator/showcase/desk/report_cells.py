"""What stands in each column of a year's report; model/report_columns.py has their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from showcase.content.move_words import off_word
from showcase.content.workbooks import Cell
from showcase.desk.report_places import Place
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import MaybeDay, Month, chinese_span, chinese_time
from showcase.model.moves import takes_place
from showcase.model.parts import Count
from showcase.model.prefectures import city_called
from showcase.model.records import Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import EVENT_NAMES, STATUS_NAMES, CountUnit, Mode
from showcase.model.week_days import partner_of

Value = Callable[[Any], Cell]

_JOINED = "；"


def _sum(counts: Iterable[Count], mode: Mode, unit: CountUnit) -> int:
    return sum(count.value for count in counts if count.mode is mode and count.unit is unit)


def _attendance(prefix: str, counts: Callable[[Any], Iterable[Count]]) -> dict[str, Value]:
    def column(mode: Mode, unit: CountUnit) -> Value:
        return lambda thing: _sum(counts(thing), mode, unit)

    return {f"{prefix}{mode.value}_{unit.value}": column(mode, unit) for mode in Mode for unit in CountUnit}


def _own(field: str) -> Value:
    """Return the joined text of a field of the region's own weeks, each text once."""
    return lambda place: _JOINED.join(
        dict.fromkeys(filter(None, (_text(getattr(w, field)) for w in place.weeks)))
    )


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "、".join(value)


def week_time(week: ActivityWeek) -> str:
    """Return 6月17日至23日, 8月19日起, 9月, 待定."""
    start, end = week.start, week.end
    if start is None:
        return "待定"
    if isinstance(start, Month) or isinstance(end, Month):
        return chinese_time(start, year=False)
    return chinese_span(start, end, year=False) if end else f"{chinese_time(start, year=False)}起"


def _shared_time(week: ActivityWeek) -> str:
    """Return 10月21日至27日（与浙江省合办）: a joint week in the line of the other unit."""
    return f"{week_time(week)}（与{REGIONS[week.region].name}合办）"


def _films(place: Place) -> int:
    things: tuple[Record | ActivityWeek, ...]
    things = (*place.stars, *place.projects, *place.weeks, *place.city_weeks)
    return sum(thing.video is not None for thing in things)


def _day(day: MaybeDay) -> Cell:
    return str(day) if isinstance(day, Month) else day


REGION: Mapping[str, Value] = {
    "region": lambda place: place.name,
    "group": lambda place: place.group,
    "week": lambda place: _JOINED.join([*map(week_time, place.weeks), *map(_shared_time, place.shared)]),
    "status": lambda place: _JOINED.join(STATUS_NAMES[w.status] for w in (*place.weeks, *place.shared)),
    "theme": _own("theme"),
    "subtitle": _own("subtitle"),
    "hosts": _own("hosts"),
    "venues": _own("venues"),
    "city_weeks": lambda place: len(place.city_weeks),
    "stars": lambda place: len(place.stars),
    "projects": lambda place: len(place.projects),
    "events": lambda place: sum(map(takes_place, place.events)),
    **_attendance(
        "week_", lambda place: (c for w in (*place.weeks, *place.city_weeks) for c in w.attendance)
    ),
    **_attendance("event_", lambda place: (c for event in place.events for c in event.attendance)),
    "films": _films,
    "press": lambda place: sum(len(t.press) for t in (*place.weeks, *place.city_weeks, *place.events)),
    "cities": lambda place: len(place.cities),
    "cities_total": lambda place: place.cities_total,
    "coverage": lambda place: len(place.cities) / place.cities_total if place.cities_total else None,
}

WEEK: Mapping[str, Value] = {
    "region": lambda week: REGIONS[week.region].name,
    "city": lambda week: city_called(week.region, week.city) if week.city else "",
    "start": lambda week: _day(week.start),
    "end": lambda week: _day(week.end),
    "status": lambda week: STATUS_NAMES[week.status],
    "theme": lambda week: week.theme,
    "subtitle": lambda week: week.subtitle,
    "hosts": lambda week: _text(week.hosts),
    "organisers": lambda week: _text(week.organisers),
    "co_organisers": lambda week: _text(week.co_organisers),
    "with": partner_of,
    "venues": lambda week: _text(week.venues),
    **_attendance("", lambda week: week.attendance),
    "press": lambda week: len(week.press),
    "next_host": lambda week: week.next_host,
    "moved_from": lambda week: _day(week.moved_from),
    "record": lambda week: week.address,
}


def event_values(records: Mapping[str, Record]) -> Mapping[str, Value]:
    """Return the values of the events' columns; names come from `records`, by address."""

    def names(event: Event, *, stars: bool) -> str:
        found = (records[address] for address in event.records if address in records)
        return "、".join(record.name for record in found if isinstance(record, Star) is stars)

    return {
        "date": lambda event: event.date,
        "end": lambda event: event.end,
        "status": off_word,
        "kind": lambda event: EVENT_NAMES[event.kind],
        "title": lambda event: event.title,
        "region": lambda event: REGIONS[event.region].name if event.region in REGIONS else "",
        "place": lambda event: event.place,
        "stars": lambda event: names(event, stars=True),
        "projects": lambda event: names(event, stars=False),
        "form": lambda event: event.form,
        **_attendance("", lambda event: event.attendance),
        "press": lambda event: len(event.press),
        "moved_from": lambda event: event.moved_from,
        "record": lambda event: event.address,
    }
