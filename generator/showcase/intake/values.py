"""What forms say of days and numbers, as people write them, to what records hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:\s*[年.\-/]\s*(?P<month>\d{1,2})(?:\s*[月.\-/]\s*(?P<day>\d{1,2}))?)?(?!\d)"
)
_RUN_ON = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?(?!\d)")
_SPELT_YEAR = re.compile(r"[一二][〇零○九一二三四五六七八]{3}(?=\s*年)")
_COUNT = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<many>万)?\s*(?:余|多|来)?\s*(?P<unit>人次|人|次|名)?"
)
_MOST_DIGITS = 15
"""As in records (content/numbers.py); more is a slip, or several numbers in one."""
_YEAR_BEFORE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年度?")


def days_in(text: str) -> list[str]:
    """Return the days, months or years of a text as records write them: 2016年9月 and 201609 are 2016-09."""
    plain = unicodedata.normalize("NFKC", text)
    plain = _SPELT_YEAR.sub(lambda found: found[0].translate(_DIGITS), plain)
    plain = _RUN_ON.sub(lambda found: ".".join(filter(None, found.groups())), plain)
    return [_written(found) for found in _DAY.finditer(plain)]


def _written(found: re.Match[str]) -> str:
    year, month, day = found["year"], int(found["month"] or 0), int(found["day"] or 0)
    if not 1 <= month <= 12:
        return year
    return f"{year}-{month:02d}" + (
        f"-{day:02d}" if 1 <= day <= 28 or 1 <= day <= _last_day(int(year), month) else ""
    )


def _last_day(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def counts_in(text: str, label: str, year: int) -> Iterator[tuple[dict[str, str | int], bool]]:
    """Yield what a text says of learners, as records write it, and whether it says the year.

    “线下1200人次，线上 1.2 万人次” is two counts. The unit is that of the text, else that of the `label`
    (人次, 次); `year` stands where the text names none.
    """
    plain = unicodedata.normalize("NFKC", text).replace("，", ",")
    said_year = 0
    for part in re.split(r"[;；、\n。]|,(?!\d{3}(?!\d))", plain):
        if own := _YEAR_BEFORE.search(part):
            said_year = int(own[1])
        found = _COUNT.search(_YEAR_BEFORE.sub("", part))
        if not found:
            continue
        digits = found["number"].replace(",", "")
        if len(digits) > _MOST_DIGITS:
            continue
        value = round(float(digits) * (10_000 if found["many"] else 1))
        unit = found["unit"] or ("人次" if "次" in label else "人")
        row: dict[str, str | int] = {"year": said_year or year, "count": value}
        row["unit"] = "people" if unit in ("人", "名") else "visits"
        online, onsite = "线上" in part, "线下" in part
        if online != onsite:
            row["mode"] = "online" if online else "onsite"
        yield row, bool(said_year)
