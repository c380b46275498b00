"""What must not leave the private folder: it is taken out of every text of a draft or a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from showcase.content.form_labels import PAPERS, Paper
from showcase.intake.items import Item
from showcase.rules.private_facts import KIND_WORDS, find_private

LEFT_OUT = "〔略〕"
_LEAST = 6
_VALUES = frozenset(
    "telephone mobile email contact id_number address born host_telephone organiser_telephone".split()  # noqa: SIM905
)
"""Fields whose values are taken out wherever they stand; a nation or a birthplace is a common word."""
_PAPERS = {
    "star": (Paper.STAR_FORM, Paper.STAR_REGISTER),
    "project": (Paper.PROJECT_FORM, Paper.PROJECT_REGISTER),
}


def secrets_of(items: Iterable[Item]) -> frozenset[str]:
    """Return the values of private fields that no text may repeat, whole and in their parts."""
    found: set[str] = set()
    for item in items:
        for fields in (item.form, item.row):
            for name, said in fields.items():
                if name in _VALUES:
                    parts = {said.text, *re.split(r"[\s；;，,、：:]+", said.text)}
                    found |= {part for part in parts if _tells(part, item)}
    return frozenset(found)


def _tells(value: str, item: Item) -> bool:
    """Whether a value gives somebody away: a home that is also the unit does not."""
    return len(value) >= _LEAST and (
        not value.isalpha() or (value not in item.unit and item.unit not in value)
    )


def is_private(item: Item, field: str) -> bool:
    """Whether a field of the item's papers is private: its value is named nowhere."""
    labels = (label for paper in _PAPERS[item.kind] for label in PAPERS[paper])
    return any(label.private for label in labels if label.field == field)


def cleaned(text: str, secrets: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return a text with 〔略〕 for each private fact, and what kinds of facts these were, in Chinese."""
    kinds: list[str] = []
    for secret in sorted(secrets, key=len, reverse=True):
        if secret in text:
            text = text.replace(secret, LEFT_OUT)
            kinds.append("表里的个人信息")
    while found := find_private(text):
        for one in reversed(found):
            text = text[: one.start] + LEFT_OUT + text[one.end :]
            kinds.append(KIND_WORDS[one.kind])
    return text, tuple(dict.fromkeys(kinds))
