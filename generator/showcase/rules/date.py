"""Rules on dates: deadlines, honours that do not fit their stage or year, weeks outside their year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Campaign
from showcase.model.days import Month
from showcase.model.problem import Severity
from showcase.model.records import Project, Record, Star
from showcase.model.terms import Stage
from showcase.rules.facts import Facts
from showcase.rules.judgement import citation
from showcase.rules.registry import Finding, rule

_WAITING = (Stage.NOMINATED, Stage.SHORTLISTED, Stage.ANNOUNCED)


@rule(
    "date-deadline",
    Star,
    Project,
    severity=Severity.NOTE,
    manual="通知写明报送截止日期的，过了这一天（当日仍算按时）还是 stage: nominated 的，"
    "提示核对是不是按时收到。",
    broken="honours: [{stage: nominated, rulebook: jilin-2022, …}]（截止 2022-08-22，今天 2022-08-23）",
    good="honours: [{stage: nominated, rulebook: jilin-2022, …}]（今天是 2022-08-22）",
)
def deadline(record: Record, facts: Facts) -> Iterator[Finding]:
    """Note nominations that still wait after the notice's last day."""
    for judgement in facts.judgements(record):
        limit = judgement.rulebook.limit("deadline.day")
        last = max(filter(None, map(_day, limit.values)), default=facts.today)
        nominated = any(
            honour.stage == Stage.NOMINATED and honour.rulebook == judgement.rulebook.id
            for honour in record.honours
        )
        if nominated and facts.today > last:
            yield Finding(
                path=judgement.path,
                message=f"报送截止日期 {last} 已过，还没有进入下一步",
                fix="截止以前收到的，不必处理；逾期的按通知办理",
                clause=citation(limit),
            )


def _day(text: str) -> datetime.date | None:
    """Return the day that `text` says; what is no day is for the rules on rulebooks to say."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


@rule(
    "date-honour-year",
    Star,
    Project,
    manual="荣誉的 date 是正式文件的日期，不早于荣誉的年份（year）。",
    broken="honours: [{year: 2024, date: 2023-06-20, …}]",
    good="honours: [{year: 2024, date: 2024-06-20, …}]",
    severity=Severity.WARNING,
)
def honour_year(record: Record, _facts: Facts) -> Iterator[Finding]:
    """Find honours decided before their year began."""
    for place, honour in enumerate(record.honours):
        if honour.date and honour.date.year < honour.year:
            yield Finding(
                path=f"honours[{place}].date",
                message=f"{honour.year} 年的荣誉，日期却是 {honour.date}",
                fix="核对年份和正式文件的日期",
            )


@rule(
    "date-honour-stage",
    Star,
    Project,
    manual="往年的推介应当已经有结果：入选的改为 stage: approved，没有入选的移出资料，这里只提示。",
    broken="honours: [{year: 2022, stage: announced, …}]（今天是 2024-08-01）",
    good="honours: [{year: 2022, stage: approved, document: …, date: …}]",
)
def honour_stage(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find honours that still wait years later."""
    for place, honour in enumerate(record.honours):
        if honour.stage in _WAITING and honour.year < facts.today.year - 1:
            message = f"{honour.year} 年的推介还停在 {honour.stage}"
            fix = "入选的改为 approved，写上文号和日期；没有入选的删去"
            yield Finding(path=f"honours[{place}]", message=message, fix=fix, decided=True)


@rule(
    "date-week-year",
    Campaign,
    ActivityWeek,
    severity=Severity.ERROR,
    manual="活动周的第一天和最后一天都在它那一年里；文件放在哪一年的文件夹，就是哪一年。",
    broken="content/weeks/2024/henan.md，start: 2023-06-17",
    good="content/weeks/2024/henan.md，start: 2024-06-17",
)
def week_year(week: Campaign | ActivityWeek, _facts: Facts) -> Iterator[Finding]:
    """Find weeks whose days lie in another year than their folder."""
    days: dict[str, datetime.date | Month | None] = {"start": week.start, "end": week.end}
    for path, day in days.items():
        if day is not None and day.year != week.year:
            yield Finding(
                path=path,
                message=f"{week.year} 年的活动周，日期却是 {day}",
                fix=f"改正日期，或把文件移到 {day.year} 年的文件夹",
            )
