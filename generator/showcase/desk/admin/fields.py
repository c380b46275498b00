"""The tables of fields as fields of the editing desk: labels, choices, forms of dates and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from showcase.content.json_schemas import schema_of
from showcase.content.numbers import Day, Focus, Number, Whole
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import PHOTO
from showcase.content.values import TRUTH, Choice, Name, Shaped, Text, Value
from showcase.content.whereabouts import Address, City, FileName, RegionSlug

Widget = dict[str, Any]
_SUMMARIES = ("title", "what", "name", "alt", "text", "year", "office", "file")
"""Of which key a folded item of a list shows the value: the first one that it has."""


def desk_fields(shape: Shape) -> list[Widget]:
    """Return the fields of a shape, in the order of its table."""
    return [_named(field, picture=shape is PHOTO) for field in shape.fields]


def _named(field: Field, *, picture: bool) -> Widget:
    widget = widget_of(field.value)
    if picture and widget["widget"] == "file":
        widget["widget"] = "image"
    return {"name": field.key, "label": field.label} | widget | {"required": field.required}


@singledispatch
def widget_of(value: Value) -> Widget:
    """Return how one converter's value is entered."""
    raise TypeError(f"no widget for {value!r}")


@widget_of.register
def _(shape: Shape) -> Widget:
    return {"widget": "object", "fields": desk_fields(shape), "collapsed": "auto"} | _summary(shape)


@widget_of.register
def _(items: ListOf) -> Widget:
    if isinstance(items.item, Shape):
        inner: Widget = {"fields": desk_fields(items.item), "collapsed": True} | _summary(items.item)
        return {"widget": "list", "label_singular": items.item.label} | inner
    single = widget_of(items.item)
    if single["widget"] == "select":
        return single | {"multiple": True}
    return {"widget": "list", "field": {"name": "one", "label": "一项"} | single}


@widget_of.register
def _(choice: Choice) -> Widget:
    if choice is TRUTH:
        return _select([("是", True), ("否", False)])
    schema = schema_of(choice)
    words = schema["enum"]
    names = schema.get("enumDescriptions") or words
    return _select((name or word, word) for name, word in zip(names, words, strict=True))


@widget_of.register
def _(region: RegionSlug) -> Widget:
    schema = schema_of(region)
    return _select(zip(schema["enumDescriptions"], schema["enum"], strict=True))


@widget_of.register
def _(text: Text) -> Widget:
    return {"widget": "text" if text.lines else "string"}


@widget_of.register(Name)
@widget_of.register(City)
def _(_text: Value) -> Widget:
    return {"widget": "string"}


@widget_of.register
def _(text: Shaped) -> Widget:
    return _formed(schema_of(text)["pattern"], text.fix)


@widget_of.register
def _(address: Address) -> Widget:
    return _formed(schema_of(address)["pattern"], "写成 stars/2024/henan/012 的样子")


@widget_of.register
def _(day: Day) -> Widget:
    forms = "2024-06-17" + "、2024-06" * day.month + "、2024" * day.year
    return _formed(schema_of(day)["pattern"], f"写成 {forms}")


@widget_of.register
def _(number: Whole) -> Widget:
    return {"widget": "number", "value_type": "int", "min": number.low, "max": number.high}


@widget_of.register
def _(number: Number) -> Widget:
    return {"widget": "number", "value_type": "float", "min": number.low, "max": number.high}


@widget_of.register
def _(_focus: Focus) -> Widget:
    percent = {"name": "one", "label": "百分数"} | widget_of(Number(0, 100))
    return {"widget": "list", "field": percent, "min": 2, "max": 2, "hint": "从左、从上各百分之几"}


@widget_of.register
def _(file: FileName) -> Widget:
    return {"widget": "file", "choose_url": False, "pattern": [schema_of(file)["pattern"], "只写文件名"]}


def _formed(pattern: str, cure: str) -> Widget:
    return {"widget": "string", "pattern": [pattern, cure], "hint": cure}


def _select(options: Iterable[tuple[str, object]]) -> Widget:
    return {"widget": "select", "options": [{"label": label, "value": value} for label, value in options]}


def _summary(shape: Shape) -> Widget:
    keys = {field.key for field in shape.fields}
    shown = next((key for key in _SUMMARIES if key in keys), "")
    return {"summary": f"{{{{{shown}}}}}"} if shown else {}
