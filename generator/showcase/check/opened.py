"""Which records go out as open data, and in which sets of files: all, by year, by region."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from showcase.check.allowed import EVENT, PROJECT, STAR, WEEK, Field
from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.library import Showcase
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.terms import Asset

Recommended = TypeVar("Recommended", Star, Project)
Item = Star | Project | ActivityWeek | Event
K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True)
class OpenTable:
    """One table: its file name, its Chinese title, its columns, what it tells of."""

    name: str
    title: str
    fields: tuple[Field[Any], ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """The tables of one folder below data/: of all ("", with empty ones), a year ("2024/"), or a region."""

    folder: str
    tables: tuple[OpenTable, ...]
    year: int | None = None
    region: str = ""


def data_sets(showcase: Showcase, today: datetime.date) -> list[DataSet]:
    """Return the set of all, then those of each year (newest first) and of each region that have something.

    A star or a project goes out only with an approved honour and a consent for `data` in force today; an
    event only when everyone it tells of goes out too. Weeks tell of offices alone.
    """
    whole = DataSet("", _tables(showcase, today))
    years, regions = _parts(whole, _years), _parts(whole, _regions)
    by_year = [DataSet(f"{year}/", tuple(years[year]), year=year) for year in sorted(years, reverse=True)]
    by_region = [
        DataSet(f"regions/{slug}/", tuple(regions[slug]), region=slug) for slug in REGIONS if slug in regions
    ]
    return [whole, *by_year, *by_region]


def _tables(showcase: Showcase, today: datetime.date) -> tuple[OpenTable, ...]:
    stars, projects = _open(showcase.stars, today), _open(showcase.projects, today)
    going_out: list[Record] = [*stars, *projects]
    events = _events(showcase.events, {str(record.address) for record in going_out})
    weeks = sorted(showcase.weeks, key=lambda week: week.address)
    return (
        OpenTable("stars", "百姓学习之星", STAR, tuple(stars)),
        OpenTable("projects", "终身学习品牌项目", PROJECT, tuple(projects)),
        OpenTable("weeks", "活动周", WEEK, tuple(weeks)),
        OpenTable("events", "活动", EVENT, tuple(events)),
    )


def _open(records: Iterable[Recommended], today: datetime.date) -> list[Recommended]:
    chosen = [r for r in records if approved(r.honours) and r.consent.holds(Asset.DATA, today)]
    return sorted(chosen, key=lambda record: str(record.address))


def _events(events: Iterable[Event], going_out: set[str]) -> list[Event]:
    chosen = [event for event in events if going_out.issuperset(event.records)]
    return sorted(chosen, key=lambda event: event.address)


def _parts(whole: DataSet, keys: Callable[[Item], Collection[K]]) -> dict[K, list[OpenTable]]:
    """Return for each key the tables of its items, without empty ones."""
    found: dict[K, list[OpenTable]] = defaultdict(list)
    for table in whole.tables:
        groups: dict[K, list[Item]] = defaultdict(list)
        for item in table.items:
            for key in keys(item):
                groups[key].append(item)
        for key, items in groups.items():
            found[key].append(replace(table, items=tuple(items)))
    return found


def _years(item: Item) -> Collection[int]:
    if isinstance(item, Event):
        return (item.date.year,)
    return (item.year,) if isinstance(item, ActivityWeek) else {h.year for h in approved(item.honours)}


def _regions(item: Item) -> Collection[str]:
    return (item.address.region if isinstance(item, Star | Project) else item.region,)
