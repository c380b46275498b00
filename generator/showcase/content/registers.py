"""Three short files of lists: recommending bodies, take-downs, changes of address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from showcase.model.bodies import Body
from showcase.model.campaign import Withdrawal
from showcase.model.forwarding import MovedAddress, destinations
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

MOVED = Shape(
    "换了的地址",
    dict,
    (
        Field("from", "原来的地址", Address(any_page=True), required=True, name="before"),
        Field("to", "现在的地址", Address(any_page=True), required=True, name="after"),
        Field("date", "日期", DAY, required=True),
    ),
)


def read_bodies(tree: Tree) -> tuple[Body, ...]:
    """Return the recommending bodies of content/bodies.yml, in file order."""
    _, found = _items(tree, tree.layout.content / "bodies.yml", BODY)
    return tuple(body for body in found if isinstance(body, Body))


def read_withdrawals(tree: Tree) -> tuple[Withdrawal, ...]:
    """Return the take-downs of content/withdrawn.yml, by address."""
    source, found = _items(tree, tree.layout.content / "withdrawn.yml", _Placed(WITHDRAWAL))
    withdrawals = (Withdrawal(**each) for each in _placed(WITHDRAWAL, found, source))
    return tuple(sorted(withdrawals, key=lambda each: (each.address, each.date)))


def read_moved(tree: Tree) -> tuple[MovedAddress, ...]:
    """Return the changes of address of content/moved.yml, in file order."""
    source, found = _items(tree, tree.layout.content / "moved.yml", _Placed(MOVED))
    return tuple(MovedAddress(**each) for each in _placed(MOVED, found, source))


def with_old_addresses(
    withdrawals: tuple[Withdrawal, ...], moved: tuple[MovedAddress, ...]
) -> tuple[Withdrawal, ...]:
    """Return the take-downs with those of the old addresses that lead to what was taken down."""
    taken, ends = {w.address: w.date for w in withdrawals}, destinations(moved)
    old = {each.before: each for each in reversed(moved) if ends.get(each.before) in taken}
    more = [Withdrawal(a, taken[ends[a]], each.source) for a, each in old.items() if a not in taken]
    return tuple(sorted([*withdrawals, *more], key=lambda each: (each.address, each.date)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item with its path in the file, so that each keeps its own places."""

    shape: Shape

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return (path, values), or MISSING."""
        values = self.shape.read(reading, node, path)
        return values if values is MISSING else (path, values)


def _placed(shape: Shape, found: Iterable[object], source: Source) -> Iterator[dict[str, Any]]:
    """Yield the values of each item that could be read, with its own places as `source`."""
    keys = {each.argument: each.key for each in shape.fields}
    for path, values in (each for each in found if isinstance(each, tuple)):
        places = {name: source.place(f"{path}.{keys[name]}") for name in values}
        yield {**values, "source": replace(source, places=places)}


def _items(tree: Tree, path: Path, shape: Value) -> tuple[Source, tuple[object, ...]]:
    """Return the items of a file that is one list; a file that is not there, or blank, has none."""
    reading = Reading(tree.name_of(path), "", tree.problems)
    root = read_yaml(reading, str(path)) if path.is_file() and not tree.leads_outside(path) else None
    found = ListOf(shape).read(reading, root, "") if root and not is_blank(root) else MISSING
    return reading.source(), found if isinstance(found, tuple) else ()
