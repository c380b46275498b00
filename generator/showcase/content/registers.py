"""Two short files of lists: recommending bodies, and take-downs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from showcase.content.documents import is_blank, read_yaml
from showcase.content.folders import Tree
from showcase.content.reading import MISSING, Reading
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import DAY, TEXT, TEXTS
from showcase.content.values import Value
from showcase.content.whereabouts import Address, RegionSlug
from showcase.model.campaign import Body, Withdrawal
from showcase.model.source import Source

BODY = Shape(
    "推荐单位",
    Body,
    (
        Field("name", "名称", TEXT, required=True),
        Field("class", "类别", TEXT, required=True, name="body_class"),
        Field("region", "地区", RegionSlug()),
        Field("aliases", "别名", TEXTS),
    ),
)

WITHDRAWAL = Shape(
    "撤下的记录",
    dict,
    (
        Field("address", "地址", Address(any_page=True), required=True),
        Field("date", "日期", DAY, required=True),
    ),
)


def read_bodies(tree: Tree) -> tuple[Body, ...]:
    """Return the recommending bodies of content/bodies.yml, in file order."""
    _, found = _items(tree, tree.layout.content / "bodies.yml", BODY)
    return tuple(body for body in found if isinstance(body, Body))


def read_withdrawals(tree: Tree) -> tuple[Withdrawal, ...]:
    """Return the take-downs of content/withdrawn.yml, by address."""
    source, found = _items(tree, tree.layout.content / "withdrawn.yml", PLACED)
    withdrawals = (_placed(each, source) for each in found if isinstance(each, tuple))
    return tuple(sorted(withdrawals, key=lambda each: (each.address, each.date)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A take-down with its path in the file, so that each keeps its own places."""

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return (path, values), or MISSING."""
        values = WITHDRAWAL.read(reading, node, path)
        return values if values is MISSING else (path, values)


PLACED = _Placed()


def _placed(found: tuple[str, dict[str, Any]], source: Source) -> Withdrawal:
    path, values = found
    places = {key: source.place(f"{path}.{key}") for key in values}
    return Withdrawal(**values, source=replace(source, places=places))


def _items(tree: Tree, path: Path, shape: Value) -> tuple[Source, tuple[object, ...]]:
    """Return the items of a file that is one list; a file that is not there, or blank, has none."""
    reading = Reading(tree.name_of(path), "", tree.problems)
    root = read_yaml(reading, str(path)) if path.is_file() and not tree.leads_outside(path) else None
    found = ListOf(shape).read(reading, root, "") if root and not is_blank(root) else MISSING
    return reading.source(), found if isinstance(found, tuple) else ()
