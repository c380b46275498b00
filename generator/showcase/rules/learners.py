"""The rule on 参与学习人数: 人 and 人次, 线上 and 线下 apart, exactly as each notice words them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.model.parts import Count
from showcase.model.records import Project
from showcase.model.rulebook import Limit, Rulebook
from showcase.model.terms import CountUnit, Mode
from showcase.rules.facts import Facts
from showcase.rules.judgement import Judgement, citation
from showcase.rules.registry import Finding, rule


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to be enough: which rows count (by mode; 人 only, or visits as well), and its words."""

    words: str
    modes: frozenset[Mode]
    people_only: bool = False

    def holds(self, count: Count, low: float) -> bool:
        """Whether one row alone reaches `low`; one person is at least one visit, never the other way."""
        counted = count.unit == CountUnit.PEOPLE or not self.people_only
        return counted and count.mode in self.modes and count.value >= low


_ANY = frozenset(Mode)
_WAYS = {
    "people": _Way("人", _ANY, people_only=True),
    "people_onsite": _Way("人（线下）", frozenset({Mode.ONSITE}), people_only=True),
    "visits": _Way("人次", _ANY),
    "visits_onsite": _Way("人次（线下）", frozenset({Mode.ONSITE})),
    "visits_online": _Way("人次（线上）", frozenset({Mode.ONLINE})),
    "visits_both": _Way("人次（线上线下）", _ANY),
}
"""By the last part of a limit's name. 线上线下 together are reached when one of the two alone is enough."""

_ONE_MODE = frozenset({Mode.ONSITE, Mode.ONLINE})


@rule(
    "project-learners",
    Project,
    manual="每年参与学习人数按通知的要求，达到写明的任意一项即可。人次与线上线下各按各的限额，从不相加；"
    "人数可以顶人次（一人至少一次），人次不能顶人数。只看开始之后、推介之前的整年。",
    broken="learners: [{year: 2023, count: 300, unit: visits, mode: onsite}]",
    good="learners: [{year: 2023, count: 2600, unit: visits, mode: onsite}]",
)
def learners(project: Project, facts: Facts) -> Iterator[Finding]:
    """Find whole years in which no count of the project reaches any of the notice's limits."""
    for judgement in facts.judgements(project):
        limits = _limits(judgement.rulebook)
        for path, message in _short_years(project, judgement, limits) if limits else ():
            yield Finding(
                path=path,
                message=message,
                fix="核对人、人次和线上、线下的口径；补上每年的数字",
                clause=citation(*limits.values()),
                soft=all(limit.soft for limit in limits.values()),
                decided=judgement.decided,
            )


def _limits(book: Rulebook) -> dict[str, Limit]:
    """Return the limits that the notice states, by the last part of their names."""
    limits = {name: book.limit(f"project.learners.{name}") for name in _WAYS}
    return {name: limit for name, limit in limits.items() if limit.low is not None}


def _short_years(
    project: Project, judgement: Judgement, limits: dict[str, Limit]
) -> Iterator[tuple[str, str]]:
    """Yield (key path, sentence) for each whole year that is short, or for learners not given."""
    if not project.learners:
        yield "learners", f"没有写参与学习人数，通知要求{_asked(limits)}"
    began = project.started if isinstance(project.started, int) else getattr(project.started, "year", 0)
    reached: dict[int, bool] = {}
    for row in project.learners:
        reached[row.year] = reached.get(row.year, False) or _enough(row.count, limits)
    for year, enough in reached.items():
        if not enough and began < year < judgement.year:
            place = next(i for i, row in enumerate(project.learners) if row.year == year)
            yield f"learners[{place}]", f"{year} 年参与学习人数不足，通知要求{_asked(limits)}"


def _asked(limits: dict[str, Limit]) -> str:
    words = (f"{limit.low:g} {_WAYS[name].words}" for name, limit in limits.items())
    return "每年不少于 " + "或 ".join(words)


def _enough(count: Count, limits: dict[str, Limit]) -> bool:
    return any(
        _WAYS[name].holds(count, limit.low or 0) and not _is_meant_apart(name, count, limits)
        for name, limit in limits.items()
    )


def _is_meant_apart(name: str, count: Count, limits: dict[str, Limit]) -> bool:
    """Whether a count of both modes is held to the notice's own limit for 线上线下, not to the plain one."""
    return name == "visits" and "visits_both" in limits and count.mode not in _ONE_MODE
