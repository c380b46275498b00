"""data/: stars, projects, weeks, events as JSON and CSV, and datapackage.json that describes them."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from showcase.model.artefact import Artefact
from showcase.model.campaign import Event, approved
from showcase.model.library import Showcase
from showcase.model.records import Project, Record, Star
from showcase.model.settings import Settings
from showcase.model.terms import Asset
from showcase.outputs.allowed import EVENT, PROJECT, STAR, WEEK, Field, R, Value, describe

Recommended = TypeVar("Recommended", Star, Project)

_FORMULA = ("=", "+", "-", "@", "\t")
"""A spreadsheet runs a cell that begins so; an apostrophe before it makes it text."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table, ready for every format: its file name, its Chinese title, its schema, its rows."""

    name: str
    title: str
    schema: list[dict[str, str]]
    rows: list[dict[str, Value]]


def data_files(showcase: Showcase, settings: Settings, today: datetime.date) -> Iterator[Artefact]:
    """Yield the four tables in both forms and their description.

    A star or a project goes out only with an approved honour and a consent for `data` in force
    today; an event only when everyone it tells of goes out too. Weeks tell of offices alone.
    """
    tables = _tables(showcase, today)
    for table in tables:
        yield Artefact(f"data/{table.name}.json", _json(table))
        yield Artefact(f"data/{table.name}.csv", _csv(table))
    yield Artefact("data/datapackage.json", _package(settings, tables))


def _tables(showcase: Showcase, today: datetime.date) -> list[Table]:
    stars, projects = _open(showcase.stars, today), _open(showcase.projects, today)
    going_out: list[Record] = [*stars, *projects]
    events = _events(showcase.events, {str(record.address) for record in going_out})
    return [
        _table("stars", "百姓学习之星", STAR, stars),
        _table("projects", "终身学习品牌项目", PROJECT, projects),
        _table("weeks", "活动周", WEEK, sorted(showcase.weeks, key=lambda week: week.address)),
        _table("events", "活动", EVENT, events),
    ]


def _open(records: Iterable[Recommended], today: datetime.date) -> list[Recommended]:
    chosen = [r for r in records if approved(r.honours) and r.consent.holds(Asset.DATA, today)]
    return sorted(chosen, key=lambda record: str(record.address))


def _events(events: Iterable[Event], going_out: set[str]) -> list[Event]:
    chosen = [event for event in events if going_out.issuperset(event.records)]
    return sorted(chosen, key=lambda event: event.address)


def _table(name: str, title: str, fields: Sequence[Field[R]], items: Iterable[R]) -> Table:
    rows = [{field.name: field.value(item) for field in fields} for item in items]
    return Table(name, title, describe(fields), rows)


def _json(table: Table) -> bytes:
    """Return {"records": [...]}, one record a line: small to fetch, and a diff shows what changed."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.rows)
    return f'{{"records": [\n{lines}\n]}}\n'.encode()


def _csv(table: Table) -> bytes:
    """Return the table as a spreadsheet opens it: UTF-8 with BOM, lists joined by “；”."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column["name"] for column in table.schema])
    writer.writerows([_cell(value) for value in row.values()] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    text = "；".join(map(_item, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _item(item: str | dict[str, str | int]) -> str:
    return item if isinstance(item, str) else " ".join(str(part) for part in item.values() if part != "")


def _package(settings: Settings, tables: Sequence[Table]) -> bytes:
    """Return the Data Package (v1) that says what each file and each column is."""
    package: dict[str, object] = {
        "profile": "data-package",
        "name": "showcase",
        "title": f"{settings.site_name}：开放数据",
        "description": "只含本人或单位单独同意开放的条目；单元格中的多项以“；”分隔。",
    }
    if settings.site_url:
        package["homepage"] = settings.site_url
    package["resources"] = [resource for table in tables for resource in _resources(table)]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resources(table: Table) -> Iterator[dict[str, object]]:
    yield {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": table.schema, "primaryKey": "record"},
    }
    yield {
        "profile": "data-resource",
        "name": f"{table.name}-json",
        "title": table.title,
        "path": f"{table.name}.json",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }
