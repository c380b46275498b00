"""What each place has of one year: its weeks, stars, projects, events, and the cities that they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from showcase.model.campaign import ActivityWeek, Event, approved
from showcase.model.library import Library
from showcase.model.prefectures import city_called, prefectures_of
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS, Region
from showcase.model.terms import EventKind
from showcase.model.week_days import regions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A region, or a city on a province's own site, with what it has of the year.

    `weeks` are its own, `shared` those of others that it holds with them (counted there), `city_weeks`
    those of cities below it; `cities` the names of its cities that have
    a record or a week, `cities_total` how many it has (0: none is listed).
    """

    name: str
    group: str = ""
    weeks: tuple[ActivityWeek, ...] = ()
    shared: tuple[ActivityWeek, ...] = ()
    city_weeks: tuple[ActivityWeek, ...] = ()
    stars: tuple[Star, ...] = ()
    projects: tuple[Project, ...] = ()
    events: tuple[Event, ...] = ()
    cities: frozenset[str] = frozenset()
    cities_total: int = 0


@dataclass(frozen=True, slots=True)
class YearOf:
    """What counts for the report of one year: decided in it, held in it, and not taken down."""

    year: int
    weeks: tuple[ActivityWeek, ...]
    stars: tuple[Star, ...]
    projects: tuple[Project, ...]
    events: tuple[Event, ...]


def year_of(library: Library, year: int) -> YearOf:
    """Return what `library` has of the year. A tour is left out: its stops are counted."""
    gone = {withdrawal.address for withdrawal in library.withdrawals}

    def stays(thing: Star | Project | ActivityWeek | Event) -> bool:
        return str(thing.address) not in gone

    def counts(record: Record) -> bool:
        return stays(record) and any(honour.year == year for honour in approved(record.honours))

    events = (e for e in library.events if e.date.year == year and e.kind is not EventKind.TOUR and stays(e))
    return YearOf(
        year,
        tuple(week for week in library.weeks if week.year == year and stays(week)),
        tuple(star for star in library.stars if counts(star)),
        tuple(project for project in library.projects if counts(project)),
        tuple(sorted(events, key=lambda event: (event.date, event.address))),
    )


def places_of(found: YearOf, scope: str = "") -> list[Place]:
    """Return the places in the order of GB/T 2260; with a `scope` that province's own cities.

    The 31 provinces and 兵团 always stand there, 计划单列市 and 港澳台 when they have something; what belongs
    to no region (a national event) comes last.
    """
    return _cities(found, scope) if scope else _regions(found)


def _regions(found: YearOf) -> list[Place]:
    places = [_region(region, found) for region in REGIONS.values()]
    return [*filter(None, places), *_elsewhere(found.events)]


def _region(region: Region, found: YearOf) -> Place | None:
    weeks, stars, projects, events = (_of(region.slug, things) for things in _all(found))
    always = not region.parent and region.group != "港澳台"
    shared = tuple(w for w in found.weeks if w.region != region.slug and region.slug in regions_of(w))
    if not (always or weeks or shared or stars or projects or events):
        return None
    cities = {record.city for record in (*stars, *projects)}
    cities |= {city_called(week.region, week.city) for week in weeks if week.city}
    known = prefectures_of(region.slug) if region.group != "兵团" else ()
    return Place(
        name=region.name,
        group=region.group,
        weeks=tuple(week for week in weeks if not week.city),
        shared=shared,
        city_weeks=tuple(week for week in weeks if week.city),
        stars=stars,
        projects=projects,
        events=events,
        cities=frozenset(cities & set(known)),
        cities_total=len(known),
    )


def _elsewhere(events: Iterable[Event]) -> list[Place]:
    national = tuple(event for event in events if event.region not in REGIONS)
    return [Place(name="全国", events=national)] if national else []


def _cities(found: YearOf, scope: str) -> list[Place]:
    """Return the province itself (what names no city), then its cities."""
    weeks, stars, projects, events = (_of(scope, things) for things in _all(found))

    def place(name: str, city: str) -> Place:
        return Place(
            name=name,
            weeks=_where(weeks, lambda w: city_called(w.region, w.city) if w.city else "", city),
            stars=_where(stars, lambda s: s.city, city),
            projects=_where(projects, lambda p: p.city, city),
            events=events if not city else (),
        )

    known = dict.fromkeys([*prefectures_of(scope), *sorted({r.city for r in (*stars, *projects) if r.city})])
    return [place(REGIONS[scope].name, ""), *(place(name, name) for name in known)]


def _where(things: tuple[Any, ...], city_of: Callable[[Any], str], city: str) -> tuple[Any, ...]:
    return tuple(thing for thing in things if city_of(thing) == city)


def _all(found: YearOf) -> tuple[tuple[Any, ...], ...]:
    return found.weeks, found.stars, found.projects, found.events


def _of(slug: str, things: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(thing for thing in things if _region_of(thing) == slug)


def _region_of(thing: Record | ActivityWeek | Event) -> str:
    return thing.address.region if isinstance(thing, Star | Project) else thing.region
