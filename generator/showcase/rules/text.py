"""Rules on texts: length, marks, wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Announcement, Event
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Limit
from showcase.rules.characters import count_characters, half_width_mark, without_quotations
from showcase.rules.facts import Facts, citation, kind_of
from showcase.rules.registry import Finding, rule
from showcase.rules.words import place_of

Told = Star | Project | ActivityWeek | Event | Announcement

_NAMES = ("name", "unit", "hosts", "organisers", "co_organisers", "joint", "nominated_by", "candidates")
_OFFICIAL = (*_NAMES, "honours", "document", "consent", "voices", "quote", "venue", "address")
"""Keys whose words are not ours: names, official titles, papers, what people said."""
_FILES = (".file", ".captions")
"""Names of files: nobody reads them on the site."""

_WORDING = {"评选": "推介", "表彰": "推介", "获奖": "入选推介名单", "十佳": "事迹特别感人（特别受百姓喜爱）"}
_UNWANTED = re.compile("|".join(_WORDING))


@rule(
    "text-showcase-length",
    Star,
    Project,
    manual="宣传展示材料的字数按通知的要求。字数与 Word 一致：汉字和标点各算一字，一串字母或数字算一字；"
    "“左右”按规则文件写明的幅度掌握。",
    broken="（宣传展示材料 412 字，通知要求 300 字左右）",
    good="（宣传展示材料 296 字）",
)
def showcase_length(record: Record, facts: Facts) -> Iterator[Finding]:
    """Compare the length of the showcase text with what each notice asks for."""
    for judgement in facts.judgements(record):
        limit = judgement.rulebook.limit(f"{kind_of(record)}.showcase_text")
        low, high = _bounds(limit)
        count = count_characters(record.showcase_text)
        if low <= count <= high:
            continue
        yield Finding(
            path="body",
            message=f"宣传展示材料 {count} 字，通知要求 {_wish(limit)}",
            fix=_length_cure(count, low, high, limit),
            clause=citation(limit),
            soft=limit.soft,
            decided=judgement.decided,
        )


def _bounds(limit: Limit) -> tuple[float, float]:
    """Return the least and the greatest number that fit; “左右” widens the target by its tolerance."""
    if limit.about is not None:
        slack = limit.about * limit.tolerance
        return limit.about - slack, limit.about + slack
    return limit.low or 0, float("inf") if limit.high is None else limit.high


def _wish(limit: Limit) -> str:
    if limit.about is not None:
        return f"{limit.about:g} 字左右"
    return f"不少于 {limit.low:g} 字" if limit.low is not None else f"不多于 {limit.high:g} 字"


def _length_cure(count: int, low: float, high: float, limit: Limit) -> str:
    if count < low:
        target = low if limit.about is None else limit.about
        return f"补写约 {target - count:.0f} 字：一个具体的场景、一个数字"
    target = high if limit.about is None else limit.about
    return f"删去约 {count - target:.0f} 字，或把细节移到“## 主要事迹”之下"


@rule(
    "text-half-width-punctuation",
    Star,
    Project,
    manual="中文里用全角标点：，。；：！？（）“”。时间（8:30）、文件名和网址不受限制。",
    broken="quote: 字认得慢不要紧,我有的是晚上.",
    good="quote: 字认得慢不要紧，我有的是晚上。",
)
def half_width(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find half-width marks beside Chinese characters; sections are Markdown, where marks have a use."""
    if not half_width_mark(facts.prose(record)):
        return
    for path, text in facts.words(record):
        if path.startswith(("sections", "consent", "honours")) or path.endswith(_FILES):
            continue
        if found := half_width_mark(text):
            yield Finding(
                path=place_of(record.source, path),
                message=f"“{found}”用了半角标点",
                fix="改为全角标点：，。；：！？（）“”",
                soft=True,
            )


@rule(
    "text-wording",
    Star,
    Project,
    ActivityWeek,
    Event,
    Announcement,
    manual="本站自己的文字写“推介”“展示”“入选推介名单”，不写“评选”“表彰”“获奖”“十佳”。"
    "引号、书名号里的名称和荣誉的正式名称照原文。",
    broken="caption: 沈玉兰获奖后与家人合影",
    good="caption: 沈玉兰入选推介名单后与家人合影",
)
def wording(told: Told, facts: Facts) -> Iterator[Finding]:
    """Find the words that unapproved commendations use, outside quotations."""
    if not _UNWANTED.search(facts.prose(told)):
        return
    for path, text in facts.words(told):
        if path.startswith(_OFFICIAL) or path.endswith(_FILES):
            continue
        for word in dict.fromkeys(_UNWANTED.findall(without_quotations(text))):
            yield Finding(
                path=place_of(told.source, path),
                message=f"用了“{word}”一词；本活动是推介，不是评比表彰",
                fix=f"改为“{_WORDING[word]}”；引用正式名称时加引号",
                soft=True,
            )
