"""Rules on brand projects: how long they have run, who holds them, what they are called."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from showcase.model.days import Month
from showcase.model.records import Project
from showcase.model.rulebook import Knowledge
from showcase.rules.characters import squeezed
from showcase.rules.facts import Facts
from showcase.rules.judgement import citation
from showcase.rules.registry import Finding, rule

_TAILS = ("", "项目", "品牌", "品牌项目", "终身学习品牌项目", "活动")


@rule(
    "project-two-years",
    Project,
    manual="项目启动或创建的时间不少于通知要求的年数，算到规则文件的 judged_on 为止。"
    "只写年份的从宽，按一月一日算。",
    broken="started: 2023-09",
    good="started: 2016-09",
)
def two_years(project: Project, facts: Facts) -> Iterator[Finding]:
    """Find projects younger than the notice asks, judged on the rulebook's day."""
    for judgement in facts.judgements(project):
        limit, judged_on = judgement.rulebook.limit("project.running_years"), judgement.rulebook.judged_on
        if limit.low is None or judged_on is None:
            continue
        if project.started is not None and _years_later(_earliest(project.started), limit.low) <= judged_on:
            continue
        said = "没有写 started" if project.started is None else f"项目始于 {project.started}"
        yield Finding(
            path="started",
            message=f"{said}，到 {judged_on} 应不少于 {limit.low:g} 年",
            fix="核对开始时间；确实不足的，下一年再推介",
            clause=citation(limit),
            soft=limit.soft,
            decided=judgement.decided,
        )


def _earliest(started: datetime.date | Month | int) -> datetime.date:
    """Return the first day that `started` may mean: the editor gets the benefit of the doubt."""
    if isinstance(started, Month):
        return datetime.date(started.year, started.month, 1)
    return datetime.date(started, 1, 1) if isinstance(started, int) else started


def _years_later(day: datetime.date, years: float) -> datetime.date:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + round(years))


@rule(
    "project-hosts",
    Project,
    manual="推介表要写主办单位：hosts 至少写一个。",
    broken="hosts: []",
    good="hosts: [青柳县老年大学]",
)
def hosts(project: Project, facts: Facts) -> Iterator[Finding]:
    """Find nominated projects that do not say who holds them."""
    for judgement in facts.judgements(project) if not project.hosts else ():
        yield Finding(
            path="hosts",
            message="没有写主办单位",
            fix="补 hosts: [主办单位]，写全称",
            clause=citation(judgement.rulebook.limit("project.hosts")),
            decided=judgement.decided,
        )


def _is_named_after(name: str, unit: str) -> bool:
    """Whether `name` is the name of `unit`, with nothing or only a common word behind it."""
    return unit in name and squeezed(name) in {squeezed(unit) + tail for tail in _TAILS}


@rule(
    "project-name-is-unit",
    Project,
    manual="品牌名称一般不以单位或院校名称上报：不能就是主办、承办、协办单位的名称，也不能只在后面加“项目”“品牌”。",
    broken="name: 青柳县老年大学（hosts: [青柳县老年大学]）",
    good="name: 楼梯间读书会（hosts: [青柳县老年大学]）",
)
def name_is_unit(project: Project, facts: Facts) -> Iterator[Finding]:
    """Find projects that carry the name of a unit behind them."""
    units = (*project.hosts, *project.organisers, *project.co_organisers, *project.nominated_by)
    same = next((unit for unit in units if _is_named_after(project.name, unit)), None)
    for judgement in facts.judgements(project) if same else ():
        limit = judgement.rulebook.limit("project.name")
        if limit.knowledge == Knowledge.STATED:
            yield Finding(
                path="name",
                message=f"品牌名称就是单位名称“{same}”",
                fix="改用项目自己的名称",
                clause=citation(limit),
                soft=limit.soft,
                decided=judgement.decided,
            )
