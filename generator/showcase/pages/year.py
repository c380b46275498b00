"""The facts of a year's 一省一周: who takes part, sections by time, who has not said anything yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.model.days import Month, chinese_span
from showcase.model.regions import GROUPS, ORDER, REGIONS, Region
from showcase.model.terms import WeekStatus
from showcase.model.week_days import regions_of, runs
from showcase.pages import shelf
from showcase.pages import week_words as words
from showcase.pages.shelf import Book
from showcase.pages.site import Site

NEVER_MISSING = "港澳台"
"""The notice is not addressed to them: they are shown when they have a week, never called missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list by time; `address` "" is an empty stretch whose sentence is `when`."""

    address: str
    name: str
    when: str
    note: str
    form: str
    state: str
    first: datetime.date


@dataclass(frozen=True, slots=True)
class Sections:
    """Rows by time: coming and past in months (name, rows), `undated` without a day as yet.

    `unsaid` are those that were held or cancelled and whose days nobody wrote down.
    """

    coming: tuple[tuple[str, tuple[Row, ...]], ...]
    past: tuple[tuple[str, tuple[Row, ...]], ...]
    undated: tuple[Row, ...]
    unsaid: tuple[Row, ...] = ()


def years(site: Site) -> list[int]:
    """Return the years with a campaign or a week, newest first."""
    known = {c.year for c in site.showcase.campaigns} | {w.year for w in weeks_of_site(site)}
    return sorted(known, reverse=True)


def weeks_of_site(site: Site) -> list[ActivityWeek]:
    """Return the weeks that stand in the year: regions' own; on a province's site its and its cities'."""
    scope = site.settings.scope
    if scope:
        return [w for w in site.showcase.weeks if w.region == scope]
    return [w for w in site.showcase.weeks if not w.city]


def missing(weeks: Iterable[ActivityWeek]) -> list[Region]:
    """Return the addressees of the notice without a record: 31 and 兵团, not the 计划单列市."""
    heard = {slug for week in weeks for slug in regions_of(week)}
    return [r for r in REGIONS.values() if not r.parent and r.group != NEVER_MISSING and r.slug not in heard]


def by_group(weeks: Iterable[ActivityWeek]) -> list[tuple[str, list[ActivityWeek]]]:
    """Return the weeks by 华北 … 兵团, each group in the order of GB/T 2260."""
    ordered = sorted(weeks, key=lambda w: (ORDER[w.region], w.city))
    found = [(name, [w for w in ordered if REGIONS[w.region].group == name]) for name in GROUPS]
    return [(name, group) for name, group in found if group]


def sections(
    weeks: Sequence[ActivityWeek],
    today: datetime.date,
    empty: Sequence[datetime.date] = (),
    shown: Iterable[ActivityWeek] = (),
) -> Sections:
    """Return the list by time. `empty`: Mondays of empty weeks; `shown`: weeks of 本周, said above."""
    above = {w.address for w in shown}
    rows = [_row(book, today) for book in shelf.books(weeks, today) if _listed(book, above)]
    rows += [_held_month(w, w.start) for w in weeks if isinstance(w.start, Month) and _has_row(w, today)]
    rows += [_stretch(day, count) for day, count in runs(empty)]
    rows.sort(key=lambda row: (row.first, bool(row.address)))
    coming = [row for row in rows if row.first > today]
    past = [row for row in rows if row.first <= today]
    rest = list(_undated(weeks, today))
    settled = [row for week, row in rest if _is_settled(week, row)]
    waiting = [row for week, row in rest if not _is_settled(week, row)]
    return Sections(_months(coming), _months(past), tuple(waiting), tuple(settled))


def _is_settled(week: ActivityWeek, row: Row) -> bool:
    """Whether nobody waits for its days any more."""
    return week.status is WeekStatus.CANCELLED or row.form == "held"


def lines(weeks: Sequence[ActivityWeek], today: datetime.date) -> list[Row]:
    """Return every week's line in order of time, those without a day last, and no empty stretches."""
    return [row for _, rows in by_month(weeks, today) for row in rows]


def by_month(weeks: Sequence[ActivityWeek], today: datetime.date) -> list[tuple[str, tuple[Row, ...]]]:
    """Return every week's line by month, those without a day last: the year as it hangs on a wall."""
    found = sections(weeks, today)
    dated = sorted(
        (row for months in (found.past, found.coming) for _, rows in months for row in rows),
        key=lambda row: row.first,
    )
    rest = ((ui.year.undated, found.undated), (ui.week.unsaid, found.unsaid))
    return [*_months(dated), *((name, rows) for name, rows in rest if rows)]


def _listed(book: Book, above: set[str]) -> bool:
    return book.form != "lying" and (book.week.address not in above or is_old_place(book))


def is_old_place(book: Book) -> bool:
    """Whether the book stands where its week was moved away from."""
    return book.form == "off" and book.first == book.week.moved_from


def _row(book: Book, today: datetime.date) -> Row:
    week, state = book.week, words.state(book.week, today)
    if is_old_place(book):
        note = "，".join(book.aria.split("，")[2:])
        old = chinese_span(book.first, book.last, year=False)
        name = state.words if state.form == "off" else ui.week.moved
        return Row(week.address, words.whose(week), old, note, "off", name, book.first)
    note = words.remark(week)
    return Row(week.address, words.whose(week), words.when(week), note, state.form, state.words, book.first)


def _has_row(week: ActivityWeek, today: datetime.date) -> bool:
    """Whether the week stands in a month though no day of it is known: it was held in that month."""
    return isinstance(week.start, Month) and words.state(week, today).form == "held"


def _held_month(week: ActivityWeek, month: Month) -> Row:
    first, _ = shelf.month_reach(month)
    return Row(
        week.address,
        words.whose(week),
        words.when(week),
        "",
        "held",
        ui.year.held,
        first,
    )


def _stretch(day: datetime.date, count: int) -> Row:
    last = day + datetime.timedelta(days=7 * count - 1)
    return Row("", "", ui.band.empty.format(span=chinese_span(day, last, year=False)), "", "", "", day)


def _months(rows: Iterable[Row]) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    rows = list(rows)
    if not any(row.address for row in rows):
        return ()  # nothing but empty weeks: no heading of their own
    grouped = groupby(rows, key=lambda row: (row.first.year, row.first.month))
    return tuple((ui.band.months.split("|")[month - 1], tuple(group)) for (_, month), group in grouped)


def _undated(weeks: Iterable[ActivityWeek], today: datetime.date) -> Iterable[tuple[ActivityWeek, Row]]:
    found = [w for w in weeks if words.first_date(w) is None and not _has_row(w, today)]
    for week in sorted(found, key=lambda w: (_month_key(w), ORDER[w.region], w.city)):
        state = words.state(week, today)
        name, time, note = words.whose(week), words.when(week), words.remark(week)
        yield week, Row(week.address, name, time, note, state.form, state.words, datetime.date.max)


def _month_key(week: ActivityWeek) -> tuple[int, int]:
    return (week.start.year, week.start.month) if isinstance(week.start, Month) else (9999, 0)
