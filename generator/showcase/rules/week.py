"""Rules on a year's weeks: no theme, out of season, a place twice; notes on overlaps and on empty weeks."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from showcase.model.campaign import ActivityWeek, Campaign
from showcase.model.days import chinese_span
from showcase.model.library import Library
from showcase.model.moves import takes_place
from showcase.model.problem import Severity
from showcase.model.regions import REGIONS
from showcase.model.source import Source
from showcase.model.week_days import is_off, mondays, reach, regions_of, runs, unit_of
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

_SEASON = "教职成厅函〔2024〕7号 三、活动安排"
_FIRST_MONTH = 4
_SIX_DAYS = datetime.timedelta(days=6)


@rule(
    "week-theme",
    Campaign,
    severity=Severity.NOTE,
    manual="今年和以后的活动周，主题公布以后写进 campaign.yml；还不知道的先空着，网站上不显示。",
    broken="theme:",
    good="theme: 让学习成为一种生活方式",
)
def theme(campaign: Campaign, facts: Facts) -> Iterator[Finding]:
    """Note a year whose theme is still to come."""
    if not campaign.theme and campaign.year >= facts.today.year:
        message, fix = f"{campaign.year} 年活动周的主题还没有写", "主题公布以后，写在 theme 后面"
        yield Finding(path="theme", message=message, fix=fix)


@rule(
    "week-season",
    ActivityWeek,
    severity=Severity.WARNING,
    clause=_SEASON,
    manual="各地的活动周在 4 月到 12 月之间办；1 月到 3 月的，多半是月份写错了。",
    broken="start: 2024-03-17",
    good="start: 2024-04-17",
)
def season(week: ActivityWeek, _facts: Facts) -> Iterator[Finding]:
    """Find weeks that begin before April; the year's end is the end of the season too."""
    if week.start and week.start.year == week.year and week.start.month < _FIRST_MONTH:
        message = f"活动周从 {week.start} 开始，不在 4 月到 12 月之间"
        yield Finding(path="start", message=message, fix="核对月份；确实在这时候办的，不必处理")


@rule(
    "week-twice",
    Library,
    severity=Severity.WARNING,
    manual="一个地区一年一周：和别的地区合办的（with），自己不再另写一份；计划单列市写在自己的文件里，"
    "不再作为省里的市写一份；一个市不用两种拼音各写一份。",
    broken="content/weeks/2024/zhejiang.md，with: 宁波市；另有 content/weeks/2024/ningbo.md",
    good="content/weeks/2024/zhejiang.md，with: 宁波市",
)
def twice(library: Library, _facts: Facts) -> Iterator[Finding]:
    """Find units that stand in a year with two weeks."""
    for weeks in _by_year(library.weeks).values():
        first: dict[str, str] = {}
        for week in sorted(weeks, key=lambda w: (bool(w.city), bool(w.joint), w.address)):
            for name in _units(week):
                before = first.setdefault(name, week.source.file)
                if before != week.source.file:
                    message = f"{week.year} 年的这个地方已经写在 {before} 里"
                    yield Finding(
                        path="with", message=message, fix="合成一份，删去另一份", source=week.source
                    )


def _units(week: ActivityWeek) -> list[str]:
    """Return the units whose week it is, each in one way: slugs, or region.city."""
    if not week.city:
        known = regions_of(week)
        return [*known, week.joint] if week.joint and len(known) == 1 else [*known]
    city = week.city.removesuffix("shi")
    own = REGIONS.get(city)
    return [city if own and own.parent == week.region else f"{week.region}.{city}"]


@rule(
    "week-overlap",
    Library,
    severity=Severity.NOTE,
    clause=_SEASON,
    manual="同一周有几个地方举办，列出来供统筹；这是允许的。只看今年和以后，有年份的设置文件（campaign.yml）才看。",
    broken="（山西省 6月14日至20日，河南省 6月17日至23日）",
    good="（山西省 6月10日至16日，河南省 6月17日至23日）",
)
def overlap(_library: Library, facts: Facts) -> Iterator[Finding]:
    """Note the weeks, Monday to Sunday, in which two places or more hold theirs."""
    for source, weeks in _planned_years(facts):
        held: dict[datetime.date, list[str]] = defaultdict(list)
        for week, (first, last) in weeks:
            for monday in mondays(first, last):
                held[monday].append(unit_of(week))
        shared = [f"{_span(day)}（{'、'.join(who)}）" for day, who in sorted(held.items()) if len(who) > 1]
        if shared:
            message = f"有 {len(shared)} 周是两地以上同时举办：{'；'.join(shared)}"
            yield Finding(path="", message=message, fix="这是允许的；想错开的，和各地商量", source=source)


@rule(
    "week-gap",
    Library,
    severity=Severity.NOTE,
    clause=_SEASON,
    manual="通知希望“周周有活动”：从 4 月到 12 月初，既没有活动周、也没有活动的周，列出来供统筹。"
    "只看今年和以后。",
    broken="（6月1日到14日没有活动周，也没有活动）",
    good="（每周都有活动周或活动）",
)
def gap(_library: Library, facts: Facts) -> Iterator[Finding]:
    """Note the weeks of the season in which nothing takes place."""
    for source, weeks in _planned_years(facts):
        year = weeks[0][0].year
        busy = {day for _, (first, last) in weeks for day in mondays(first, last)}
        busy |= {mondays(event.date, event.date)[0] for event in filter(takes_place, facts.library.events)}
        season = mondays(datetime.date(year, _FIRST_MONTH, 1), datetime.date(year, 12, 1))
        empty = [_span(day, count) for day, count in runs(day for day in season if day not in busy)]
        if empty:
            message = f"从 4 月到 12 月初，有 {len(empty)} 段时间没有活动：{'；'.join(empty)}"
            yield Finding(
                path="", message=message, fix="不要求补齐；想周周有活动的，和各地商量", source=source
            )


_Dated = tuple[ActivityWeek, tuple[datetime.date, datetime.date]]


def _planned_years(facts: Facts) -> Iterator[tuple[Source, list[_Dated]]]:
    """Yield for this year and later ones: the campaign's file and the dated weeks of the site, by time."""
    scope, by_year = facts.settings.scope, _by_year(facts.library.weeks)
    for campaign in facts.library.campaigns:
        of_site = [w for w in by_year[campaign.year] if (w.region == scope if scope else not w.city)]
        dated = [(w, days) for w in of_site if not is_off(w) and (days := reach(w))]
        if dated and campaign.year >= facts.today.year:
            yield campaign.source, sorted(dated, key=lambda pair: (pair[1], pair[0].address))


def _by_year(weeks: Iterable[ActivityWeek]) -> dict[int, list[ActivityWeek]]:
    found: dict[int, list[ActivityWeek]] = defaultdict(list)
    for week in weeks:
        found[week.year].append(week)
    return found


def _span(monday: datetime.date, count: int = 1) -> str:
    return chinese_span(monday, monday + (count - 1) * 7 * datetime.timedelta(days=1) + _SIX_DAYS, year=False)
