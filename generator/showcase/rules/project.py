"""Rules on brand projects: how long they have run, whom they reach, what they are called."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from showcase.model.days import Month
from showcase.model.parts import Count
from showcase.model.records import Project
from showcase.model.rulebook import Knowledge, Rulebook
from showcase.model.terms import Mode
from showcase.rules.characters import squeezed
from showcase.rules.facts import Facts, Judgement, citation
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
    "project-learners",
    Project,
    manual="每年参与学习人数按通知的要求。人次与线上线下各按各的限额，从不相加；人数可以顶人次（一人至少一次）。"
    "只看开始之后、推介之前的整年。",
    broken="learners: [{year: 2023, count: 300, unit: visits, mode: onsite}]",
    good="learners: [{year: 2023, count: 2600, unit: visits, mode: onsite}]",
)
def learners(project: Project, facts: Facts) -> Iterator[Finding]:
    """Find whole years in which no count of the project reaches any of the notice's limits."""
    for judgement in facts.judgements(project):
        limits = _learner_limits(judgement.rulebook)
        for path, message in _short_years(project, judgement, limits) if limits else ():
            yield Finding(
                path=path,
                message=message,
                fix="核对人次和线上、线下的口径；补上每年的数字",
                clause=citation(*(judgement.rulebook.limit(f"project.learners.{name}") for name in limits)),
                decided=judgement.decided,
            )


def _learner_limits(book: Rulebook) -> dict[str, float]:
    """Return the stated limits by what they count: "visits" (any one mode), "visits_both" (线上线下)."""
    limits = {name: book.limit(f"project.learners.{name}") for name in ("visits", "visits_both")}
    return {n: x.low for n, x in limits.items() if x.knowledge == Knowledge.STATED and x.low is not None}


def _short_years(
    project: Project, judgement: Judgement, limits: dict[str, float]
) -> Iterator[tuple[str, str]]:
    """Yield (key path, sentence) for each whole year that is short, or for learners not given."""
    if not project.learners:
        yield "learners", f"没有写参与学习人数，通知要求{_asked(limits)}"
    began = project.started if isinstance(project.started, int) else getattr(project.started, "year", 0)
    reached: dict[int, bool] = {}
    for row in project.learners:
        reached[row.year] = reached.get(row.year, False) or _enough(row.count, limits)
    for year, enough in reached.items():
        if not enough and began < year < judgement.year:
            place = next(i for i, row in enumerate(project.learners) if row.year == year)
            yield f"learners[{place}]", f"{year} 年参与学习人数不足，通知要求{_asked(limits)}"


def _asked(limits: dict[str, float]) -> str:
    words = {"visits": "{:g} 人次", "visits_both": "{:g} 人次（线上线下）"}
    return "每年不少于 " + "或 ".join(words[name].format(low) for name, low in limits.items())


def _enough(count: Count, limits: dict[str, float]) -> bool:
    name = "visits_both" if count.mode == Mode.BOTH else "visits"
    # The unit does not matter to a limit in 人次: one person (人) is at least one visit.
    return count.value >= limits.get(name, float("inf"))


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
