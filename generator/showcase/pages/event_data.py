"""schema.org facts of weeks and events: what, when, where, by whom, and how it stands."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.hours import moments
from showcase.model.moves import moves_of, takes_place
from showcase.model.regions import REGIONS
from showcase.model.terms import Mode, WeekStatus
from showcase.pages import week_words as words
from showcase.pages.jsonld import Thing, organisations, said
from showcase.pages.pictures import Drawn
from showcase.pages.sharing import absolute
from showcase.pages.view import View

_SCHEMA = "https://schema.org/"
_STATUS = {WeekStatus.CANCELLED: "EventCancelled", WeekStatus.POSTPONED: "EventPostponed"}
_CHINA = "+08:00"


def week_thing(view: View, week: ActivityWeek, description: str, picture: Drawn | None) -> list[Thing]:
    """Return the week as an Event; nothing as long as no day is known.

    A week that was put off without a new day keeps the day it had (schema.org, EventPostponed).
    """
    had = week.moved_from if isinstance(week.moved_from, datetime.date) else None
    first = words.first_date(week) or (had if words.is_off(week) else None)
    if first is None:
        return []
    status, last = _status(week), words.last_date(week)
    modes = {item.mode for item in week.programme if item.mode}
    live = week.live if week.live.startswith(("https://", "http://")) else ""
    thing = _event(words.title(week), first.isoformat(), last.isoformat() if last else "")
    thing["eventStatus"] = _SCHEMA + status
    if had and status == "EventRescheduled":
        thing["previousStartDate"] = had.isoformat()
    thing |= _where(modes, week.venues[0] if week.venues else "", week.region, live)
    return [thing | _around(view, week.address, week.hosts, description, picture)]


def _status(week: ActivityWeek) -> str:
    if words.is_off(week):
        return _STATUS[week.status]
    return "EventRescheduled" if week.moved_from else "EventScheduled"


def event_thing(view: View, event: Event, description: str, picture: Drawn | None) -> Thing:
    """Return the event as an Event, at its hours where it names them, else of that day."""
    hours = [f"{moment.isoformat()}{_CHINA}" for moment in moments(event.date, event.time)]
    first, last = (hours[0], hours[-1] if len(hours) > 1 else "") if hours else (event.date.isoformat(),) * 2
    thing = _event(event.title, first, last)
    thing |= _event_status(event)
    thing |= _where({count.mode for count in event.attendance}, event.place, event.region, "")
    office = (event.office_contact.office,) if event.office_contact else ()
    return thing | _around(view, event.address, office, description, picture)


def _event_status(event: Event) -> Thing:
    """Return how the event stands, and the day that it first had when it takes place on another."""
    if not takes_place(event):
        return {"eventStatus": _SCHEMA + _STATUS[event.status]}
    moves = moves_of(event)
    had = moves[0].start if moves else None
    if not isinstance(had, datetime.date) or had == event.date:
        return {"eventStatus": f"{_SCHEMA}EventScheduled"}
    return {"eventStatus": f"{_SCHEMA}EventRescheduled", "previousStartDate": had.isoformat()}


def _event(name: str, first: str, last: str) -> Thing:
    return {"@type": "Event", "name": name, "startDate": first} | said(endDate=last)


def _where(modes: Collection[Mode], place: str, region: str, live: str) -> Thing:
    """Return how one takes part and where; nothing is said of what nobody wrote."""
    places: list[Thing] = [_place(place, region)] if place else []
    if live and set(modes) != {Mode.ONSITE}:
        places.append({"@type": "VirtualLocation", "url": live})
    thing = said(location=places[0] if len(places) == 1 else places)
    if modes or place:
        kind = "Mixed" if len(places) > 1 else _mode(modes)
        thing["eventAttendanceMode"] = f"{_SCHEMA}{kind}EventAttendanceMode"
    return thing


def _mode(modes: Collection[Mode]) -> str:
    if Mode.BOTH in modes or len(modes) > 1:
        return "Mixed"
    return "Online" if set(modes) == {Mode.ONLINE} else "Offline"


def _place(name: str, region: str) -> Thing:
    address: Thing = {"@type": "PostalAddress", "addressCountry": "CN"}
    if region in REGIONS:
        address["addressRegion"] = REGIONS[region].name
    return {"@type": "Place", "name": name, "address": address}


def _around(view: View, address: str, by: Sequence[str], description: str, picture: Drawn | None) -> Thing:
    return said(
        description=description,
        url=absolute(view, view.href(address)),
        image=picture and absolute(view, picture.src),
        organizer=organisations(by),
    )
