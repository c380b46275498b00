"""Links that narrow a list, each with its count: years and regions open lists, the rest searches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from showcase.content.wording import ui
from showcase.model.facets import FACET_TITLES, Traits, in_order, in_words
from showcase.model.records import Record
from showcase.model.regions import ORDER, REGIONS
from showcase.pages.view import View

SEARCHED = ("level", "distinction", "film", "group", "topic")
"""Facets without pages of their own: their links open the search page."""

CHOICES_SHOWN = 12


class Choice(NamedTuple):
    """One link of a facet; `here` is the list that one looks at."""

    words: str
    href: str
    number: int
    here: bool = False


class Facet(NamedTuple):
    """A heading and its choices; `close` sets short words in two columns."""

    title: str
    choices: list[Choice]
    close: bool = False


def years(view: View, section: str, counts: dict[int, int], here: int | None, region: str = "") -> Facet:
    """Return the years, newest first; below a region the region's own lists."""
    tail = f"/{region}" if region else ""
    return Facet(
        ui.site.browse_years,
        [
            Choice(f"{year}", view.href(f"{section}/{year}{tail}"), counts[year], year == here)
            for year in sorted(counts, reverse=True)
            if counts[year]
        ],
    )


def regions(view: View, counts: dict[str, int], base: str, here: str = "") -> Facet:
    """Return the regions in GB/T 2260 order; `base` stands before the slug ("stars/2024", "regions")."""
    return Facet(
        ui.site.region,
        [
            Choice(REGIONS[slug].short, view.href(f"{base}/{slug}"), counts[slug], slug == here)
            for slug in sorted(counts, key=ORDER.__getitem__)
        ],
        close=True,
    )


def region_counts(records: Iterable[Record]) -> dict[str, int]:
    """Return how many records each region has."""
    return Counter(record.address.region for record in records)


def searches(view: View, found: Sequence[Traits], scope: Mapping[str, str]) -> list[Facet]:
    """Return what has no pages of its own, as searches within `scope` ({"kind": "stars", "year": ""}).

    `found` are the traits of the records that are listed. What all share narrows nothing and is left out.
    """
    facets = []
    for name in SEARCHED:
        counts = Counter(value for traits in found for value in traits[name])
        values = [value for value in in_order(name, counts) if len(counts) > 1 or counts[value] < len(found)]
        choices = [
            Choice(in_words(name, value), _search(view, {**scope, name: value}), counts[value])
            for value in values[:CHOICES_SHOWN]
        ]
        facets.append(Facet(FACET_TITLES[name], choices))
    return facets


def _search(view: View, chosen: Mapping[str, str]) -> str:
    """Return the address of the search page in the state `chosen`."""
    return f"{view.href('search/')}?{urlencode({name: value for name, value in chosen.items() if value})}"
