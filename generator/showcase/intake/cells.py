"""What was written into a cell, made plain: hints of the form, lines for a stamp, ticked boxes."""

from __future__ import annotations

import re

_HINT = re.compile(r"\A\s*[(（]\s*(?:不少于|不低于|约|限)?\s*\d+\s*字[^()（）]*[)）]\s*")
_STAMP = re.compile(r"[(（]\s*(?:盖\s*章|公\s*章|签\s*[字章名]|彩色照片|照\s*片)[^()（）]*[)）]")
_DIGITS, _GAP = "0-9〇一二三四五六七八九十", "[ \t\u3000]"
_NO_DAY = re.compile(
    rf"(?:(?<![{_DIGITS} \t\u3000]){_GAP}*+|(?<=[{_DIGITS}]{_GAP}){_GAP}*+)"
    rf"年{_GAP}*+月(?:{_GAP}*日)?(?![0-9])"
)
"""年　月　日 of the form without its figures. Gaps are passed once (`*+`): a cell may hold nothing else."""
_DAY_LINE = re.compile(r"^[^\S\n]*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*$", re.MULTILINE)
_NOTHING = re.compile(r"[\s/\\\-—–－_.。、]*|无|暂无|没有|同上|略")

_ELSEWHERE = re.compile(
    r"[(（]?[^。，；\n]{0,10}(?:见附|见后|见另|另附|附后|附页|附件|另纸|另文)[^。，；\n]{0,30}[。)）]*"
)
"""A long text that only says where the text is: 详见附件, （另附页）."""

_FULL, _OPEN = "☑☒■√✓✔▣◼⊠", "□☐◻▢"
_BOX = re.compile(f"[{_FULL}{_OPEN}]")


def plain(text: str, *, long: bool = False) -> str:
    """Return what somebody wrote, "" when only the form's own words stand there.

    A short text loses its gaps between lines, a `long` one keeps its paragraphs.
    """
    text = _STAMP.sub("", _HINT.sub("", text))
    text = _NO_DAY.sub("", text)
    if long:
        lines = (line.strip(" \t\u3000") for line in text.split("\n"))
        text = "\n".join(filter(None, lines))
        text = "" if _ELSEWHERE.fullmatch(text) else text
    else:
        text = chosen(_joined(text)).strip("_＿ \t\u3000")
    return "" if _NOTHING.fullmatch(text) else text


def without_day(text: str) -> str:
    """Return an opinion without the line that only dates it."""
    return _DAY_LINE.sub("", text).strip()


def chosen(text: str) -> str:
    """Return what is ticked of a choice (“☑有 □无” says 有); a text without boxes as it is.

    The mark stands before the words or behind them: the first sign of the text tells which.
    """
    if not _BOX.search(text):
        return text
    parts = [part.strip(" \t\u3000，,；;、") for part in _BOX.split(text)]
    marks = _BOX.findall(text)
    before = not parts[0]
    words = parts[1:] if before else parts[:-1]
    ticked = [word for mark, word in zip(marks, words, strict=False) if mark in _FULL and word]
    if not any(parts):
        return "有" if any(mark in _FULL for mark in marks) else ""
    return "、".join(ticked)


def _joined(text: str) -> str:
    """Return the lines of a cell as one: Chinese runs on, words of Latin letters keep a gap."""
    joined = ""
    for line in filter(None, (each.strip(" \t\u3000") for each in text.split("\n"))):
        gap = " " if joined and joined[-1].isascii() and line[0].isascii() else ""
        joined += gap + line
    return joined
