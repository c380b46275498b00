"""Where a record was written, so that a judgement made later can still point at the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Source:
    """The file of a record and the place of each of its keys.

    `places` maps a key's path ("name", "honours[0].date", "photos[1].alt") to (line, column), both
    from 1. `body_line` is the first line of the text below the front matter. `refused` holds the paths
    that were written but could not be used, so that no rule calls them missing a second time.
    """

    file: str
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    body_line: int = 1
    refused: frozenset[str] = frozenset()

    def place(self, path: str = "") -> tuple[int, int]:
        """Return (line, column) of `path`, or of the nearest key above it, or (1, 1)."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return 1, 1

    def problem(
        self, rule: str, severity: Severity, path: str, message: str, *, fix: str = "", clause: str = ""
    ) -> Problem:
        """Make a problem that points at the key `path` of this record ("body" is the text below)."""
        line, column = (self.body_line, 1) if path == "body" else self.place(path)
        return Problem(rule, severity, self.file, line, column, message, clause, fix)


NOWHERE = Source("")
