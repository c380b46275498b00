"""The tables of answers: a record's own, less what follows from other answers, with its address."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from showcase.content.numbers import YEAR
from showcase.content.reading import Reading
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import DAY, TEXT
from showcase.content.tables_records import PROJECT, STAR
from showcase.content.tables_year import EVENT, WEEK
from showcase.content.values import TRUTH, Shaped, Text, Value, choice
from showcase.content.whereabouts import RegionSlug
from showcase.desk.beginning.forms import SENT_FILM, SENT_PHOTO
from showcase.model.terms import Level

PLACE = (
    Field("year", "年份", YEAR, required=True),
    Field("region", "地区", RegionSlug(), required=True),
)
HONOUR = (
    Field("level", "层级", choice(Level), required=True),
    Field("title", "称号", TEXT),
    Field("rulebook", "依据的通知", TEXT),
    Field("approved", "已经批准公布", TRUTH, required=True),
    Field("document", "文号", TEXT),
    Field("date", "公布日期", DAY),
)
BODY = (Field("text", "正文", Text(lines=True)),)
_CITY = Shaped(
    re.compile(r"[a-z]+"), "record-file-name", "“{text}”不是拼音", "写城市的拼音，小写，不空格：zhengzhou"
)
_SENT: dict[str, Value] = {"photos": ListOf(SENT_PHOTO), "video": SENT_FILM}
_FOLLOWS = {
    "stars": {"audio", "honours", "public_kit", "questions"},
    "projects": {"audio", "honours", "public_kit", "questions"},
    "weeks": {"moved_from", "moves"},
    "events": {"end", "tour", "status", "moved_from", "moves"},
}
"""What is not asked: it comes later, or out of other answers."""


def _decided(reading: Reading, node: yaml.Node, found: Mapping[str, object]) -> None:
    """Report an approval without its document and date: it could not be shown."""
    missing = [key for key in ("document", "date") if not found.get(key)]
    if found.get("approved") and missing:
        message = f"已经批准公布的，要写 {'、'.join(missing)}"
        reading.report(node, "record-missing-key", message, "照正式文件写；还没有文件的，approved 写 false")


RECORDS = {"stars": STAR, "projects": PROJECT, "weeks": WEEK, "events": EVENT}
NOT_IN_RECORD = {"stars": (), "projects": (), "weeks": ("city",), "events": ("date",)}
"""What an answer puts into the file's name and not into the file."""


def _table(kind: str, *extra: Field) -> Shape:
    own = {each.key for each in extra} | _FOLLOWS[kind]
    fields = [
        Field(each.key, each.label, _SENT.get(each.key, each.value), each.required)
        for each in RECORDS[kind].fields
        if each.key not in own
    ]
    check = _decided if kind in ("stars", "projects") else None
    return Shape(RECORDS[kind].label, dict, (*extra, *fields), check)


_EVENT = (
    Field("date", "日期", DAY, required=True),
    Field("title", "标题", TEXT),
    Field("region", "地区", RegionSlug()),
)
TABLES = {
    "stars": _table("stars", *PLACE, *HONOUR, *BODY),
    "projects": _table("projects", *PLACE, *HONOUR, *BODY),
    "weeks": _table("weeks", *PLACE, Field("city", "城市", _CITY), *BODY),
    "events": _table("events", *_EVENT, *BODY),
}
"""The table of answers of each kind, by its folder below content/."""
