"""Which fields stand where on an empty form: rows of labels and values, after the two printed templates.

The words are those of content/form_labels.py and the limits those of a notice, so that what the forms
produce is read back by `showcase intake`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.content.form_labels import TITLES, Label, Paper, fields_of
from showcase.content.label_keys import field_of
from showcase.model.rulebook import Knowledge, Limit, Rulebook

_ROWS = {
    Paper.STAR_FORM: (
        "name sex born",
        "nation native_place party",
        "work_since title",
        "education school",
        "unit_post",
        "contact",
        "resume",
        "learning",
        "awards",
        "deeds",
        "showcase_text",
        "unit_opinion",
    ),
    Paper.PROJECT_FORM: (
        "name",
        "hosts host_telephone",
        "organisers organiser_telephone",
        "started venue",
        "audience learners",
        "awards",
        "description",
        "showcase_text",
        "host_opinion",
    ),
}
_COLUMNS = {
    Paper.STAR_REGISTER: "order name unit post sex nation born education title video telephone remarks",
    Paper.PROJECT_REGISTER: "order name hosts started learners papers address contact remarks",
}
_OPINIONS = ("county_opinion", "province_opinion")
_PHONES = {"contact": "电话：\n手机：\n邮箱："}
_SHOWN_AS = {"organiser_telephone": "联系电话"}
_HIGH_MM = {"deeds": 75, "description": 75, "showcase_text": 55, "resume": 30, "learning": 30, "awards": 20}
_OPINION_MM = 34
STAMP = "\u3000" * 18 + "（盖章）\n" + "\u3000" * 16 + "年\u3000\u3000月\u3000\u3000日"
"""Where a stamp goes and its day: at the right, as the notices print it."""


@dataclass(frozen=True, slots=True)
class Place:
    """One field on a form: its label, its limit, what is printed in its cell, how high its row is in mm."""

    label: Label
    words: str
    limit: Limit
    printed: str = ""
    high_mm: float = 9

    @property
    def hint(self) -> str:
        """（不少于1000字）, or "" when the notice sets no length."""
        said = length_words(self.limit)
        return f"（{said}）" if said else ""


def title_of(paper: Paper) -> str:
    """Return the heading of a paper."""
    return TITLES[paper]


def form_rows(paper: Paper, book: Rulebook) -> list[list[Place]]:
    """Return the rows of 推介表: short fields, texts, and the opinions that the notice asks for in turn."""
    rows = [[_place(paper, field, book) for field in row.split()] for row in _ROWS[paper]]
    known = {place.label.field for row in rows for place in row}
    return rows + [[_place(paper, field, book)] for field in _opinions(paper, book) if field not in known]


def register_columns(paper: Paper, book: Rulebook) -> list[Place]:
    """Return the columns of 登记表."""
    return [_place(paper, field, book) for field in _COLUMNS[paper].split()]


def length_words(limit: Limit) -> str:
    """Return a limit of characters as notices print it: 200—300字, 300字左右, 不少于1000字; "" for none."""
    if limit.knowledge != Knowledge.STATED:
        return ""
    if limit.about is not None:
        return f"{limit.about:g}字左右"
    if limit.low is not None and limit.high is not None:
        return f"{limit.low:g}—{limit.high:g}字"
    if limit.low is not None:
        return f"不少于{limit.low:g}字"
    return f"不超过{limit.high:g}字" if limit.high is not None else ""


def bounds(limit: Limit) -> tuple[int, int] | None:
    """Return the fewest and most characters of a limit, None for no limit; 0 or 30,000 where it is open."""
    if limit.knowledge != Knowledge.STATED:
        return None
    if limit.about is not None:
        share = limit.tolerance or 0.2
        return round(limit.about * (1 - share)), round(limit.about * (1 + share))
    if limit.low is None and limit.high is None:
        return None
    return int(limit.low or 0), int(limit.high or 30_000)


def _place(paper: Paper, field: str, book: Rulebook) -> Place:
    label = fields_of(paper)[field]
    words = _SHOWN_AS.get(field, label.words[0])
    kind = "star" if paper in (Paper.STAR_FORM, Paper.STAR_REGISTER) else "project"
    limit = book.limit(f"{kind}.{label.limit}") if label.limit else Limit(knowledge=Knowledge.SILENT)
    is_opinion = field.endswith("_opinion")
    high = _OPINION_MM if is_opinion else _HIGH_MM.get(field, 24 if field in _PHONES else 9)
    return Place(label, words, limit, STAMP if is_opinion else _PHONES.get(field, ""), high)


def _opinions(paper: Paper, book: Rulebook) -> Sequence[str]:
    """Return the fields of the opinions that a notice asks for, in the order of signing."""
    kind = "star" if paper is Paper.STAR_FORM else "project"
    asked = book.limit(f"{kind}.opinions").values
    found = [field_of(paper, f"{value}推荐意见") for value in asked]
    return [field for field in dict.fromkeys(found) if field] or _OPINIONS
