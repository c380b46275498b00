"""Set values of one item of a list in a record's front matter; all else keeps its bytes (see writing.py)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from showcase.content.new_records import scalar
from showcase.content.writing import CannotEdit, composed, end_of, front_of, hold, said_by


def with_item_values(text: str, key: str, place: int, values: Mapping[str, str]) -> str:
    """Return a record's file whose item `place` (from 0) of the list `key` says `values`, by their keys.

    A value that stands there is replaced, its comment stays; another is added behind the item's last.
    Raises CannotEdit when there is no such item, or when it is written in a way that cannot be edited.
    """
    front = front_of(text)
    root = composed(front)
    item = _item(root, key, place)
    known = {name.value: value for name, value in item.value}
    edits = [_replaced(front, known[name], value) for name, value in values.items() if name in known]
    new = {name: value for name, value in values.items() if name not in known}
    done = _carried_out(front, [*edits, *_added(front, item, new)])
    meant = said_by(root) if root else {}
    meant[key][place] |= dict(values)
    hold(done, meant)
    return done + text[len(front) :]


Edit = tuple[int, int, str]
"""Where something begins and ends that gives way to a text."""


def _item(root: yaml.Node | None, key: str, place: int) -> Any:  # noqa: ANN401 - a mapping node
    entries = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for name, value in entries if name.value == key), None)
    items = found.value if isinstance(found, yaml.SequenceNode) else []
    if len(items) <= place or not isinstance(items[place], yaml.MappingNode) or not items[place].value:
        raise CannotEdit(key)
    return items[place]


def _replaced(text: str, node: yaml.Node, value: str) -> Edit:
    if not isinstance(node, yaml.ScalarNode) or node.start_mark.line != node.end_mark.line:
        raise CannotEdit(value)
    written, start = scalar(value), node.start_mark.index
    is_empty = start == node.end_mark.index  # “document:” with nothing behind it
    return (start, end_of(text, node), f" {written}" if is_empty and text[start - 1] == ":" else written)


def _added(text: str, item: Any, values: Mapping[str, str]) -> list[Edit]:  # noqa: ANN401 - as above
    if not values:
        return []
    last = end_of(text, item.value[-1][1])
    if item.flow_style:
        return [(last, last, "".join(f", {name}: {scalar(value)}" for name, value in values.items()))]
    line_end = text.find("\n", last)
    at = line_end + 1 if line_end >= 0 else len(text)
    indent = " " * item.start_mark.column
    return [(at, at, "".join(f"{indent}{name}: {scalar(value)}\n" for name, value in values.items()))]


def _carried_out(text: str, edits: list[Edit]) -> str:
    for begin, end, new in sorted(edits, reverse=True):
        text = text[:begin] + new + text[end:]
    return text
