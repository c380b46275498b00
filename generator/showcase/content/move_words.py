"""A change of the schedule in words, for pages, feeds and what is found alike."""

from __future__ import annotations

from showcase.content.wording import ui
from showcase.model.campaign import Event
from showcase.model.days import chinese_time
from showcase.model.moves import Change, takes_place
from showcase.model.terms import WeekStatus


def off_word(event: Event) -> str:
    """Return 已取消 or 已延期 for an event that does not take place on its day, else ""."""
    if takes_place(event):
        return ""
    return ui.week.cancelled if event.status is WeekStatus.CANCELLED else ui.week.postponed


def change_words(change: Change) -> str:
    """Return 原定6月1日，改到6月17日；原定6月1日，已延期，新的日期待定；原定6月1日，已取消.

    An event that goes to another place has 地点由甲馆改到乙馆 too, or that alone when it keeps its day.
    """
    old, new = change.places
    place = ui.event.place_moved.format(old=old, new=new) if old and new else ""
    if place and change.before == change.after:
        return place
    before = chinese_time(change.before, year=False)
    parts = (ui.week.was_on.format(day=before) if before else "", _after(change), place)
    return "，".join(filter(None, parts))


def _after(change: Change) -> str:
    if change.status is WeekStatus.CANCELLED:
        return ui.week.cancelled
    if change.status or change.after is None:
        return ui.week.put_off
    return ui.week.moved_to.format(day=chinese_time(change.after, year=False))
