"""What is wrong with a packet: a problem, whom it is about, and who is to cure it: sender or editor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from showcase.intake.items import Item
from showcase.model.problem import Problem, Severity

_EDITORS = ("photo-alt", "quota-body-unknown", "record-", "consent-", "date-", "reference-", "unused-")
"""Rules on what the editor adds or registers."""

_PLAIN = (("没有写 started", "没有写开始时间"), ("honours", "荣誉"), ("nominated_by", "推荐单位"))
"""Keys of records in the sentences of rules, in the words of the forms."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. `about` is the name of the person or project, "" for the packet as a whole."""

    about: str
    problem: Problem
    editors: bool = False


def of_packet(
    rule: str,
    message: str,
    fix: str,
    *,
    about: str = "",
    file: str = "",
    severity: Severity = Severity.ERROR,
    clause: str = "",
    editors: bool = False,
) -> Finding:
    """Return a finding of ours on a file of a packet, or on the packet."""
    return Finding(about, Problem(f"packet-{rule}", severity, file, 0, 0, message, clause, fix), editors)


def of_rule(item: Item, problem: Problem) -> Finding:
    """Return what a rule of the house found on an item's draft."""
    message = problem.message
    for picture in sorted(item.pictures, key=lambda each: -len(each.file)):
        message = message.replace(picture.file, f"“{picture.origin}”") if picture.file else message
    for word, plain in _PLAIN:
        message = message.replace(word, plain)
    return Finding(item.name, replace(problem, message=message), problem.rule.startswith(_EDITORS))
