"""What each data file holds, for programs: JSON Schema of the JSON files, Table Schema of the CSV files."""

from __future__ import annotations

from typing import Any

from showcase.check.allowed import Field
from showcase.check.data_shapes import exactly
from showcase.check.opened import OpenTable
from showcase.model.settings import Settings
from showcase.outputs.addressing import absolute

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(table: OpenTable, settings: Settings) -> dict[str, Any]:
    """Return the schema of data/<name>.json, whether of all, a year or a region."""
    columns = {field.name: {"title": field.title, **field.shape} for field in table.fields}
    schema: dict[str, Any] = {"$schema": _DRAFT}
    if settings.site_url:
        schema["$id"] = absolute(settings, f"data/{schema_path(table)}")
    return schema | {
        "title": table.title,
        **exactly({"records": {"type": "array", "items": exactly(columns)}}),
    }


def table_schema(table: OpenTable) -> dict[str, Any]:
    """Return the schema of data/<name>.csv: in a CSV a list is one cell of text."""
    return {"fields": [_column(field) for field in table.fields], "primaryKey": "record"}


def schema_path(table: OpenTable) -> str:
    """Return where the JSON Schema lies below data/."""
    return f"schemas/{table.name}.json"


def table_schema_path(table: OpenTable) -> str:
    """Return where the Table Schema lies below data/."""
    return f"schemas/{table.name}.table.json"


def _column(field: Field[Any]) -> dict[str, Any]:
    shape = field.shape
    kind = "date" if shape.get("format") == "date" else shape["type"]
    column: dict[str, Any] = {
        "name": field.name,
        "title": field.title,
        "type": "string" if kind == "array" else kind,
    }
    if words := [word for word in shape.get("enum", ()) if word]:
        column["constraints"] = {"enum": words}
    return column
