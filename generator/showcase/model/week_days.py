"""Which days a week takes up, as far as they are known, and which regions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from showcase.model.campaign import ActivityWeek
from showcase.model.days import monday_of
from showcase.model.prefectures import city_called
from showcase.model.regions import BY_NAME, REGIONS
from showcase.model.terms import WeekStatus

USUAL_DAYS = 7
"""A week whose end is not announced is taken to last seven days, for drawing and for 正在举办."""

_WEEK = datetime.timedelta(days=7)


def first_date(week: ActivityWeek) -> datetime.date | None:
    """Return the first day, when a day is known."""
    return week.start if isinstance(week.start, datetime.date) else None


def last_date(week: ActivityWeek) -> datetime.date | None:
    """Return the last day, when it is announced."""
    return week.end if isinstance(week.end, datetime.date) else None


def reach(week: ActivityWeek) -> tuple[datetime.date, datetime.date] | None:
    """Return first and last day; an unknown end is taken as a usual week's; None without a first day."""
    first = first_date(week)
    if first is None:
        return None
    return first, last_date(week) or first + datetime.timedelta(days=USUAL_DAYS - 1)


def is_off(week: ActivityWeek) -> bool:
    """Whether the week does not take place on its days: cancelled, or put off without a new day."""
    lost = week.status is WeekStatus.POSTPONED and (first_date(week) is None or week.moved_from is None)
    return lost or week.status is WeekStatus.CANCELLED


def regions_of(week: ActivityWeek) -> tuple[str, ...]:
    """Return the slugs of the regions whose week it is: of a joint one both, of a city's its region's."""
    other = BY_NAME.get(week.joint)
    alone = week.city or other is None or other.slug == week.region
    return (week.region,) if alone or other is None else (week.region, other.slug)


def unit_of(week: ActivityWeek) -> str:
    """Return whose week it is: 河南省, 扬州市, 浙江省暨宁波市."""
    own = city_called(week.region, week.city) if week.city else REGIONS[week.region].name
    other = partner_of(week)
    return f"{own}暨{other}" if other else own


def partner_of(week: ActivityWeek) -> str:
    """Return the other unit of a joint week by its full name, "" when it is no joint one."""
    return BY_NAME[week.joint].name if week.joint in BY_NAME else week.joint


def mondays(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Return the Mondays of all weeks that first..last touches."""
    count = (monday_of(last) - monday_of(first)).days // 7 + 1
    return [monday_of(first) + n * _WEEK for n in range(count)]


def runs(days: Iterable[datetime.date]) -> list[tuple[datetime.date, int]]:
    """Return consecutive Mondays as (first Monday, number of weeks)."""
    found: list[tuple[datetime.date, int]] = []
    for day in days:
        if found and found[-1][0] + found[-1][1] * _WEEK == day:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((day, 1))
    return found
