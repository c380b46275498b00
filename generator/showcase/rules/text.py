"""Rules on texts: marks, wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Announcement, Event
from showcase.model.records import Project, Record, Star
from showcase.rules.characters import half_width_mark, without_quotations
from showcase.rules.facts import Facts
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
