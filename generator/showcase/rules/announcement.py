"""Rules on 公示: its days, and approvals that came too early."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from showcase.model.campaign import Announcement
from showcase.model.parts import Honour
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Limit
from showcase.model.terms import Stage
from showcase.rules.facts import Facts, citation
from showcase.rules.registry import Finding, rule


@rule(
    "announcement-days",
    Announcement,
    manual="公示首日和末日都算在内，天数不少于通知的要求；末日不早于首日。"
    "counted: working 时只数周一至周五。",
    broken="first_day: 2024-06-03，last_day: 2024-06-05（通知要求五天）",
    good="first_day: 2024-06-03，last_day: 2024-06-07",
)
def announcement_days(announcement: Announcement, facts: Facts) -> Iterator[Finding]:
    """Compare the days of a 公示 with the notice of its region and year."""
    if announcement.last_day < announcement.first_day:
        said = f"公示末日 {announcement.last_day} 早于首日 {announcement.first_day}"
        yield Finding(path="last_day", message=said, fix="核对两个日期", decided=False)
        return
    limit, days = _limit(announcement, facts), _days(announcement)
    if limit.low is not None and days < limit.low:
        yield Finding(
            path="last_day",
            message=f"公示 {days} 天，通知要求 {limit.low:g} 天",
            fix=f"把末日改到 {_last_day(announcement, limit.low)} 或更晚",
            clause=citation(limit),
            soft=limit.soft,
            decided=facts.today > announcement.last_day,
        )


def _limit(announcement: Announcement, facts: Facts) -> Limit:
    """Return the loosest number of days that a notice of this region and year states."""
    limits = [
        book.limit("announcement.days")
        for book in facts.rulebooks.values()
        if announcement.region in book.regions and announcement.year in book.years
    ]
    stated = [limit for limit in limits if limit.low is not None]
    return min(stated, key=lambda limit: limit.low or 0, default=Limit())


def _counts(day: datetime.date, counted: str) -> bool:
    return counted != "working" or day.weekday() < 5


def _days(announcement: Announcement) -> int:
    """Return the number of days from the first to the last, both included, as they are counted."""
    span = (announcement.last_day - announcement.first_day).days + 1
    days = (announcement.first_day + datetime.timedelta(days=n) for n in range(span))
    return sum(_counts(day, announcement.counted) for day in days)


def _last_day(announcement: Announcement, asked: float) -> datetime.date:
    """Return the day on which a 公示 that began on its first day has run `asked` days."""
    day = announcement.first_day
    left = asked - _counts(day, announcement.counted)
    while left > 0:
        day += datetime.timedelta(days=1)
        left -= _counts(day, announcement.counted)
    return day


@rule(
    "announcement-early-approval",
    Star,
    Project,
    severity=Severity.ERROR,
    manual="公示没有结束，不能写成已批准：批准日期（date）不早于公示末日。",
    broken="honours: [{stage: approved, date: 2024-06-05, …}]（公示到 2024-06-07）",
    good="honours: [{stage: approved, date: 2024-06-20, …}]",
)
def early_approval(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find approvals dated before the last day of the 公示 that names the record."""
    announcements = _naming(record, facts) if facts.announced else ()
    for place, honour in enumerate(record.honours):
        for announcement in announcements:
            if _is_early(honour, announcement):
                yield Finding(
                    path=f"honours[{place}].date",
                    message=f"批准日期 {honour.date} 早于公示末日 {announcement.last_day}"
                    f"（{announcement.address}）",
                    fix="公示期满后再改为 stage: approved；日期写正式文件的日期",
                )


def _naming(record: Record, facts: Facts) -> tuple[Announcement, ...]:
    """Return every 公示 that names the record, by its address or by its name and unit."""
    units = (record.unit,) if isinstance(record, Star) else (*record.hosts, "、".join(record.hosts))
    keys = dict.fromkeys([str(record.address), *(f"{record.name}\n{unit}" for unit in units)])
    found = {a.address: a for key in keys for a in facts.announced.get(key, ())}
    return tuple(found.values())


def _is_early(honour: Honour, announcement: Announcement) -> bool:
    if honour.stage != Stage.APPROVED or honour.date is None:
        return False
    same = (honour.year, honour.level) == (announcement.year, announcement.level)
    return same and honour.date < announcement.last_day
