"""What one file is read with: its name, the problems found so far and the place of each key."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

import yaml

from showcase.model.problem import Problem, Severity
from showcase.model.source import Source


class _Missing(Enum):
    MISSING = 0


MISSING: Final = _Missing.MISSING
"""What a converter returns when nothing usable was written; the problem is already reported."""


@dataclass(slots=True)
class Reading:
    """One file while it is read. `region` is the slug that the file lies under ("" when none)."""

    file: str
    region: str = ""
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    body_line: int = 1
    refused: set[str] = field(default_factory=set)

    def at(
        self,
        place: tuple[int, int],
        rule: str,
        message: str,
        fix: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a problem at (line, column), both from 1; (0, 0) is the whole file."""
        self.problems.append(Problem(rule, severity, self.file, *place, message, "", fix))

    def report(
        self,
        node: yaml.Node | yaml.Token,
        rule: str,
        message: str,
        fix: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a problem at the place where `node` is written."""
        self.at(place_of(node), rule, message, fix, severity)

    def source(self) -> Source:
        """Return the file and the places of its keys, for judgements made later."""
        return Source(self.file, self.places, self.body_line, frozenset(self.refused))


def place_of(node: yaml.Node | yaml.Token) -> tuple[int, int]:
    """Return (line, column) of a node or token, both from 1."""
    mark = node.start_mark
    return mark.line + 1, mark.column + 1


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like `word`, or "" when none does."""
    found = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return found[0] if found else ""


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return the cure for a word that is not known: the nearest known one, or `otherwise`."""
    found = nearest(word, known)
    return f"是不是想写“{found}”？" if found else otherwise
