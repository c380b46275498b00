"""Pieces of records to complete in an editor's program, made from the tables of fields.

The form is that of VS Code: `${1:…}` is a place to fill in, `${1|a,b|}` a choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from showcase.content.numbers import Day, Whole
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import (
    CONTACT,
    COUNT,
    HONOUR,
    LEARNERS,
    PERMISSION,
    PHOTO,
    PRESS,
    PROGRAMME,
    VOICE,
)
from showcase.content.tables_records import PROJECT, STAR
from showcase.content.tables_year import ANNOUNCEMENT, CANDIDATE, EVENT, MOVE, WEEK
from showcase.content.values import Choice

_WHOLE = {"star": STAR, "project": PROJECT, "week": WEEK, "event": EVENT, "announcement": ANNOUNCEMENT}
_ITEMS = {
    "honour": HONOUR,
    "photo": PHOTO,
    "learners": LEARNERS,
    "attendance": COUNT,
    "programme": PROGRAMME,
    "voice": VOICE,
    "press": PRESS,
    "move": MOVE,
    "candidate": CANDIDATE,
}
_PARTS = {"contact": CONTACT, "permission": PERMISSION}
_USUAL = frozenset(
    ("unit", "city", "nominated_by", "hosts", "start", "end", "date", "document", "mode", "telephone")
)
"""Keys that a piece brings along though they may be missing; the others are completed one by one."""


def snippets() -> dict[str, dict[str, Any]]:
    """Return every piece by its Chinese name: what is typed to get it, and its lines."""
    wholes = {f"新的{shape.label}": _snippet(key, _record(shape)) for key, shape in _WHOLE.items()}
    items = {f"一项{shape.label}": _snippet(key, _item(shape)) for key, shape in _ITEMS.items()}
    parts = {shape.label: _snippet(key, [_flow(shape)]) for key, shape in _PARTS.items()}
    return wholes | items | parts


def _snippet(key: str, lines: list[str]) -> dict[str, Any]:
    return {"prefix": key, "scope": "markdown,yaml", "body": lines}


def _record(shape: Shape) -> list[str]:
    """A whole record: its single values, then the text. What is a list of parts comes by its own piece."""
    simple = Shape(shape.label, dict, tuple(field for field in shape.fields if not _has_parts(field)))
    return ["---", *_lines(simple), "---", "${0:正文}"]


def _item(shape: Shape) -> list[str]:
    lines = list(_lines(shape))
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _flow(shape: Shape) -> str:
    return "{" + ", ".join(_lines(shape)) + "}"


def _lines(shape: Shape) -> Iterator[str]:
    places = count(1)
    return (_line(field, places) for field in shape.fields if field.required or field.key in _USUAL)


def _has_parts(field: Field) -> bool:
    value = field.value.item if isinstance(field.value, ListOf) else field.value
    return isinstance(value, Shape)


def _line(field: Field, places: Iterator[int]) -> str:
    """One key with its place: a choice, or its Chinese name (and an example where the form matters)."""
    several = isinstance(field.value, ListOf)
    value = field.value.item if isinstance(field.value, ListOf) else field.value
    place = next(places)
    if isinstance(value, Choice):
        filled = f"${{{place}|{','.join(value.values)}|}}"
    else:
        filled = f"${{{place}:{_example(value) or field.label}}}"
    return f"{field.key}: " + (f"[{filled}]" if several else filled)


def _example(value: object) -> str:
    if isinstance(value, Day):
        return "2024-06-17"
    return "0" if isinstance(value, Whole) else ""
