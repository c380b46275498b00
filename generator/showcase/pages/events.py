"""Pages of events: visits, tour stops, openings, talks; by year, and each for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import chinese_day, weekday
from showcase.model.records import Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import EVENT_NAMES
from showcase.pages import week_words
from showcase.pages.cards import project_card, star_card
from showcase.pages.event_data import event_thing
from showcase.pages.gallery import rows
from showcase.pages.heads import framed
from showcase.pages.passing_on import share_of
from showcase.pages.pictures import draw
from showcase.pages.prose import excerpt, quotation
from showcase.pages.view import View
from showcase.pages.week_facts import figures


class EventRow(NamedTuple):
    """One line of a list: day and weekday, title, its address, kind and place in one line."""

    day: str
    title: str
    address: str
    line: str


def event_pages(view: View) -> Iterator[Page]:
    """Yield /events/, a list for each year and a page for each event."""
    events = view.site.showcase.events
    years = sorted({event.date.year for event in events}, reverse=True)
    yield _list(view, events, "events/", years, None)
    for year in years:
        of_year = [event for event in events if event.date.year == year]
        yield _list(view, of_year, f"events/{year}", years, year)
    for event in events:
        yield _event(view, event)


def by_time(events: Iterable[Event], view: View) -> tuple[list[EventRow], list[EventRow]]:
    """Return what is to come, the next first, and what has been, the newest first."""
    ordered = sorted(events, key=lambda event: (event.date, event.address))
    coming = [_row(view, event) for event in ordered if event.date >= view.site.today]
    past = [_row(view, event) for event in reversed(ordered) if event.date < view.site.today]
    return coming, past


def _row(view: View, event: Event) -> EventRow:
    today = ui.event.today_mark if event.date == view.site.today else ""
    region = REGIONS[event.region].short if event.region else ""
    line = "，".join(filter(None, (EVENT_NAMES[event.kind], region, event.place)))
    return EventRow(f"{today}{chinese_day(event.date)}", event.title, event.address, line)


def _list(view: View, events: Iterable[Event], address: str, years: list[int], year: int | None) -> Page:
    coming, past = by_time(events, view)
    title = ui.event.of_year.format(year=year) if year else ui.sections.events
    path = (
        [(ui.sections.events, view.href("events/")), (str(year), "")] if year else [(ui.sections.events, "")]
    )
    about = ui.event.about
    values = {"title": title, "coming": coming, "past": past, "years": years, "year": year, "path": path}
    return framed(
        view,
        address=address,
        kind="events",
        section="events",
        title=title,
        description=about,
        main=view.templates.render("events.html", **values),
        path=path,
    )


def _event(view: View, event: Event) -> Page:
    pictures = [p for p in (draw(view, event.address, photo) for photo in event.photos) if p]
    year = str(event.date.year)
    path = [
        (ui.sections.events, view.href("events/")),
        (year, view.href(f"events/{year}")),
        (event.title, ""),
    ]
    facts = _facts(event)
    summary = "，".join(value for _, value in facts[:2])
    description = f"{summary}。{excerpt(event.text, 60)}"
    values = {"event": event, "facts": facts, "path": path, "kind": EVENT_NAMES[event.kind]}
    values["share"] = share_of(view, event.address, event.title)
    picture = next(iter(pictures), None)
    parts = _parts(view, event) | {"picture": picture, "gallery": rows(pictures[1:])}
    return framed(
        view,
        address=event.address,
        kind="event",
        section="events",
        title=event.title,
        description=description,
        main=view.templates.render("event.html", **values, **parts),
        path=path,
        picture=picture,
        things=[event_thing(view, event, description, picture)],
        record=event.address,
    )


def _facts(event: Event) -> list[tuple[str, str]]:
    rows = [
        (ui.year.time, "，".join(filter(None, (chinese_day(event.date), weekday(event.date), event.time)))),
        (ui.event.place, event.place),
        (ui.event.form, event.form),
    ]
    return [(name, value) for name, value in rows if value]


def _parts(view: View, event: Event) -> dict[str, Any]:
    records = [r for r in map(view.site.showcase.by_address.get, event.records) if r]
    return {
        "region": REGIONS[event.region] if event.region else None,
        "coming": event.date >= view.site.today,
        "today": event.date == view.site.today,
        "stars": _cards(view, [r for r in records if isinstance(r, Star)]),
        "projects": _cards(view, [r for r in records if not isinstance(r, Star)]),
        "figures": figures(event.attendance),
        "voices": [(quotation(voice.text), voice.who) for voice in event.voices],
        "week": week_of(view, event),
        "words": week_words,
    }


def _cards(view: View, records: Iterable[Record]) -> list[str]:
    return [star_card(view, r) if isinstance(r, Star) else project_card(view, r) for r in records]


def week_of(view: View, event: Event) -> ActivityWeek | None:
    """Return the region's own activity week that the event's day lies in."""
    for week in view.site.weeks_of.get(event.region, ()):
        days = week_words.reach(week)
        if days and not week.city and not week_words.is_off(week) and days[0] <= event.date <= days[1]:
            return week
    return None
