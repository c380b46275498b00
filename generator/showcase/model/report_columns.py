"""The columns that a year's report can have: their names in content/report.yml and their headings.

The ministry's own annexes are not known to us, so nothing here claims to be one of them: offices choose,
order and name the columns themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from showcase.model.terms import MODE_NAMES, UNIT_NAMES, CountUnit, Mode


def attendance_columns(prefix: str, said: str) -> dict[str, str]:
    """Return a column for each mode and unit: people and visits, on site and online, are never added."""
    return {
        f"{prefix}{mode.value}_{unit.value}": f"{said}{MODE_NAMES[mode]}（{UNIT_NAMES[unit]}）"
        for mode in Mode
        for unit in CountUnit
    }


REGION_COLUMNS: Mapping[str, str] = {
    "region": "地区",
    "group": "片区",
    "week": "活动周时间",
    "status": "状态",
    "theme": "主题",
    "subtitle": "副题",
    "hosts": "主办",
    "venues": "地点",
    "city_weeks": "市级活动周（个）",
    "stars": "学习之星（人）",
    "projects": "品牌项目（个）",
    "events": "活动（场）",
    **attendance_columns("week_", "活动周"),
    **attendance_columns("event_", "活动"),
    "films": "短片（部）",
    "press": "媒体报道（篇）",
    "cities": "有内容的地市（个）",
    "cities_total": "地市总数（个）",
    "coverage": "地市覆盖率",
}
"""One line for each region (on a province's own site: for each city)."""

WEEK_COLUMNS: Mapping[str, str] = {
    "region": "地区",
    "city": "地市",
    "start": "第一天",
    "end": "最后一天",
    "status": "状态",
    "theme": "主题",
    "subtitle": "副题",
    "hosts": "主办",
    "organisers": "承办",
    "co_organisers": "协办",
    "with": "联合举办",
    "venues": "地点",
    **attendance_columns("", ""),
    "press": "媒体报道（篇）",
    "next_host": "下一届",
    "moved_from": "原定日期",
    "record": "地址",
}
"""One line for each activity week."""

EVENT_COLUMNS: Mapping[str, str] = {
    "date": "日期",
    "end": "最后一天",
    "status": "状态",
    "kind": "种类",
    "title": "标题",
    "region": "地区",
    "place": "地点",
    "stars": "到场的学习之星",
    "projects": "品牌项目",
    "form": "形式",
    **attendance_columns("", ""),
    "press": "媒体报道（篇）",
    "moved_from": "原定日期",
    "record": "地址",
}
"""One line for each event; the status of one that takes place as it was said is empty."""

TABLES: Mapping[str, Mapping[str, str]] = {
    "regions": REGION_COLUMNS,
    "weeks": WEEK_COLUMNS,
    "events": EVENT_COLUMNS,
}
"""The tables of a report, by their key in content/report.yml."""

TABLE_TITLES: Mapping[str, str] = {"regions": "分地区", "weeks": "活动周", "events": "活动"}

Chosen = tuple[tuple[str, str], ...]
"""Columns in their order, each with the heading that it gets."""


def usual(table: str) -> Chosen:
    """Return every column of `table` under its own heading."""
    return tuple(TABLES[table].items())
