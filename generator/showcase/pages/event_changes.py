"""What became of an event that was cancelled, put off or moved, in plain words on top of its page."""

from __future__ import annotations

from typing import NamedTuple

from showcase.content.move_words import change_words, off_word
from showcase.content.wording import ui
from showcase.model.campaign import Event
from showcase.model.days import chinese_day
from showcase.model.moves import Change, own_changes
from showcase.model.terms import WeekStatus
from showcase.pages.routes import by_days, reach, was_on
from showcase.pages.view import View


class EventNotice(NamedTuple):
    """The notice: a title, each change in a sentence, the last first, and what follows from it.

    `warning` (请不要前往) and the notice of a move hold until `last`, an ISO day, "" when it is over.
    """

    title: str
    lines: list[str]
    note: str
    warning: str
    off: bool
    last: str


def event_notice(view: View, event: Event) -> EventNotice | None:
    """Return the notice; None when nothing changed, and when what was moved is over."""
    off, over = off_word(event), by_days(view, event) == "held"
    lines = [_line(change) for change in own_changes(event)][::-1]
    if not lines or (over and not off):
        return None
    title = ui.event.off_title.format(state=off) if off else ui.event.moved_title
    put_off = off and event.status is WeekStatus.POSTPONED
    last = "" if over else reach(view, event)[1].isoformat()
    warning = ui.event.off_note if off and not over else ""
    return EventNotice(title, lines, ui.week.moved_note if put_off else "", warning, bool(off), last)


def _line(change: Change) -> str:
    why = ui.event.why.format(words=change.why.rstrip("。")) if change.why else ""
    said = ui.event.said.format(day=chinese_day(change.said)) if change.said else ""
    return f"{change_words(change)}。{why}{said}"


def time_said(event: Event, time: str) -> str:
    """Return the time as it stands now: 9月20日，周五（原定9月12日）; 原定9月12日，周四，已取消."""
    if off := off_word(event):
        return f"{ui.week.was_on.format(day=time)}，{off}"
    old = was_on(event)
    return f"{time}（{old}）" if old else time


def place_said(event: Event) -> str:
    """Return the place with the one that was given out first: 乙馆（原定甲馆）."""
    first = next((move.place for move in event.moves if move.place), "")
    if not event.place or first in ("", event.place):
        return event.place
    return f"{event.place}（{ui.week.was_on.format(day=first)}）"
