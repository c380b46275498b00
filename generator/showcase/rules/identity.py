"""Whether two names and units mean one person or one project, however they were written.

Names are compared folded (spaces, any middle dot, Traditional forms, full-width letters, quotation
and book marks fall away). A name alone decides nothing: the place and the unit are the evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cache

from showcase.model.folding import fold
from showcase.model.prefectures import region_of
from showcase.model.regions import REGIONS

_MARKS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?")
_TAIL = re.compile("(?:终身学习|品牌|项目|工程|计划|活动|行动|系列)+$")
_PLACES = re.compile(r"[^省市县区旗盟]{1,9}?(?:自治[区州县]|省|地区|(?<![社小校园景厂])区|市|县|旗|盟)")

LIKE = 0.8
"""How much of two names of projects must agree: one character of five, or two of ten, may differ."""
_SAME_UNIT = 0.7


class Likeness(IntEnum):
    """How sure it is that two are one."""

    OTHER = 0
    MAYBE = 1
    SURE = 2


def person_key(name: str) -> str:
    """Return a person's name as it is compared: 王　芳 and 王芳, 阿依古丽•买买提 and 阿依古丽·买買提."""
    return _MARKS.sub("", fold(name))


def project_key(name: str, hosts: tuple[str, ...] = ()) -> str:
    """Return a project's name without marks, years, 项目/工程/活动/… at its end, its place at the start."""
    key = _YEAR.sub("", _MARKS.sub("", fold(name)))
    for place in (place for host in hosts for place in place_of(host).chain):
        key = key.removeprefix(place)
    return _TAIL.sub("", key) or key


@dataclass(frozen=True, slots=True)
class Place:
    """A unit taken apart: its chain of places (青柳县), what is left (城关镇桥头社区), its region or ""."""

    chain: tuple[str, ...]
    rest: str
    region: str

    @property
    def last(self) -> str:
        """The narrowest place, "" when the unit names none below a province."""
        return self.chain[-1] if self.chain and not self.chain[-1].endswith("省") else ""


@cache
def place_of(unit: str) -> Place:
    """Take the name of a unit apart."""
    key, chain, at = _MARKS.sub("", fold(unit)), [], 0
    while found := _PLACES.match(key, at):
        chain.append(found[0])
        at = found.end()
    return Place(tuple(chain), key[at:], _region(chain))


def _region(chain: list[str]) -> str:
    """Return the slug of the province that a chain of places says or implies."""
    for place in chain[:2]:
        said = next((r.slug for r in REGIONS.values() if place in (r.name, r.short)), "")
        if slug := said or region_of(place):
            return province(slug)
    return ""


def province(region: str) -> str:
    """Return the province of a 计划单列市, every other region as it is."""
    return (REGIONS[region].parent or region) if region in REGIONS else region


def same_place(one: Place, other: Place) -> bool:
    """Whether the narrowest place of one unit is a place of the other's."""
    return bool(one.last and other.last) and (one.last in other.chain or other.last in one.chain)


def same_unit(one: Place, other: Place) -> bool:
    """Whether two units are one, perhaps renamed (教育局, 教育体育局) or written shorter."""
    if one.last and other.last and not same_place(one, other):
        return False
    if one.rest == other.rest:
        return bool(one.rest) or same_place(one, other)
    return SequenceMatcher(None, one.rest, other.rest).ratio() >= _SAME_UNIT


def alike(one: str, other: str, *, same_host: bool) -> bool:
    """Whether two keys of projects differ by no more than a slip of the pen.

    Of one host any two near names count. Of two hosts characters may only be added or left out: a
    replaced one makes another name as a rule (渡口手艺课, 巷口手艺课).
    """
    if min(len(one), len(other)) < 4 or len(set(one) & set(other)) < LIKE * len(set(one)) - 1:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < LIKE:
        return False
    return same_host or all(change != "replace" for change, *_ in matcher.get_opcodes())
