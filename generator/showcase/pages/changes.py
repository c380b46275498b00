"""What moved in the schedule of a year: from when to when, and when that was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.content.move_words import change_words
from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import Event
from showcase.model.days import chinese_day
from showcase.model.moves import Change, changes_in
from showcase.pages import week_words
from showcase.pages import year as of_year
from showcase.pages.heads import framed
from showcase.pages.view import View


class ChangeRow(NamedTuple):
    """One line: the day on which it was said, whose week or which event, its address, what and why."""

    day: str
    name: str
    address: str
    line: str
    why: str


def change_pages(view: View) -> Iterator[Page]:
    """Yield /weeks/<year>/changes/ for every year."""
    for year in of_year.years(view.site):
        yield _changes(view, year)


def _changes(view: View, year: int) -> Page:
    title = ui.change.title.format(year=year)
    path = [
        (ui.sections.weeks, view.href("weeks/")),
        (str(year), view.href(f"weeks/{year}")),
        (ui.change.name, ""),
    ]
    found = [_row(change) for change in changes_in(view.site.showcase, year)]
    return framed(
        view,
        address=f"weeks/{year}/changes",
        kind="changes",
        section="weeks",
        title=title,
        description=ui.change.about.format(year=year),
        main=view.templates.render("changes.html", year=year, title=title, rows=found, path=path),
        path=path,
    )


def _row(change: Change) -> ChangeRow:
    day = chinese_day(change.said) if change.said else ui.change.unsaid
    thing = change.thing
    name = thing.title if isinstance(thing, Event) else week_words.whose(thing)
    return ChangeRow(day, name, thing.address, change_words(change), change.why)
