"""通知 as data: what one notice asks for, each limit with its clause and its softness."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from showcase.model.source import NOWHERE, Source


class Knowledge(StrEnum):
    """What we know of a limit: the notice states it, says nothing, or says it in a form we lack."""

    STATED = "stated"
    SILENT = "silent"
    NOT_IN_COPY = "not-in-copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit of a notice.

    `low`/`high` bound a number (either may be None); `about` is a target of “…左右” with `tolerance`
    as a share (0.2 = a fifth either way); `values` is a closed choice; `text` the sentence to print.
    `soft` (左右 一般 原则上 除特殊情况外): only ever a warning.
    """

    knowledge: Knowledge = Knowledge.STATED
    clause: str = ""
    text: str = ""
    soft: bool = False
    low: float | None = None
    high: float | None = None
    about: float | None = None
    tolerance: float = 0.0
    values: tuple[str, ...] = ()
    required: bool = False
    note: str = ""


SILENT = Limit(knowledge=Knowledge.SILENT)
"""What a notice does not mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """One notice. `limits` maps a dotted name ("star.showcase_text") to its limit, in file order."""

    id: str
    title: str
    issuer: str = ""
    document: str = ""
    date: datetime.date | None = None
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    judged_on: datetime.date | None = None
    limits: Mapping[str, Limit] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    source: Source = field(default=NOWHERE, compare=False, repr=False)

    def limit(self, name: str) -> Limit:
        """Return the limit of that name; a name the notice does not mention is SILENT."""
        return self.limits.get(name, SILENT)

    def quota(self, body_class: str, kind: str) -> Limit:
        """Return what a body of that class may send; `any` is for the classes not named apart."""
        own = f"quota.{body_class}.{kind}"
        return self.limit(own if own in self.limits else f"quota.any.{kind}")
