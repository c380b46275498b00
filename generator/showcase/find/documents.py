"""What can be found: one document a record, week, event, notice, listed name or hand-written page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from showcase.model.facets import Traits
from showcase.model.folding import close_gaps, searchable
from showcase.model.media import Rendition
from showcase.model.readings import syllables

LISTED, OCCASIONS, RECORDS = range(3)
"""Bands, the best last: records go before weeks, events and pages, these before listed names."""

NAME, PINYIN, INITIALS, TITLE, UNIT, PLACE, TOPIC, TEXT = range(8)
"""Fields, in the order of their weight."""


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page written by hand (about, how to take part): its address, title and plain text."""

    address: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing that a search can lead to.

    `address` is the page it opens; `line` the words below the name (学习之星　河南　2024); `person`
    gives the first character the reading that it has as a surname, `pinyin` overrules every reading.
    The tuples hold the values of each field as they are shown, `texts` one string a paragraph.
    """

    address: str
    name: str
    line: str
    band: int
    year: int = 0
    person: bool = False
    pinyin: str = ""
    titles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    picture: Rendition | None = None
    traits: Traits = field(default_factory=dict)

    @property
    def reading(self) -> tuple[str, ...]:
        """The syllables of the name."""
        return _reading(self.name, self.person, self.pinyin)

    @property
    def facts(self) -> tuple[str, ...]:
        """All values shown beside the name, save the texts; each once."""
        return tuple(dict.fromkeys((*self.titles, *self.units, *self.places, *self.topics)))

    def short_values(self) -> Iterator[tuple[int, str]]:
        """Yield (field, folded value) for each value that is neither a reading nor a text."""
        fields = ((NAME, (self.name,)), (TITLE, self.titles), (UNIT, self.units))
        for number, values in (*fields, (PLACE, self.places), (TOPIC, self.topics)):
            for value in dict.fromkeys(map(_short, values)):
                if value:
                    yield number, value

    def values(self) -> Iterator[tuple[int, str]]:
        """Yield (field, folded value) for each value that is not a reading."""
        yield from self.short_values()
        for value in dict.fromkeys(map(searchable, self.texts)):
            if value:
                yield TEXT, value


@lru_cache(maxsize=1 << 17)
def _reading(name: str, person: bool, given: str) -> tuple[str, ...]:
    return syllables(name, person=person, given=given)


@lru_cache(maxsize=1 << 17)
def _short(value: str) -> str:
    """Fold a short value; the same ones come back in thousands of records."""
    return searchable(value)


def present(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that say something, with wrapped lines joined."""
    return tuple(filter(None, map(close_gaps, values)))


def line_of(*parts: object) -> str:
    """Return the words below a name, set apart by a full-width space."""
    return "　".join(str(part) for part in parts if part)


Numbered = Sequence[tuple[int, Document]]
"""Documents with their ids, in order of id."""


def numbered(documents: Iterable[Document]) -> Numbered:
    """Return the documents with their ids 0, 1, 2 …, in order of band, year and address.

    A higher id is a better result: records after all else, the newer after the older. So what a new
    year brings is added at the end and leaves the ids before it as they are.
    """
    return list(enumerate(sorted(documents, key=lambda d: (d.band, d.year, d.address))))
