"""Finds the one number of a text that is worth a sheet: how many people, books, evenings, as it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from showcase.kit.cutting import clauses, sentences

_PEOPLE = ("人次", "人", "位", "名", "户")
_THINGS = ("册次", "场次", *"本册篇首种期幅件支个所门节堂课集字道条间盏封项份场张")
_UNIT = "|".join(sorted((*_PEOPLE, *_THINGS), key=lambda unit: -len(unit)))
_HAN = "[一二三四五六七八九十百千两零〇]+"
_BOUND = re.compile("每|不超过|不足|不到|以内|平均")
"""A clause with one of these gives a measure or a limit, not what came of it."""
_NUMBER = re.compile(
    rf"(?<![第0-9.一二三四五六七八九十百千万两零〇几])"
    rf"(?P<digits>[0-9]+(?:\.[0-9]+)?|{_HAN}(?:万{_HAN})?)(?P<about>[多余]?)"
    rf"(?P<large>[万亿]?)(?P<unit>{_UNIT})(?![级楼])"
)
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"": 1, "万": 10**4, "亿": 10**8}
_LEAST = 10
"""Smaller numbers are no news."""


class Figure(NamedTuple):
    """A number in figures ("137", "80 多万"), its counting word, and the clause that tells it."""

    number: str
    unit: str
    told: str


def find_figure(paragraphs: Iterable[str], protected: Iterable[str] = ()) -> Figure | None:
    """Return the largest count of people or things in the text, the first of equals; None without one."""
    kept = tuple(protected)
    found = [
        one
        for paragraph in paragraphs
        for sentence in sentences(paragraph)
        for clause in clauses(sentence, kept)
        for one in _figures(clause)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _figures(clause: str) -> Iterator[tuple[float, Figure]]:
    for match in _NUMBER.finditer(clause) if not _BOUND.search(clause) else ():
        value = number_of(match["digits"])
        if value is None:
            continue
        real = value * _LARGE[match["large"]]
        if real >= _LEAST:
            number = f"{value:.10g}{' ' if match['about'] else ''}{match['about']}{match['large']}"
            yield real, Figure(number, match["unit"], _told(clause))


def _told(clause: str) -> str:
    return clause.strip().strip("，；。！？：")


def number_of(digits: str) -> float | None:
    """Return 137 of 一百三十七 or "137"; None of a guess such as 五六十."""
    if digits[0].isdecimal() and digits.isascii():
        return float(digits)
    if "万" in digits:
        head, _, rest = (number_of(part) if part != "万" else None for part in digits.partition("万"))
        return head * 10**4 + rest if head is not None and rest is not None else None
    total, last, ceiling = 0, 0, 10**5
    for sign in digits:
        if sign in _PLACES:
            if _PLACES[sign] >= ceiling:
                return None
            ceiling = _PLACES[sign]
            total, last = total + (last or 1) * ceiling, 0
        elif last:
            return None
        else:
            last = _DIGITS[sign]
    return float(total + last)
