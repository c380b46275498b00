"""What a rule is: an id, a manual text, two examples and one function that yields findings.

A rule says what is wrong and how it is cured; how much that weighs is decided here, once, by the
stage of what is judged: a call's rules bind packets and nominations, not what was approved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from showcase.model.problem import Problem, Severity
from showcase.model.source import Source
from showcase.rules.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found: where, what, the cure, the clause behind it.

    `path` is a key of the subject's Source. `soft`: the notice (or we) only ask, so at most a warning.
    `decided`: whether the honour in question is approved; None asks the subject itself.
    `source` only where a rule of the whole library points at one of its files.
    """

    path: str
    message: str
    fix: str
    clause: str = ""
    soft: bool = False
    decided: bool | None = None
    source: Source | None = None


Judge = Callable[[Any, Facts], Iterator[Finding]]
"""A rule's function: (subject, facts) to findings. The subject's type is one of Rule.subjects."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `severity` None follows the stage (BY_STAGE); a given one holds at every stage (privacy, broken
    references). `clause` is the law or notice behind the rule itself; a rule that reads a rulebook
    cites the limit's own clause in each finding. `broken` and `good` are the smallest examples.
    """

    id: str
    subjects: tuple[type, ...]
    judge: Judge
    manual: str
    broken: str
    good: str
    severity: Severity | None
    clause: str = ""

    def problems(self, subject: object, source: Source, facts: Facts) -> Iterator[Problem]:
        """Yield a problem for each finding on `subject`, which was written at `source`."""
        for found in self.judge(subject, facts):
            problem = (found.source or source).problem(
                self.id,
                self._weight(subject, found, facts),
                found.path,
                found.message,
                fix=found.fix,
                clause=found.clause or self.clause,
            )
            yield facts.excused(problem) if self.severity is BY_STAGE else problem

    def _weight(self, subject: object, found: Finding, facts: Facts) -> Severity:
        if self.severity:
            return self.severity
        decided = facts.is_decided(subject) if found.decided is None else found.decided
        if decided:
            return Severity.NOTE
        return Severity.WARNING if found.soft else Severity.ERROR


BY_STAGE = None
"""The severity of a rule that follows the stage: error (soft: warning) until approved, then a note."""

_RULES: dict[str, Rule] = {}


def rule(
    name: str,
    *subjects: type,
    manual: str,
    broken: str,
    good: str,
    severity: Severity | None = BY_STAGE,
    clause: str = "",
) -> Callable[[Judge], Judge]:
    """Register the decorated function as the rule `name` on values of `subjects`."""

    def register(judge: Judge) -> Judge:
        _add(Rule(name, subjects, judge, manual, broken, good, severity, clause))
        return judge

    return register


def _add(new: Rule) -> None:
    """Keep a rule; raises ValueError when its id is taken: two rules of one id cannot be told apart."""
    if new.id in _RULES:
        raise ValueError(new.id)
    _RULES[new.id] = new


def registered() -> tuple[Rule, ...]:
    """Return every rule registered so far, by id. Ask rules/catalogue.py, which imports them all."""
    return tuple(_RULES[name] for name in sorted(_RULES))
