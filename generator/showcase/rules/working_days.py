"""工作日 and 自然日: how many days lie between two, holidays and made-up weekends included.

Holidays are those of the `chinesecalendar` package, which knows the years that were decreed; beyond
them Monday to Friday are working days, and the caller says so.
"""

from __future__ import annotations

import datetime

from chinese_calendar import is_workday


def is_known(day: datetime.date) -> bool:
    """Whether the holidays of the year of `day` were decreed when the package was made."""
    try:
        is_workday(day)
    except NotImplementedError:
        return False
    return True


def counts(day: datetime.date, counted: str) -> bool:
    """Whether `day` counts; `counted` is "calendar" or "working"."""
    if counted != "working":
        return True
    return bool(is_workday(day)) if is_known(day) else day.weekday() < 5


def days_between(first: datetime.date, last: datetime.date, counted: str) -> int:
    """Return the number of days from `first` to `last`, both included, that count."""
    span = (last - first).days + 1
    return sum(counts(first + datetime.timedelta(days=n), counted) for n in range(span))


def day_after(first: datetime.date, number: float, counted: str) -> datetime.date:
    """Return the day on which `number` days that count have run, `first` being the first of them."""
    day, left = first, number - counts(first, counted)
    while left > 0:
        day += datetime.timedelta(days=1)
        left -= counts(day, counted)
    return day
