"""Lengths of time as people say them."""

from __future__ import annotations

_MINUTE, _HOUR = 60, 3600


def duration_in_words(seconds: float) -> str:
    """Return a length of time roughly, as one says it: 不到 1 分钟, 约 12 分钟, 约 3 小时 20 分钟."""
    if seconds < _MINUTE:
        return "不到 1 分钟"
    if seconds < _HOUR:
        return f"约 {_to_steps(seconds / _MINUTE)} 分钟"
    hours, minutes = divmod(round(seconds / (10 * _MINUTE)) * 10, 60)
    if hours >= 10 or not minutes:
        return f"约 {round(seconds / _HOUR)} 小时"
    return f"约 {hours} 小时 {minutes} 分钟"


def _to_steps(minutes: float) -> int:
    """Round to whole minutes, beyond twenty to fives: an estimate should not look exact."""
    return round(minutes) if minutes < 20 else min(5 * round(minutes / 5), 55)
