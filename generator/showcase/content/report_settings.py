"""content/report.yml: which columns the tables of a year's report have, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from showcase.content.documents import is_blank, read_yaml
from showcase.content.folders import Tree
from showcase.content.layout import Layout
from showcase.content.reading import MISSING, Reading, meant
from showcase.content.shapes import Field, ListOf, Shape
from showcase.content.tables_parts import TEXT
from showcase.content.values import one_of, written
from showcase.model.problem import Problem
from showcase.model.report_columns import TABLE_TITLES, TABLES, Chosen, usual


def _column(table: str) -> Shape:
    label = f"统计表的列：{TABLE_TITLES[table]}"
    fields = (Field("column", "列", one_of(*TABLES[table]), required=True), Field("title", "表头", TEXT))
    return Shape(label, dict, fields)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A column: its name alone, or a mapping that gives it another heading."""

    table: str

    def read(self, reading: Reading, node: yaml.Node, path: str) -> object:
        """Return (column, heading)."""
        if isinstance(node, yaml.MappingNode):
            said = _column(self.table).read(reading, node, path)
            if not isinstance(said, dict):
                return MISSING
            return said["column"], said.get("title") or TABLES[self.table][said["column"]]
        return self._by_name(reading, node)

    def _by_name(self, reading: Reading, node: yaml.Node) -> object:
        known, name = TABLES[self.table], written(reading, node)
        if name is None or name in known:
            return MISSING if name is None else (name, known[name])
        fix = meant(name, known, f"可以写的有：{'、'.join(known)}")
        reading.report(node, "record-choice", f"统计表没有“{name}”这一列", fix)
        return MISSING


_WISH = Shape(
    "统计表",
    dict,
    tuple(Field(table, TABLE_TITLES[table], ListOf(_Choice(table))) for table in TABLES),
)


def read_report_columns(
    layout: Layout, path: Path | None = None
) -> tuple[Mapping[str, Chosen], list[Problem]]:
    """Return the chosen columns of each table that the file names; every column where it names none.

    `path` is another file than content/report.yml. The problems are those of reading it.
    """
    tree, file = Tree(layout), path or layout.content / "report.yml"
    reading = Reading(tree.name_of(file), "", tree.problems)
    root = read_yaml(reading, str(file)) if file.is_file() else None
    found = _WISH.top(reading, root) if root and not is_blank(root) else {}
    return {table: (found or {}).get(table) or usual(table) for table in TABLES}, tree.problems
