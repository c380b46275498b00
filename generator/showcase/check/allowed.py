"""The allow-list of open data: every field that leaves, named one by one.

What is not named here does not go out, so a new field of a record stays at home until somebody
decides otherwise. Left out on purpose: consent and its evidence, contacts, the people's groups (one of them
is a health fact), quotes, voices, pictures, and every free text that may name a third person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from showcase.check.data_shapes import (
    ADDRESS,
    ADDRESSES,
    COUNTS,
    DATE,
    HONOURS,
    KIND,
    LEARNERS,
    MAYBE_REGION,
    REGION,
    STATUS,
    TEXT,
    TEXTS,
    TIME,
    WHOLE,
    Shape,
)
from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.parts import Count, Honour, Learners
from showcase.model.records import Project, Star
from showcase.model.terms import Asset, Sensitive

R = TypeVar("R", Star, Project, ActivityWeek, Event)

_HEALTH = {Sensitive.HEALTH, Sensitive.DISABILITY}

Row = dict[str, str | int]
Value = str | int | list[str] | list[Row]


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """One column: its key, its Chinese title, what it looks like (JSON Schema), where it comes from."""

    name: str
    title: str
    shape: Shape
    value: Callable[[R], Value]


def _day(day: object) -> str:
    """Return a day, a month or a year as ISO writes it; "" when unknown."""
    return f"{day:04d}" if isinstance(day, int) else str(day or "")


def _honours(honours: tuple[Honour, ...]) -> list[Row]:
    return [
        {
            "year": honour.year,
            "level": honour.level.value,
            "title": honour.title,
            "distinction": honour.distinction.value if honour.distinction else "",
            "document": honour.document,
            "date": _day(honour.date),
        }
        for honour in approved(honours)
    ]


def _text(record: Star | Project) -> str:
    """Return the text, or "" when it tells of illness and the consent for `data` does not name that.

    A paper that lets a page say so does not yet let everybody's copies of a data file say so (PIPL art. 28).
    """
    papers = record.consent.permissions
    told = set(papers[Asset.TEXT].covers) & _HEALTH if Asset.TEXT in papers else set()
    named = set(papers[Asset.DATA].covers) if Asset.DATA in papers else set()
    return "\n".join(record.showcase_text) if told <= named else ""


def _count(count: Count) -> Row:
    return {"count": count.value, "unit": count.unit.value, "mode": count.mode.value}


def _counts(counts: Iterable[Count]) -> list[Row]:
    return [_count(count) for count in counts]


def _learners(learners: Iterable[Learners]) -> list[Row]:
    return [{"year": item.year, **_count(item.count)} for item in learners]


STAR: tuple[Field[Star], ...] = (
    Field("record", "地址", ADDRESS, lambda r: str(r.address)),
    Field("name", "姓名", TEXT, lambda r: r.name),
    Field("unit", "单位", TEXT, lambda r: r.unit),
    Field("post", "职务或身份", TEXT, lambda r: r.post),
    Field("region", "地区", REGION, lambda r: r.address.region),
    Field("city", "市州", TEXT, lambda r: r.city),
    Field("nominated_by", "推荐单位", TEXTS, lambda r: list(r.nominated_by)),
    Field("topics", "主题", TEXTS, lambda r: list(r.topics)),
    Field("honours", "推介", HONOURS, lambda r: _honours(r.honours)),
    Field("showcase_text", "宣传展示材料", TEXT, _text),
)

PROJECT: tuple[Field[Project], ...] = (
    Field("record", "地址", ADDRESS, lambda r: str(r.address)),
    Field("name", "名称", TEXT, lambda r: r.name),
    Field("region", "地区", REGION, lambda r: r.address.region),
    Field("city", "市州", TEXT, lambda r: r.city),
    Field("hosts", "主办", TEXTS, lambda r: list(r.hosts)),
    Field("organisers", "承办", TEXTS, lambda r: list(r.organisers)),
    Field("co_organisers", "协办", TEXTS, lambda r: list(r.co_organisers)),
    Field("nominated_by", "推荐单位", TEXTS, lambda r: list(r.nominated_by)),
    Field("started", "开始", TIME, lambda r: _day(r.started)),
    Field("ended", "结束", TIME, lambda r: _day(r.ended)),
    Field("venue", "地点", TEXT, lambda r: r.venue),
    Field("audience", "面向人群", TEXT, lambda r: r.audience),
    Field("learners", "参与学习人数", LEARNERS, lambda r: _learners(r.learners)),
    Field("topics", "主题", TEXTS, lambda r: list(r.topics)),
    Field("honours", "推介", HONOURS, lambda r: _honours(r.honours)),
    Field("showcase_text", "宣传展示材料", TEXT, _text),
)

WEEK: tuple[Field[ActivityWeek], ...] = (
    Field("record", "地址", ADDRESS, lambda w: w.address),
    Field("year", "年份", WHOLE, lambda w: w.year),
    Field("region", "地区", REGION, lambda w: w.region),
    Field("city", "市州", TEXT, lambda w: w.city),
    Field("start", "首日", TIME, lambda w: _day(w.start)),
    Field("end", "末日", TIME, lambda w: _day(w.end)),
    Field("status", "状态", STATUS, lambda w: w.status.value),
    Field("theme", "主题", TEXT, lambda w: w.theme),
    Field("subtitle", "副题", TEXT, lambda w: w.subtitle),
    Field("hosts", "主办", TEXTS, lambda w: list(w.hosts)),
    Field("organisers", "承办", TEXTS, lambda w: list(w.organisers)),
    Field("co_organisers", "协办", TEXTS, lambda w: list(w.co_organisers)),
    Field("with", "联合举办", TEXT, lambda w: w.joint),
    Field("venues", "地点", TEXTS, lambda w: list(w.venues)),
    Field("attendance", "参与人数", COUNTS, lambda w: _counts(w.attendance)),
    Field("moved_from", "原定首日", TIME, lambda w: _day(w.moved_from)),
)

EVENT: tuple[Field[Event], ...] = (
    Field("record", "地址", ADDRESS, lambda e: e.address),
    Field("kind", "种类", KIND, lambda e: e.kind.value),
    Field("date", "日期", DATE, lambda e: _day(e.date)),
    Field("end", "末日", TIME, lambda e: _day(e.end)),
    Field("status", "状态", STATUS, lambda e: e.status.value),
    Field("moved_from", "原定首日", TIME, lambda e: _day(e.moved_from)),
    Field("time", "时间", TEXT, lambda e: e.time),
    Field("title", "名称", TEXT, lambda e: e.title),
    Field("place", "地点", TEXT, lambda e: e.place),
    Field("region", "地区", MAYBE_REGION, lambda e: e.region),
    Field("tour", "巡展路线", TEXT, lambda e: e.tour),
    Field("records", "相关人物与项目", ADDRESSES, lambda e: list(e.records)),
    Field("attendance", "参与人数", COUNTS, lambda e: _counts(e.attendance)),
)
