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
    "date-week-moves",
    ActivityWeek,
    severity=Severity.ERROR,
    manual="moves 按宣布的先后写，先改的在前；第一条的 from 就是 moved_from；"
    "每一条的 from 都和改到的日期不同。",
    broken="moves: [{from: 2024-07-01, said: 2024-06-20}, {from: 2024-06-17, said: 2024-05-20}]",
    good="moves: [{from: 2024-06-17, said: 2024-05-20}, {from: 2024-07-01, said: 2024-06-20}]",
)
def week_moves(week: ActivityWeek, _facts: Facts) -> Iterator[Finding]:
    """Find moves out of order, moves that move nothing, and a first day that is told in two ways."""
    moves, fix = week.moves, "核对各条的日期，先改的写在前面"
    if moves and week.moved_from != moves[0].start:
        message = f"moved_from 是 {week.moved_from}，moves 的第一条却是 {moves[0].start}"
        yield Finding(path="moved_from", message=message, fix="改成一致，或者只写 moves")
    for place, move in enumerate(moves[1:], 1):
        before = moves[place - 1].said
        if move.said and before and move.said < before:
            message = f"{move.said} 宣布的写在 {before} 宣布的后面"
            yield Finding(path=f"moves[{place}].said", message=message, fix=fix)
        if move.start == moves[place - 1].start:
            message = f"改期前后都是 {move.start}"
            yield Finding(path=f"moves[{place}].from", message=message, fix=fix)


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
