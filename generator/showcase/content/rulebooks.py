"""Rulebooks: what a notice asks for, each limit under its dotted name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from showcase.content.documents import as_mapping, read_yaml
from showcase.content.folders import Tree
from showcase.content.numbers import YEAR, Number
from showcase.content.reading import Reading, meant, place_of
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import DAY, TEXT, TEXTS
from showcase.content.values import TRUTH, Text, choice
from showcase.content.whereabouts import RegionSlug
from showcase.model.rulebook import Knowledge, Limit, Rulebook

_NUMBER = Number()
_FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yml")

LIMIT = Shape(
    "要求",
    Limit,
    (
        Field("knowledge", "依据", choice(Knowledge)),
        Field("clause", "条款", TEXT),
        Field("text", "原文", Text(lines=True)),
        Field("soft", "有弹性", TRUTH),
        Field("low", "下限", _NUMBER),
        Field("high", "上限", _NUMBER),
        Field("about", "左右", _NUMBER),
        Field("tolerance", "幅度", Number(0, 1)),
        Field("values", "选项", TEXTS),
        Field("required", "必须", TRUTH),
        Field("note", "备注", Text(lines=True)),
    ),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits in groups: {star: {showcase_text: {about: 300}}} becomes {"star.showcase_text": Limit}."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the limits by dotted name, in file order."""
        return dict(_flat(reading, node, path, ""))


def _flat(reading: Reading, node: yaml.Node, path: str, name: str) -> Iterator[tuple[str, Limit]]:
    """Yield the limits at `node` and below: a mapping is a limit when one of its keys is a limit's."""
    if isinstance(node, yaml.ScalarNode) and name:
        yield from _known_only(reading, node, name)
    elif isinstance(node, yaml.MappingNode) and not _is_limit(node):
        for key, value in node.value:
            yield from _member(reading, key, value, path, name)
    elif name:
        limit = LIMIT.read(reading, node, path)
        if isinstance(limit, Limit):
            yield name, limit
    else:
        as_mapping(reading, node)


def _member(
    reading: Reading, key: yaml.Node, value: yaml.Node, path: str, name: str
) -> Iterator[tuple[str, Limit]]:
    if not isinstance(key, yaml.ScalarNode):
        reading.report(key, "record-type", "这里应当是一项要求的名称", "例如 showcase_text")
        return
    below = f"{path}.{key.value}"
    if below in reading.places:
        first = reading.places[below][0]
        message = f"“{key.value}”写了两次，第一次在第 {first} 行"
        reading.report(key, "record-duplicate-key", message, "合并成一项")
        return
    reading.places[below] = place_of(key)
    yield from _flat(reading, value, below, f"{name}.{key.value}" if name else key.value)


def _known_only(reading: Reading, node: yaml.ScalarNode, name: str) -> Iterator[tuple[str, Limit]]:
    """Yield the limit of a single word: silent, or not-in-copy."""
    words = (Knowledge.SILENT.value, Knowledge.NOT_IN_COPY.value)
    if node.value in words:
        yield name, Limit(knowledge=Knowledge(node.value))
        return
    allowed = f"写 {'、'.join(words)}，或分项写：{'、'.join(LIMIT.by_key)}"
    key = name.rpartition(".")[2]
    reading.report(node, "record-type", f"“{key}”不是一项要求", meant(key, LIMIT.by_key, allowed))


def _is_limit(node: yaml.MappingNode) -> bool:
    return any(isinstance(key, yaml.ScalarNode) and key.value in LIMIT.by_key for key, _ in node.value)


RULEBOOK = Shape(
    "通知",
    Rulebook,
    (
        Field("title", "标题", TEXT, required=True),
        Field("issuer", "发文单位", TEXT),
        Field("document", "文号", TEXT),
        Field("date", "日期", DAY),
        Field("regions", "地区", ListOf(RegionSlug())),
        Field("years", "年份", ListOf(YEAR)),
        Field("judged_on", "计算年数的日期", DAY),
        Field("remarks", "说明", ListOf(Text(lines=True))),
        Field("limits", "要求", Limits()),
    ),
)


def read_rulebooks(tree: Tree) -> tuple[Rulebook, ...]:
    """Return the rulebooks below content/rulebooks, by id (the file's name)."""
    found: list[Rulebook] = []
    for file in tree.files(tree.layout.content / "rulebooks", ".yml"):
        if not _FILE_NAME.fullmatch(file.name):
            fix = "小写字母、数字和连字符，例如 henan-2024.yml：它是网页的地址"
            tree.refuse(file.path, "record-file-name", "文件名不能作网页的地址", fix)
            continue
        reading = Reading(tree.name_of(file.path), "", tree.problems)
        root = read_yaml(reading, file.path)
        values = RULEBOOK.top(reading, root) if root else None
        if values is not None:
            found.append(Rulebook(id=file.name.removesuffix(".yml"), source=reading.source(), **values))
    return tuple(sorted(found, key=lambda rulebook: rulebook.id))
