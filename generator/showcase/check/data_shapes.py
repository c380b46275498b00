"""What the values of open data look like, as JSON Schema says it; closed words come from the model."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from showcase.model.regions import REGIONS
from showcase.model.terms import CountUnit, Distinction, EventKind, Level, Mode, WeekStatus

Shape = Mapping[str, Any]


def closed(words: type[StrEnum], *, or_none: bool = False) -> Shape:
    """Return one of the closed words; with `or_none` also the empty text."""
    values = [word.value for word in words]
    return {"type": "string", "enum": ["", *values] if or_none else values}


def rows(**columns: Shape) -> Shape:
    """Return a list of objects that have exactly these columns."""
    return {"type": "array", "items": exactly(columns)}


def exactly(columns: Mapping[str, Shape]) -> Shape:
    """Return an object that has these columns and no other."""
    return {
        "type": "object",
        "properties": dict(columns),
        "required": list(columns),
        "additionalProperties": False,
    }


TEXT: Shape = {"type": "string"}
WHOLE: Shape = {"type": "integer"}
TEXTS: Shape = {"type": "array", "items": TEXT}
DATE: Shape = {"type": "string", "format": "date"}
ADDRESS: Shape = {"type": "string", "pattern": "^[a-z]+/[0-9a-z./-]+$"}
ADDRESSES: Shape = {"type": "array", "items": ADDRESS}
TIME: Shape = {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"}
"""A day, a month or a year, as exactly as it is known; empty when it is not."""

REGION: Shape = {"type": "string", "enum": list(REGIONS)}
MAYBE_REGION: Shape = {"type": "string", "enum": ["", *REGIONS]}
STATUS, KIND = closed(WeekStatus), closed(EventKind)

_COUNT = {"count": WHOLE, "unit": closed(CountUnit), "mode": closed(Mode)}
COUNTS = rows(**_COUNT)
LEARNERS = rows(year=WHOLE, **_COUNT)
HONOURS = rows(
    year=WHOLE,
    level=closed(Level),
    title=TEXT,
    distinction=closed(Distinction, or_none=True),
    document=TEXT,
    date=DATE,
)
