"""The tables of the parts: honours, pictures, films, counts, consent."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import yaml

from showcase.content.numbers import YEAR, Day, Focus, Whole
from showcase.content.reading import Reading
from showcase.content.shapes import Check, Field, ListOf, Shape
from showcase.content.values import TRUTH, Text, choice, one_of
from showcase.content.whereabouts import WEB_ADDRESS, FileName
from showcase.model.days import Month
from showcase.model.parts import (
    Audio,
    Consent,
    Count,
    Honour,
    Learners,
    OfficeContact,
    Permission,
    Photo,
    PressReport,
    ProgrammeItem,
    Question,
    Video,
    Voice,
)
from showcase.model.terms import (
    SCHOOL_STAGE_NAMES,
    Asset,
    CountUnit,
    Distinction,
    Level,
    Mode,
    PhotoKind,
    SchoolStage,
    Sensitive,
    Stage,
)
from showcase.model.vocabularies import ASSET_NAMES

TEXT = Text()
TEXTS = ListOf(TEXT)
DAY = Day()


def in_order(first: str, last: str) -> Check:
    """Return the check that the day `last` does not lie before the day `first`."""

    def check(reading: Reading, node: yaml.Node, found: Mapping[str, object]) -> None:
        start, end = found.get(first), found.get(last)
        if start and end and _days(end)[1] < _days(start)[0]:
            place = next(value for key, value in node.value if key.value == last)
            message = f"{last} 早于 {first}"
            reading.report(place, "record-date", message, "核对两个日期，看是不是写反了")

    return check


def _days(value: object) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last day that a day, a month or a year can mean."""
    if isinstance(value, datetime.date):
        return ((value.year, value.month, value.day),) * 2
    if isinstance(value, Month):
        return (value.year, value.month, 1), (value.year, value.month, 31)
    year = value if isinstance(value, int) else 0
    return (year, 1, 1), (year, 12, 31)


def _learners(year: int, value: int, unit: CountUnit, mode: Mode = Mode.BOTH) -> Learners:
    return Learners(year, Count(value, unit, mode))


def _consent(**given: Permission) -> Consent:
    return Consent({Asset(asset): permission for asset, permission in given.items()})


def _questions(**asked: tuple[str, ...]) -> tuple[Question, ...]:
    return tuple(Question(stage, text) for stage in SchoolStage for text in asked.get(stage.value, ()))


QUESTIONS = Shape(
    "讨论题",
    _questions,
    tuple(Field(stage.value, label, TEXTS) for stage, label in SCHOOL_STAGE_NAMES.items()),
)

HONOUR = Shape(
    "荣誉",
    Honour,
    (
        Field("year", "年份", YEAR, required=True),
        Field("level", "层级", choice(Level), required=True),
        Field("title", "称号", TEXT, required=True),
        Field("stage", "阶段", choice(Stage), required=True),
        Field("distinction", "特别推介", choice(Distinction)),
        Field("rulebook", "依据的通知", TEXT),
        Field("document", "文号", TEXT),
        Field("date", "公布日期", DAY),
    ),
)

PHOTO = Shape(
    "照片",
    Photo,
    (
        Field("file", "文件", FileName(), required=True),
        Field("kind", "种类", choice(PhotoKind), required=True),
        Field("alt", "文字说明", TEXT, required=True),
        Field("caption", "图注", TEXT),
        Field("credit", "摄影", TEXT),
        Field("focus", "焦点", Focus()),
        Field("minors", "有未成年人", TRUTH),
    ),
)

VIDEO = Shape(
    "视频",
    Video,
    (
        Field("file", "文件", FileName(), required=True),
        Field("title", "标题", TEXT),
        Field("captions", "字幕", FileName()),
        Field("transcript", "文字稿", Text(lines=True)),
    ),
)

AUDIO = Shape(
    "音频",
    Audio,
    (
        Field("file", "文件", FileName(), required=True),
        Field("title", "标题", TEXT),
        Field("spoken_by", "朗读", one_of("person", "machine")),
    ),
)

_COUNTED = (
    Field("count", "数量", Whole(), required=True, name="value"),
    Field("unit", "单位", choice(CountUnit), required=True),
    Field("mode", "方式", choice(Mode)),
)

COUNT = Shape("人数", Count, _COUNTED)

LEARNERS = Shape("学习人数", _learners, (Field("year", "年份", YEAR, required=True), *_COUNTED))

CONTACT = Shape(
    "办公联系方式",
    OfficeContact,
    (Field("office", "单位", TEXT, required=True), Field("telephone", "办公电话", TEXT)),
)

PERMISSION = Shape(
    "单独同意",
    Permission,
    (
        Field("date", "同意日期", DAY, required=True),
        Field("until", "截止日期", DAY),
        Field("evidence", "同意书编号", TEXT, required=True),
        Field("covers", "写明的内容", ListOf(choice(Sensitive))),
        Field("includes", "包括", ListOf(choice(Asset))),
    ),
    in_order("date", "until"),
)

CONSENT = Shape("同意", _consent, tuple(Field(a.value, name, PERMISSION) for a, name in ASSET_NAMES.items()))

PROGRAMME = Shape(
    "日程",
    ProgrammeItem,
    (
        Field("what", "内容", TEXT, required=True),
        Field("date", "日期", DAY),
        Field("time", "时间", TEXT),
        Field("place", "地点", TEXT),
        Field("mode", "方式", choice(Mode)),
    ),
)

VOICE = Shape(
    "听众的话", Voice, (Field("text", "原话", Text(lines=True), required=True), Field("who", "身份", TEXT))
)

PRESS = Shape(
    "媒体报道",
    PressReport,
    (
        Field("title", "标题", TEXT, required=True),
        Field("outlet", "媒体", TEXT, required=True),
        Field("date", "日期", DAY),
        Field("url", "网址", WEB_ADDRESS),
    ),
)
