"""The tables of fields as JSON schemas (2020-12): what editors' programs complete and check by.

They say less than the tables do: what two values must be to each other only `showcase check` knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from showcase.content.numbers import Day, Focus, Number, Whole
from showcase.content.registers import BODY, MOVED, WITHDRAWAL
from showcase.content.rulebooks import LIMIT, RULEBOOK, Limits
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.synonyms import SYNONYM
from showcase.content.tables_records import PROJECT, STAR
from showcase.content.tables_year import ANNOUNCEMENT, CAMPAIGN, EVENT, WEEK
from showcase.content.values import Choice, Shaped, Value
from showcase.content.waivers import WAIVER
from showcase.content.whereabouts import Address, FileName, RegionSlug
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Knowledge
from showcase.model.vocabularies import name_of

Schema = dict[str, Any]
_DEEPER = 2
"""How many groups of limits may stand in one another, below the first."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": ["string", "number"]}
"""Whatever stands there is read as text: a number needs no quotation marks."""

KINDS: Mapping[str, Value] = {
    "star": STAR,
    "project": PROJECT,
    "week": WEEK,
    "campaign": CAMPAIGN,
    "event": EVENT,
    "announcement": ANNOUNCEMENT,
    "bodies": ListOf(BODY),
    "withdrawn": ListOf(WITHDRAWAL),
    "moved": ListOf(MOVED),
    "waivers": ListOf(WAIVER),
    "synonyms": ListOf(SYNONYM),
    "rulebook": RULEBOOK,
}
"""What has a schema, by the name of its file."""


def schemas() -> dict[str, Schema]:
    """Return every schema by its name; keys are in the order of the tables."""
    return {name: {"$schema": DIALECT} | schema_of(value) for name, value in KINDS.items()}


@singledispatch
def schema_of(_value: Value) -> Schema:
    """Return the schema of one converter; what is not known here is text."""
    return dict(_TEXT)


@schema_of.register
def _(shape: Shape) -> Schema:
    needed = [field.key for field in shape.fields if field.required]
    return {
        "title": shape.label,
        "type": "object",
        "properties": {field.key: _property(field) for field in shape.fields},
        "additionalProperties": False,
    } | ({"required": needed} if needed else {})


@schema_of.register
def _(items: ListOf) -> Schema:
    schema = schema_of(items.item)
    several: Schema = {"type": "array", "items": schema}
    return several if isinstance(items.item, Shape) else {"anyOf": [several, schema]}


@schema_of.register
def _(choice: Choice) -> Schema:
    words = list(choice.values)
    if words == ["true", "false"]:
        return {"type": "boolean"}
    said = [name_of(value) for value in choice.values.values()]
    return {"enum": words} | ({"enumDescriptions": said} if any(said) else {})


@schema_of.register
def _(text: Shaped) -> Schema:
    return {"type": "string", "pattern": f"^(?:{text.form.pattern})$", "errorMessage": text.fix}


@schema_of.register
def _(day: Day) -> Schema:
    also = [r"\d{4}-\d{2}"] * day.month + [r"\d{4}"] * day.year
    forms = [r"\d{4}-\d{2}-\d{2}", *also]
    return {"type": ["string", "integer"] if day.year else "string", "pattern": f"^(?:{'|'.join(forms)})$"}


@schema_of.register
def _(number: Whole) -> Schema:
    return {"type": "integer", "minimum": number.low, "maximum": number.high}


@schema_of.register
def _(number: Number) -> Schema:
    return {"type": "number", "minimum": number.low, "maximum": number.high}


@schema_of.register
def _(_focus: Focus) -> Schema:
    percent = {"type": "number", "minimum": 0, "maximum": 100}
    return {"type": "array", "items": percent, "minItems": 2, "maxItems": 2}


@schema_of.register
def _(_region: RegionSlug) -> Schema:
    return {"enum": list(REGIONS), "enumDescriptions": [region.name for region in REGIONS.values()]}


@schema_of.register
def _(address: Address) -> Schema:
    places = "stars|projects|weeks|events|announcements|lists" if address.any_page else "stars|projects"
    return {"type": "string", "pattern": f"^(?:{places})/[a-z0-9./#-]+$"}


@schema_of.register
def _(_limits: Limits) -> Schema:
    """Limits in groups, groups in groups: star.showcase_text, quota.star.prefecture."""
    words: Schema = {"enum": [Knowledge.SILENT.value, Knowledge.NOT_IN_COPY.value]}
    known: list[Schema] = [words, schema_of(LIMIT)]
    group: Schema = {"type": "object", "additionalProperties": {"anyOf": known}}
    for _ in range(_DEEPER):
        group = {"type": "object", "additionalProperties": {"anyOf": [*known, group]}}
    return group


@schema_of.register
def _(_file: FileName) -> Schema:
    return {"type": "string", "pattern": r"^[^./\\:*?\"<>|][^/\\:*?\"<>|]*\.[A-Za-z0-9]+$"}


def _property(field: Field) -> Schema:
    """Return one key's schema. Its Chinese name comes first: an editor sees it on completing."""
    schema = schema_of(field.value)
    return {"title": field.label} | {key: value for key, value in schema.items() if key != "title"}
