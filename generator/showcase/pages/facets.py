"""Plain links that narrow a list, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from showcase.model.records import Project, Record, Star
from showcase.model.regions import ORDER, REGIONS
from showcase.model.terms import GROUP_NAMES, Group
from showcase.pages.neighbours import search_link
from showcase.pages.view import View

TOPICS_SHOWN = 12


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
        "年份",
        [
            Choice(f"{year}", view.href(f"{section}/{year}{tail}"), counts[year], year == here)
            for year in sorted(counts, reverse=True)
            if counts[year]
        ],
    )


def regions(view: View, counts: dict[str, int], base: str, here: str = "") -> Facet:
    """Return the regions in GB/T 2260 order; `base` stands before the slug ("stars/2024", "regions")."""
    return Facet(
        "地区",
        [
            Choice(REGIONS[slug].short, view.href(f"{base}/{slug}"), counts[slug], slug == here)
            for slug in sorted(counts, key=ORDER.__getitem__)
        ],
        close=True,
    )


def region_counts(records: Iterable[Record]) -> dict[str, int]:
    """Return how many records each region has."""
    return Counter(record.address.region for record in records)


def groups(view: View, stars: Iterable[Star | Project]) -> Facet:
    """Return the groups of people in their fixed order, as searches."""
    counts = Counter(group for star in stars if isinstance(star, Star) for group in star.groups)
    names = [(GROUP_NAMES[group], counts[group]) for group in Group if counts[group]]
    return Facet("人群", [Choice(name, search_link(view, name), number) for name, number in names])


def topics(view: View, records: Iterable[Record]) -> Facet:
    """Return the most frequent topics, as searches; of equals the first in code order."""
    counts = Counter(topic for record in records for topic in record.topics)
    names = sorted(counts, key=lambda topic: (-counts[topic], topic))[:TOPICS_SHOWN]
    return Facet("主题", [Choice(name, search_link(view, name), counts[name]) for name in names])
