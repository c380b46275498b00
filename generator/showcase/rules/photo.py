"""Rules on photographs: how many, of what kinds, and what they say to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import SILENT, Knowledge, Limit
from showcase.model.terms import PhotoKind
from showcase.rules.facts import Facts, PhotoHolder
from showcase.rules.judgement import Judgement, citation, kind_of
from showcase.rules.registry import Finding, rule

KINDS = {"id-photo": "证件照", "portrait": "肖像", "life": "学习生活照", "activity": "学习活动照"}
_OTHERS_TOO = {PhotoKind.LIFE: PhotoKind.ACTIVITY, PhotoKind.ACTIVITY: PhotoKind.LIFE}
"""学习生活照 and 学习活动照 are one thing in two notices' words: either does."""

_EMPTY = "照片|图片|相片|图|证件照|生活照|活动照|学习照|工作照|配图|肖像|头像|本人|同志|的|一张|近|合影|留影"
_EMPTY_WORDS = re.compile(rf"(?:{_EMPTY}|[\W\d_])*")


@rule(
    "photo-number",
    Star,
    Project,
    manual="照片的张数按通知的要求；推介为“事迹特别感人”“特别受百姓喜爱”的，通知写明另交的，在基本材料之外另加。",
    broken="photos: []",
    good="photos: [{file: portrait.jpg, …}, {file: reading.jpg, …}]",
)
def photo_number(record: Record, facts: Facts) -> Iterator[Finding]:
    """Compare the number of photographs with the notice."""
    for judgement in facts.judgements(record):
        low, high, limits = asked_photos(record, judgement)
        count = len(record.photos)
        if low <= count <= high:
            continue
        yield Finding(
            path="photos",
            message=f"照片 {count} 张，通知要求 {_span(low, high)} 张",
            fix=f"补 {low - count:g} 张" if count < low else f"留下 {high:g} 张最能说明事迹的",
            clause=citation(*limits),
            soft=any(limit.soft for limit in limits),
            decided=judgement.decided,
        )


def asked_photos(record: Record, judgement: Judgement) -> tuple[float, float, list[Limit]]:
    """Return the least and the greatest number that fit, and the limits that say so.

    The top category's photographs come on top where the notice says so (`top.besides`); where it does
    not, they may as well be counted in: the looser holds. Where a film does instead, none is demanded.
    """
    book = judgement.rulebook
    own = book.limit(f"{kind_of(record)}.photos")
    top = book.limit("top.photos") if judgement.distinguished else SILENT
    own_low, own_high = _bounds(own)
    top_low, top_high = _bounds(top) if top.knowledge == Knowledge.STATED else (0, 0)
    if book.limit("top.photos_or_video").knowledge == Knowledge.STATED:
        top_low = 0
    besides = book.limit("top.besides").knowledge == Knowledge.STATED
    low = own_low + top_low if besides else max(own_low, top_low)
    limits = [limit for limit in (own, top) if limit.knowledge == Knowledge.STATED]
    return low, own_high + top_high, limits


def _bounds(limit: Limit) -> tuple[float, float]:
    least = 1 if limit.required else 0  # 数张: some, but no number
    return limit.low or least, float("inf") if limit.high is None else limit.high


def _span(low: float, high: float) -> str:
    if low == high:
        return f"{low:g}"
    return f"不少于 {low:g}" if high == float("inf") else f"{low:g}—{high:g}"


@rule(
    "photo-kinds",
    Star,
    Project,
    manual="通知点名要的照片各要一张：证件照（id-photo）、学习生活照（life）或学习活动照（activity，写哪个都可以）。"
    "证件照是表格用的，批准以后不必留在资料里。",
    broken="photos: [{kind: life, …}, {kind: life, …}]（通知要求一张是证件照）",
    good="photos: [{kind: id-photo, …}, {kind: life, …}]",
)
def photo_kinds(record: Record, facts: Facts) -> Iterator[Finding]:
    """Find kinds that a notice names and no photograph has; a packet short of photographs is told once."""
    for judgement in facts.judgements(record):
        limit = judgement.rulebook.limit(f"{kind_of(record)}.photo_kinds")
        kinds = {photo.kind for photo in record.photos}
        kinds |= {_OTHERS_TOO[kind] for kind in kinds & _OTHERS_TOO.keys()}
        missing = [KINDS.get(value, value) for value in limit.values if value not in kinds]
        if missing and not judgement.decided and len(record.photos) >= asked_photos(record, judgement)[0]:
            yield Finding(
                path="photos",
                message=f"没有{'、'.join(missing)}，通知：{limit.text}",
                fix="补上；已经有的，把 kind 写对",
                clause=citation(limit),
                soft=limit.soft,
                decided=False,
            )


@rule(
    "photo-alt",
    Star,
    Project,
    ActivityWeek,
    Event,
    manual="每张照片写替代文字：看不见图的人听到的一句话，谁、在哪里、做什么；只写姓名、“照片”“某某的生活照”不算。",
    broken='alt: ""',
    good="alt: 沈玉兰捧着一本书，身后是书架",
)
def photo_alt(holder: PhotoHolder, _facts: Facts) -> Iterator[Finding]:
    """Find photographs whose alternative text says nothing."""
    name = holder.name if isinstance(holder, Star | Project) else ""
    for place, photo in enumerate(holder.photos):
        alt = photo.alt.strip()
        if not _EMPTY_WORDS.fullmatch(alt.replace(name, "") if name else alt) and alt != photo.file:
            continue
        yield Finding(
            path=f"photos[{place}].alt",
            message=f"照片 {photo.file} 的替代文字{'没有写' if not alt else f'“{alt}”没有说出画面'}",
            fix="写一句话：谁、在哪里、做什么，例如“沈玉兰捧着一本书，身后是书架”",
        )
