"""The tables of a star and of a project."""

from __future__ import annotations

from showcase.content.numbers import Day
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import (
    AUDIO,
    CONSENT,
    CONTACT,
    DAY,
    HONOUR,
    LEARNERS,
    PHOTO,
    QUESTIONS,
    TEXT,
    TEXTS,
    VIDEO,
    in_order,
)
from showcase.content.values import TRUTH, Name, choice
from showcase.content.whereabouts import Address, City
from showcase.model.records import Project, Star
from showcase.model.terms import Group

_SINCE = Day(month=True, year=True)

_BOTH = (
    Field("topics", "主题", TEXTS),
    Field("photos", "照片", ListOf(PHOTO)),
    Field("video", "视频", VIDEO),
    Field("audio", "音频", AUDIO),
    Field("honours", "荣誉", ListOf(HONOUR)),
    Field("consent", "同意", CONSENT),
    Field("related", "相关记录", ListOf(Address())),
    Field("questions", "讨论题", QUESTIONS),
    Field("public_kit", "公开资料包", TRUTH),
)

STAR = Shape(
    "百姓学习之星",
    Star,
    (
        Field("name", "姓名", Name(), required=True),
        Field("pinyin", "拼音", TEXT),
        Field("unit", "单位", TEXT),
        Field("post", "职业", TEXT),
        Field("city", "地市", City()),
        Field("nominated_by", "推荐单位", TEXTS),
        Field("groups", "人群", ListOf(choice(Group))),
        Field("quote", "自己的话", TEXT),
        *_BOTH,
        Field("deceased_on", "逝世日期", DAY),
    ),
)

PROJECT = Shape(
    "终身学习品牌项目",
    Project,
    (
        Field("name", "名称", Name(), required=True),
        Field("hosts", "主办", TEXTS),
        Field("organisers", "承办", TEXTS),
        Field("co_organisers", "协办", TEXTS),
        Field("city", "地市", City()),
        Field("nominated_by", "推荐单位", TEXTS),
        Field("started", "开始", _SINCE),
        Field("ended", "结束", _SINCE),
        Field("venue", "地点", TEXT),
        Field("audience", "面向人群", TEXT),
        Field("how_to_join", "参加办法", TEXT),
        Field("office_contact", "办公联系方式", CONTACT),
        Field("learners", "学习人数", ListOf(LEARNERS)),
        *_BOTH,
    ),
    in_order("started", "ended"),
)
