"""What only people can write, the host's words and the questions: the record's own, else a template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.records import Record, Star
from showcase.model.terms import SchoolStage
from showcase.pages.collection import PROJECTS, STARS


class Written(NamedTuple):
    """Paragraphs, and whether they are the template's."""

    paragraphs: tuple[str, ...]
    is_template: bool


def script_of(record: Record, stage: SchoolStage) -> Written:
    """Return what a host says before an audience of `stage`."""
    if record.host_script:
        return Written(record.host_script, False)
    return _template(vars(ui.kit_script), record, stage)


def asked(record: Record, stage: SchoolStage) -> Written:
    """Return the questions for `stage`."""
    own = tuple(question.text for question in record.questions if question.stage == stage)
    return Written(own, False) if own else _template(vars(ui.kit_questions), record, stage)


def _template(texts: Mapping[str, str], record: Record, stage: SchoolStage) -> Written:
    kind, label = ("star", STARS.title) if isinstance(record, Star) else ("project", PROJECTS.title)
    filled = texts[f"{kind}_{stage}"].format(name=record.name, label=label)
    return Written(tuple(filled.split("|")), True)
