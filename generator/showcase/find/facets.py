"""Facets: for each document what it is, of which year, where …, in the order of the documents' ids.

Neighbours are alike (a band, a year, a region after the other), so a facet is written in runs. Groups and
topics, which never come in runs, are files of their own, fetched when somebody opens them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from showcase.find.documents import Numbered
from showcase.find.shards import as_json
from showcase.model.artefact import Artefact
from showcase.model.facets import FACET_TITLES, Traits, in_order, in_words

LATER = ("group", "topic")
"""Facets with a file of their own: find/facets-group.json, find/facets-topic.json."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def facet_files(documents: Numbered) -> Iterator[Artefact]:
    """Yield `find/facets.json` and a file for each facet in LATER. `documents` have the ids 0, 1, 2 …."""
    traits = [document.traits for _, document in documents]
    head = {
        "documents": len(documents),
        "facets": [
            {"name": name, "title": title, **({} if name in LATER else _column(name, traits))}
            for name, title in FACET_TITLES.items()
        ],
    }
    yield Artefact("find/facets.json", as_json(head))
    for name in LATER:
        yield Artefact(f"find/facets-{name}.json", as_json(_column(name, traits)))


def _column(name: str, traits: Sequence[Traits]) -> dict[str, object]:
    """Return a facet's values ([value, words]), the sets of them that occur, and the set of each document."""
    found = [tuple(map(str, one.get(name, ()))) for one in traits]
    many = Counter(found)  # few differ: what follows is done for each kind, not for each document
    counts: Counter[str] = Counter()
    for one, times in many.items():
        counts.update(dict.fromkeys(one, times))
    values = in_order(name, counts)
    place = {value: n for n, value in enumerate(values)}
    places = {one: tuple(sorted({place[value] for value in one})) for one in many}
    occurring: Counter[tuple[int, ...]] = Counter()
    for one, times in many.items():
        occurring[places[one]] += times
    sets = sorted(occurring, key=lambda one: (-occurring[one], one))
    number = {one: code for code, one in enumerate(sets)}
    codes = {one: number[places[one]] for one in many}
    return {
        "values": [[value, in_words(name, value)] for value in values],
        "sets": sets,
        "documents": "".join(_written(map(codes.__getitem__, found))),
    }


def _written(codes: Iterable[int]) -> Iterator[str]:
    """Yield each run of one code: the code doubled, plus 1 if the run is longer; then its length less 2."""
    for code, members in groupby(codes):
        length = sum(1 for _ in members)
        yield _number(2 * code + (length > 1))
        if length > 1:
            yield _number(length - 2)


def _number(value: int) -> str:
    """Return `value` in base 32, low digits first; 32 is added to every digit that another follows."""
    digits = ""
    while value > 31:
        digits += _DIGITS[32 + value % 32]
        value //= 32
    return digits + _DIGITS[value]
