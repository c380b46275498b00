"""A tour is a route of stops: where it stands on the days of its stops, in their order."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.campaign import Event
from showcase.model.days import chinese_span
from showcase.model.regions import REGIONS
from showcase.model.terms import EventKind
from showcase.pages.view import View


class Stop(NamedTuple):
    """One stop: its number on the route, days, title, address, place; `here` on its own page.

    `standing` is how it stands on the day of the build, `last` its last ISO day, "" when it is over.
    """

    number: int
    day: str
    title: str
    address: str
    line: str
    here: bool
    standing: str
    last: str


class Route(NamedTuple):
    """A tour: its title and address, all stops, and on a stop's page the ones before and after it."""

    title: str
    address: str
    stops: list[Stop]
    before: Stop | None
    after: Stop | None


def reach(view: View, event: Event) -> tuple[datetime.date, datetime.date]:
    """Return first and last day of an event; a tour lasts from its first stop to its last."""
    own = (event, *view.site.stops_of.get(event.address, ()))
    first = min(stop.date for stop in own[1:]) if own[1:] else event.date
    return first, max(stop.last_day for stop in own)


def standing(view: View, event: Event) -> str:
    """Return ahead, now or held on the day of the build."""
    first, last = reach(view, event)
    if last < view.site.today:
        return "held"
    return "now" if first <= view.site.today else "ahead"


def said(view: View, event: Event) -> str:
    """Return 将要举行, 今天举行 (正在举行 when it lasts longer), 已举行."""
    now = standing(view, event)
    if now == "now":
        first, last = reach(view, event)
        return ui.event.today if first == last else ui.event.going_on
    return ui.event.held if now == "held" else ui.event.coming


def until(view: View, event: Event) -> str:
    """Return the ISO day until which the event is to come or goes on, "" when it is over."""
    last = reach(view, event)[1]
    return last.isoformat() if last >= view.site.today else ""


def route(view: View, event: Event) -> Route | None:
    """Return the route of a tour, or the one that a stop belongs to."""
    address = event.address if event.kind is EventKind.TOUR else event.tour
    tour = view.site.events_by_address.get(address)
    events = view.site.stops_of.get(address, ())
    if tour is None or not events:
        return None
    stops = [_stop(view, number, stop, event) for number, stop in enumerate(events, 1)]
    place = next((place for place, stop in enumerate(stops) if stop.here), None)
    before = stops[place - 1] if place else None
    after = stops[place + 1] if place is not None and place + 1 < len(stops) else None
    return Route(tour.title, address, stops, before, after)


def _stop(view: View, number: int, stop: Event, here: Event) -> Stop:
    region = REGIONS[stop.region].short if stop.region else ""
    line = "，".join(filter(None, (region, stop.place)))
    days, is_here = chinese_span(stop.date, stop.last_day), stop.address == here.address
    return Stop(number, days, stop.title, stop.address, line, is_here, said(view, stop), until(view, stop))
