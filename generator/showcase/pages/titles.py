"""Titles and days in pieces, so that a line ends where a reader would pause."""

from __future__ import annotations

import datetime
import re

from markupsafe import Markup, escape

from showcase.model.days import chinese_day, weekday

_QUOTED = r"[“《（][^“”《》（）]*(?:[“《][^“”《》]*[”》][^“”《》（）]*)*[”》）]+[，、；：。！？]*"
_PLAIN = (
    r"(?:(?!走进|来到|走入)[^“《（，、；：。！？　])*(?:[，、；：。！？　]+|走进|来到|走入|(?=[“《（])|$)"
)
_PIECE = re.compile(rf"{_QUOTED}|{_PLAIN}|.[^“《（，]*")
_YEAR = re.compile(r"(?<=\d年)(?=.{4})")
"""Behind 2026年 a line may end, unless less than four characters would follow."""

LONGEST = 48
"""A longer title is set like running text: cut into its pieces it would be a ragged list."""
_DOTTED = re.compile(r"(\S·)")

_ALONE = 3
"""A piece shorter than this does not stand alone."""


def pieces(title: str) -> list[str]:
    """Return the title cut before and behind what stands in marks, behind commas, and behind its year.

    One or two characters alone stay with what follows: 来到沙河湾.
    """
    found: list[str] = []
    for part in [part for piece in _PIECE.findall(title) if piece for part in _years(piece)]:
        if found and len(found[-1]) < _ALONE:
            found[-1] += part
        else:
            found.append(part)
    return found


def _years(piece: str) -> list[str]:
    return [piece] if piece[0] in "“《（" else [part for part in _YEAR.split(piece) if part]


def titled(title: str) -> Markup:
    """Return the title escaped, each piece in .ls-clause; a very long one, or one piece, is not cut."""
    found = pieces(title) if len(title) <= LONGEST else []
    if len(found) < 2:
        return dotted(title)
    clause = Markup('<span class="ls-clause">{}</span>')
    return Markup("").join([clause.format(dotted(piece)) for piece in found])


def dotted(words: str) -> Markup:
    """Return words escaped, in which no line begins with the middle dot of a name."""
    if "·" not in words:
        return escape(words)
    keep = Markup('<span class="ls-keep">{}</span>')
    parts = _DOTTED.split(words)
    return Markup("").join([keep.format(part) if at % 2 else escape(part) for at, part in enumerate(parts)])


def whole_day(day: datetime.date) -> Markup:
    """Return 2026年11月20日（周五）: a line may end before the bracket, never inside either."""
    keep = Markup('<span class="ls-keep">{}</span>')
    return keep.format(chinese_day(day)) + keep.format(f"（{weekday(day)}）")
