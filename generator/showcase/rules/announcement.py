"""Rules on 公示: its days, whom to turn to, its outcome, and approvals that came too early."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import Announcement
from showcase.model.parts import Honour
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Limit
from showcase.model.terms import Stage
from showcase.rules.facts import Facts
from showcase.rules.judgement import citation
from showcase.rules.registry import Finding, rule
from showcase.rules.working_days import day_after, days_between, is_known


@rule(
    "announcement-days",
    Announcement,
    manual="公示首日和末日都算在内，天数不少于通知的要求；末日不早于首日。"
    "counted: working 时只数工作日：法定节假日不算，调休上班的周末算。",
    broken="first_day: 2024-06-03，last_day: 2024-06-05（通知要求五天）",
    good="first_day: 2024-06-03，last_day: 2024-06-07",
)
def announcement_days(announcement: Announcement, facts: Facts) -> Iterator[Finding]:
    """Compare the days of a 公示 with the notice of its region and year."""
    first, last, counted = announcement.first_day, announcement.last_day, announcement.counted
    if last < first:
        said = f"公示末日 {last} 早于首日 {first}"
        yield Finding(path="last_day", message=said, fix="核对两个日期", decided=False)
        return
    limit, days = _limit(announcement, facts), days_between(first, last, counted)
    if limit.low is not None and days < limit.low:
        yield Finding(
            path="last_day",
            message=f"公示 {days} 天，通知要求 {limit.low:g} 天",
            fix=f"把末日改到 {day_after(first, limit.low, counted)} 或更晚",
            clause=citation(limit),
            soft=limit.soft,
            decided=facts.today > last,
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


@rule(
    "announcement-holidays",
    Announcement,
    severity=Severity.WARNING,
    manual="counted: working 而那一年的节假日安排还没有公布（或太早）的，只能按周一至周五数，请自己核对。",
    broken="first_day: 2031-01-02，counted: working",
    good="first_day: 2024-06-03，counted: working",
)
def announcement_holidays(announcement: Announcement, _facts: Facts) -> Iterator[Finding]:
    """Say when working days were counted without knowing the holidays."""
    days = (announcement.first_day, announcement.last_day)
    unknown = [day.year for day in days if announcement.counted == "working" and not is_known(day)]
    if unknown:
        yield Finding(
            path="counted",
            message=f"没有 {unknown[0]} 年的节假日安排，工作日只按周一至周五计算",
            fix="对照国务院办公厅的放假通知核对末日；程序更新以后会自动改正",
        )


@rule(
    "announcement-contact",
    Announcement,
    manual="公示要写受理意见的办公室和电话（office_contact），否则有意见的人无处可说。",
    broken="（没有 office_contact）",
    good="office_contact: {office: 青柳县教育局职成教股, telephone: 0000-0000000}",
)
def announcement_contact(announcement: Announcement, facts: Facts) -> Iterator[Finding]:
    """Find 公示 without an office to turn to; one that is over is only noted."""
    contact = announcement.office_contact
    lacking = ["受理意见的办公室", "电话"] if contact is None else ["电话"] * (not contact.telephone)
    if lacking:
        yield Finding(
            path="office_contact",
            message=f"没有写{'和'.join(lacking)}",
            fix="补 office_contact: {office: …, telephone: …}，写办公室的座机",
            soft=True,
            decided=facts.today > announcement.last_day,
        )


@rule(
    "announcement-outcome",
    Announcement,
    severity=Severity.NOTE,
    manual="公示期满以后写一句结果（outcome）：有没有收到意见、怎样办理、正式文件的文号。",
    broken="last_day: 2024-06-07（今天是 2024-08-01，没有 outcome）",
    good="outcome: 公示期内没有收到不同意见，正式名单见示例教〔2024〕85号。",
)
def announcement_outcome(announcement: Announcement, facts: Facts) -> Iterator[Finding]:
    """Note 公示 that are over and do not say how they ended."""
    if facts.today > announcement.last_day and not announcement.outcome:
        yield Finding(path="outcome", message="公示已经期满，没有写结果", fix="补 outcome: 一句话的结果")


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
            if is_early(honour, announcement):
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


def is_early(honour: Honour, announcement: Announcement) -> bool:
    """Whether an approval is dated before the last day of the 公示 of its year and level."""
    if honour.stage != Stage.APPROVED or honour.date is None:
        return False
    same = (honour.year, honour.level) == (announcement.year, announcement.level)
    return same and honour.date < announcement.last_day
