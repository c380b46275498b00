"""Set or take away single lines of a record's front matter; all else keeps its bytes (see writing.py)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from showcase.content.composers import composer
from showcase.content.writing import CannotEdit, said_by

_FENCED = re.compile(r"(---[ ]*\n)(.*?)(^---[ ]*$.*)\Z", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([a-z_]+):[^#\n]*?(\s+#[^\n]*)?\n?")


Said = str | tuple[str, ...]
"""A text or a list of texts; for anything else a text that is the same when it says the same."""


def values_of(text: str) -> dict[str, Said]:
    """Return what a file says by its keys: {"start": "2026-06-17", "hosts": ("甲厅",)}; raises CannotEdit."""
    return {key: value for key, value in _said(_fenced(text)[1]).items() if value}


def with_lines(text: str, lines: Mapping[str, str]) -> str:
    """Return `text` with `lines` by their keys (`"start": "start: 2026-06-17"`); "" takes a key away.

    A line that stands there is replaced, its comment stays; another is added at the end. Raises CannotEdit
    when a key is written over several lines, or the result would not say what was meant.
    """
    head, front, rest = _fenced(text)
    before = {key.value: (key.start_mark.line, value.end_mark.line) for key, value in _root(front)}
    kept = front.splitlines(keepends=True)
    for key, line in lines.items():
        if key not in before:
            kept.append(f"{line}\n" if line else "")
            continue
        place = before[key][0]
        found = _LINE.fullmatch(kept[place])
        if not found or before[key][1] > place + 1:
            raise CannotEdit(key)
        kept[place] = f"{line}{found[2] or ''}\n" if line else ""
    done = "".join(kept)
    _hold(done, front, lines)
    return head + done + rest


def _fenced(text: str) -> tuple[str, str, str]:
    found = _FENCED.fullmatch(text)
    if not found:
        raise CannotEdit("---")
    return found[1], found[2], found[3]


def _root(front: str) -> list[tuple[yaml.Node, yaml.Node]]:
    try:
        root = composer(front).get_single_node()
    except yaml.YAMLError as error:
        raise CannotEdit(str(error)) from error
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise CannotEdit("---")
    return root.value if root is not None else []


def _hold(done: str, front: str, lines: Mapping[str, str]) -> None:
    """Raise CannotEdit unless `done` says what `front` said, with `lines` in place of their keys."""
    meant = _said(front)
    for key, line in lines.items():
        meant.pop(key, None)
        meant |= _said(f"{line}\n")
    if _said(done) != meant:
        raise CannotEdit(front[:20])


def _said(front: str) -> dict[str, Said]:
    return {key.value: _plain(value) for key, value in _root(front)}


def _plain(node: yaml.Node) -> Said:
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return tuple(item.value for item in node.value)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else repr(said_by(node))
