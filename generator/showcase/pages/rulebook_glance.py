"""A notice at a glance: what to send, how many, how long, until when, a box to tick before each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.limit_names import label_of
from showcase.model.rulebook import Knowledge, Rulebook
from showcase.pages.rulebook_words import amount

_LISTS = {
    "stars": """star.forms star.showcase_text star.deeds star.unit_opinion star.photos
        star.photo_kinds star.video star.video_minutes""",
    "projects": """project.forms project.showcase_text project.description
        project.work_summary project.work_summary_copies project.photos project.video
        project.video_minutes""",
    "top": """top.photos top.video top.photos_or_video
        top.technique.minutes top.marked""",
    "when": """deadline.day submission.to submission.electronic reports.highlights
        reports.summary reports.cases""",
}
"""What belongs on the list to tick, by the name of its heading; conditions stand in the groups below it."""


class Line(NamedTuple):
    """One thing to send: its name, how much, the clause, whether it is a 建议, whether our copy has it."""

    label: str
    amount: str
    clause: str
    soft: bool
    stated: bool


def glance(book: Rulebook) -> list[tuple[str, list[Line]]]:
    """Return the lists to tick by heading; what the notice does not mention is left out."""
    glances = vars(ui.glance)
    found = [(glances[title], list(_lines(book, names.split()))) for title, names in _LISTS.items()]
    return [(title, lines) for title, lines in found if lines]


def _lines(book: Rulebook, names: list[str]) -> Iterator[Line]:
    for name in names:
        limit = book.limit(name)
        if limit.knowledge is Knowledge.STATED:
            words = _kinds(limit.values) if name == "star.photo_kinds" else amount(name, limit)
            words = limit.text if name == "deadline.day" or name.startswith("reports.") else words
            yield Line(label_of(name), words, limit.clause, limit.soft, True)
        elif limit.knowledge is Knowledge.NOT_IN_COPY:
            yield Line(label_of(name), ui.rulebook.not_in_copy, "", False, False)
        elif name == "deadline.day" and any(each.startswith("star.") for each in book.limits):
            yield Line(label_of(name), ui.rulebook.not_said, "", False, False)


def _kinds(values: tuple[str, ...]) -> str:
    words = ui.rulebook
    names = {"id-photo": words.id_photo, "life": words.life, "activity": words.activity}
    return ui.rulebook.one_each.format(what="、".join(names.get(value, value) for value in values))
