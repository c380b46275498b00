"""Events as rules ask for them: by address, the stops of a tour, who appears where on which day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from showcase.model.campaign import Event
from showcase.model.library import Library
from showcase.model.moves import takes_place
from showcase.model.terms import EventKind

K = TypeVar("K")


class Occasions:
    """The events of a library, each index made when a rule first asks for it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._in_time = sorted(library.events, key=lambda event: (event.date, event.address))

    @cached_property
    def by_address(self) -> Mapping[str, Event]:
        """Events by their address."""
        return {event.address: event for event in self._in_time}

    @cached_property
    def stops(self) -> Mapping[str, tuple[Event, ...]]:
        """The stops of each tour by its address, in order of time."""
        return _grouped((event.tour, event) for event in self._in_time if event.tour)

    @cached_property
    def appearances(self) -> Mapping[tuple[str, datetime.date], tuple[Event, ...]]:
        """The events at which a star is in person, by the star's address and the day."""
        stars = frozenset(str(star.address) for star in self._library.stars)
        there = filter(is_appearance, self._in_time)
        return _grouped(((a, event.date), event) for event in there for a in event.records if a in stars)


def is_appearance(event: Event) -> bool:
    """Whether the people of `event` are there themselves: panels of a tour stand for days without them."""
    is_alone = event.kind is not EventKind.TOUR and not event.tour
    return is_alone and event.last_day == event.date and takes_place(event)


def _grouped(pairs: Iterable[tuple[K, Event]]) -> dict[K, tuple[Event, ...]]:
    found: dict[K, list[Event]] = defaultdict(list)
    for key, event in pairs:
        found[key].append(event)
    return {key: tuple(events) for key, events in found.items()}
