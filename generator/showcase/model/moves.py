"""What changed in the schedule of a year: derived from the weeks and the events alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import MaybeDay, Move
from showcase.model.library import Showcase
from showcase.model.terms import WeekStatus

Dated = ActivityWeek | Event

_OFF = (WeekStatus.POSTPONED, WeekStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one week or event: the `number`-th, from `before` to `after` (None: no new day).

    `said` is the day on which it was announced, when that is known; `status` what became of one that
    has no new day (POSTPONED, CANCELLED), else None; `places` the old and the new place of an event that
    goes somewhere else, both "" when it stays.
    """

    thing: Dated
    number: int
    before: MaybeDay
    after: MaybeDay
    said: datetime.date | None = None
    why: str = ""
    status: WeekStatus | None = None
    places: tuple[str, str] = ("", "")


def first_of(thing: Dated) -> MaybeDay:
    """Return the first day that it has now."""
    return thing.date if isinstance(thing, Event) else thing.start


def moves_of(thing: Dated) -> tuple[Move, ...]:
    """Return every move, the oldest first; `moved_from` alone tells of one, its day unsaid."""
    return thing.moves or ((Move(thing.moved_from),) if thing.moved_from is not None else ())


def takes_place(event: Event) -> bool:
    """Whether the event takes place on its day: neither cancelled nor put off without a new day."""
    moves = moves_of(event)
    waits = event.status is WeekStatus.POSTPONED and (not moves or moves[-1].start == event.date)
    return event.status is not WeekStatus.CANCELLED and not waits


def event_days(showcase: Showcase, year: int) -> list[datetime.date]:
    """Return the first days of a year's events that take place."""
    return [event.date for event in showcase.events if event.date.year == year and takes_place(event)]


def changes_in(showcase: Showcase, year: int) -> list[Change]:
    """Return every change of a year's weeks and events, in the order of `changes_of`."""
    weeks = (week for week in showcase.weeks if week.year == year)
    return changes_of([*weeks, *(event for event in showcase.events if event.date.year == year)])


def changes_of(things: Iterable[Dated]) -> list[Change]:
    """Return every change of `things`, the last said first; those whose day is unknown stand at the end."""
    found = [change for thing in things for change in own_changes(thing)]
    latest = datetime.date.max.toordinal()
    return sorted(
        found,
        key=lambda c: (
            latest - c.said.toordinal() if c.said else latest,
            c.thing.address,
            -c.number,
        ),
    )


def sequence_of(thing: Dated) -> int:
    """Return a number that rises with every move, and when it is put off or cancelled in between.

    A move whose new day is not said yet has not taken place: the week is only put off until then. An event
    on another day than its address says was moved without a word of it.
    """
    moves, is_off = moves_of(thing), thing.status in _OFF
    waits = is_off and moves and first_of(thing) in (None, moves[-1].start)
    unsaid = isinstance(thing, Event) and not moves and thing.date.isoformat() not in thing.address
    return 2 * (len(moves) - bool(waits)) + is_off + unsaid


def own_changes(thing: Dated) -> Iterator[Change]:
    """Yield the changes of one week or event, the oldest first."""
    moves, first = moves_of(thing), first_of(thing)
    is_off = thing.status is WeekStatus.CANCELLED or (thing.status in _OFF and not moves)
    told = moves[-1] if is_off and moves and moves[-1].start == first else None
    for number, move in enumerate(moves[:-1] if told else moves, 1):
        after = moves[number].start if number < len(moves) else first
        waits = number == len(moves) and not is_off and _waits(thing, move, after)
        status = WeekStatus.POSTPONED if waits else None
        places = (move.place, _place_after(thing, moves[number:])) if move.place else ("", "")
        new = None if waits else after
        yield Change(thing, number, move.start, new, move.said, move.why, status, places)
    if is_off:
        said, why = (told.said, told.why) if told else (None, "")
        number = len(moves) + (told is None)
        yield Change(thing, number, first, None, said, why, status=thing.status)


def _waits(thing: Dated, move: Move, after: MaybeDay) -> bool:
    """Whether the last move has no new day; an event that keeps its day may have changed its place alone."""
    may_wait = isinstance(thing, ActivityWeek) or thing.status is WeekStatus.POSTPONED
    return after is None or (may_wait and after == move.start)


def _place_after(thing: Dated, later: Sequence[Move]) -> str:
    own = thing.place if isinstance(thing, Event) else ""
    return next((move.place for move in later if move.place), own)
