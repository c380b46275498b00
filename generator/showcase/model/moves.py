"""What changed in the schedule of a year: derived from the weeks alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showcase.model.campaign import ActivityWeek
from showcase.model.days import MaybeDay
from showcase.model.terms import WeekStatus

_OFF = (WeekStatus.POSTPONED, WeekStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one week: the `number`-th, from `before` to `after` (None: no new day yet, or never).

    `said` is the day on which it was announced, when that is known; `status` what became of a week that
    has no new day (POSTPONED, CANCELLED), else None.
    """

    week: ActivityWeek
    number: int
    before: MaybeDay
    after: MaybeDay
    said: datetime.date | None = None
    why: str = ""
    status: WeekStatus | None = None


def changes_of(weeks: Iterable[ActivityWeek]) -> list[Change]:
    """Return every change of `weeks`, the last said first; those whose day is unknown stand at the end."""
    found = [change for week in weeks for change in _of_week(week)]
    latest = datetime.date.max.toordinal()
    return sorted(
        found,
        key=lambda c: (
            latest - c.said.toordinal() if c.said else latest,
            c.week.address,
            -c.number,
        ),
    )


def sequence_of(week: ActivityWeek) -> int:
    """Return a number that rises with every move, and when a week is put off or cancelled in between.

    A move whose new day is not said yet has not taken place: the week is only put off until then.
    """
    moves, is_off = week.all_moves, week.status in _OFF
    waits = is_off and moves and week.start in (None, moves[-1].start)
    return 2 * (len(moves) - bool(waits)) + is_off


def _of_week(week: ActivityWeek) -> Iterator[Change]:
    moves = week.all_moves
    is_off = week.status is WeekStatus.CANCELLED or (week.status in _OFF and not moves)
    for number, move in enumerate(moves, 1):
        after = moves[number].start if number < len(moves) else week.start
        waits = after is None or after == move.start
        status = WeekStatus.POSTPONED if number == len(moves) and waits and not is_off else None
        yield Change(week, number, move.start, None if status else after, move.said, move.why, status)
    if is_off:
        yield Change(week, len(moves) + 1, week.start, None, status=week.status)
