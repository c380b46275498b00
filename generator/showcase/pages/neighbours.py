"""Whom else to meet: records of the same topic, then of the same place, then of the same year."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import quote

from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model.address import RecordAddress
from showcase.model.records import Project, Star
from showcase.pages.cards import latest_year, place_of, record_card
from showcase.pages.view import View

R = TypeVar("R", Star, Project)
SHOWN = {"stars": 4, "projects": 3}
"""One row of cards on a desk."""
ENOUGH = 3
"""A shelf with fewer others is passed over for the next wider one."""
Key = tuple[str, str, int]
"""A shelf: (topic | region | year, the topic or the slug, the year)."""


class More(NamedTuple):
    """The section at a page's end: heading, what they share, the way to all of them, the cards."""

    title: str
    note: str
    href: str
    way: str
    projects: bool
    cards: Markup


class Neighbours(Generic[R]):
    """Records by topic and by place, each with its year, so that a page finds its neighbours at once."""

    def __init__(self, view: View, records: Iterable[R]) -> None:
        """Index `records` once a build."""
        self.view = view
        self.shelves: dict[Key, list[R]] = defaultdict(list)
        for record in sorted(records, key=lambda r: r.address):
            for key in self._keys(record):
                self.shelves[key].append(record)

    def of(self, record: R) -> More | None:
        """Return the records that follow `record`, in a ring, on the first shelf with enough others."""
        *narrow, widest = self._keys(record)
        for key in narrow:
            found = _after(self.shelves[key], record.address)
            if len(found) >= ENOUGH:
                return self._more(record, key, found)
        found = _after(self.shelves[widest], record.address)
        return self._more(record, widest, found) if found else None

    def _keys(self, record: R) -> list[Key]:
        year = latest_year(record)
        topics: list[Key] = [("topic", topic, year) for topic in record.topics]
        return [*topics, ("region", record.address.region, year), ("year", "", year)]

    def _more(self, record: R, key: Key, found: list[R]) -> More:
        cards = Markup("").join([record_card(self.view, other) for other in found])
        projects = isinstance(record, Project)
        title = ui.neighbours.projects if projects else ui.neighbours.stars
        return More(title, *self._way(record, key), projects, cards)

    def _way(self, record: R, key: Key) -> tuple[str, str, str]:
        """Return what they share, and the link to all of them with its words."""
        kind, word, year = key
        if kind == "topic":
            return (
                ui.neighbours.topic.format(topic=word),
                search_link(self.view, word),
                ui.neighbours.find.format(word=word),
            )
        section = f"{record.address.kind}/{year}"
        if kind == "region":
            return (
                f"{place_of(self.view, record)}，{ui.site.year.format(year=year)}",
                self.view.href(f"{section}/{word}"),
                ui.site.all,
            )
        return ui.site.year.format(year=year), self.view.href(section), ui.site.all


def _after(shelf: list[R], address: RecordAddress) -> list[R]:
    """Return the records that follow `address` on its shelf, beginning again at the front."""
    shown = SHOWN[address.kind]
    place = bisect_right(shelf, address, key=lambda r: r.address)
    following = shelf[place : place + shown]
    return following + shelf[: max(0, min(shown - len(following), place - 1))]


def search_link(view: View, words: str) -> str:
    """Return the link to the search page with `words` already asked."""
    return f"{view.href('search/')}?q={quote(words)}"
