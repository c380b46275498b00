"""Rules on rulebooks themselves: a limit without a clause binds nobody, an impossible one misleads."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.content.reading import meant
from showcase.model.limit_names import BODY_CLASSES, KNOWN_LIMITS, QUOTA_KINDS, quota_of
from showcase.model.problem import Severity
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.rules.facts import Facts
from showcase.rules.registry import Finding, rule

_QUOTAS = tuple(f"quota.{body}.{kind}" for body in BODY_CLASSES for kind in QUOTA_KINDS)


@rule(
    "notice-limit-unknown",
    Rulebook,
    severity=Severity.ERROR,
    manual="要求的名称只用 docs/rulebooks.md 列出的；名额写 quota.单位类别.种类，"
    "单位类别要在那张表里，或者 content/bodies.yml 里有这一类的单位。写错了名称的要求，谁也管不着。",
    broken="star: {showcase_txt: {about: 300, …}}",
    good="star: {showcase_text: {about: 300, …}}",
)
def limit_unknown(book: Rulebook, facts: Facts) -> Iterator[Finding]:
    """Find limits under a name that no rule and no page knows."""
    classes = {*BODY_CLASSES, *(body.body_class for body in facts.library.bodies)}
    for name in book.limits:
        quota = quota_of(name)
        if name not in KNOWN_LIMITS and (quota is None or quota[0] not in classes):
            yield Finding(
                path=f"limits.{name}",
                message=f"没有叫 {name} 的要求",
                fix=meant(name, (*KNOWN_LIMITS, *_QUOTAS), "全部名称见 docs/rulebooks.md"),
            )


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
    "notice-limit-empty",
    Rulebook,
    severity=Severity.ERROR,
    manual="写明的要求总有内容：数字、选项、必须，或者至少一句原文（text）。",
    broken="photos: {clause: 二（三）1（2）}",
    good="photos: {clause: 二（三）1（2）, low: 2, high: 2}",
)
def limit_empty(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find stated limits that ask for nothing."""
    for name, limit in _readable(book):
        if limit.knowledge == Knowledge.STATED and not (_numbers(limit) or _words(limit) or limit.text):
            yield Finding(
                path=f"limits.{name}",
                message=f"{name} 只有出处，没有写要求什么",
                fix="补 low、high、about、values、required 或 text；通知没有说的写 silent",
            )


@rule(
    "notice-limit-impossible",
    Rulebook,
    severity=Severity.ERROR,
    manual="下限不大于上限；“左右”的数字和上下限不同时写，幅度（tolerance）和它一起写；"
    "通知没有说的（silent、not-in-copy）不写数字和选项。",
    broken="photos: {low: 5, high: 3}",
    good="photos: {low: 3, high: 5}",
)
def limit_impossible(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find limits whose numbers cannot all hold."""
    for name, limit in _readable(book):
        if why := _contradiction(limit):
            yield Finding(path=f"limits.{name}", message=f"{name} {why}", fix="对照通知原文改正")


def _readable(book: Rulebook) -> Iterator[tuple[str, Limit]]:
    """Yield the limits of which every part could be read: the others have their problem already."""
    refused = {path.rpartition(".")[0] for path in book.source.refused}
    return (item for item in book.limits.items() if f"limits.{item[0]}" not in refused)


def _numbers(limit: Limit) -> list[float]:
    return [number for number in (limit.low, limit.high, limit.about) if number is not None]


def _words(limit: Limit) -> bool:
    return bool(limit.values or limit.required)


def _contradiction(limit: Limit) -> str:
    """Return what is wrong with the numbers of `limit`, or ""."""
    numbers = _numbers(limit)
    if limit.knowledge != Knowledge.STATED and (numbers or _words(limit)):
        return "写了通知没有说的数字" if numbers else "写了通知没有说的内容"
    if any(number < 0 for number in numbers) or not 0 <= limit.tolerance <= 1:
        return "的数字是负数，或者幅度不在 0 到 1 之间"
    if limit.about is not None and len(numbers) > 1:
        return "同时写了“左右”和上下限"
    if (limit.about is None) != (limit.tolerance == 0):
        return "的“左右”（about）和幅度（tolerance）没有一起写"
    if limit.low is not None and limit.high is not None and limit.low > limit.high:
        return f"下限 {limit.low:g} 大于上限 {limit.high:g}"
    return ""


@rule(
    "notice-judged-on-missing",
    Rulebook,
    severity=Severity.ERROR,
    manual="限定项目办了几年的通知，要写明算到哪一天（judged_on）。"
    "通知没有写的由我们定，在 remarks 里说明是我们定的。",
    broken="limits: {project: {running_years: {low: 2, …}}}（没有 judged_on）",
    good="judged_on: 2024-03-28，limits: {project: {running_years: {low: 2, …}}}",
)
def judged_on_missing(book: Rulebook, _facts: Facts) -> Iterator[Finding]:
    """Find notices that count years up to no day."""
    limit = book.limit("project.running_years")
    refused = "judged_on" in book.source.refused
    if limit.knowledge == Knowledge.STATED and book.judged_on is None and not refused:
        yield Finding(
            path="limits.project.running_years",
            message="要求办满几年，却没有写算到哪一天（judged_on）",
            fix="补 judged_on: 2024-03-28 这样的日期；通知没有写的由我们定，在 remarks 里说明",
        )


@rule(
    "notice-twice",
    Rulebook,
    severity=Severity.ERROR,
    manual="一份通知只写一个规则文件：文件名、文号都不和别的规则文件相同，没有文号的标题不相同。",
    broken="document: 教办职成〔2024〕85号（henan-2024.yml 和 henan-2024-copy.yml 里都写着）",
    good="document: 教办职成〔2024〕85号（只在 henan-2024.yml 里）",
)
def notice_twice(book: Rulebook, facts: Facts) -> Iterator[Finding]:
    """Find a notice that an earlier file holds already."""
    for other in facts.library.rulebooks:
        if other is book:
            return
        same = other.document == book.document if book.document else other.title == book.title
        if same or other.id == book.id:
            yield Finding(
                path="document" if book.document else "title",
                message=f"这份通知已经写在 {other.source.file} 里",
                fix="删去一份；是另一份通知的，改正文件名、文号或标题",
            )
            return
