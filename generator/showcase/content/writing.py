"""Edit YAML as text: what is not meant to change keeps its bytes, its comments and its order.

Nothing is dumped. Nodes say where a thing is written, the text is cut there, and the result is composed
again: unless it says exactly what was meant, CannotEdit is raised and nothing was changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from showcase.content.composers import composer

Plain = Any
"""A node as text, lists and dicts: what a file says, without where."""

Unwanted = Callable[[Plain], bool]

_DASH = re.compile(r"-\s+\Z")
_FRONT = re.compile(r"---[ ]*\n.*?^---[ ]*$", re.DOTALL | re.MULTILINE)


class CannotEdit(Exception):  # noqa: N818 - reads as what it says
    """The text is written in a way that cannot be edited safely; somebody has to do it by hand."""


def edited(data: bytes, edit: Callable[[str], str]) -> bytes:
    """Return a UTF-8 file after `edit`, which sees plain line ends; BOM and Windows line ends stay."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotEdit(str(error)) from error
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    windows = "\r\n" in text and text.count("\r\n") == text.count("\n")
    done = edit(text.replace("\r\n", "\n") if windows else text)
    return (mark + (done.replace("\n", "\r\n") if windows else done)).encode()


def without_items(text: str, key: str, unwanted: Unwanted) -> str:
    """Return a record's file less the unwanted items of the list `key`; with its last item the key goes."""
    front = front_of(text)
    root = composed(front)
    if not isinstance(root, yaml.MappingNode):
        raise CannotEdit(key)
    entry = next(((name, value) for name, value in root.value if name.value == key), None)
    if entry is None:
        return text
    is_list = isinstance(entry[1], yaml.SequenceNode)
    items: list[yaml.Node] = entry[1].value if is_list else [entry[1]]
    gone = [unwanted(said_by(item)) for item in items]
    if not any(gone):
        return text
    whole = all(gone)
    cuts = [_lines_of(front, *entry)] if whole else _cuts(front, entry[1], gone)
    done = _cut(front, cuts)
    kept = [said_by(item) for item, is_gone in zip(items, gone, strict=True) if not is_gone]
    hold(done, {**said_by(root), key: kept} if not whole else _without(said_by(root), key))
    return done + text[len(front) :]


def with_items(text: str, items: Sequence[Mapping[str, str]]) -> str:
    """Return the text of a file that is one list of mappings, with `items` added behind the others."""
    root = composed(text)
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        before = f"{text.rstrip()}\n" if text.strip() else ""
        done, said = before + _block(items, ""), []
    elif isinstance(root, yaml.SequenceNode):
        said = said_by(root)
        done = _flow_added(text, root, items) if root.flow_style else _block_added(text, root, items)
    else:
        raise CannotEdit(text[:20])
    hold(done, [*said, *map(dict, items)])
    return done


def front_of(text: str) -> str:
    """Return the front matter with its opening fence and without its closing one."""
    found = _FRONT.match(text)
    if not found:
        raise CannotEdit("---")
    return found[0].rpartition("---")[0]


def composed(text: str) -> yaml.Node | None:
    """Return what a text is composed of, None when it says nothing; raises CannotEdit."""
    try:
        return composer(text).get_single_node()
    except yaml.YAMLError as error:
        raise CannotEdit(str(error)) from error


def said_by(node: yaml.Node) -> Plain:
    """Return what is written at a node, as text, lists and dicts."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: said_by(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [said_by(item) for item in node.value]
    return node.value


def _without(mapping: dict[str, Plain], key: str) -> Plain:
    """Return what a file without `key` says; one that says nothing else composes to nothing."""
    return {name: value for name, value in mapping.items() if name != key} or None


def hold(text: str, meant: Plain) -> None:
    """Raise CannotEdit unless a text says exactly what is meant."""
    root = composed(text)
    said = None if root is None or (isinstance(root, yaml.ScalarNode) and not root.value) else said_by(root)
    if said != meant:
        raise CannotEdit(text[:20])


def _cuts(text: str, node: yaml.Node, gone: list[bool]) -> list[tuple[int, int]]:
    """Return what to cut of a list some of whose items go."""
    items: list[yaml.Node] = node.value
    if not node.flow_style:  # type: ignore[attr-defined]
        going = (item for item, is_gone in zip(items, gone, strict=True) if is_gone)
        return [_lines_of(text, item, item) for item in going]
    cuts = []
    for place, item in enumerate(items):
        if gone[place] and not all(gone[place:]):
            cuts.append((item.start_mark.index, items[place + 1].start_mark.index))
        elif gone[place]:
            cuts.append((end_of(text, items[place - 1]), end_of(text, item)))
    return cuts


def _lines_of(text: str, first: yaml.Node, last: yaml.Node) -> tuple[int, int]:
    """Return the lines from the start of `first` (its dash included) to the end of `last`."""
    start = first.start_mark.index
    dash = _DASH.search(text[:start])
    begin = text.rfind("\n", 0, dash.start() if dash else start) + 1
    end = text.find("\n", end_of(text, last))
    return begin, end + 1 if end >= 0 else len(text)


def end_of(text: str, node: yaml.Node) -> int:
    """Return the index behind what was written for `node`; a block's own mark lies behind the gap below."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(node, yaml.MappingNode) else last)
    start = int(node.start_mark.index)
    return start + len(text[start : node.end_mark.index].rstrip())


def _cut(text: str, cuts: list[tuple[int, int]]) -> str:
    for begin, end in reversed(cuts):
        text = text[:begin] + text[end:]
    return text


def _block(items: Sequence[Mapping[str, str]], indent: str) -> str:
    parts = ([f"{key}: {value}" for key, value in item.items()] for item in items)
    return "".join(f"{indent}- " + f"\n{indent}  ".join(lines) + "\n" for lines in parts)


def _block_added(text: str, root: yaml.SequenceNode, items: Sequence[Mapping[str, str]]) -> str:
    end = text.find("\n", end_of(text, root))
    before, after = (text[: end + 1], text[end + 1 :]) if end >= 0 else (f"{text}\n", "")
    return before + _block(items, " " * root.start_mark.column) + after


def _flow_added(text: str, root: yaml.SequenceNode, items: Sequence[Mapping[str, str]]) -> str:
    bracket = int(root.end_mark.index) - 1
    before = text[:bracket].rstrip()
    comma = "" if before.endswith(("[", ",")) else ", "
    added = ", ".join("{" + ", ".join(f"{k}: {v}" for k, v in item.items()) + "}" for item in items)
    return before + comma + added + text[bracket:]
