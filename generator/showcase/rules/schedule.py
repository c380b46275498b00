"""Rules on what was moved, put off or cancelled: weeks and events."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.moves import Dated, moves_of, takes_place
from showcase.model.problem import Severity
from showcase.model.terms import EventKind, WeekStatus
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

_FIX = "核对各条的日期，先改的写在前面"


@rule(
    "date-week-moves",
    ActivityWeek,
    severity=Severity.ERROR,
    manual="moves 按宣布的先后写，先改的在前；第一条的 from 就是 moved_from；"
    "每一条的 from 都和改到的日期不同。",
    broken="moves: [{from: 2024-07-01, said: 2024-06-20}, {from: 2024-06-17, said: 2024-05-20}]",
    good="moves: [{from: 2024-06-17, said: 2024-05-20}, {from: 2024-07-01, said: 2024-06-20}]",
)
def week_moves(week: ActivityWeek, _facts: Facts) -> Iterator[Finding]:
    """Find moves out of order, moves that move nothing, and a first day that is told in two ways."""
    yield from _disorder(week)


@rule(
    "event-moves",
    Event,
    severity=Severity.ERROR,
    manual="活动的 moves 也按宣布的先后写，第一条的 from 就是 moved_from；每一条的 from 和改到的日期不同，"
    "日期不变、只换地点的写上原来的 place。取消、延期而没有新日期的，最后一条的 from 写现在的日期。",
    broken="date: 2024-09-12，moves: [{from: 2024-09-12}]",
    good="date: 2024-09-19，moves: [{from: 2024-09-12, said: 2024-09-10, why: 台风}]",
)
def event_moves(event: Event, _facts: Facts) -> Iterator[Finding]:
    """Find what `date-week-moves` finds, and a last move that leads to the day and the place it had."""
    yield from _disorder(event)
    last = next(reversed(moves_of(event)), None)
    if last and takes_place(event) and last.start == event.date and last.place in ("", event.place):
        path = f"moves[{len(event.moves) - 1}].from" if event.moves else "moved_from"
        fix = "新的日期写在 date；取消的写 status: cancelled；只换地点的写原来的 place"
        yield Finding(path=path, message=f"改期前后都是 {event.date}", fix=fix)


def _disorder(thing: Dated) -> Iterator[Finding]:
    moves = thing.moves
    if moves and thing.moved_from != moves[0].start:
        message = f"moved_from 是 {thing.moved_from}，moves 的第一条却是 {moves[0].start}"
        yield Finding(path="moved_from", message=message, fix="改成一致，或者只写 moves")
    for place, move in enumerate(moves[1:], 1):
        before = moves[place - 1]
        if move.said and before.said and move.said < before.said:
            message = f"{move.said} 宣布的写在 {before.said} 宣布的后面"
            yield Finding(path=f"moves[{place}].said", message=message, fix=_FIX)
        if move.start == before.start and not before.place:
            message = f"改期前后都是 {move.start}"
            yield Finding(path=f"moves[{place}].from", message=message, fix=_FIX)


@rule(
    "event-moved-unsaid",
    Event,
    severity=Severity.NOTE,
    manual="日期和文件名里的不一样的活动，写上原定日期（moved_from 或 moves）：来的人才知道改了期。",
    broken="content/events/2024/2024-09-12-expo.md，date: 2024-09-19（没有 moved_from）",
    good="content/events/2024/2024-09-12-expo.md，date: 2024-09-19，moved_from: 2024-09-12",
)
def event_moved_unsaid(event: Event, _facts: Facts) -> Iterator[Finding]:
    """Note events on another day than their file was named for, of which nothing says that they moved."""
    year, name = event.address.split("/")[1:3]
    is_moved = str(event.date.year) == year and not name.startswith(str(event.date))
    if is_moved and not moves_of(event) and event.kind is not EventKind.TOUR:
        yield Finding(
            path="date",
            message=f"日期是 {event.date}，文件名里是 {name[:10]}",
            fix=f"改了期的写 moved_from: {name[:10]}；还没有公布过的，改文件名",
        )


@rule(
    "event-off-figures",
    Event,
    severity=Severity.ERROR,
    manual="取消或延期的活动没有人数（attendance）和听众的话（voices）。",
    broken="status: cancelled，attendance: [{count: 300, unit: people}]",
    good="status: cancelled",
)
def event_off_figures(event: Event, _facts: Facts) -> Iterator[Finding]:
    """Find attendance and voices of events that do not take place."""
    for path, said in (("attendance", "人数"), ("voices", "听众的话")):
        if getattr(event, path) and not takes_place(event):
            message = f"status 是 {event.status}，却写了{said}"
            yield Finding(path=path, message=message, fix=f"办成了的删去 status；没有办的删去{said}")


@rule(
    "event-tour-off",
    Event,
    severity=Severity.WARNING,
    manual="整条巡展路线取消的，各站也写 status: cancelled。",
    broken="kind: tour，status: cancelled（各站没有写 status）",
    good="kind: tour，status: cancelled（各站都写了 status: cancelled）",
)
def event_tour_off(event: Event, facts: Facts) -> Iterator[Finding]:
    """Find cancelled tours of which a stop goes on."""
    if event.kind is EventKind.TOUR and event.status is WeekStatus.CANCELLED:
        stops = [stop for stop in facts.occasions.stops.get(event.address, ()) if takes_place(stop)]
        if stops:
            message = f"路线取消了，{stops[0].title}等 {len(stops)} 站没有取消"
            yield Finding(path="status", message=message, fix="各站也写取消；还办的，路线不写取消")
