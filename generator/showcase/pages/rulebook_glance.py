"""A notice at a glance: what to send, how many, how long, until when, a box to tick before each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.model.limit_names import label_of
from showcase.model.rulebook import Knowledge, Rulebook
from showcase.pages.rulebook_words import amount

_LISTS = {
    "每位百姓学习之星": """star.forms star.showcase_text star.deeds star.unit_opinion star.photos
        star.photo_kinds star.video star.video_minutes""",
    "每个终身学习品牌项目": """project.forms project.showcase_text project.description
        project.work_summary project.work_summary_copies project.photos project.video
        project.video_minutes""",
    "事迹特别感人、特别受百姓喜爱的": """top.photos top.video top.photos_or_video
        top.technique.minutes top.marked""",
    "什么时候，交给谁": """deadline.day submission.to submission.electronic reports.highlights
        reports.summary reports.cases""",
}
"""What belongs on the list to tick, by heading; recommending conditions stand in the groups below it."""

_KINDS = {"id-photo": "证件照", "life": "学习生活照", "activity": "学习活动照"}


class Line(NamedTuple):
    """One thing to send: its name, how much, the clause, whether it is a 建议, whether our copy has it."""

    label: str
    amount: str
    clause: str
    soft: bool
    stated: bool


def glance(book: Rulebook) -> list[tuple[str, list[Line]]]:
    """Return the lists to tick by heading; what the notice does not mention is left out."""
    found = [(title, list(_lines(book, names.split()))) for title, names in _LISTS.items()]
    return [(title, lines) for title, lines in found if lines]


def _lines(book: Rulebook, names: list[str]) -> Iterator[Line]:
    for name in names:
        limit = book.limit(name)
        if limit.knowledge is Knowledge.STATED:
            words = _kinds(limit.values) if name == "star.photo_kinds" else amount(name, limit)
            words = limit.text if name == "deadline.day" or name.startswith("reports.") else words
            yield Line(label_of(name), words, limit.clause, limit.soft, True)
        elif limit.knowledge is Knowledge.NOT_IN_COPY:
            yield Line(label_of(name), "写在没有随通知印出的表里，以原表为准", "", False, False)
        elif name == "deadline.day" and any(each.startswith("star.") for each in book.limits):
            yield Line(label_of(name), "通知没有写明", "", False, False)


def _kinds(values: tuple[str, ...]) -> str:
    return "、".join(_KINDS.get(value, value) for value in values) + "，各1张"
