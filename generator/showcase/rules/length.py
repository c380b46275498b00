"""Rules on 字数: the showcase text, and the longer texts of a packet where it has them."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Limit
from showcase.rules.characters import count_characters, without_markdown
from showcase.rules.facts import Facts
from showcase.rules.judgement import Judgement, citation, kind_of
from showcase.rules.registry import Finding, rule

SECTIONS = {
    "主要事迹": "deeds",
    "基本情况": "description",
    "工作总结": "work_summary",
    "推荐意见": "unit_opinion",
    "推介意见": "unit_opinion",
}
"""Words in a `## ` heading, with the name of the limit on the text below it."""


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
        count = count_characters(record.showcase_text)
        more = "，或把细节移到“## 主要事迹”之下"
        yield from _length("宣传展示材料", count, limit, judgement, more)


@rule(
    "text-section-length",
    Star,
    Project,
    manual="资料里写有“## 主要事迹”“## 基本情况”“## 工作总结”“## 单位推荐意见”的，字数按通知的要求；"
    "没有写这些小节的不查，标题、列表的记号不算字数。",
    broken="## 主要事迹（640 字，通知要求不少于 1000 字）",
    good="## 主要事迹（1180 字）",
)
def section_length(record: Record, facts: Facts) -> Iterator[Finding]:
    """Compare the length of the sections that a packet has with what each notice asks for."""
    for section in record.sections:
        name = next((name for words, name in SECTIONS.items() if words in section.title), "")
        for judgement in facts.judgements(record) if name else ():
            limit = judgement.rulebook.limit(f"{kind_of(record)}.{name}")
            count = count_characters(without_markdown(section.markdown).splitlines())
            yield from _length(section.title, count, limit, judgement, "")


def _length(what: str, count: int, limit: Limit, judgement: Judgement, more: str) -> Iterator[Finding]:
    low, high = _bounds(limit)
    if low <= count <= high:
        return
    yield Finding(
        path="body",
        message=f"{what} {count} 字，通知要求 {_wish(limit)}",
        fix=_cure(count, low, high, limit) + (more if count > high else ""),
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


def _cure(count: int, low: float, high: float, limit: Limit) -> str:
    if count < low:
        target = low if limit.about is None else limit.about
        return f"补写约 {target - count:.0f} 字：一个具体的场景、一个数字"
    target = high if limit.about is None else limit.about
    return f"删去约 {count - target:.0f} 字"
