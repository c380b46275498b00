"""A change of the schedule in words, for the page and the feed alike."""

from __future__ import annotations

from showcase.content.wording import ui
from showcase.model.days import chinese_time
from showcase.model.moves import Change
from showcase.model.terms import WeekStatus


def change_words(change: Change) -> str:
    """Return 原定6月1日，改到6月17日；原定6月1日，已延期，新的日期待定；原定6月1日，已取消."""
    before = chinese_time(change.before, year=False)
    parts = (ui.week.was_on.format(day=before) if before else "", _after(change))
    return "，".join(filter(None, parts))


def _after(change: Change) -> str:
    if change.status is WeekStatus.CANCELLED:
        return ui.week.cancelled
    if change.status or change.after is None:
        return ui.week.put_off
    return ui.week.moved_to.format(day=chinese_time(change.after, year=False))
