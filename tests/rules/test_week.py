"""Weeks of a year: the season, a place twice, what overlaps, what stays empty."""

import datetime
from dataclasses import replace

from showcase.check.runner import check
from showcase.model.campaign import ActivityWeek, Campaign, Event
from showcase.model.days import Month
from showcase.model.library import Library
from showcase.model.problem import Problem, Severity
from showcase.model.settings import Settings
from showcase.model.source import Source
from showcase.model.terms import EventKind, WeekStatus

CLAUSE = "教职成厅函〔2024〕7号 三、活动安排"
TODAY = datetime.date(2024, 4, 1)


def day(text):
    return datetime.date.fromisoformat(f"2024-{text}")


def week(name, start="", end="", **more):
    region, _, city = name.partition(".")
    file = Source(f"content/weeks/2024/{name}.md", {"start": (2, 1), "with": (3, 1)})
    days = {key: day(text) for key, text in (("start", start), ("end", end)) if text}
    return ActivityWeek(year=2024, region=region, city=city, source=file, **{**days, **more})


def campaign(year=2024):
    return Campaign(year=year, theme="生活方式", source=Source(f"content/weeks/{year}/campaign.yml", {}))


def found(*weeks, rule, today=TODAY, settings=None, **more):
    library = Library(weeks=weeks, campaigns=(campaign(),), **more)
    return [p for p in check(library, settings or Settings(), today) if p.rule == rule]


def messages(*weeks, **more):
    return [(p.file, p.message) for p in found(*weeks, **more)]


def test_a_week_before_april_is_a_warning():
    assert found(week("henan", "03-31", "04-06"), rule="week-season") == [
        Problem(
            "week-season",
            Severity.WARNING,
            "content/weeks/2024/henan.md",
            2,
            1,
            "活动周从 2024-03-31 开始，不在 4 月到 12 月之间",
            CLAUSE,
            "核对月份；确实在这时候办的，不必处理",
        )
    ]
    february = replace(week("hunan"), start=Month(2024, 2))
    assert [p.message for p in found(february, rule="week-season")] == [
        "活动周从 2024-02 开始，不在 4 月到 12 月之间"
    ]
    inside = [week("henan", "04-01", "04-07"), week("hunan", "12-25", "12-31"), week("hubei")]
    assert found(*inside, rule="week-season") == []


def test_a_place_with_two_weeks_is_a_warning():
    joint, ningbo = week("zhejiang", "10-21", joint="宁波市"), week("ningbo", "10-28")
    as_city = week("zhejiang.ningbo", "11-04")
    files = [f"content/weeks/2024/{name}.md" for name in ("ningbo", "zhejiang", "zhejiang.ningbo")]
    assert messages(joint, ningbo, as_city, rule="week-twice") == [
        (files[1], f"2024 年的这个地方已经写在 {files[0]} 里"),
        (files[2], f"2024 年的这个地方已经写在 {files[0]} 里"),
    ]
    twice = [week("henan.zhengzhou", "06-17"), week("henan.zhengzhoushi", "06-17")]
    assert messages(*twice, rule="week-twice") == [
        (
            "content/weeks/2024/henan.zhengzhoushi.md",
            "2024 年的这个地方已经写在 content/weeks/2024/henan.zhengzhou.md 里",
        )
    ]
    once = [
        joint,
        week("jiangsu.suzhou"),
        week("anhui.suzhou"),
        week("jiangsu"),
        week("dalian"),
        week("liaoning"),
    ]
    assert found(*once, rule="week-twice") == []


SHANXI, HENAN = week("shanxi", "06-14", "06-20"), week("henan", "06-17", "06-23")


def test_weeks_that_overlap_are_noted_week_by_week():
    (note,) = found(HENAN, SHANXI, week("hebei", "06-24"), rule="week-overlap")
    assert (note.severity, note.file, note.clause) == (
        Severity.NOTE, "content/weeks/2024/campaign.yml", CLAUSE,
    )  # fmt: skip
    assert note.message == "有 1 周是两地以上同时举办：6月17日至23日（山西省、河南省）"
    off = week("henan", "06-17", "06-23", status=WeekStatus.CANCELLED)
    assert found(SHANXI, off, rule="week-overlap") == []
    assert found(HENAN, week("hebei", "06-24"), rule="week-overlap") == []


def test_an_unknown_end_counts_as_a_usual_week():
    open_end = week("xizang", "06-12")
    assert messages(open_end, HENAN, rule="week-overlap") == [
        ("content/weeks/2024/campaign.yml", "有 1 周是两地以上同时举办：6月17日至23日（西藏自治区、河南省）")
    ]


def test_weeks_of_the_season_without_any_are_noted():
    whole = week("henan", "04-01", "11-17")
    assert messages(whole, rule="week-gap") == [
        ("content/weeks/2024/campaign.yml", "从 4 月到 12 月初，有 1 段时间没有活动：11月18日至12月1日")
    ]
    visit = Event(address="events/2024/2024-11-20-a", kind=EventKind.TALK, date=day("11-20"), title="一课")
    assert messages(whole, rule="week-gap", events=(visit,)) == [
        ("content/weeks/2024/campaign.yml", "从 4 月到 12 月初，有 1 段时间没有活动：11月25日至12月1日")
    ]
    assert found(week("henan", "04-01", "12-01"), rule="week-gap") == []


def test_past_years_are_not_planned_any_more():
    for rule in ("week-overlap", "week-gap"):
        assert found(SHANXI, HENAN, rule=rule, today=datetime.date(2025, 1, 1)) == []


def test_on_a_provinces_own_site_its_cities_are_counted():
    cities = [week("henan.zhengzhou", "06-17", "06-23"), week("henan.luoyang", "06-17", "06-23")]
    own = Settings(scope="henan")
    assert messages(*cities, SHANXI, rule="week-overlap", settings=own) == [
        (
            "content/weeks/2024/campaign.yml",
            "有 1 周是两地以上同时举办：6月17日至23日（洛阳市、郑州市）",
        )
    ]
    assert found(*cities, SHANXI, rule="week-overlap") == []


def test_a_year_without_a_theme_is_noted_until_it_is_over():
    bare = Library(campaigns=(replace(campaign(), theme=""),))
    for today, messages in ((TODAY, ["2024 年活动周的主题还没有写"]), (datetime.date(2025, 1, 1), [])):
        assert [p.message for p in check(bare, Settings(), today) if p.rule == "week-theme"] == messages
