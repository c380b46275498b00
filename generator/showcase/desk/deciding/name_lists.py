"""A table of names as offices send it, to lines: name, units, kind, who recommends; columns by labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase.content.form_labels import Paper
from showcase.content.label_keys import field_of, label_key

_WORDS = {
    "kind": "类别 类型 推介类别 种类",
    "nominated_by": "推荐单位 报送单位 推荐单位名称 推荐地区",
    "address": "资料地址 编号 资料编号",
}
_KEYS = {label_key(word): field for field, words in _WORDS.items() for word in words.split()}
_UNITS = {"单位名称", "主办单位", "所在单位（主办单位）", "单位（主办单位）"}
_BETWEEN_UNITS = re.compile(r"[、；;\n]")
_END = re.compile(r"\s*(?:注\s*[:：]|说明\s*[:：]|备注\s*[:：]|填表|合计|总计)")


@dataclass(frozen=True, slots=True)
class ListCell:
    """One cell of a table: its row and column from 1, what it says."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class ListTable:
    """One table of a file. `where` names it (工作表“名单”, or "" for the only one), `title` stands above."""

    where: str
    title: str
    rows: Sequence[Sequence[ListCell]]


@dataclass(frozen=True, slots=True)
class ListLine:
    """One name of a list, and where it stands. `kind`: star | project | "" (not said)."""

    where: str
    row: int
    name: str
    units: tuple[str, ...] = ()
    kind: str = ""
    nominated_by: str = ""
    address: str = ""

    @property
    def shown(self) -> str:
        """The line as sentences name it."""
        return "，".join([self.name or self.address, *(["、".join(self.units)] if self.units else [])])


def lines_of(tables: Sequence[ListTable]) -> list[ListLine]:
    """Return the lines of every table that has a column of names; none when no table has one."""
    return [line for table in tables for line in _lines(table)]


def has_header(table: ListTable) -> bool:
    """Whether a row of the table heads columns of names."""
    return any(_columns(row) for row in table.rows)


def _lines(table: ListTable) -> Iterator[ListLine]:
    kind = _kind(f"{table.where} {table.title}")
    columns: Mapping[int, str] = {}
    for row in table.rows:
        said = [cell for cell in row if cell.text.strip()]
        if header := _columns(row):
            columns, kind = header, header.get(0) or kind
        elif len(said) == 1 and _kind(said[0].text):
            kind = _kind(said[0].text)
        elif said and columns and _END.match(said[0].text):
            columns = {}
        elif said and columns and (line := _line(table, said, columns, kind)):
            yield line


def _columns(row: Sequence[ListCell]) -> dict[int, str]:
    """Return the field of each column when a row heads a table of names; at 0 the kind that it tells of."""
    found: dict[int, str] = {}
    kind = ""
    for cell in row:
        field, told = _field(cell.text)
        if field and field not in found.values():
            found[cell.column] = field
            kind = kind or told
    named = {"name", "address"} & set(found.values())
    others = {"unit", "kind", "nominated_by", "address"} & set(found.values())
    return {**found, 0: kind} if named and others else {}


def _field(text: str) -> tuple[str, str]:
    """Return (field, kind that it tells of) of a heading: (name, star) for 姓 名."""
    key = label_key(text)
    if key in _KEYS:
        return _KEYS[key], ""
    if text.strip() in _UNITS:
        return "unit", ""
    star, project = field_of(Paper.STAR_REGISTER, text), field_of(Paper.PROJECT_REGISTER, text)
    if star == "name" or project == "name" or key in ("名称", "姓名名称"):
        is_either = ("姓名" in key and "名称" in text) or key == "名称"
        return "name", "" if is_either else "star" if star else "project"
    return ("unit", "") if star == "unit" or project == "hosts" else ("", "")


def _kind(text: str) -> str:
    """Return which kind a text names, "" when both or neither."""
    found = [kind for kind, word in (("star", "学习之星"), ("project", "项目")) if word in text]
    return found[0] if len(found) == 1 else ""


def _line(
    table: ListTable, row: Sequence[ListCell], columns: Mapping[int, str], kind: str
) -> ListLine | None:
    said = {columns[cell.column]: cell.text for cell in row if cell.column in columns}
    name = " ".join(said.get("name", "").split())
    if not name and not said.get("address"):
        return None
    units = tuple(part.strip() for part in _BETWEEN_UNITS.split(said.get("unit", "")) if part.strip())
    own = _kind(said.get("kind", "")) or kind
    nominated_by, address = said.get("nominated_by", "").strip(), said.get("address", "").strip()
    return ListLine(table.where, row[0].row, name, units, own, nominated_by, address)
