"""The wall sheet of a year: every week on one shelf and in one list, from what the year's page knows."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from showcase.cards.codes import code_drawing
from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.model.days import chinese_day
from showcase.model.moves import event_days
from showcase.model.terms import WeekStatus
from showcase.model.week_days import runs
from showcase.pages import shelf, week_words, year
from showcase.pages.band import band
from showcase.pages.lanes import place
from showcase.pages.shelf import SHELF_DAYS, Book
from showcase.pages.site import Site
from showcase.pages.year_summary import summary
from showcase.sheets.boxes import with_boxes
from showcase.sheets.formats import Sheet, size_of
from showcase.sheets.press import Press
from showcase.sheets.printing import NO_CODE, Printed, page_data, sentence
from showcase.sheets.telling import Telling
from showcase.sheets.typesetting import typeset
from showcase.sheets.voices import drawable

_FIRM = ("held", "now", "soon", "day", "open")
"""Forms that a sheet on a wall draws alike: it hangs there longer than a week is today's."""


def years(press: Press) -> list[int]:
    """Return the years that have a wall sheet, newest first."""
    site = _site(press)
    return [number for number in year.years(site) if _weeks(site, number)]


def wall(
    number: int, press: Press, *, size: str = "", bleed: bool = False, preview_ppi: float = 0
) -> Printed:
    """Return the wall sheet of a year. ValueError for a size that it does not have; LayoutFault."""
    name, format_ = size_of(Sheet.WALL, size)
    address = press.address(f"weeks/{number}")
    files = {"year.svg": code_drawing(address, "ink")} if address else {}
    data = page_data(press, Sheet.WALL, name, format_, bleed)
    data |= {"title": ui.year.page_title.format(year=number), "year": _told(press, number)}
    data["year"] |= {"link": address, "code": next(iter(files), "")}
    made = typeset(press, Sheet.WALL, data, files, preview_ppi)
    warnings = (*map(sentence, made.told), *(() if address else (NO_CODE,)))
    return Printed(with_boxes(made.pdf, format_, bleed), warnings, 1, made.previews)


def _site(press: Press) -> Site:
    return Site(press.showcase, press.shelf, press.settings, press.today)


def _weeks(site: Site, number: int) -> list[ActivityWeek]:
    return [week for week in year.weeks_of_site(site) if week.year == number]


def _told(press: Press, number: int) -> Telling:
    """Return what the sheet says; the keys are described in docs/theming.md."""
    weeks = _weeks(_site(press), number)
    events = event_days(press.showcase, number)
    themes = [campaign.theme for campaign in press.showcase.campaigns if campaign.year == number]
    missing = [] if press.settings.scope else year.missing(weeks)
    return {
        "heading": ui.year.title.format(year=number),
        "name": ui.share.week.format(year=number),
        "theme": drawable("".join(themes), press.fonts),
        "summary": summary(weeks, band(weeks, number, press.today, events), press.today),
        "rows": [_row(row, press) for row in year.lines(weeks, press.today)],
        "missing": ui.year.missing + "、".join(region.short for region in missing) if missing else "",
        "as_of": ui.print.as_of.format(day=chinese_day(press.today)),
        "shelf": _shelf(press, weeks, number, events),
    }


def _row(row: year.Row, press: Press) -> Telling:
    """Return one line of the list: a week that is fixed says only when, any other how it stands."""
    state = row.state if row.form in ("plan", "off") and row.state not in row.note else ""
    note = "，".join(filter(None, (state, row.note)))
    return {"name": row.name, "when": row.when, "note": drawable(note, press.fonts), "off": row.form == "off"}


def _shelf(
    press: Press, weeks: Sequence[ActivityWeek], number: int, events: Sequence[datetime.date]
) -> Telling:
    """Return the year's shelf in days from its first Monday; `form` is firm, plan, off or lying."""
    drawn = shelf.books(weeks, press.today)
    starts = shelf.shelf_days(drawn, number)
    placed = place(drawn, starts)
    days = [starts[0] + datetime.timedelta(days=n) for n in range(len(starts) * SHELF_DAYS)]
    months = ui.band.months.split("|")
    empty = runs(shelf.empty_weeks(placed, starts, events))
    return {
        "days": len(days),
        "books": [_book(book, starts[0]) for book in placed],
        "gaps": [[(day - starts[0]).days, 7 * n] for day, n in empty],
        "months": [[(day - starts[0]).days, months[day.month - 1]] for day in days if day.day == 1],
    }


def _book(book: Book, start: datetime.date) -> Telling:
    form = "firm" if book.form in _FIRM else book.form
    return {
        "name": week_words.whose_short(book.week),
        "first": (book.first - start).days,
        "days": (book.last - book.first).days + 1,
        "left": (book.left - start).days,
        "room": (book.right - book.left).days + 1,
        "lane": book.lane,
        "form": form,
        "single": book.form == "day",
        "open": book.form == "open",
        "pending": book.week.status is not WeekStatus.HELD,
    }
