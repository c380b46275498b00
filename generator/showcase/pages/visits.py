"""Where a record has been and will be: its events, past and coming on the day of the build."""

from __future__ import annotations

from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.campaign import Event
from showcase.model.days import chinese_span
from showcase.model.moves import takes_place
from showcase.model.records import Record, Star
from showcase.model.terms import EVENT_NAMES
from showcase.pages.routes import reach, said, standing, until, was_on
from showcase.pages.view import View


class Visit(NamedTuple):
    """One event: day, title, link, kind and place in one line.

    `standing` holds until `last`, an ISO day; both are "" when it is over. `off`: it does not take place,
    and `standing` says so for good.
    """

    day: str
    title: str
    href: str
    line: str
    standing: str
    last: str
    off: bool


class Visits(NamedTuple):
    """The section's heading, a note beside it, the events in order of time, and where to ask for a visit."""

    title: str
    note: str
    rows: list[Visit]
    ask: str


def visits(view: View, record: Record) -> Visits | None:
    """Return the record's events, or None when it has none."""
    events = view.site.events_of.get(str(record.address))
    if not events:
        return None
    states = [now for event in events if (now := standing(view, event)) != "off"]
    title, note = _heading(isinstance(record, Star), states.count("held"), len(states))
    ask = view.href("events/") + "#ask" if isinstance(record, Star) and not record.deceased_on else ""
    return Visits(title, note, [_visit(view, event) for event in events], ask)


def _heading(is_star: bool, held: int, total: int) -> tuple[str, str]:
    if not total:
        return ui.visits.arranged, ""
    if not held:
        return (ui.visits.to_go if is_star else ui.visits.to_come), ""
    return (ui.visits.been if is_star else ui.visits.held), (ui.visits.some_coming if held < total else "")


def _visit(view: View, event: Event) -> Visit:
    last, off = until(view, event), not takes_place(event)
    line = "，".join(filter(None, (EVENT_NAMES[event.kind], event.place, was_on(event))))
    days, link = chinese_span(*reach(view, event)), view.href(event.address)
    return Visit(days, event.title, link, line, said(view, event) if last or off else "", last, off)
