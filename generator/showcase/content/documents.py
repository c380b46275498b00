"""Files to their two halves: front matter as nodes, and the text below it. Or a whole file of YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from showcase.content.composing import compose
from showcase.content.reading import Reading
from showcase.content.texts import read_text

_FENCE = re.compile(r"^---[ ]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its front matter (None when empty) and the text below."""

    front: yaml.MappingNode | None
    body: str


def read_document(reading: Reading, path: str) -> Document | None:
    """Return the halves of a record's file, or None when it cannot be taken apart."""
    text = read_text(reading, path)
    if text is None:
        return None
    span = _span(text)
    if not span:
        opened = text.startswith("---")
        message = "开头的 --- 之后没有第二个 --- " if opened else "文件开头没有 --- "
        fix = "第一行写 --- ，各项内容之后另起一行再写 --- ，下面是正文"
        reading.at((1, 1), "record-front-matter", f"{message}，分不出各项内容和正文", fix)
        return None
    end, after = span
    reading.body_line = text.count("\n", 0, end) + 3
    # the opening fence stays: YAML takes it for a start of document, and lines count as in the file
    return _halves(reading, text[: end + 1], text[after:])


def _span(text: str) -> tuple[int, int] | None:
    """Return where the front matter ends and where the text below begins, or None."""
    end = text.find("\n---\n")
    if end >= 0 and text.startswith("---\n"):
        return end, end + 5
    fences = list(_FENCE.finditer(text))  # with spaces after it, or at the end of the file
    if len(fences) < 2 or fences[0].start():
        return None
    return fences[1].start() - 1, fences[1].end() + 1


def _halves(reading: Reading, front: str, body: str) -> Document | None:
    before = len(reading.problems)
    node = compose(reading, front)
    if len(reading.problems) > before:
        return None
    if node is None or is_blank(node):
        return Document(None, body)
    mapping = as_mapping(reading, node)
    return Document(mapping, body) if mapping else None


def read_yaml(reading: Reading, path: str, *, trusted: bool = False) -> yaml.Node | None:
    """Return the root of a file that is YAML throughout, or None with the problem reported."""
    text = read_text(reading, path)
    return None if text is None else compose(reading, text, trusted=trusted)


def is_blank(node: yaml.Node) -> bool:
    """Whether nothing was written: `city:` with nothing after it."""
    return type(node) is yaml.ScalarNode and not node.value and not node.style


def as_mapping(reading: Reading, node: yaml.Node) -> yaml.MappingNode | None:
    """Return `node` when it is a list of `key: value` lines, or None with the problem reported."""
    if isinstance(node, yaml.MappingNode):
        return node
    reading.report(node, "record-type", "这里应当是一行一项的“项目名: 内容”", "用半角冒号，冒号后空一格")
    return None
