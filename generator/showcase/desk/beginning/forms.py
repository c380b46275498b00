"""What a form of questions is: the table that judges the answers, and what is asked in which order."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from showcase.content.shapes import Field, Shape
from showcase.content.tables_parts import PHOTO, TEXT, VIDEO
from showcase.content.values import TRUTH, Choice
from showcase.model.terms import PhotoKind
from showcase.model.vocabularies import name_of

ENTER = "没有就直接回车"
"""What a question says of an answer that may be left out."""

Said = Mapping[str, Any]
"""The answers so far, by key: texts, lists and dicts, as they will stand in the record."""


def _always(_said: Said, _today: datetime.date) -> bool:
    return True


def _nothing(_said: Said) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the path of its key ("consent.text.date"), its words with an example.

    `when` says whether it is asked at all after the answers so far, `default` what an empty answer means,
    `between` which signs part several answers on one line.
    """

    path: str
    words: str
    when: Callable[[Said, datetime.date], bool] = field(default=_always)
    default: Callable[[Said], str] = field(default=_nothing)
    between: str = "、；;"


@dataclass(frozen=True, slots=True)
class Form:
    """The questions for one kind of record: `kind` is its folder below content/."""

    kind: str
    label: str
    shape: Shape
    asks: tuple[Ask, ...]

    def parts_of(self, path: str) -> tuple[Ask, ...]:
        """Return the questions directly below `path`, in order; those of the form itself for ""."""
        depth = path.count(".") + 1 if path else 0
        below = (a for a in self.asks if not path or a.path.startswith(f"{path}."))
        return tuple(ask for ask in below if ask.path.count(".") == depth)


def words_of(choice: Choice) -> dict[str, str]:
    """Return the Chinese name of each word of a vocabulary, by the word as it is written."""
    if choice is TRUTH:
        return {"true": "是", "false": "否"}
    return {word: _told(value) or word for word, value in choice.values.items()}


def _told(value: object) -> str:
    return name_of(value) + ("（一般不公开）" if value is PhotoKind.ID_PHOTO else "")


def sent_with(shape: Shape) -> Shape:
    """Return the table of a photo or film whose file still lies elsewhere: `from` says where."""
    fields = tuple(each for each in shape.fields if each.key != "file")
    return Shape(shape.label, dict, (Field("from", "文件在哪里", TEXT, required=True), *fields))


SENT_PHOTO, SENT_FILM = sent_with(PHOTO), sent_with(VIDEO)
