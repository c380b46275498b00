"""The year as a shelf of books: which book stands where, in which lane, and which weeks are empty."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.model.days import Month, monday_of
from showcase.model.regions import ORDER
from showcase.model.terms import WeekStatus
from showcase.model.week_days import USUAL_DAYS, mondays
from showcase.pages import week_words as words

SHELF_DAYS = 42
SHELVES = 6
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Book:
    """One week on the shelf: its days and its form (held | now | soon | plan | open | off | day | lying).

    `lying` is a week of which only the month is known; an `off` book stands where a moved or cancelled
    week once had its place; a `day` is a stroke with the name beside it. `left`..`right` are the days
    that the drawing takes up, `lane` 0 is the lowest.
    """

    week: ActivityWeek
    first: datetime.date
    last: datetime.date
    form: str
    aria: str
    left: datetime.date = datetime.date.min
    right: datetime.date = datetime.date.min
    lane: int = 0


def books(weeks: Iterable[ActivityWeek], today: datetime.date) -> list[Book]:
    """Return all books of the year in order of time, not yet placed."""
    drawn = [book for week in weeks for book in _books_of(week, today)]
    return sorted(drawn, key=lambda b: (b.first, b.form == "off", ORDER[b.week.region], b.week.city))


def _books_of(week: ActivityWeek, today: datetime.date) -> list[Book]:
    found = [_standing(week, today), _month(week), _old_place(week)]
    return [book for book in found if book]


def _standing(week: ActivityWeek, today: datetime.date) -> Book | None:
    days = words.reach(week)
    if days is None:
        return None
    state = words.state(week, today)
    form = state.form
    if form != "off" and words.last_date(week) is None:
        form = "open"
    elif form != "off" and (days[1] - days[0]).days < 2:
        form = "day"
    notes = [words.whose(week), words.when(week), state.words, words.remark(week)]
    return Book(week, *days, form, "，".join(filter(None, notes)))


def _month(week: ActivityWeek) -> Book | None:
    if not isinstance(week.start, Month) or words.is_off(week):
        return None
    first, last = month_reach(week.start)
    if isinstance(week.end, Month):
        last = max(last, month_reach(week.end)[1])
    return Book(week, first, last, "lying", f"{words.whose(week)}，{words.when(week)}")


def month_reach(month: Month) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a month."""
    first = datetime.date(month.year, month.month, 1)
    return first, (first + 31 * _DAY).replace(day=1) - _DAY


def _old_place(week: ActivityWeek) -> Book | None:
    if not isinstance(week.moved_from, datetime.date):
        return None
    days = words.reach(week)
    length = days[1] - days[0] if days else (USUAL_DAYS - 1) * _DAY
    to = ui.week.moved_to.format(day=words.short_day(week.start)) if week.start else ui.week.put_off
    if week.status is WeekStatus.CANCELLED:
        to = ui.week.cancelled
    aria = "，".join((words.whose(week), ui.week.was_on.format(day=words.short_day(week.moved_from)), to))
    return Book(week, week.moved_from, week.moved_from + length, "off", aria)


def shelf_days(drawn: Sequence[Book], year: int) -> list[datetime.date]:
    """Return the first Monday of each shelf: 36 weeks from the one with 1 April.

    When weeks lie outside, the row begins earlier or later; only when 36 weeks hold not all does it
    get a further shelf.
    """
    usual = monday_of(datetime.date(year, 4, 1))
    row = SHELVES * SHELF_DAYS * _DAY
    earliest = min([monday_of(b.first) for b in drawn], default=usual)
    after = max([monday_of(b.last) + 7 * _DAY for b in drawn], default=usual + row)
    start = min(usual, earliest)
    if after > start + row:
        start = min(max(start, after - row), earliest)
    count = max(SHELVES, -(-(after - start).days // SHELF_DAYS))
    return [start + n * SHELF_DAYS * _DAY for n in range(count)]


def empty_weeks(
    drawn: Iterable[Book], starts: Sequence[datetime.date], busy_days: Iterable[datetime.date] = ()
) -> list[datetime.date]:
    """Return the Mondays of weeks in which nothing takes place.

    A week with a single day of a book, or with one event day (`busy_days`), is not empty. Books that
    moved away, were cancelled or know only their month fill nothing.
    """
    full = {monday_of(day) for day in busy_days}
    for book in drawn:
        if book.form not in ("off", "lying"):
            full.update(mondays(book.first, book.last))
    return [day for day in mondays(starts[0], starts[-1] + (SHELF_DAYS - 1) * _DAY) if day not in full]
