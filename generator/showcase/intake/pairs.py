"""“姓名：沈玉兰　性别：女”: labels and what is written behind them, inside one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from showcase.content.form_labels import PAPERS, Paper
from showcase.content.label_keys import field_of
from showcase.intake.grids import Pages
from showcase.intake.papers import Said

_COLON = re.compile("[:：]")
_WORD = re.compile(r"[^\s_＿]+")
_NEXT = re.compile(r"[\s_＿]+[\u4e00-\u9fff]{2,8}\s*[:：]")
"""A label that nobody knows ends the short value before it: what follows is not part of a name."""

_LONGEST = 60
"""Characters of a label with its hint and its gaps."""

_MOST = 60
"""Colons of one text that are looked at: no form has more labels in a cell."""


def pairs(paper: Paper, text: str) -> list[tuple[str, str]]:
    """Return (field, value) of each “label：value” of a text, in order.

    What stands before the first label has the field "". A text without a known label is none: [].
    """
    colons = islice(_COLON.finditer(text), _MOST)
    starts = [(found.end(), *_label(paper, text, found.start())) for found in colons]
    known = [(value, label, field) for value, label, field in starts if field]
    if not known:
        return []
    found = [("", text[: known[0][1]])] if text[: known[0][1]].strip() else []
    ends = [label for _, label, _ in known[1:]] + [len(text)]
    long = _long(paper)
    for (value, _, field), end in zip(known, ends, strict=True):
        said = text[value:end]
        found.append((field, said if field in long else _NEXT.split(said, maxsplit=1)[0]))
    return found


@cache
def _long(paper: Paper) -> frozenset[str]:
    """Return the fields whose values are texts of several lines."""
    return frozenset(label.field for label in PAPERS[paper] if label.long)


def _label(paper: Paper, text: str, end: int) -> tuple[int, str]:
    """Return where the label before a colon begins, and its field: the longest run of words that is one."""
    before = text[max(0, end - _LONGEST) : end]
    line = before.rpartition("\n")[2] if not field_of(paper, before) else before
    offset = end - len(line)
    for word in _WORD.finditer(line):
        if field := field_of(paper, line[word.start() :]):
            return offset + word.start(), field
    return end, ""


def inline(paper: Paper, text: str) -> tuple[str, str]:
    """Return (field, value) of a cell that begins with a label, “姓 名：沈玉兰”; ("", "") for any other."""
    long = _long(paper)
    if (found := pairs(paper, text)) and (name := found[0][0]):
        return (name, _COLON.split(text, 1)[1]) if name in long else found[0]
    before, mark, value = text.partition("\n")
    name = field_of(paper, before) if mark and value.strip() else ""
    return (name, value) if name in long else ("", "")


def fields_in(paper: Paper, text: str) -> set[str]:
    """Return the fields that a cell labels: the one that it is the label of, or those written out in it."""
    whole = field_of(paper, text) or inline(paper, text)[0]
    return {whole, *(field for field, _ in pairs(paper, text))}


def lines_said(paper: Paper, pages: Pages, file: str) -> dict[str, list[Said]]:
    """Return what the lines of a document say by field: “姓名：…”, long texts below their label."""
    long = _long(paper)
    said: dict[str, list[Said]] = {}
    current = ""
    lines = (line for each in pages.paragraphs for line in each.split("\n"))
    for number, text in enumerate(lines, 1):
        for name, value in _of_line(paper, text, current, inside=current in long):
            current = name or current
            if current:
                said.setdefault(current, []).append(Said(value, file, f"第 {number} 行"))
    return said


def _of_line(paper: Paper, text: str, current: str, *, inside: bool) -> Iterator[tuple[str, str]]:
    """Yield what one line says. `inside` a long text only a label at its beginning counts."""
    found = pairs(paper, text)
    if inside and found and not found[0][0]:
        yield current, text
    elif found:
        yield from found
    else:
        name = field_of(paper, text)
        yield (name, "") if name else (current, text)
