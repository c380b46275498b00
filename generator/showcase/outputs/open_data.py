"""data/: what may go out as JSON and CSV, whole, by year and by region, and the files that describe it."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from showcase.check.allowed import Value
from showcase.check.opened import DataSet, Item, OpenTable, data_sets
from showcase.content.csv_lines import as_text, csv_line
from showcase.model.artefact import Artefact
from showcase.model.library import Showcase
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.outputs.data_schemas import json_schema, schema_path, table_schema, table_schema_path


def data_files(showcase: Showcase, settings: Settings, today: datetime.date) -> Iterator[Artefact]:
    """Yield the tables of every set in both forms, their schemas, and datapackage.json, which lists them."""
    sets, written, resources = data_sets(showcase, today), _Written(), []
    for data_set in sets:
        for table in data_set.tables:
            for made in (_csv_file(data_set, table, written), _json_file(data_set, table, written)):
                yield Artefact(f"data/{made.path}", made.data)
                resources.append(_resource(data_set, table, made))
    for table in sets[0].tables:
        yield Artefact(f"data/{schema_path(table)}", _as_json(json_schema(table, settings)))
        yield Artefact(f"data/{table_schema_path(table)}", _as_json(table_schema(table)))
    yield Artefact("data/datapackage.json", _as_json(_package(settings, resources)))


@dataclass(slots=True)
class _Written:
    """Each item's row in both forms, written once for all sets that it stands in."""

    lines: dict[int, str] = field(default_factory=dict)
    cells: dict[int, str] = field(default_factory=dict)

    def of(self, table: OpenTable, item: Item) -> int:
        """Return the key of the item's row, written now if need be."""
        if id(item) not in self.lines:
            row: dict[str, Value] = {column.name: column.value(item) for column in table.fields}
            self.lines[id(item)] = json.dumps(row, ensure_ascii=False)
            self.cells[id(item)] = csv_line([_cell(value) for value in row.values()])
        return id(item)


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    data: bytes


def _json_file(data_set: DataSet, table: OpenTable, written: _Written) -> _File:
    """Return {"records": [...]}, one record a line: small to fetch, and a diff shows what changed."""
    lines = ",\n".join([written.lines[written.of(table, item)] for item in table.items])
    return _File(f"{data_set.folder}{table.name}.json", f'{{"records": [\n{lines}\n]}}\n'.encode())


def _csv_file(data_set: DataSet, table: OpenTable, written: _Written) -> _File:
    """Return the table as a spreadsheet opens it: UTF-8 with BOM, CRLF, lists joined by “；”."""
    head = csv_line([column.name for column in table.fields])
    lines = [written.cells[written.of(table, item)] for item in table.items]
    return _File(f"{data_set.folder}{table.name}.csv", "".join([head, *lines]).encode("utf-8-sig"))


def _cell(value: Value) -> str:
    return as_text("；".join(map(_item, value)) if isinstance(value, list) else str(value))


def _item(item: str | dict[str, str | int]) -> str:
    return item if isinstance(item, str) else " ".join(str(part) for part in item.values() if part != "")


def _as_json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _package(settings: Settings, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the Data Package (v1) that says what each file is and what it weighs."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "showcase",
        "title": f"{settings.site_name}：开放数据",
        "description": "只含本人或单位单独同意开放的条目；单元格中的多项以“；”分隔。",
    }
    if settings.site_url:
        package["homepage"] = settings.site_url
    if settings.data_license:
        package["licenses"] = [{"path": settings.data_license}]
    if settings.owner:
        package["contributors"] = [{"title": settings.owner, "role": "publisher"}]
    return package | {"resources": resources}


def _resource(data_set: DataSet, table: OpenTable, made: _File) -> dict[str, Any]:
    is_csv = made.path.endswith(".csv")
    where = f"{data_set.year}年" if data_set.year else ""
    where = REGIONS[data_set.region].name if data_set.region else where
    name = "-".join(filter(None, (table.name, str(data_set.year or ""), data_set.region)))
    value: dict[str, Any] = {
        "profile": "tabular-data-resource" if is_csv else "data-resource",
        "name": name if is_csv else f"{name}-json",
        "title": f"{where}{table.title}",
        "path": made.path,
        "format": "csv" if is_csv else "json",
        "mediatype": "text/csv" if is_csv else "application/json",
        "encoding": "utf-8",
        "bytes": len(made.data),
        "hash": f"sha256:{hashlib.sha256(made.data).hexdigest()}",
    }
    return value | {"schema": table_schema_path(table)} if is_csv else value
