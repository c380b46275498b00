"""Converters of days and numbers. YAML's own reading of dates and numbers is never used."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

import yaml

from showcase.content.reading import MISSING, Reading
from showcase.content.values import written
from showcase.model.days import Month

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUOTES = "“”‘’\"'「」"
_FIRST_YEAR, _LAST_YEAR = 1949, 2100


@dataclass(frozen=True, slots=True)
class Day:
    """A day. `month`, `year`: a month (2024-09) or a year (2024) may stand where no more is known."""

    month: bool = False
    year: bool = False

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return a date, a Month or a year, as written."""
        text = written(reading, node)
        if text is None:
            return MISSING
        try:
            value = self._value(text)
        except ValueError:
            reading.report(node, "record-date", f"没有“{text}”这一天", "核对年、月、日")
            return MISSING
        if value is None:
            reading.report(node, "record-date", *self._refusal(text))
            return MISSING
        return value

    def _value(self, text: str) -> datetime.date | Month | int | None:
        """Return what `text` says; None when it has no such form; ValueError when no such day exists."""
        if _DAY.fullmatch(text):
            return datetime.date.fromisoformat(text)
        if self.month and (found := _MONTH.fullmatch(text)):
            first = datetime.date(int(found[1]), int(found[2]), 1)
            return Month(first.year, first.month)
        if self.year and re.fullmatch(r"[0-9]{4}", text):
            return datetime.date(int(text), 1, 1).year
        return None

    def _refusal(self, text: str) -> tuple[str, str]:
        """Return message and cure: the very day, where `text` says one in another form."""
        bare, parts = text.strip(_QUOTES), re.findall("[0-9]+", unicodedata.normalize("NFKC", text))
        try:
            day = datetime.date(*map(int, parts)) if len(parts) == 3 and len(parts[0]) == 4 else None
        except ValueError:
            day = None
        if day is None:
            return f"“{bare}”不是日期", f"写成 {self._forms()}，月和日都写两位"
        return f"日期不能写成“{bare}”", f"写成 {day}" + ("，不加引号" if bare != text else "")

    def _forms(self) -> str:
        return "2024-06-17" + ("、2024-06" if self.month else "") + ("、2024" if self.year else "")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both included."""

    low: int = 0
    high: int = 10_000_000_000

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the number."""
        text = written(reading, node)
        if text is None:
            return MISSING
        if not re.fullmatch(r"[0-9]{1,15}", text):
            fix = "只写阿拉伯数字，不加逗号、单位和“约”字"
            reading.report(node, "record-number", f"“{text}”不是整数", fix)
            return MISSING
        return _within(reading, node, int(text), self.low, self.high)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may have decimals, between two bounds."""

    low: float = 0
    high: float = 10_000_000_000

    def read(self, reading: Reading, node: yaml.Node, _path: str) -> object:
        """Return the number: whole numbers stay whole."""
        text = written(reading, node)
        if text is None:
            return MISSING
        if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", text):
            reading.report(node, "record-number", f"“{text}”不是数字", "只写阿拉伯数字，例如 50 或 0.2")
            return MISSING
        return _within(reading, node, float(text) if "." in text else int(text), self.low, self.high)


def _within(reading: Reading, node: yaml.Node, value: float, low: float, high: float) -> object:
    if low <= value <= high:
        return value
    reading.report(node, "record-number", f"{value} 不在 {low} 到 {high} 之间", "核对这个数字")
    return MISSING


YEAR = Whole(_FIRST_YEAR, _LAST_YEAR)
"""A year in which something can have happened."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The point of a picture that must stay in view: [x, y] in percent from its upper left corner."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return (x, y)."""
        if not isinstance(node, yaml.SequenceNode) or len(node.value) != 2:
            reading.report(node, "record-type", "这里应当是两个百分数", "写成 [50, 20]：从左、从上各百分之几")
            return MISSING
        x, y = (Number(0, 100).read(reading, item, path) for item in node.value)
        return (float(x), float(y)) if isinstance(x, int | float) and isinstance(y, int | float) else MISSING
