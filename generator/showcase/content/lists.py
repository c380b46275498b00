"""Official lists: a CSV with one name a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from showcase.content.folders import Tree
from showcase.content.names import ListName, list_name
from showcase.content.reading import Reading, meant
from showcase.content.texts import read_text
from showcase.content.values import with_middle_dots
from showcase.model.campaign import ListedName, OfficialList
from showcase.model.problem import Severity
from showcase.model.source import Source

COLUMNS = ("kind", "name", "unit", "title", "document")
_KINDS = ("star", "project")

Row = tuple[int, dict[str, str]]
"""A line's number and its cells by column."""


def read_lists(tree: Tree) -> tuple[OfficialList, ...]:
    """Return the lists below content/lists, by address."""
    found: list[OfficialList] = []
    for file in tree.files(tree.layout.content / "lists", ".csv"):
        said = list_name(tree, file.path)
        reading = Reading(tree.name_of(file.path), said.region if said else "", tree.problems)
        text = read_text(reading, file.path) if said else None
        if said and text:
            found.append(_list(reading, text, f"lists/{file.name.removesuffix('.csv')}", said))
    return tuple(sorted(found, key=lambda each: each.address))


def _list(reading: Reading, text: str, address: str, said: ListName) -> OfficialList:
    rows = _rows(reading, text)
    names = tuple(_names(reading, rows))
    first = rows[0][1] if rows else {}
    return OfficialList(
        address=address,
        year=said.year,
        level=said.level,
        region=said.region,
        title=first.get("title", ""),
        document=first.get("document", ""),
        names=names,
        source=Source(reading.file, {f"names[{i}]": (name.line, 1) for i, name in enumerate(names)}),
    )


def _rows(reading: Reading, text: str) -> list[Row]:
    """Return the lines below a right header; a line with too many or too few cells is reported."""
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[Row] = []
    try:
        header = [cell.strip() for cell in next(lines)]
        if not _is_header(reading, header):
            return []
        for cells in lines:
            if len(cells) == len(header):
                rows.append((lines.line_num, dict(zip(header, map(str.strip, cells), strict=True))))
            elif any(cells):
                message = f"这一行有 {len(cells)} 格，表头有 {len(header)} 格"
                fix = "每格之间用半角逗号；内容里有逗号时，整格加半角双引号"
                reading.at((lines.line_num, 1), "record-list-line", message, fix)
    except csv.Error:
        message = "这一行的双引号没有成对，或者一格太长"
        reading.at((lines.line_num, 1), "record-list-line", message, "补上或删去双引号")
    return rows


def _is_header(reading: Reading, header: list[str]) -> bool:
    for cell in header:
        if cell not in COLUMNS:
            fix = meant(cell, COLUMNS, f"可以写的有：{'、'.join(COLUMNS)}")
            reading.at((1, 1), "record-unknown-key", f"名单没有“{cell}”这一列", fix)
    missing = [column for column in COLUMNS if column not in header]
    if missing or len(set(header)) < len(header):
        message = f"表头缺少：{'、'.join(missing)}" if missing else "表头里有重复的列"
        reading.at((1, 1), "record-list-header", message, f"第一行写 {','.join(COLUMNS)}")
        return False
    return True


def _names(reading: Reading, rows: list[Row]) -> Iterator[ListedName]:
    seen: dict[tuple[str, str, str], int] = {}
    for line, row in rows:
        kind, name, unit = row["kind"], with_middle_dots(row["name"]), row["unit"]
        if kind not in _KINDS:
            fix = meant(kind, _KINDS, "只能写：star、project")
            reading.at((line, 1), "record-choice", f"不认识“{kind}”", fix)
        elif not name:
            reading.at((line, 1), "record-missing-key", "名单的这一行缺少名称（name）", "补上名称")
        elif (kind, name, unit) in seen:
            message = f"“{name}”和第 {seen[kind, name, unit]} 行相同"
            fix = "核对公布的名单，删去多余的一行"
            reading.at((line, 1), "record-duplicate-line", message, fix, Severity.WARNING)
        else:
            seen[kind, name, unit] = line
            yield ListedName(name, unit, kind, line)
