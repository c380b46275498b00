"""Rules on photographs: how many, and what they say to those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.campaign import ActivityWeek, Event
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Knowledge, Limit
from showcase.rules.facts import Facts, Judgement, PhotoHolder, citation, kind_of
from showcase.rules.registry import Finding, rule

_EMPTY_WORDS = frozenset({"照片", "图片", "图", "相片", "证件照", "生活照", "活动照", "配图"})


@rule(
    "photo-number",
    Star,
    Project,
    manual="照片的张数按通知的要求；推介为“事迹特别感人”“特别受百姓喜爱”的，在基本材料之外另加。",
    broken="photos: []",
    good="photos: [{file: portrait.jpg, …}, {file: reading.jpg, …}]",
)
def photo_number(record: Record, facts: Facts) -> Iterator[Finding]:
    """Compare the number of photographs with the notice; the top category's come on top."""
    for judgement in facts.judgements(record):
        limits = _asked(record, judgement)
        if not limits:
            continue
        low = sum(limit.low or 0 for limit in limits)
        high = sum(float("inf") if limit.high is None else limit.high for limit in limits)
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


def _asked(record: Record, judgement: Judgement) -> list[Limit]:
    """Return the stated limits on the number of photographs that bind this record."""
    names = [f"{kind_of(record)}.photos"] + ["top.photos"] * judgement.distinguished
    limits = [judgement.rulebook.limits.get(name) for name in names]
    return [limit for limit in limits if limit and limit.knowledge == Knowledge.STATED]


def _span(low: float, high: float) -> str:
    if low == high:
        return f"{low:g}"
    return f"不少于 {low:g}" if high == float("inf") else f"{low:g}—{high:g}"


@rule(
    "photo-alt",
    Star,
    Project,
    ActivityWeek,
    Event,
    manual="每张照片写替代文字：看不见图的人听到的一句话，谁、在哪里、做什么。",
    broken='alt: ""',
    good="alt: 沈玉兰捧着一本书，身后是书架",
)
def photo_alt(holder: PhotoHolder, _facts: Facts) -> Iterator[Finding]:
    """Find photographs whose alternative text says nothing."""
    for place, photo in enumerate(holder.photos):
        alt = photo.alt.strip()
        if alt and alt not in _EMPTY_WORDS and alt != photo.file:
            continue
        yield Finding(
            path=f"photos[{place}].alt",
            message=f"照片 {photo.file} 的替代文字{'没有写' if not alt else f'“{alt}”没有说出画面'}",
            fix="写一句话：谁、在哪里、做什么，例如“沈玉兰捧着一本书，身后是书架”",
        )
