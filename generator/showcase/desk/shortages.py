"""What can be missing of a year, kind by kind: each function finds one kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showcase.content.tables_parts import CONSENT
from showcase.desk.report_cells import week_time
from showcase.desk.report_places import Place, YearOf, places_of
from showcase.model.campaign import ActivityWeek, Announcement, Event, approved
from showcase.model.days import MaybeDay, Month, chinese_day
from showcase.model.library import Library
from showcase.model.moves import takes_place
from showcase.model.parts import Permission
from showcase.model.prefectures import city_called
from showcase.model.problem import Problem
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import Asset, WeekStatus

SOON_DAYS = 30
"""So many days before a consent ends it is told of."""

CLOSING_DAYS = 3
"""So many days before its last one a 公示 is told of."""

ASSET_NAMES = {Asset(field.key): field.label for field in CONSENT.fields}


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing: what it is about, what is to be done, the file (or "")."""

    what: str
    note: str
    file: str = ""


def lack(thing: Record | ActivityWeek | Event | Announcement, note: str) -> Lack:
    """Return what `thing` lacks, told by its name."""
    return Lack(_name(thing), note, thing.source.file)


def _name(thing: Record | ActivityWeek | Event | Announcement) -> str:
    if isinstance(thing, ActivityWeek):
        city = city_called(thing.region, thing.city) if thing.city else ""
        return REGIONS[thing.region].name + city
    return thing.name if isinstance(thing, Star | Project) else thing.title


def of_problem(problem: Problem) -> Lack:
    """Return a problem of the check as something that is missing."""
    return Lack(problem.message, problem.fix, f"{problem.file}:{problem.line}")


def weekless(found: YearOf, settings: Settings) -> Iterator[Lack]:
    """Yield the places that have no week of their own and share none."""
    partners = {week.joint for week in found.weeks}  # a city may share its province's
    for place in places_of(found, settings.scope):
        has_one = place.weeks or place.shared or place.name in partners
        if place.name != "全国" and not has_one:
            yield Lack(place.name, _has(place))


def _has(place: Place) -> str:
    events = sum(map(takes_place, place.events))
    words = ((len(place.stars), "人"), (len(place.projects), "个项目"), (events, "场活动"))
    said = "、".join(f"{number}{unit}" for number, unit in words if number)
    return f"已有{said}" if said else "还没有任何内容"


def undated(weeks: Iterable[ActivityWeek]) -> Iterator[Lack]:
    """Yield the weeks whose first day is not known."""
    for week in weeks:
        if not isinstance(week.start, datetime.date) and week.status is not WeekStatus.CANCELLED:
            yield lack(week, week_time(week))


def uncounted_weeks(weeks: Iterable[ActivityWeek], today: datetime.date) -> Iterator[Lack]:
    """Yield the weeks that are over and tell no attendance; what was only planned has not been held."""
    held = (week for week in weeks if week.status in (WeekStatus.CONFIRMED, WeekStatus.HELD))
    for week in held:
        if _is_over(week.end or week.start, today) and not week.attendance:
            yield lack(week, f"{week_time(week)}，没有写人数（attendance）")


def _is_over(day: MaybeDay, today: datetime.date) -> bool:
    if isinstance(day, Month):
        return (day.year, day.month) < (today.year, today.month)
    return day is not None and day < today


def consents(library: Library, today: datetime.date) -> Iterator[Lack]:
    """Yield the consents that are over or soon will be, the earliest first."""
    things: tuple[Record | ActivityWeek | Event, ...]
    things = (*library.stars, *library.projects, *library.weeks, *library.events)
    gone = {withdrawal.address for withdrawal in library.withdrawals}
    found: list[tuple[datetime.date, Lack]] = []
    for thing in things:
        for asset, permission in thing.consent.permissions.items():
            if _ends_soon(permission, today) and str(thing.address) not in gone:
                found.append((permission.until or today, _consent(thing, asset, permission, today)))
    yield from (lack for _, lack in sorted(found, key=lambda pair: (pair[0], pair[1].file, pair[1].note)))


def _ends_soon(permission: Permission, today: datetime.date) -> bool:
    return permission.until is not None and (permission.until - today).days <= SOON_DAYS


def _consent(
    thing: Record | ActivityWeek | Event, asset: Asset, permission: Permission, today: datetime.date
) -> Lack:
    until = permission.until or today
    how = "已经到期" if until < today else "将要到期"
    return lack(thing, f"{ASSET_NAMES[asset]}的同意{how}：{chinese_day(until)}")


def unseen(records: Iterable[Record], today: datetime.date) -> Iterator[Lack]:
    """Yield approved records that may not be shown for want of consent."""
    for record in records:
        if approved(record.honours) and not record.consent.holds(Asset.TEXT, today):
            yield lack(record, "没有在有效期内的文字同意（consent.text）")


def announcements(library: Library, today: datetime.date) -> Iterator[Lack]:
    """Yield the 公示 that close within days, and those that closed without an outcome."""
    for one in library.announcements:
        left = (one.last_day - today).days
        if one.is_open_on(today) and left <= CLOSING_DAYS:
            yield lack(one, f"{chinese_day(one.last_day)}结束，还有{left}天" if left else "今天结束")
        elif left < 0 and not one.outcome:
            yield lack(one, f"{chinese_day(one.last_day)}已经结束，没有写 outcome")


def unready(events: Iterable[Event], today: datetime.date) -> Iterator[Lack]:
    """Yield events to come that do not say where, how to take part or whom to ask."""
    for event in filter(takes_place, events):
        wanted = (
            ("place", event.place),
            ("how_to_join", event.how_to_join),
            ("office_contact", event.office_contact),
        )
        missing = [key for key, value in wanted if not value]
        if event.last_day >= today and missing:
            yield lack(event, f"{chinese_day(event.date)}举行，没有 {'、'.join(missing)}")


def uncounted_events(events: Iterable[Event], today: datetime.date) -> Iterator[Lack]:
    """Yield events that are over and tell no attendance."""
    for event in filter(takes_place, events):
        if event.last_day < today and not event.attendance:
            yield lack(event, f"{chinese_day(event.date)}，没有写人数（attendance）")
