"""The year band: shelves of six weeks, a spine for each week, in the words and classes of the looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.model.days import chinese_span
from showcase.model.terms import WeekStatus
from showcase.model.week_days import mondays, runs
from showcase.pages import shelf as year_shelf
from showcase.pages import week_words as words
from showcase.pages.lanes import place
from showcase.pages.shelf import SHELF_DAYS, Book

_DAY = datetime.timedelta(days=1)

_PENDING_DAYS = 14
"""The four characters of 日期待定 need this many days of a lying book."""

_LABEL_END = 30
"""A month that begins later than this day of a shelf writes its name before the line, not behind it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One <li> of a shelf. `address` "" means no link; `hidden` marks stand only for the eye."""

    css: str
    style: str
    text: str = ""
    address: str = ""
    aria: str = ""
    sr: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """Six weeks: its first day, the number of boards, its days in words, its marks in order of time."""

    first: datetime.date
    boards: int
    aria: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A year's shelves and the facts of the sentence above them, counted in weeks."""

    shelves: tuple[Shelf, ...]
    weeks: int
    empty: tuple[datetime.date, ...]
    shared: int

    @property
    def most(self) -> int:
        """The boards of the highest shelf."""
        return max(shelf.boards for shelf in self.shelves)

    @property
    def busy(self) -> int:
        """In how many weeks something takes place."""
        return self.weeks - len(self.empty)


def band(
    weeks: Iterable[ActivityWeek], year: int, today: datetime.date, event_days: Iterable[datetime.date] = ()
) -> Band:
    """Return the band of a year. `event_days`: days with an event, whose weeks are not empty."""
    drawn = year_shelf.books(weeks, today)
    starts = year_shelf.shelf_days(drawn, year)
    placed = place(drawn, starts)
    empty = year_shelf.empty_weeks(placed, starts, event_days)
    shelves = tuple(_shelf(placed, empty, start, today) for start in starts)
    return Band(shelves, len(starts) * SHELF_DAYS // 7, tuple(empty), _shared(placed))


def _shared(placed: Iterable[Book]) -> int:
    count: dict[datetime.date, int] = {}
    for book in placed:
        if book.form not in ("off", "lying"):
            for day in mondays(book.first, book.last):
                count[day] = count.get(day, 0) + 1
    return sum(number > 1 for number in count.values())


def _shelf(
    placed: Sequence[Book], empty: Sequence[datetime.date], start: datetime.date, today: datetime.date
) -> Shelf:
    end = start + (SHELF_DAYS - 1) * _DAY
    here = [book for book in placed if book.left <= end and book.right >= start]
    lying = max((book.lane + 1 for book in here if book.form == "lying"), default=0)
    standing = max((book.lane + 1 for book in here if book.form != "lying"), default=1)
    boards = standing + lying
    marks = [*_boards(standing, lying), *_today(start, today)]
    timed = [(max(b.left, start), 1, _book(b, start, boards, lying)) for b in here]
    timed += [(day, 0, _gap(day, count, start)) for day, count in _gaps(here, empty, start, end)]
    marks += [mark for _, _, mark in sorted(timed, key=lambda item: item[:2])]
    return Shelf(start, boards, chinese_span(start, end, year=False), (*marks, *_months(start)))


def _boards(standing: int, lying: int) -> Iterator[Mark]:
    for row in range(standing + lying, lying, -1):
        upper = "" if row == standing + lying else " ls-band__board--upper"
        yield Mark(f"ls-band__board{upper}", f"grid-row:{row}", hidden=True)


def _today(start: datetime.date, today: datetime.date) -> Iterator[Mark]:
    day = (today - start).days
    if 0 <= day < SHELF_DAYS:
        end = " ls-band__today--end" if day > _LABEL_END else ""
        yield Mark(f"ls-band__today{end}", f"--d:{day}", text=ui.band.today, hidden=True)


def _book(book: Book, start: datetime.date, boards: int, lying: int) -> Mark:
    row = lying - book.lane if book.form == "lying" else boards - book.lane
    begin, count = _part(book, start)
    style = f"--d:{begin};--n:{count};grid-row:{row}"
    css = _book_css(book, start)
    if not _bears_name(book, start):
        return Mark(css, style, text=ui.week.undated if _says_rest(book, count) else "", hidden=True)
    rest = _length(book) - count
    pending = _is_pending(book) and not _says_rest(book, rest)
    text = words.whose_short(book.week) + (ui.band.pending if pending else "")
    if rest and book.form not in ("lying", "day"):  # days behind or before this part: for the name's place
        style += f";--rest:{rest if book.left >= start else -rest}"
    return Mark(css, style, text, book.week.address, book.aria)


def _says_rest(book: Book, days: int) -> bool:
    """Whether the other part of a lying book is wide enough to say 日期待定."""
    return _is_pending(book) and days >= _PENDING_DAYS


def _is_pending(book: Book) -> bool:
    """Whether the days of a month's book are still to come; one that was held lies there without a word."""
    return book.form == "lying" and book.week.status is not WeekStatus.HELD


def _length(book: Book) -> int:
    return (book.right - book.left).days + 1


def _part(book: Book, start: datetime.date) -> tuple[int, int]:
    """Return (first day, days) of the part of the book that stands on the shelf beginning at `start`."""
    first = max((book.left - start).days, 0)
    last = min((book.right - start).days, SHELF_DAYS - 1)
    return first, last - first + 1


def _bears_name(book: Book, start: datetime.date) -> bool:
    """Whether this part is the longest of the book's, the first of equals: the link with the name."""
    before = (book.left - start).days // SHELF_DAYS
    after = (book.right - start).days // SHELF_DAYS
    length = {n: _part(book, start + n * SHELF_DAYS * _DAY)[1] for n in range(before, after + 1)}
    return max(length, key=lambda n: (length[n], -n)) == 0


def _book_css(book: Book, start: datetime.date) -> str:
    base = "ls-band__lying" if book.form == "lying" else "ls-band__spine"
    css = base if book.form == "lying" else f"{base} {base}--{book.form}"
    if book.form == "day" and book.left < book.first:
        css += f" {base}--day-end"
    if book.left < start:
        css += f" {base}--cont"
    if book.right >= start + SHELF_DAYS * _DAY:
        css += f" {base}--cut"
    return css


def _gaps(
    here: Sequence[Book], empty: Sequence[datetime.date], start: datetime.date, end: datetime.date
) -> list[tuple[datetime.date, int]]:
    """Return the runs of empty weeks on this shelf; where a struck-out book stands, no hatching."""
    struck = [book for book in here if book.form == "off" and book.lane == 0]
    taken = {day for book in struck for day in mondays(book.left, book.right)}
    return runs([day for day in empty if start <= day <= end and day not in taken])


def _gap(day: datetime.date, count: int, start: datetime.date) -> Mark:
    span = chinese_span(day, day + (7 * count - 1) * _DAY, year=False)
    style = f"--d:{(day - start).days};--n:{7 * count}"
    return Mark("ls-band__gap", style, ui.band.gaps.split("|")[count - 1], sr=ui.band.empty.format(span=span))


def _months(start: datetime.date) -> Iterator[Mark]:
    for day in range(SHELF_DAYS):
        date = start + day * _DAY
        if date.day == 1:
            end = " ls-band__month--end" if day > _LABEL_END else ""
            yield Mark(
                f"ls-band__month{end}", f"--d:{day}", ui.band.months.split("|")[date.month - 1], hidden=True
            )
