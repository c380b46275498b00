"""The page of an event: before it, how to take part and how to ask for a visit; after it, what happened."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import WEEKDAYS, chinese_span, weekday
from showcase.model.records import Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import EVENT_NAMES, EventKind
from showcase.model.visits import VISIT_KINDS
from showcase.pages import week_words
from showcase.pages.cards import project_card, star_card
from showcase.pages.event_changes import event_notice, place_said, time_said
from showcase.pages.event_data import event_thing
from showcase.pages.event_lists import event_lists
from showcase.pages.gallery import rows
from showcase.pages.heads import framed
from showcase.pages.passing_on import share_of
from showcase.pages.pictures import draw
from showcase.pages.prose import excerpt, quotation
from showcase.pages.routes import reach, route, said, standing
from showcase.pages.view import View
from showcase.pages.week_facts import figures


def event_pages(view: View) -> Iterator[Page]:
    """Yield the lists of events and a page for each event."""
    yield from event_lists(view)
    for event in view.site.showcase.events:
        yield _event(view, event)


def _event(view: View, event: Event) -> Page:
    pictures = [p for p in (draw(view, event.address, photo) for photo in event.photos) if p]
    year = str(event.date.year)
    path = [
        (ui.sections.events, view.href("events/")),
        (year, view.href(f"events/{year}")),
        (event.title, ""),
    ]
    facts = _facts(view, event)
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


def _facts(view: View, event: Event) -> list[tuple[str, str]]:
    first, last = reach(view, event)
    rows = [
        (
            ui.year.time,
            time_said(
                event,
                "，".join(filter(None, (chinese_span(first, last), _weekdays(first, last), event.time))),
            ),
        ),
        (ui.event.place, place_said(event)),
        (ui.event.form, event.form),
    ]
    return [(name, value) for name, value in rows if value]


def _weekdays(first: datetime.date, last: datetime.date) -> str:
    """Return 周三, 周一至周日; nothing for more than a week, which holds every weekday."""
    if first == last:
        return weekday(first)
    span = ui.week.span.format(first=weekday(first), last=weekday(last))
    return span if (last - first).days < len(WEEKDAYS) else ""


def _parts(view: View, event: Event) -> dict[str, Any]:
    records = [r for r in map(view.site.showcase.by_address.get, event.records) if r]
    now = standing(view, event)
    return {
        "region": REGIONS[event.region] if event.region else None,
        "coming": now in ("now", "ahead"),
        "form": {"ahead": "soon"}.get(now, now),
        "notice": event_notice(view, event),
        "standing": said(view, event),
        "last": reach(view, event)[1],
        "is_shown": event.kind in (EventKind.TOUR, EventKind.TOUR_STOP),
        "is_visit": event.kind in VISIT_KINDS,
        "route": route(view, event),
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
