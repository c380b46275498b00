"""The sentences above the band of a year: the same facts in words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from showcase.content.wording import ui
from showcase.model.campaign import ActivityWeek
from showcase.pages import week_words as words
from showcase.pages.band import Band


def summary(weeks: Sequence[ActivityWeek], band: Band | None, today: datetime.date) -> str:
    """Return who is held, on, ahead and undated, and how full the year is; without a band only the former."""
    live = [w for w in weeks if not words.is_off(w)]
    said = _places(live, today) if live else ui.summary.nowhere
    if band is None:
        return said
    shared = ui.summary.shared.format(n=band.shared) if band.shared else ""
    empty = ui.summary.empty.format(n=len(band.empty)) if band.empty else ""
    return said + ui.summary.weeks.format(weeks=band.weeks, busy=band.busy, empty=empty, shared=shared)


def _places(live: Sequence[ActivityWeek], today: datetime.date) -> str:
    states = [(words.state(w, today).form, words.reach(w)) for w in live]
    held = sum(form == "held" for form, _ in states)
    now = sum(form == "now" for form, _ in states)
    waiting = sum(form == "plan" and days[1] < today for form, days in states if days)
    ahead = sum(form in ("soon", "plan") for form, days in states if days) - waiting
    counts = [
        (held, ui.summary.held),
        (now, ui.summary.now),
        (ahead, ui.summary.ahead),
        (waiting, ui.summary.waiting),
        (len(live) - held - now - ahead - waiting, ui.summary.undated),
    ]
    parts = "，".join(name.format(n=number) for number, name in counts if number)
    return (ui.summary.places if len(live) > 1 else ui.summary.place).format(n=len(live), parts=parts)
