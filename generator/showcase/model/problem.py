"""A problem is a value: what is wrong, where, by which clause, and the cure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops publishing, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    `file` is relative to the root with forward slashes; `line` and `column` count from 1 (0: the
    whole file). `message` and `fix` are Chinese sentences for editors; `clause` cites the notice or
    law behind the rule, empty where the rule is ours.
    """

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    clause: str = ""
    fix: str = ""


def order_of(problem: Problem) -> tuple[str, int, int, str, str]:
    """Sort key: by file, then position, then rule, so that every run prints the same order."""
    return problem.file, problem.line, problem.column, problem.rule, problem.message
