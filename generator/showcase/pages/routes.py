"""A tour is a route of stops: where it stands on the days of its stops, in their order."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from showcase.content.move_words import off_word
from showcase.content.wording import ui
from showcase.model.campaign import Event
from showcase.model.days import chinese_span, chinese_time
from showcase.model.moves import moves_of, takes_place
from showcase.model.regions import REGIONS
from showcase.model.terms import EventKind
from showcase.pages.view import View


class Stop(NamedTuple):
    """One stop: its number on the route, days, title, address, place; `here` on its own page.

    `standing` is how it stands on the day of the build, `last` its last ISO day, "" when it is over.
    `off`: it does not take place, and `standing` says so; such a stop has the number 0.
    """

    number: int
    day: str
    title: str
    address: str
    line: str
    here: bool
    standing: str
    last: str
    off: bool


class Route(NamedTuple):
    """A tour: its title and address, all stops, and on a stop's page the ones before and after it.

    `held` is the number of stops that take place.
    """

    title: str
    address: str
    stops: list[Stop]
    held: int
    before: Stop | None
    after: Stop | None


def reach(view: View, event: Event) -> tuple[datetime.date, datetime.date]:
    """Return first and last day of an event; a tour lasts from its first stop to its last."""
    stops = view.site.stops_of.get(event.address, ())
    held = tuple(filter(takes_place, stops)) or stops
    first = min(stop.date for stop in held) if held else event.date
    return first, max(stop.last_day for stop in (event, *held))


def standing(view: View, event: Event) -> str:
    """Return ahead, now or held on the day of the build; off for what does not take place."""
    return by_days(view, event) if takes_place(event) else "off"


def by_days(view: View, event: Event) -> str:
    """Return ahead, now or held as the days alone say it."""
    first, last = reach(view, event)
    if last < view.site.today:
        return "held"
    return "now" if first <= view.site.today else "ahead"


def said(view: View, event: Event) -> str:
    """Return 将要举行, 今天举行 (正在举行 when it lasts longer), 已举行, 已取消, 已延期."""
    if off := off_word(event):
        return off
    now = by_days(view, event)
    if now == "now":
        first, last = reach(view, event)
        return ui.event.today if first == last else ui.event.going_on
    return ui.event.held if now == "held" else ui.event.coming


def was_on(event: Event) -> str:
    """Return 原定6月17日 for an event that takes place on another day than it first had, else ""."""
    moves = moves_of(event)
    if not takes_place(event) or not moves or moves[0].start == event.date:
        return ""
    return ui.week.was_on.format(day=chinese_time(moves[0].start, year=False))


def until(view: View, event: Event) -> str:
    """Return the ISO day until which the event is to come or goes on, "" when it is over or off."""
    last = reach(view, event)[1]
    return last.isoformat() if last >= view.site.today and takes_place(event) else ""


def route(view: View, event: Event) -> Route | None:
    """Return the route of a tour, or the one that a stop belongs to."""
    address = event.address if event.kind is EventKind.TOUR else event.tour
    tour = view.site.events_by_address.get(address)
    events = view.site.stops_of.get(address, ())
    if tour is None or not events:
        return None
    held = [stop.address for stop in events if takes_place(stop)]
    numbers = {stop: number for number, stop in enumerate(held, 1)}
    stops = [_stop(view, numbers.get(stop.address, 0), stop, event) for stop in events]
    before, after = _beside([stop for stop in stops if stop.here or not stop.off])
    return Route(tour.title, address, stops, len(held), before, after)


def _beside(stops: Sequence[Stop]) -> tuple[Stop | None, Stop | None]:
    """Return the stops before and after the one whose page it is."""
    place = next((place for place, stop in enumerate(stops) if stop.here), None)
    after = stops[place + 1] if place is not None and place + 1 < len(stops) else None
    return (stops[place - 1] if place else None), after


def _stop(view: View, number: int, stop: Event, here: Event) -> Stop:
    region = REGIONS[stop.region].short if stop.region else ""
    line = "，".join(filter(None, (region, stop.place, was_on(stop))))
    days, is_here = chinese_span(stop.date, stop.last_day), stop.address == here.address
    now, last, off = said(view, stop), until(view, stop), not takes_place(stop)
    return Stop(number, days, stop.title, stop.address, line, is_here, now, last, off)
