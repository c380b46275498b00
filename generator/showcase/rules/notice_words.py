"""Rules on the words of rulebooks: what the notice softens is soft, and what we name is known."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping

from showcase.content.reading import meant
from showcase.model.problem import Severity
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.model.terms import Level, PhotoKind
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

_SOFT = re.compile("左右|一般|原则上|除特殊情况|除非特殊情况|基本不|鼓励|尽可能|最好|优先")
"""Words with which a notice leaves room: what they stand with can only ever be a warning."""

_LEANING = re.compile("重点|倾斜|关注|特别是")
"""Words that lean towards somebody: they may be marked soft, and need not be."""


@rule(
    "notice-soft-unmarked",
    Rulebook,
    severity=Severity.WARNING,
    manual="原文有“左右”“一般”“原则上”“除特殊情况外”“基本不”“鼓励”“尽可能”“最好”“优先”的，"
    "写 soft: true，只作提醒。",
    broken="name: {text: 品牌名称一般不以单位名称上报。, clause: …}",
    good="name: {text: 品牌名称一般不以单位名称上报。, soft: true, clause: …}",
)
def soft_unmarked(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find limits that the notice softens and the rulebook does not."""
    for name, limit in _stated(book):
        found = _SOFT.search(limit.text)
        if found and not limit.soft:
            yield Finding(
                path=f"limits.{name}",
                message=f"{name} 的原文写了“{found[0]}”，却没有写 soft: true",
                fix="补 soft: true",
            )


@rule(
    "notice-soft-unfounded",
    Rulebook,
    severity=Severity.WARNING,
    manual="写了 soft: true 的，原文里要有留余地的话（“左右”“一般”“原则上”“鼓励”“重点”……）。",
    broken="photos: {text: 每人提交照片2张。, soft: true, clause: …}",
    good="photos: {text: 每人提交照片2张。, low: 2, high: 2, clause: …}",
)
def soft_unfounded(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find limits that are soft without a word of the notice behind it."""
    for name, limit in _stated(book):
        if limit.soft and not (_SOFT.search(limit.text) or _LEANING.search(limit.text)):
            yield Finding(
                path=f"limits.{name}",
                message=f"{name} 写了 soft: true，原文里没有留余地的话",
                fix="删去 soft: true，或者把原文里留余地的话抄进 text",
            )


def _stated(book: Rulebook) -> Iterator[tuple[str, Limit]]:
    return (item for item in book.limits.items() if item[1].knowledge == Knowledge.STATED)


def _is_day(word: str) -> bool:
    try:
        return datetime.date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def _is_one_of(*words: str) -> Callable[[str], bool]:
    return frozenset(words).__contains__


_LEVELS = (tuple(Level), "级别")
_DAYS: tuple[tuple[str, ...], str] = ((), "日期")
_WORDS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "star.earlier_honours": _LEVELS,
    "star.honours_preferred": _LEVELS,
    "star.earlier_stars": _LEVELS,
    "project.earlier_projects": _LEVELS,
    "top.scope": _LEVELS,
    "announcement.lists": _LEVELS,
    "announcement.counted": (("calendar", "working"), "天数的算法"),
    "star.photo_kinds": (tuple(PhotoKind), "照片的种类"),
    "top.photos_or_video": (("photos", "video"), "材料"),
    "deadline.day": _DAYS,
    "reports.highlights": _DAYS,
    "reports.summary": _DAYS,
}
"""Limits whose values rules read: the words they may hold (none: a day) and what these are."""


@rule(
    "notice-value-unknown",
    Rulebook,
    severity=Severity.ERROR,
    manual="程序要读的选项只用规定的词：级别、照片的种类、日期（2024-08-22）……，见 docs/rulebooks.md。",
    broken="earlier_honours: {values: [省级], …}",
    good="earlier_honours: {values: [provincial], …}",
)
def value_unknown(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find values that a rule would look for in vain."""
    for name, (words, what) in _WORDS.items():
        known = _is_one_of(*words) if words else _is_day
        for value in book.limit(name).values:
            if not known(value):
                allowed = f"只能写：{'、'.join(words)}" if words else "写成 2024-08-22 的样子"
                yield Finding(
                    path=f"limits.{name}.values",
                    message=f"{name} 的“{value}”不是{what}",
                    fix=meant(value, words, allowed),
                )
