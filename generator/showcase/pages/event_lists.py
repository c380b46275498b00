"""Lists of events: what is to come and what has been; how to ask for a visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import Event
from showcase.model.days import chinese_span
from showcase.model.moves import takes_place
from showcase.model.regions import REGIONS
from showcase.model.terms import EVENT_NAMES, EventKind
from showcase.pages.corrections import ways_to_reach
from showcase.pages.heads import framed
from showcase.pages.routes import by_days, reach, said, until, was_on
from showcase.pages.view import View

NEWEST = 100
"""So many past events stand on /events/ when there are more; the rest is found by year."""


class EventRow(NamedTuple):
    """One line of a list: days, title, its address, kind and place in one line.

    `mark` (今天) and `standing` (正在举行), where they stand, hold until `last`, an ISO day ("": it is over).
    `off`: it does not take place, and `standing` (已取消, 已延期) says so for good.
    """

    day: str
    title: str
    address: str
    line: str
    mark: str
    standing: str
    last: str
    off: bool


class ByTime(NamedTuple):
    """Events by the day of the build: what is going on, what is to come, what has been."""

    now: list[EventRow]
    coming: list[EventRow]
    past: list[EventRow]


def event_lists(view: View) -> Iterator[Page]:
    """Yield /events/ and a list for each year."""
    events = view.site.showcase.events
    years = sorted({event.date.year for event in events}, reverse=True)
    yield _list(view, events, "events/", years, None)
    for year in years:
        of_year = [event for event in events if event.date.year == year]
        yield _list(view, of_year, f"events/{year}", years, year)


def by_time(events: Iterable[Event], view: View) -> ByTime:
    """Return the events as rows, the next first, but what has been the newest first.

    What does not take place stands where it would, never among what is going on.
    """
    found: dict[str, list[EventRow]] = {"now": [], "ahead": [], "held": []}
    for event in sorted(events, key=lambda event: (reach(view, event)[0], event.address)):
        place = by_days(view, event)
        found["ahead" if place == "now" and not takes_place(event) else place].append(_row(view, event))
    return ByTime(found["now"], found["ahead"], found["held"][::-1])


def _row(view: View, event: Event) -> EventRow:
    first, last = reach(view, event)
    off = not takes_place(event)
    is_now = first <= view.site.today <= last and not off
    today = ui.event.today_mark if is_now and first == last else ""
    going_on = ui.event.going_on if is_now and first != last else ""
    region = REGIONS[event.region].short if event.region else ""
    stops = sum(map(takes_place, view.site.stops_of.get(event.address, ())))
    count = ui.event.stops_count.format(n=stops) if stops else ""
    line = "，".join(filter(None, (EVENT_NAMES[event.kind], region, event.place, count, was_on(event))))
    days, standing = chinese_span(first, last), said(view, event) if off else going_on
    return EventRow(days, event.title, event.address, line, today, standing, until(view, event), off)


def _list(view: View, events: Iterable[Event], address: str, years: list[int], year: int | None) -> Page:
    times = by_time(events, view)
    shown = times.past if year else times.past[:NEWEST]
    title = ui.event.of_year.format(year=year) if year else ui.sections.events
    path = (
        [(ui.sections.events, view.href("events/")), (str(year), "")] if year else [(ui.sections.events, "")]
    )
    values = times._asdict() | {"title": title, "past": shown, "years": years, "year": year, "path": path}
    values["calendar"] = _calendar(events, view)
    values |= {"older": len(times.past) > len(shown), "ways": ways_to_reach(view.site.settings)}
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


def _calendar(events: Iterable[Event], view: View) -> str:
    """Return the calendar of the year whose events come next, "" when none is to come."""
    coming = [e.date for e in events if e.kind is not EventKind.TOUR and takes_place(e)]
    years = [day.year for day in coming if day >= view.site.today]
    return f"{min(years)}/events.ics" if years else ""
