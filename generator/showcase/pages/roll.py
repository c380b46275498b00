"""名录: names only, by pinyin, for the eye that knows whom it wants."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from markupsafe import Markup
from pypinyin import Style, lazy_pinyin

from showcase.model.records import Record, Star
from showcase.pages.cards import place_of
from showcase.pages.prose import breakable, surname
from showcase.pages.view import View

# Characters that are read otherwise as a surname than in running text.
_AS_SURNAME = {
    "单": "shan4", "仇": "qiu2", "曾": "zeng1", "解": "xie4", "查": "zha1", "区": "ou1", "任": "ren2",
    "朴": "piao2", "盖": "ge3", "华": "hua4", "覃": "qin2", "翟": "zhai2", "乐": "yue4", "缪": "miao4",
    "尉迟": "yu4chi2", "万俟": "mo4qi2", "长孙": "zhang3sun1", "澹台": "tan2tai2",
}  # fmt: skip


class RollName(NamedTuple):
    """One line: the name, its link, where it is from; a two-character star's name is spaced."""

    name: Markup
    href: str
    place: str
    two: bool


def roll(view: View, records: Iterable[Record]) -> list[RollName]:
    """Return the names in the order of their readings; equal readings by code point, then address."""
    ordered = sorted(records, key=lambda r: (_key(r), r.name, r.address))
    return [
        RollName(
            breakable(record.name),
            view.href(record.address),
            place_of(view, record),
            isinstance(record, Star) and len(record.name) == 2,
        )
        for record in ordered
    ]


def _key(record: Record) -> tuple[str, ...]:
    if isinstance(record, Star) and record.pinyin:
        return tuple(record.pinyin.split())
    signs = "".join(sign for sign in record.name if sign.isalnum())
    family = surname(signs) if isinstance(record, Star) else ""
    head = _AS_SURNAME.get(family) or "".join(map(_reading, family))
    return (*([head] if head else []), *map(_reading, signs[len(family) :]))


@cache
def _reading(sign: str) -> str:
    return lazy_pinyin(sign, style=Style.TONE3, neutral_tone_with_five=True)[0]
