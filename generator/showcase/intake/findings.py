"""What is wrong with a packet: a problem, whom it is about, and who is to cure it: sender or editor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from showcase.intake.items import Item
from showcase.model.problem import Problem, Severity

_EDITORS = ("photo-alt", "quota-body-unknown", "record-", "consent-", "date-", "reference-", "unused-")
"""Rules on what the editor adds or registers."""

_PLAIN = (
    ("没有写 started", "没有写开始时间"),
    ("honours", "荣誉"),
    ("nominated_by", "推荐单位"),
    ("移到“## 主要事迹”之下", "移到“主要事迹”一栏"),
    ("移到“## 基本情况”之下", "移到“基本情况”一栏"),
)
"""Keys of records in the sentences of rules, in the words of the forms."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. `about` is the person or project as the papers said it then; None: the packet."""

    about: Item | None
    problem: Problem
    editors: bool = False


def of_packet(
    rule: str,
    message: str,
    fix: str,
    *,
    about: Item | None = None,
    file: str = "",
    severity: Severity = Severity.ERROR,
    clause: str = "",
    editors: bool = False,
) -> Finding:
    """Return a finding of ours on a file of a packet, or on the packet."""
    return Finding(about, Problem(f"packet-{rule}", severity, file, 0, 0, message, clause, fix), editors)


def of_rule(item: Item, problem: Problem) -> Finding:
    """Return what a rule of the house found on an item's draft."""
    message = _as_sent(problem.message, {p.file: p.origin for p in item.pictures if p.file})
    fix = problem.fix
    for word, plain in _PLAIN:
        message, fix = message.replace(word, plain), fix.replace(word, plain)
    return Finding(item, replace(problem, message=message, fix=fix), problem.rule.startswith(_EDITORS))


def _as_sent(message: str, names: Mapping[str, str]) -> str:
    """Return a sentence with the names that photographs came under in the place of ours."""
    ours = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(f" ?({ours}) ?", lambda found: f"“{names[found[1]]}”", message) if names else message
