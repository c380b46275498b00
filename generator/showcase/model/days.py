"""Days as offices know them: a date, a month, or not yet known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year, for weeks announced only as “大约9月”."""

    year: int
    month: int

    def __str__(self) -> str:
        """Return `2024-09`."""
        return f"{self.year:04d}-{self.month:02d}"


MaybeDay = datetime.date | Month | None
"""A day, only a month, or unknown."""


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a week or an event: the first day that it had until then, when that was said, why.

    `place` is the place that an event had until then, "" where that did not change. The last one may tell
    of a cancellation: its `start` is then the day that was given up.
    """

    start: MaybeDay
    said: datetime.date | None = None
    why: str = ""
    place: str = ""


def chinese_day(day: datetime.date, *, year: bool = True) -> str:
    """Return 2024年6月17日, or 6月17日 without the year."""
    short = f"{day.month}月{day.day}日"
    return f"{day.year}年{short}" if year else short


def chinese_time(time: MaybeDay, *, year: bool = True) -> str:
    """Return 2024年6月17日, 2024年6月 for a month, "" for nothing; without the year 6月17日, 6月."""
    if isinstance(time, Month):
        return (f"{time.year}年" if year else "") + f"{time.month}月"
    return chinese_day(time, year=year) if time else ""


def chinese_span(start: datetime.date, end: datetime.date, *, year: bool = True) -> str:
    """Return 2024年6月17日至23日; the month and year are repeated only where they change."""
    first = chinese_day(start, year=year)
    if start == end:
        return first
    if start.year != end.year:
        return f"{first}至{chinese_day(end)}"
    if start.month != end.month:
        return f"{first}至{chinese_day(end, year=False)}"
    return f"{first}至{end.day}日"


def weekday(day: datetime.date) -> str:
    """Return 周一 … 周日."""
    return "周" + WEEKDAYS[day.weekday()]


def monday_of(day: datetime.date) -> datetime.date:
    """Return the Monday of the week that `day` lies in."""
    return day - datetime.timedelta(days=day.weekday())
