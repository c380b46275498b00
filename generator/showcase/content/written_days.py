"""Days as people write them in tables: 2026-06-17, 6月17日—23日, 六月, 6.17-6.23, 待定."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

from showcase.model.days import MaybeDay, Month

_DIGITS = "〇一二三四五六七八九"
_HANZI_NUMBER = re.compile(r"[一二三四五六七八九十]+(?=[月日号])")
_HANZI_YEAR = re.compile(r"[〇一二三四五六七八九]{4}(?=年)")
_UNKNOWN = re.compile(r"(日期|时间|具体时间)?(待定|未定|未知|另定|暂无|不详|/|-+|—+|无)?")
_AROUND = re.compile(
    r"^(大约|约|预计|拟定?|暂定|计划)|[(（][^)）]*(周|星期|待定)[^)）]*[)）]|(举办|举行|开始|开幕)$"
)
_VAGUE = re.compile(r"[上中下]旬|[月年][初中底末]|左右|前后|期间|[上下]半|第.周|季度")
_FROM = re.compile(r"(起|开始|以后)$")
_STRONG = re.compile(r"[—–~～至到]+|\.{3,}|…+")
_CHINESE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月份?)?(?:(\d{1,2})[日号]?)?")
_NUMERIC = re.compile(r"(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})()")
_LONGEST = 100
"""No days take so many signs; a cell can hold 32,767."""
_SERIAL = re.compile(r"4\d{4}")

_FORMS = "知道日期的写成 2026-06-17 或 6月17日—23日，只知道月份的写“6月”，不知道的写“待定”"


class NotDays(ValueError):  # noqa: N818 - reads as the sentence that it prints
    """The text says no days; `args` are a Chinese sentence and its cure."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day as written; both None when they are not known yet."""

    start: MaybeDay = None
    end: MaybeDay = None


def read_days(text: str, year: int) -> Days:
    """Return the days that `text` says in `year`; raises NotDays when it says none, or another year's."""
    if len(text) > _LONGEST:
        raise NotDays(f"“{text[:_LONGEST]}……”不是日期", _FORMS)
    plain = _plain(text)
    if _UNKNOWN.fullmatch(plain):
        return Days()
    if _VAGUE.search(plain):
        raise NotDays(f"“{text}”说不准是哪一天", _FORMS)
    if _SERIAL.fullmatch(plain):
        raise NotDays(f"“{text}”是没有设成日期的单元格", "选中这一列，把单元格格式设成“日期”")
    first, last = _parted(_FROM.sub("", plain))
    start = _point(text, first, year, None)
    end = _point(text, last, year, start) if last else None
    if end and start and _order(end) < _order(start):
        raise NotDays(f"“{text}”的最后一天在第一天之前", "核对月份和日期")
    for day in (start, end):
        if day and day.year != year:
            raise NotDays(f"“{text}”是 {day.year} 年的，这是 {year} 年的日程", "核对年份")
    return Days(start, end)


def _plain(text: str) -> str:
    """Return `text` with plain figures and without blanks, weekdays and words like 预计."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    plain = _HANZI_YEAR.sub(lambda found: "".join(str(_DIGITS.index(c)) for c in found[0]), plain)
    plain = _HANZI_NUMBER.sub(lambda found: str(_number(found[0])), plain)
    return _AROUND.sub("", plain)


def _number(hanzi: str) -> int:
    tens, ten, ones = hanzi.rpartition("十")
    return (10 * (_DIGITS.find(tens) if tens else 1) if ten else 0) + (_DIGITS.find(ones) if ones else 0)


def _parted(plain: str) -> tuple[str, str]:
    """Return the first and the last day of a span; a hyphen parts them where it parts no date."""
    parts = _STRONG.split(plain, maxsplit=1)
    if len(parts) == 1 and re.search(r"[月日号./]", plain):
        parts = plain.split("-", 1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _point(text: str, part: str, year: int, before: MaybeDay) -> datetime.date | Month:
    found = _YEAR_MONTH.fullmatch(part) or _NUMERIC.fullmatch(part) or _CHINESE.fullmatch(part)
    if not found or not any(found.groups()):
        raise NotDays(f"“{text}”不是日期", _FORMS)
    of_year, month, day = (int(group) if group else None for group in found.groups())
    of_year = of_year or (before.year if before else year)
    month = month or (before.month if before else None)
    if month is None:
        raise NotDays(f"“{text}”没有写月份", _FORMS)
    try:
        first = datetime.date(of_year, month, day or 1)
    except ValueError:
        raise NotDays(f"没有“{text}”这一天", "核对月份和日期") from None
    return first if day else Month(first.year, first.month)


def _order(day: datetime.date | Month) -> tuple[int, int, int]:
    return (day.year, day.month, day.day) if isinstance(day, datetime.date) else (day.year, day.month, 31)
