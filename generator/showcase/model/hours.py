"""Hours as offices write them: 14:00, 9:30-11:00; other words (下午) are no hours."""

from __future__ import annotations

import datetime
import re

_CLOCK = r"([01]?\d|2[0-3])[:：]([0-5]\d)"
_TIME = re.compile(rf"{_CLOCK}(?:\s*[-–—~～至]\s*{_CLOCK})?")


def moments(day: datetime.date, words: str) -> tuple[datetime.datetime, ...]:
    """Return the beginning (and the end, when both are given) on `day`, local time of China; or ()."""
    found = _TIME.fullmatch(words.strip())
    if not found:
        return ()
    clocks = [datetime.time(int(h), int(m)) for h, m in (found.groups()[:2], found.groups()[2:]) if h]
    given = tuple(datetime.datetime.combine(day, clock) for clock in clocks)
    return given if given == tuple(sorted(given)) else given[:1]
