"""Tables of fields: which keys a part of a record has, what each becomes, which must be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml import ScalarNode

from showcase.content.documents import as_mapping, is_blank
from showcase.content.reading import MISSING, Reading, meant, nearest, place_of
from showcase.content.values import Value


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a table: the key as written, its Chinese name, what it becomes.

    `name` is the argument of the model that it fills, where that differs from the key.
    """

    key: str
    label: str
    value: Value
    required: bool = False
    name: str = ""

    @property
    def argument(self) -> str:
        """The argument of the model."""
        return self.name or self.key


Read = Callable[[Reading, yaml.Node, str], object]

Check = Callable[[Reading, yaml.Node, Mapping[str, object]], None]
"""Looks at the values of one part together, and reports what cannot be."""


@dataclass(frozen=True)
class Shape:
    """A part of a record: its Chinese name, its table, and what the values make."""

    label: str
    build: Callable[..., object]
    fields: tuple[Field, ...]
    check: Check | None = None

    @cached_property
    def by_key(self) -> dict[str, tuple[str, str, Read]]:
        """The table by key: key, argument and converter, ready for the inner loop."""
        return {f.key: (f.key, f.argument, f.value.read) for f in self.fields}

    @cached_property
    def needed(self) -> frozenset[str]:
        """The arguments that must be there."""
        return frozenset(field.argument for field in self.fields if field.required)

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the part, or MISSING when a required value is not there."""
        if not isinstance(node, yaml.MappingNode):
            reading.report(node, "record-type", f"{self.label}应当分项写", f"写成 {self._example()}")
            return MISSING
        found = self.values(reading, node, f"{path}." if path else "")
        return MISSING if found is None else self.build(**found)

    def top(self, reading: Reading, node: yaml.Node | None) -> dict[str, Any] | None:
        """Return the values of a whole file; an empty front matter lacks what is required."""
        if node is None or is_blank(node):
            for field in self.fields:
                if field.required:
                    self._report_one(reading, field, (1, 1))
            return None if self.needed else {}
        mapping = as_mapping(reading, node)
        return self.values(reading, mapping, "") if mapping else None

    def values(self, reading: Reading, node: yaml.MappingNode, prefix: str) -> dict[str, object] | None:
        """Return the values by argument; None when a required one is missing. Unknown keys are reported."""
        blank: list[str] = []
        found = self._found(reading, node, prefix, blank)
        if not self.needed <= found.keys():
            self._report_missing(reading, node, found, prefix, blank)
            return None
        if self.check:
            self.check(reading, node, found)
        return found

    def _found(
        self, reading: Reading, node: yaml.MappingNode, prefix: str, blank: list[str]
    ) -> dict[str, object]:
        """Return what could be read; paths where nothing was written go to `blank`. The inner loop."""
        found: dict[str, object] = {}
        places, by_key = reading.places, self.by_key
        for key_node, value_node in node.value:
            entry = by_key.get(key_node.value) if type(key_node) is ScalarNode else None
            if entry is None or (path := prefix + entry[0]) in places:
                self._refuse(reading, key_node, prefix, places.get(path) if entry else None)
                continue
            mark = key_node.start_mark
            places[path] = mark.line + 1, mark.column + 1
            value = entry[2](reading, value_node, path) if value_node.value else ""
            if not value and value != 0:
                blank.append(path)
            elif value is MISSING:
                reading.refused.add(path)
            else:
                found[entry[1]] = value
        return found

    def _report_missing(
        self,
        reading: Reading,
        node: yaml.Node,
        found: dict[str, object],
        prefix: str,
        blank: list[str],
    ) -> None:
        """Report what is required and was not written (a value refused was reported already)."""
        for field in self.fields:
            path = prefix + field.key
            refused = path in reading.refused or (path in reading.places and path not in blank)
            if field.required and field.argument not in found and not refused:
                self._report_one(reading, field, reading.places.get(path) or place_of(node))

    def _report_one(self, reading: Reading, field: Field, place: tuple[int, int]) -> None:
        message = f"{self.label}缺少“{field.label}”（{field.key}）"
        reading.at(place, "record-missing-key", message, f"补上 {field.key}: …")

    def _refuse(self, reading: Reading, node: yaml.Node, prefix: str, first: tuple[int, int] | None) -> None:
        key = node.value if isinstance(node, yaml.ScalarNode) else "?"
        if first:
            message = f"“{key}”写了两次，第一次在第 {first[0]} 行"
            reading.report(node, "record-duplicate-key", message, "合并成一项")
            return
        reading.report(node, "record-unknown-key", f"{self.label}没有“{key}”这一项", self._cure(key))
        if probably := self._probably(key):
            # it stands for the one that was meant, which is then not called missing as well
            reading.refused.add(prefix + probably)

    def _probably(self, key: str) -> str:
        """Return the key that was meant: its Chinese name may have been written. Or ""."""
        by_label = {field.label: field.key for field in self.fields}
        return by_label.get(key) or nearest(key, self.by_key)

    def _cure(self, key: str) -> str:
        probably = self._probably(key)
        if probably and not key.isascii():
            return f"写成“{probably}”"
        return meant(key, self.by_key, f"可以写的有：{'、'.join(self.by_key)}")

    def _example(self) -> str:
        first = [field for field in self.fields if field.required] or self.fields[:2]
        return "、".join(f"{field.key}: …" for field in first)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind of value. Of texts, a single one may stand without dash or brackets."""

    item: Value

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return the items that could be read, in their order."""
        if not isinstance(node, yaml.SequenceNode):
            if isinstance(node, yaml.ScalarNode) and not isinstance(self.item, Shape):
                if not node.style and re.fullmatch("[【［].*[】］]", node.value):
                    fix = "改成半角：[甲, 乙]，逗号也用半角，后面空一格"
                    reading.report(node, "record-type", "列表的方括号是全角的", fix)
                    return MISSING
                value = self.item.read(reading, node, path)
                return MISSING if value is MISSING else (value,)
            reading.report(node, "record-type", "这里应当是列表", "每一项另起一行，以“- ”开头")
            return MISSING
        items = [self._item(reading, each, f"{path}[{at}]") for at, each in enumerate(node.value)]
        return tuple(item for item in items if item is not MISSING)

    def _item(self, reading: Reading, node: yaml.Node, path: str) -> object:
        reading.places[path] = place_of(node)
        if is_blank(node):
            reading.report(node, "record-type", "列表里有一项是空的", "写上内容，或者删去这一项")
            return MISSING
        return self.item.read(reading, node, path)
