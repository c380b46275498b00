"""Numbers in disguise: full-width digits, Chinese numerals, spaces, dashes, brackets in between."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

_DIGIT = "[0-9０-９〇零一二三四五六七八九幺]"
_GAP = "[ \\t\u00a0\u2000-\u200f\u2060\u3000\ufeff\\-‐‑‒–—－−·•.．()（）]{0,3}+"
_RUN = re.compile(f"{_DIGIT}(?:{_GAP}{_DIGIT}){{9,}}+(?:{_GAP}[XxＸｘ](?![A-Za-z]))?")
_PLAIN = str.maketrans(
    "０１２３４５６７８９〇零一二三四五六七八九幺Ｘｘx", "0123456789" + "00123456789" + "1" + "XXX"
)

_MOBILE = re.compile(r"(?:(?:00)?86)?(1[3-9]\d{9})")
_AREA = re.compile(r"0(?:10|2\d|[3-9]\d{2})")
_LANDLINE = re.compile(_AREA.pattern + r"[2-8]\d{6,7}")
_CALLS = ("电话", "手机", "座机", "致电", "拨打", "固话")
_CALLED = re.compile(
    f"(?:{'|'.join(_CALLS)})(?:号码)?[：:是为\\s]{{0,3}}[2-8２-８](?:{_GAP}{_DIGIT}){{6,7}}(?!{_GAP}{_DIGIT})"
)

_SHAPES = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (5, 6), (4, 7), (6, 5), (3, 3, 5), (3, 5, 3), (4, 3, 4), (5, 3, 3)}
)
"""How people group a mobile number; “1600 2000 300” is three counts, not a number."""
_LANDLINE_SHAPES = frozenset({(7,), (8,), (4, 4), (3, 4)})
"""How they group a landline behind its area code; “05 2024 05 2025” is two months."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@lru_cache(maxsize=4)  # three rules ask for the runs of the same text
def number_runs(text: str) -> tuple[tuple[str, ...], ...]:
    """Return each run of at least ten digits in `text` as its groups, in ASCII digits and X."""
    runs = (run.translate(_PLAIN) for run in _RUN.findall(text))
    return tuple(tuple(re.findall(r"[0-9X]+", run)) for run in runs)


def has_mobile(text: str) -> bool:
    """Whether `text` holds a mobile number (11 digits from 13… to 19…, +86 before it or not)."""
    for run in number_runs(text):
        for groups in _windows(run):
            found = _MOBILE.fullmatch("".join(groups))
            if found and _is_grouped(groups, "".join(groups)[:-11] if found else ""):
                return True
    return False


def has_landline(text: str) -> bool:
    """Whether `text` holds a landline: with its area code, or called a telephone in so many words."""
    runs = (groups for run in number_runs(text) for groups in _windows(run))
    return any(map(_is_landline, runs)) or is_called_telephone(text)


def is_called_telephone(text: str) -> bool:
    """Whether `text` says that seven or eight digits are a telephone: “电话：65900000”."""
    return any(word in text for word in _CALLS) and bool(_CALLED.search(text))


def has_id_number(text: str) -> bool:
    """Whether `text` holds an 18-digit identity number (GB 11643: birth date and check digit)."""
    return any(_is_id("".join(groups)) for run in number_runs(text) for groups in _windows(run))


def _windows(run: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every row of neighbouring groups with 11 to 18 digits or so: two numbers may touch."""
    for first in range(len(run)):
        length = 0
        for last in range(first, len(run)):
            length += len(run[last])
            if length > 18:
                break
            if length >= 10:
                yield run[first : last + 1]


def _is_grouped(groups: tuple[str, ...], prefix: str) -> bool:
    lengths = tuple(map(len, groups))
    if prefix and lengths[0] == len(prefix):
        lengths = lengths[1:]
    return bool(prefix) or lengths in _SHAPES or set(lengths) == {1}


def _is_landline(groups: tuple[str, ...]) -> bool:
    if not _LANDLINE.fullmatch("".join(groups)):
        return False
    lengths = tuple(map(len, groups))
    apart = bool(_AREA.fullmatch(groups[0])) and lengths[1:] in _LANDLINE_SHAPES
    return apart or len(groups) == 1 or set(lengths) == {1}


def _is_id(digits: str) -> bool:
    if not re.fullmatch(r"[1-9]\d{16}[\dX]", digits) or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[17]


def _is_day(digits: str) -> bool:
    try:
        return 1900 <= datetime.date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}").year <= 2099
    except ValueError:
        return False
