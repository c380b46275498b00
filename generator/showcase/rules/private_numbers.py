"""Private numbers by their own laws: telephones, identity numbers, bank cards."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from showcase.rules.disguise import DIGIT, Group, lengths_of, plain, windows

Span = tuple[int, int]

_MOBILE = re.compile(r"(?P<prefix>(?:00)?86)?1[3-9]\d{9}")
_AREA = r"0(?:10|2\d|[3-9]\d{2})"
_LANDLINE = re.compile(rf"(?:{_AREA}|(?:00)?86(?:10|2\d|[3-9]\d{{2}}))[2-8]\d{{6,7}}")
_ABROAD = re.compile(r"(?:00)?86")

_SHAPES = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (5, 6), (4, 7), (6, 5), (3, 3, 5), (3, 5, 3), (4, 3, 4), (5, 3, 3)}
    | {(3, 2, 2, 2, 2), (2, 3, 3, 3), (3, 3, 3, 2), (3, 2, 3, 3), (1, 2, 4, 4), (1, 10), (1, 3, 3, 4)}
    | {(9, 2), (8, 3), (2, 9), (10, 1)}
)
"""How people group a mobile number; “1600 2000 300” is three counts, not a number."""
_LANDLINE_SHAPES = frozenset(
    {(7,), (8,), (4, 4), (3, 4), (2, 2, 2, 2), (2, 3, 3), (3, 2, 2), (4, 2, 2), (3, 5)}
)
"""How they group a landline behind its area code; “05 2024 05 2025” is two months."""

_COUNTED = re.compile(
    r"\s{0,2}(?:人|元|次|册|字|万|亿|吨|公里|平方|千|毫秒|秒|件|条|篇|票|点|个|小时|分|KB|MB)"
)
_BEFORE_PHONE = re.compile(
    r"(?:手机|手機|电话|電話|联系|联络|致电|拨打|微信|[Tt]el|[Pp]hone)[^0-9。；\n\0]{0,8}\Z"
)
_DASHES = frozenset("-‐‑‒–—―−﹣")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SPELT = re.compile(
    rf"[{DIGIT}](?<![{DIGIT}].)(?:\s?[、，,/|]\s?[{DIGIT}]){{10}}(?!\s?[、，,/|]?\s?[{DIGIT}])"
)
_BEFORE_PAPER = re.compile(
    r"(?:信用代码|信用码|注册号|组织机构|登记号|许可证|备案|IMEI|ISBN|ISSN|条码)[^0-9\0]{0,6}\Z"
)
_BEFORE_ID = re.compile(r"(?:身份证|证件|公民身份)[^0-9。；\n\0]{0,8}\Z")
_BEFORE_CARD = re.compile(r"(?:卡号|银行卡|储蓄卡|信用卡|账号|帐号|账户|帐户|开户)[^0-9。；\n\0]{0,12}\Z")
_REACH = 24
"""How many signs before a number may say what it is."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_CARD = re.compile(r"(?:62\d{14,17}|9558\d{15}|60[13]\d{13,16}|4\d{15}|5[1-5]\d{14}|35[2-8]\d{13})")
_CARD_BEGINS = re.compile(rf"{_CARD.pattern}|.{{9,20}}\Z")
"""Where a row of digits is looked at: as a card by its own law, or as the last of its run, called a card."""


def mobiles(text: str, run: tuple[Group, ...]) -> Iterator[Span]:
    """Yield mobile numbers (11 digits from 13… to 19…, +86 before them or not)."""
    for groups, digits in windows(run, 11, 15, _MOBILE):
        found = _MOBILE.fullmatch(digits)
        if found and _is_mobile(text, groups, found["prefix"] or "") and not _is_count(text, groups):
            yield _span(groups)


def landlines(text: str, run: tuple[Group, ...]) -> Iterator[Span]:
    """Yield landlines with their area code."""
    for groups, digits in windows(run, 10, 16, _LANDLINE):
        if _LANDLINE.fullmatch(digits) and _is_landline(text, groups):
            yield _span(groups)


def identities(text: str, run: tuple[Group, ...]) -> Iterator[Span]:
    """Yield identity numbers: 18 digits (GB 11643), 15 of the old style, or 17 to 18 that are called so."""
    for groups, digits in windows(run, 15, 18):
        if len(digits) not in (15, 18):
            continue
        before = _before(text, groups)
        is_one = _is_identity(digits) or _is_old_identity(digits, groups) or _BEFORE_ID.search(before)
        if is_one and not _BEFORE_PAPER.search(before):
            yield _span(groups)


def cards(text: str, run: tuple[Group, ...]) -> Iterator[Span]:
    """Yield bank cards: a known beginning, the right length and check digit; or digits that are called so."""
    for groups, digits in windows(run, 9, 20, _CARD_BEGINS):
        known = _CARD.fullmatch(digits) and _is_luhn(digits) and _is_card_shaped(groups)
        if not known and groups[-1] is not run[-1]:
            continue
        before = _before(text, groups)
        if (known or _BEFORE_CARD.search(before)) and not _BEFORE_PAPER.search(before):
            yield _span(groups)


def _span(groups: tuple[Group, ...]) -> Span:
    return groups[0].start, groups[-1].end


def _before(text: str, groups: tuple[Group, ...]) -> str:
    return text[max(0, groups[0].start - _REACH) : groups[0].start]


def _is_count(text: str, groups: tuple[Group, ...]) -> bool:
    return _COUNTED.match(text, groups[-1].end) is not None or text.startswith("%", groups[-1].end)


def spelt(text: str) -> Iterator[Span]:
    """Yield mobile numbers that are spelt digit by digit, with commas in between."""
    for found in _SPELT.finditer(text):
        if _MOBILE.fullmatch(re.sub("[^0-9]", "", plain(found[0]))):
            yield found.span()


def _is_mobile(text: str, groups: tuple[Group, ...], prefix: str) -> bool:
    """Whether eleven digits are set as a number, or are called one, or are parted by dashes only."""
    if _is_grouped(groups, prefix) or _BEFORE_PHONE.search(_before(text, groups)):
        return True
    apart = {text[one.end : other.start] for one, other in pairwise(groups)}
    return not any(_YEAR.fullmatch(group.digits) for group in groups) and apart <= _DASHES


def _is_grouped(groups: tuple[Group, ...], prefix: str) -> bool:
    lengths = lengths_of(groups)
    if prefix and groups[0].digits == prefix:
        lengths = lengths[1:]
    return bool(prefix and len(groups) == 1) or lengths in _SHAPES or set(lengths) == {1}


def _is_landline(text: str, groups: tuple[Group, ...]) -> bool:
    """Whether the groups are set as a landline; without its 0 the number needs the + or 00 before 86."""
    first = groups[0]
    if first.digits.startswith("86") and "+" not in text[max(0, first.start - 2) : first.start]:
        return False
    if _ABROAD.fullmatch(first.digits):
        return lengths_of(groups[2:]) in _LANDLINE_SHAPES or len(groups) == 2
    lengths = lengths_of(groups)
    apart = bool(re.fullmatch(_AREA, first.digits)) and lengths[1:] in _LANDLINE_SHAPES
    return apart or len(groups) == 1 or set(lengths) == {1}


def _is_identity(digits: str) -> bool:
    if not re.fullmatch(r"[1-9]\d{16}[\dX]", digits) or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[17]


def _is_old_identity(digits: str, groups: tuple[Group, ...]) -> bool:
    old = len(digits) == 15 and _PROVINCE.match(digits) and _is_day(f"19{digits[6:12]}")
    return bool(old) and lengths_of(groups) in {(15,), (6, 6, 3), (6, 9)}


def _is_day(digits: str) -> bool:
    try:
        day = datetime.date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    except ValueError:
        return False
    return 1900 <= day.year <= 2099


def _is_luhn(digits: str) -> bool:
    doubled = (sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(reversed(digits)))
    return sum(doubled) % 10 == 0


def _is_card_shaped(groups: tuple[Group, ...]) -> bool:
    lengths = lengths_of(groups)
    fours = set(lengths[:-1]) == {4} and lengths[-1] <= 4
    return len(lengths) == 1 or fours or set(lengths) == {1} or lengths in {(6, 13), (6, 10), (8, 8)}
