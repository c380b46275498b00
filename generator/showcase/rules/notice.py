"""Rules on rulebooks themselves: a limit without a clause binds nobody, an impossible one misleads."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.problem import Severity
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule


@rule(
    "notice-clause-missing",
    Rulebook,
    severity=Severity.ERROR,
    manual="规则文件的每一项要求都写出处（clause）：文号和条目。没有出处的要求，不能拿来要求别人。",
    broken="showcase_text: {about: 300}",
    good="showcase_text: {about: 300, clause: 教办职成〔2024〕85号 附件1}",
)
def clause_missing(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find stated limits that cite no clause."""
    for name, limit in book.limits.items():
        if limit.knowledge == Knowledge.STATED and not limit.clause:
            yield Finding(
                path=f"limits.{name}",
                message=f"{name} 没有写出处",
                fix="补 clause: 文号和条目；通知没有说的写 silent，表没有随文印出的写 not-in-copy",
            )


@rule(
    "notice-limit-impossible",
    Rulebook,
    severity=Severity.ERROR,
    manual="下限不大于上限；“左右”的数字和上下限不同时写；通知没有说的（silent、not-in-copy）不写数字。",
    broken="photos: {low: 5, high: 3}",
    good="photos: {low: 3, high: 5}",
)
def limit_impossible(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find limits whose numbers cannot all hold."""
    for name, limit in book.limits.items():
        if why := _contradiction(limit):
            yield Finding(path=f"limits.{name}", message=f"{name} {why}", fix="对照通知原文改正")


def _contradiction(limit: Limit) -> str:
    """Return what is wrong with the numbers of `limit`, or ""."""
    numbers = [number for number in (limit.low, limit.high, limit.about) if number is not None]
    if limit.knowledge != Knowledge.STATED and numbers:
        return "写了通知没有说的数字"
    if limit.about is not None and len(numbers) > 1:
        return "同时写了“左右”和上下限"
    if limit.low is not None and limit.high is not None and limit.low > limit.high:
        return f"下限 {limit.low:g} 大于上限 {limit.high:g}"
    return ""
