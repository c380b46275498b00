"""Numbers in disguise: full-width and circled digits, Chinese numerals, O for 0, marks in between.

Every sign is replaced by one sign, so a place in the plain text is the same place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_NUMERALS = "〇零○◯一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參叄陸弌弍弎"
_VALUES = "00001234567891" + "123456789" + "2336" + "123"

INVISIBLE = "\u00ad\u034f\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20e3\u3164\ufe00-\ufe0f\ufeff"
"""Signs without width (and what keycap emoji add): they hide a number and part nothing."""

_BETWEEN = f"[ \\t\u00a0\u2000-\u200a\u202f\u205f\u3000\\-‐‑‒–—―−﹣·•‧・.()\\[\\]_*~+{INVISIBLE}]"
_GAP = f"{_BETWEEN}{{0,4}}+"
_SIGN = "[0-9OoIl|]"
_RUN = re.compile(
    f"(?<![A-Za-z]){_SIGN}(?:{_GAP}{_SIGN}){{5,}}+(?:{_GAP}[Xx](?![A-Za-z])|(?![A-Za-z]))"
    f"|[0-9](?:{_GAP}[0-9]){{5,}}+(?:{_GAP}[Xx](?![A-Za-z]))?"
)
_GROUP = re.compile(f"[0-9OoIl|Xx](?:[{INVISIBLE}]*[0-9OoIl|Xx])*")
_LETTERS = str.maketrans("OoIl|x", "00111X")
_ASIDE = re.compile(f"[{INVISIBLE}]")


_LAST_DIGIT = 0x1FBFA


def _table() -> dict[int, str]:
    """Return one plain sign for each disguised one: all of Unicode's digits, full-width letters, numerals."""
    signs = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in range(0x80, _LAST_DIGIT):
        if (value := unicodedata.digit(chr(code), None)) is not None:
            signs[code] = str(value)
    signs |= {ord(sign): value for sign, value in zip(_NUMERALS, _VALUES, strict=True)}
    return signs | {0x24EA: "0", 0x24FF: "0", 0x3000: " ", 0xFF20: "@", 0xFE6B: "@", 0xFF0E: "."}


_PLAIN = _table()
_DIGIT = re.compile("[0-9" + "".join(chr(c) for c, sign in sorted(_PLAIN.items()) if sign.isdigit()) + "]")


class Group(NamedTuple):
    """Neighbouring digits: in ASCII (and X), with their place in the text."""

    digits: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return `text` with every disguised digit and full-width sign in ASCII, sign for sign."""
    return text.translate(_PLAIN)


def has_digit(text: str) -> bool:
    """Whether any sign of `text` could stand for a digit."""
    return _DIGIT.search(text) is not None


def number_runs(text: str) -> Iterator[tuple[Group, ...]]:
    """Yield each run of at least six such signs in plain `text` as its groups, parted by what can be seen."""
    for run in _RUN.finditer(text):
        groups = tuple(_groups(run))
        if sum(sign.isdigit() for sign in run[0]) >= 2:  # lOOO is a word, l38OOOOOOOO a number
            yield groups


def _groups(run: re.Match[str]) -> Iterator[Group]:
    for found in _GROUP.finditer(run[0]):
        digits = _ASIDE.sub("", found[0]).translate(_LETTERS)
        yield Group(digits, run.start() + found.start(), run.start() + found.end())


def windows(run: tuple[Group, ...], least: int, most: int) -> Iterator[tuple[Group, ...]]:
    """Yield every row of neighbouring groups with `least` to `most` digits: two numbers may touch."""
    for first in range(len(run)):
        length = 0
        for last in range(first, len(run)):
            length += len(run[last].digits)
            if length > most:
                break
            if length >= least:
                yield run[first : last + 1]


def digits_of(groups: tuple[Group, ...]) -> str:
    """Return the digits of neighbouring groups in one."""
    return "".join(group.digits for group in groups)


def lengths_of(groups: tuple[Group, ...]) -> tuple[int, ...]:
    """Return how many digits each group has."""
    return tuple(len(group.digits) for group in groups)
