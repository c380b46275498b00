"""What a notice asks for, in words: headings of its groups, its numbers with their unit."""

from __future__ import annotations

from showcase.model.limit_names import unit_of
from showcase.model.rulebook import Limit

GROUPS = {
    "quota": "可以推荐多少",
    "results": "计划推介多少",
    "star": "百姓学习之星",
    "project": "终身学习品牌项目",
    "top": "事迹特别感人、特别受百姓喜爱的",
    "technique": "短片的技术要求",
    "submission": "怎样交",
    "deadline": "什么时候交",
    "announcement": "公示",
    "week": "活动周怎样办",
    "reports": "报送什么，什么时候报送",
    "showing": "怎样展示",
}
"""What the first part of a limit's name is about, in the order of a page."""


def amount(name: str, limit: Limit) -> str:
    """Return what a limit asks for in few words: its numbers with their unit, else its sentence."""
    number = _number(limit, unit_of(name))
    if number and limit.values:
        return f"{'、'.join(limit.values)}，各{number}"
    return number or limit.text or "、".join(limit.values) or ("必须有" if limit.required else "见通知")


def _number(limit: Limit, unit: str) -> str:
    if limit.about is not None:
        return f"{limit.about:g}{unit}左右" if limit.soft else f"{limit.about:g}{unit}"
    if limit.low is not None and limit.high is not None:
        span = f"{limit.low:g}—{limit.high:g}" if limit.low != limit.high else f"{limit.low:g}"
        return span + unit
    if limit.low is not None:
        return f"不少于{limit.low:g}{unit}"
    return f"不超过{limit.high:g}{unit}" if limit.high is not None else ""
