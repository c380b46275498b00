"""How long a text may be on the desk: what the newest notice of its region says, in 字 as Word counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from showcase.model.rulebook import Limit, Rulebook

MOST = 5000
"""字 that a whole record's text may have, with its sections: no notice asks for as many."""
_ONE = r"(?:[!-~]+(?![!-~])|[^\s!-~])"
"""One 字: a Chinese character or mark, or a run of letters and figures, which never splits."""


def newest_limit(books: Iterable[Rulebook], region: str, kind: str) -> Limit | None:
    """Return the limit on the 宣传展示材料 of `kind` (star | project) in the newest notice that has one."""
    ours = [book for book in books if region in book.regions]
    for book in sorted(ours, key=lambda book: (book.date is not None, book.date, book.id), reverse=True):
        limit = book.limit(f"{kind}.showcase_text")
        if greatest(limit) is not None:
            return limit
    return None


def greatest(limit: Limit) -> int | None:
    """Return the greatest number of 字 that fits, or None; “左右” widens the target by its tolerance."""
    if limit.about is not None:
        return round(limit.about * (1 + limit.tolerance))
    return None if limit.high is None else round(limit.high)


def body_field(limit: Limit | None) -> dict[str, Any]:
    """Return the field of the text below the front matter: a counter, and a refusal of what is too long."""
    field: dict[str, Any] = {"name": "body", "label": "正文", "widget": "text", "required": False}
    most = greatest(limit) if limit else None
    field["maxlength"] = MOST
    if limit and most is not None:
        said = f"宣传展示材料最多 {most} 字（“## ”小标题之前；{limit.clause}）"
        field |= {"label": "宣传展示材料", "hint": said, "pattern": [_at_most(most), f"太长了：{said}"]}
    return field


def _at_most(count: int) -> str:
    """Return the pattern of a text with so many 字 at most before its first `## ` heading."""
    return rf"^(?:\s*{_ONE}){{0,{count}}}\s*(?:(?:^|\n)## [\s\S]*)?$"
