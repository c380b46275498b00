"""What an item's papers mean together: one text, one unit and post, the top category."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showcase.intake.items import Item
from showcase.intake.papers import Said
from showcase.model.terms import Distinction

_TOP_WORDS = re.compile("特别感人|特别受百姓喜爱|特别受欢迎")


def paragraphs_of(item: Item, name: str) -> Sequence[str]:
    """Return a long text of an item: its form's, else that of a paper of its own."""
    said = item.form.get(name)
    return said.text.split("\n") if said else item.texts.get(name, ())


def distinction_of(item: Item) -> Distinction | None:
    """Return the top category that the register's 备注 (or the form) asks for."""
    if not any(
        _TOP_WORDS.search(said.text) for said in (item.row.get("remarks"), item.form.get("remarks")) if said
    ):
        return None
    return Distinction.MOST_MOVING if item.kind == "star" else Distinction.MOST_LOVED


def unit_and_post(item: Item) -> tuple[str, str]:
    """Return unit and post. The form has one cell for both, the register two: it says where the one ends."""
    both, unit, post = item.said("unit_post"), item.said("unit"), item.said("post")
    if unit.text and (post.text or not both.text):
        return "".join(unit.text.split("\n")), "".join(post.text.split("\n"))
    found = _split(both, unit.text)
    return found if found[0] else (unit.text, post.text)


def _split(both: Said, unit: str) -> tuple[str, str]:
    text = both.text
    if unit and text.startswith(unit):
        return unit, "".join(text[len(unit) :].split()).strip("，,、；;")
    parts = [part for part in re.split(r"[\n\t，,；;]|[ \u3000]{1,}", text) if part]
    return (parts[0], "，".join(parts[1:])) if parts else ("", "")
