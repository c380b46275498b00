"""schema.org facts of weeks and events: what, when, where, by whom, and how it stands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.terms import Mode, WeekStatus
from showcase.pages import week_words as words
from showcase.pages.jsonld import Thing
from showcase.pages.sharing import absolute
from showcase.pages.view import View

_SCHEMA = "https://schema.org/"
_STATUS = {WeekStatus.CANCELLED: "EventCancelled", WeekStatus.POSTPONED: "EventPostponed"}


def week_thing(view: View, week: ActivityWeek) -> list[Thing]:
    """Return the week as an Event; nothing as long as its first day is unknown."""
    first = words.first_date(week)
    if first is None:
        return []
    modes = {item.mode for item in week.programme if item.mode}
    thing = _event(words.title(week), first, words.last_date(week), modes)
    thing["eventStatus"] = _SCHEMA + _status(week)
    if isinstance(week.moved_from, datetime.date):
        thing["previousStartDate"] = week.moved_from.isoformat()
    return [thing | _around(view, week.address, week.venues[0] if week.venues else "", week.hosts)]


def _status(week: ActivityWeek) -> str:
    if words.is_off(week):
        return _STATUS[week.status]
    return "EventRescheduled" if week.moved_from else "EventScheduled"


def event_thing(view: View, event: Event) -> Thing:
    """Return the event as an Event of one day."""
    modes = {count.mode for count in event.attendance}
    thing = _event(event.title, event.date, event.date, modes)
    thing["eventStatus"] = f"{_SCHEMA}EventScheduled"
    office = (event.office_contact.office,) if event.office_contact else ()
    return thing | _around(view, event.address, event.place, office)


def _event(name: str, first: datetime.date, last: datetime.date | None, modes: set[Mode]) -> Thing:
    thing: Thing = {"@type": "Event", "name": name, "startDate": first.isoformat()}
    if last:
        thing["endDate"] = last.isoformat()
    kind = "Online" if modes == {Mode.ONLINE} else "Offline"
    mixed = Mode.BOTH in modes or len(modes) > 1
    thing["eventAttendanceMode"] = f"{_SCHEMA}{'Mixed' if mixed else kind}EventAttendanceMode"
    return thing


def _around(view: View, address: str, place: str, by: Sequence[str]) -> Thing:
    thing: Thing = {"url": absolute(view, view.href(address))}
    if place:
        thing["location"] = {"@type": "Place", "name": place}
    if by:
        thing["organizer"] = [{"@type": "Organization", "name": name} for name in by]
    return thing
