"""Lists of events: what is to come and what has been; how to ask for a visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import Event
from showcase.model.days import chinese_span
from showcase.model.regions import REGIONS
from showcase.model.terms import EVENT_NAMES
from showcase.pages.corrections import ways_to_reach
from showcase.pages.heads import framed
from showcase.pages.routes import reach, standing
from showcase.pages.view import View

NEWEST = 100
"""So many past events stand on /events/ when there are more; the rest is found by year."""


class EventRow(NamedTuple):
    """One line of a list: days, title, its address, kind and place in one line."""

    day: str
    title: str
    address: str
    line: str


def event_lists(view: View) -> Iterator[Page]:
    """Yield /events/ and a list for each year."""
    events = view.site.showcase.events
    years = sorted({event.date.year for event in events}, reverse=True)
    yield _list(view, events, "events/", years, None)
    for year in years:
        of_year = [event for event in events if event.date.year == year]
        yield _list(view, of_year, f"events/{year}", years, year)


def by_time(events: Iterable[Event], view: View) -> tuple[list[EventRow], list[EventRow]]:
    """Return what is to come or not over, the next first, and what has been, the newest first."""
    ordered = sorted(events, key=lambda event: (reach(view, event)[0], event.address))
    coming = [_row(view, event) for event in ordered if standing(view, event) != "held"]
    past = [_row(view, event) for event in reversed(ordered) if standing(view, event) == "held"]
    return coming, past


def _row(view: View, event: Event) -> EventRow:
    first, last = reach(view, event)
    is_now = first <= view.site.today <= last
    today = ui.event.today_mark if is_now and first == last else ""
    going_on = ui.event.going_on if is_now and first != last else ""
    region = REGIONS[event.region].short if event.region else ""
    stops = len(view.site.stops_of.get(event.address, ()))
    count = ui.event.stops_count.format(n=stops) if stops else ""
    line = "，".join(filter(None, (EVENT_NAMES[event.kind], region, event.place, count, going_on)))
    return EventRow(f"{today}{chinese_span(first, last)}", event.title, event.address, line)


def _list(view: View, events: Iterable[Event], address: str, years: list[int], year: int | None) -> Page:
    coming, past = by_time(events, view)
    shown = past if year else past[:NEWEST]
    title = ui.event.of_year.format(year=year) if year else ui.sections.events
    path = (
        [(ui.sections.events, view.href("events/")), (str(year), "")] if year else [(ui.sections.events, "")]
    )
    values = {"title": title, "coming": coming, "past": shown, "years": years, "year": year, "path": path}
    values |= {"older": len(past) > len(shown), "ways": ways_to_reach(view.site.settings)}
    return framed(
        view,
        address=address,
        kind="events",
        section="events",
        title=title,
        description=ui.event.about,
        main=view.templates.render("events.html", **values),
        path=path,
    )
