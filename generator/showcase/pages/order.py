"""Fair order: regions take turns, so that no province fills the first page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain, zip_longest
from typing import TypeVar

from showcase.model.records import Project, Record, Star
from showcase.model.regions import ORDER
from showcase.pages.site import Site, honour_years

R = TypeVar("R", Star, Project)
Turn = Callable[[Record], tuple[int, str]]


def turn_of(site: Site) -> Turn:
    """Return what takes turns: regions in GB/T 2260 order; on a province's own site its cities."""
    if site.settings.scope:
        return lambda record: (0, record.city)
    return lambda record: (ORDER[record.address.region], "")


def by_turns(records: Iterable[R], turn: Turn) -> list[R]:
    """Return the records one from each place, then the second of each …; within a place by address."""
    places: dict[tuple[int, str], list[R]] = defaultdict(list)
    for record in sorted(records, key=lambda r: r.address):
        places[turn(record)].append(record)
    rounds = zip_longest(*(places[place] for place in sorted(places)))
    return [record for record in chain.from_iterable(rounds) if record is not None]


def years_of(record: Record) -> tuple[int, ...]:
    """Return the years that list the record, newest first; without an honour (preview) its address's."""
    return honour_years(record) or (record.address.year,)


def newest_first(records: Iterable[R], turn: Turn) -> list[R]:
    """Return each record once, by its newest year, the places taking turns within a year."""
    years: dict[int, list[R]] = defaultdict(list)
    for record in records:
        years[years_of(record)[0]].append(record)
    return [record for year in sorted(years, reverse=True) for record in by_turns(years[year], turn)]
