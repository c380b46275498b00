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

_LAST_DIGIT = 0x1FBFA
_ASTRAL = 0x10000


def _table() -> dict[int, str]:
    """Return one plain sign for each disguised one: all of Unicode's digits, full-width letters, numerals."""
    signs = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in range(0x80, _LAST_DIGIT):
        if (value := unicodedata.digit(chr(code), None)) is not None:
            signs[code] = str(value)
    signs |= {ord(sign): value for sign, value in zip(_NUMERALS, _VALUES, strict=True)}
    return signs | {0x24EA: "0", 0x24FF: "0", 0x3000: " ", 0xFF20: "@", 0xFE6B: "@", 0xFF0E: "."}


_PLAIN = _table()
DIGIT = "0-9" + "".join(chr(n) for n, sign in sorted(_PLAIN.items()) if sign.isdigit() and n < _ASTRAL)
"""Signs that stand for a digit, to put between the brackets of a pattern (see `without_astral`)."""

_MARKS = "\\-‐‑‒–—―−﹣－·•‧・.．()（）\\[\\]［］_＿*＊~～+＋"
_BETWEEN = f"[ \\t\u00a0\u2000-\u200a\u202f\u205f\u3000{_MARKS}{INVISIBLE}]"
_GAP = f"{_BETWEEN}{{0,4}}+"
_SIGN = f"[{DIGIT}OoIlＯｏＩｌ]"
_X = f"(?:{_GAP}[XxＸｘ](?![A-Za-z]))"
_RUN = re.compile(
    f"{_SIGN}(?:(?<![A-Za-z].)(?:{_GAP}{_SIGN}){{8,}}+(?:{_X}|(?![A-Za-z]))"
    f"|(?<=[{DIGIT}])(?:{_GAP}[{DIGIT}]){{8,}}+{_X}?)"
)
_TWO = re.compile(f"[{DIGIT}].*[{DIGIT}]", re.DOTALL)
_GROUP = re.compile(f"[{DIGIT}OoIlＯｏＩｌXxＸｘ](?:[{INVISIBLE}]*[{DIGIT}OoIlＯｏＩｌXxＸｘ])*")
_LETTERS = str.maketrans("OoIlx", "0011X")
_FAR = re.compile("[\U0001d7ce-\U0001fbf9]")
_ASIDE = re.compile(f"[{INVISIBLE}]")


class Group(NamedTuple):
    """Neighbouring digits: in ASCII (and X), with their place in the text."""

    digits: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return `text` with every disguised digit and full-width sign in ASCII, sign for sign."""
    return text.translate(_PLAIN)


def without_astral(text: str) -> str:
    """Return `text` with the digits beyond U+FFFF in ASCII: a pattern's set is slow when it holds them."""
    return plain(text) if _FAR.search(text) else text


def number_runs(text: str) -> Iterator[tuple[Group, ...]]:
    """Yield each run of at least nine such signs in `text` as its groups, parted by what can be seen."""
    for run in _RUN.finditer(text):
        if _TWO.search(run[0]):  # lOOO is a word, l38OOOOOOOO a number
            yield tuple(_groups(run))


def _groups(run: re.Match[str]) -> Iterator[Group]:
    for found in _GROUP.finditer(run[0]):
        digits = plain(_ASIDE.sub("", found[0])).translate(_LETTERS)
        yield Group(digits, run.start() + found.start(), run.start() + found.end())


def windows(
    run: tuple[Group, ...], least: int, most: int, start: re.Pattern[str] | None = None
) -> Iterator[tuple[tuple[Group, ...], str]]:
    """Yield every row of neighbouring groups with `least` to `most` digits, and these: two numbers may touch.

    With `start`, only rows where what it describes begins. A file may be one run of a million digits: the
    work for each digit depends on `most`, not on the run.
    """
    every, at = digits_of(run), 0
    for first, group in enumerate(run):
        if start is None or start.match(every, at):
            length = 0
            for last in range(first, min(first + most, len(run))):
                length += len(run[last].digits)
                if length > most:
                    break
                if length >= least:
                    yield run[first : last + 1], every[at : at + length]
        at += len(group.digits)


def digits_of(groups: tuple[Group, ...]) -> str:
    """Return the digits of neighbouring groups in one."""
    return "".join(group.digits for group in groups)


def lengths_of(groups: tuple[Group, ...]) -> tuple[int, ...]:
    """Return how many digits each group has."""
    return tuple(len(group.digits) for group in groups)
