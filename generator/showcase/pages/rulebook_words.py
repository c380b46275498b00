"""What a notice asks for, in words: its numbers with their unit."""

from __future__ import annotations

from showcase.content.wording import ui
from showcase.model.limit_names import unit_of
from showcase.model.rulebook import Limit


def amount(name: str, limit: Limit) -> str:
    """Return what a limit asks for in few words: its numbers with their unit, else its sentence."""
    number = _number(limit, unit_of(name))
    if number and limit.values:
        return ui.rulebook.each.format(what="、".join(limit.values), number=number)
    return number or limit.text or "、".join(limit.values) or _unsaid(limit)


def _unsaid(limit: Limit) -> str:
    return ui.rulebook.required if limit.required else ui.rulebook.see


def _number(limit: Limit, unit: str) -> str:
    if limit.about is not None:
        return (
            ui.rulebook.about_so.format(number=f"{limit.about:g}{unit}")
            if limit.soft
            else f"{limit.about:g}{unit}"
        )
    if limit.low is not None and limit.high is not None:
        span = f"{limit.low:g}—{limit.high:g}" if limit.low != limit.high else f"{limit.low:g}"
        return span + unit
    if limit.low is not None:
        return ui.rulebook.at_least.format(number=f"{limit.low:g}{unit}")
    if limit.high is None:
        return ""
    return ui.rulebook.at_most.format(number=f"{limit.high:g}{unit}")
