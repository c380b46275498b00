"""The only place that asks the clock."""

from __future__ import annotations

import datetime

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8), "Asia/Shanghai")
"""China has one time zone and no summer time; a fixed offset needs no time zone database (Windows)."""


def today_in_shanghai() -> datetime.date:
    """Return the day it is in Asia/Shanghai."""
    return datetime.datetime.now(SHANGHAI).date()
