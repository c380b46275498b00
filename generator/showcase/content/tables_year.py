"""The tables of the year: campaign, a region's week, events, 公示."""

from __future__ import annotations

import datetime

from showcase.content.numbers import YEAR, Day
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import (
    CONSENT,
    CONTACT,
    COUNT,
    DAY,
    PHOTO,
    PRESS,
    PROGRAMME,
    TEXT,
    TEXTS,
    VIDEO,
    VOICE,
    in_order,
)
from showcase.content.values import Choice, Name, choice, one_of
from showcase.content.whereabouts import WEB_ADDRESS, Address, RegionSlug
from showcase.model.campaign import ActivityWeek, Announcement, Campaign, Candidate, Event
from showcase.model.days import Move
from showcase.model.terms import EventKind, Level, WeekStatus

_MAYBE_DAY = Day(month=True)


def _opening(
    date: datetime.date | None = None, place: str = "", region: str = ""
) -> dict[str, datetime.date | str | None]:
    return {"opening_date": date, "opening_place": place, "opening_region": region}


def _campaign(opening: dict[str, object] | None = None, **found: object) -> Campaign:
    return Campaign(**found, **(opening or {}))  # type: ignore[arg-type]


OPENING = Shape(
    "总开幕式",
    _opening,
    (Field("date", "日期", DAY), Field("place", "地点", TEXT), Field("region", "地区", RegionSlug())),
)

CAMPAIGN = Shape(
    "活动周",
    _campaign,
    (
        Field("theme", "主题", TEXT),
        Field("start", "第一天", DAY),
        Field("end", "最后一天", DAY),
        Field("opening", "总开幕式", OPENING),
        Field("document", "文号", TEXT),
    ),
    in_order("start", "end"),
)

_SAID = (Field("said", "宣布的日期", DAY), Field("why", "原因", TEXT))

MOVE = Shape("改期", Move, (Field("from", "原来的第一天", _MAYBE_DAY, required=True, name="start"), *_SAID))

EVENT_MOVE = Shape(
    "活动改期",
    Move,
    (
        Field("from", "原来的日期", DAY, required=True, name="start"),
        Field("place", "原来的地点", TEXT),
        *_SAID,
    ),
)

_EVENT_STATUS = Choice({s.value: s for s in WeekStatus if s not in (WeekStatus.PLANNED, WeekStatus.HELD)})

WEEK = Shape(
    "地区活动周",
    ActivityWeek,
    (
        Field("start", "第一天", _MAYBE_DAY),
        Field("end", "最后一天", _MAYBE_DAY),
        Field("status", "状态", choice(WeekStatus)),
        Field("theme", "主题", TEXT),
        Field("subtitle", "副题", TEXT),
        Field("hosts", "主办", TEXTS),
        Field("organisers", "承办", TEXTS),
        Field("co_organisers", "协办", TEXTS),
        Field("with", "联合举办", TEXT, name="joint"),
        Field("venues", "地点", TEXTS),
        Field("live", "直播", TEXT),
        Field("programme", "日程", ListOf(PROGRAMME)),
        Field("attendance", "参加人数", ListOf(COUNT)),
        Field("highlights", "亮点", TEXTS),
        Field("press", "媒体报道", ListOf(PRESS)),
        Field("photos", "照片", ListOf(PHOTO)),
        Field("video", "视频", VIDEO),
        Field("next_host", "下一届", TEXT),
        Field("moved_from", "原定日期", _MAYBE_DAY),
        Field("moves", "改期经过", ListOf(MOVE)),
        Field("consent", "同意", CONSENT),
    ),
    in_order("start", "end"),
)

EVENT = Shape(
    "活动",
    Event,
    (
        Field("kind", "种类", choice(EventKind), required=True),
        Field("date", "日期", DAY),
        Field("end", "最后一天", DAY),
        Field("status", "状态", _EVENT_STATUS),
        Field("title", "标题", TEXT, required=True),
        Field("time", "时间", TEXT),
        Field("place", "地点", TEXT),
        Field("region", "地区", RegionSlug()),
        Field("records", "记录", ListOf(Address())),
        Field("form", "形式", TEXT),
        Field("how_to_join", "怎样参加", TEXT),
        Field("tour", "巡展路线", Address(any_page=True)),
        Field("office_contact", "办公联系方式", CONTACT),
        Field("attendance", "参加人数", ListOf(COUNT)),
        Field("voices", "听众的话", ListOf(VOICE)),
        Field("press", "媒体报道", ListOf(PRESS)),
        Field("photos", "照片", ListOf(PHOTO)),
        Field("moved_from", "原定日期", DAY),
        Field("moves", "改期经过", ListOf(EVENT_MOVE)),
        Field("consent", "同意", CONSENT),
    ),
)

CANDIDATE = Shape(
    "公示名单的一项",
    Candidate,
    (
        Field("name", "姓名或名称", Name(), required=True),
        Field("unit", "单位", TEXT, required=True),
        Field("kind", "种类", one_of("star", "project")),
        Field("record", "记录", Address()),
    ),
)

ANNOUNCEMENT = Shape(
    "公示",
    Announcement,
    (
        Field("title", "标题", TEXT, required=True),
        Field("year", "年份", YEAR),
        Field("level", "层级", choice(Level), required=True),
        Field("region", "地区", RegionSlug()),
        Field("first_day", "第一天", DAY, required=True),
        Field("last_day", "最后一天", DAY, required=True),
        Field("counted", "计算方法", one_of("calendar", "working")),
        Field("candidates", "名单", ListOf(CANDIDATE)),
        Field("office_contact", "办公联系方式", CONTACT),
        Field("official_url", "官方网页", WEB_ADDRESS),
        Field("document", "文号", TEXT),
        Field("outcome", "结果", TEXT),
    ),
    in_order("first_day", "last_day"),
)
