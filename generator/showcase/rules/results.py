"""The rule on 计划的结果: how many a province means to recognise. It binds decisions, never nominations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from showcase.model.library import Library
from showcase.model.problem import Severity
from showcase.model.records import Record
from showcase.model.rulebook import Rulebook
from showcase.model.terms import HONOUR_TITLES, LEVEL_NAMES, Level, Stage
from showcase.rules.facts import Facts
from showcase.rules.judgement import citation, kind_of
from showcase.rules.registry import Finding, rule


@rule(
    "quota-results",
    Library,
    severity=Severity.WARNING,
    manual="通知写明计划入选多少的，已批准的不超过这个数。只管决定：各地推荐多少，看各地的名额。",
    broken="（通知计划 20 名省级百姓学习之星，已批准 21 名）",
    good="（推荐 33 名，批准 20 名）",
)
def quota_results(_library: Library, facts: Facts) -> Iterator[Finding]:
    """Compare the approved of each notice, level and kind with what the notice plans."""
    for (book, level, kind), records in _decided(facts).items():
        limit = facts.rulebooks[book].limit(f"results.{level}.{kind}")
        if limit.high is not None and len(records) > limit.high:
            what = f"{LEVEL_NAMES[Level(level)]}{HONOUR_TITLES[kind]}"
            yield Finding(
                path="honours",
                message=f"已批准 {len(records)} 个{what}，计划 {limit.high:g} 个",
                fix="对照正式文件核对；文件确实多于计划的，不必处理",
                clause=citation(limit),
                source=records[-1].source,
            )


def _decided(facts: Facts) -> dict[tuple[str, str, str], list[Record]]:
    """Return the records with an approved honour by notice, level and kind, for notices that plan."""
    planning = {book.id for book in facts.rulebooks.values() if _plans(book)}
    found: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for record in facts.records if planning else ():
        for honour in record.honours:
            if honour.rulebook in planning and honour.stage == Stage.APPROVED:
                found[honour.rulebook, honour.level, kind_of(record)].append(record)
    return found


def _plans(book: Rulebook) -> bool:
    return any(name.startswith("results.") and limit.high is not None for name, limit in book.limits.items())
