"""From texts to keys: n-grams with their places, longer keys where a short one is too common.

A common key (学习) keeps only its documents, and every text that contains it is found by longer keys
(学习之, 爱学习), which keep places again. So a query is always answered by keys that say where they stand,
and adjacency is known without fetching any text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from showcase.find.postings import Occurrence, documents_only, occurrence, with_places

WHOLE = "\n"
"""Before a whole value: the key "\n沈玉兰" holds the documents that have exactly this value."""

_RUN = re.compile(r"[^ \n]+")
_LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Stream:
    """All values of one field of one document, each after a line break; `starts` of Latin words."""

    document: int
    field: int
    text: str
    starts: tuple[int, ...]

    def grams(self, size: int) -> Iterator[tuple[str, int]]:
        """Yield (key, place). A key that begins with a blank stands for the start of a Latin word."""
        text = self.text
        for run in _RUN.finditer(text):
            for place in range(run.start(), run.end() - size + 1):
                yield text[place : place + size], place
        for start in self.starts:
            tail = text[start : start + size - 1]
            if len(tail) == size - 1 and _RUN.fullmatch(tail):
                yield " " + tail, start - 1


def stream(document: int, field: int, values: Iterable[str]) -> Stream:
    """Return the stream of folded `values`."""
    text = "".join("\n" + value for value in values)
    return Stream(document, field, text, tuple(found.start() for found in _LATIN.finditer(text)))


def spoken(document: int, field: int, parts: Iterable[str]) -> Stream:
    """Return the stream of a reading, where every part (syllable or initial) begins a word."""
    text, starts = "\n", []
    for part in parts:
        starts.append(len(text))
        text += part
    return Stream(document, field, text, tuple(starts))


@dataclass(frozen=True, slots=True)
class Limits:
    """When a key is too common to keep places, and how long keys may grow.

    `common` counts the characters of a posting; `longest` the characters of a key, which bounds the
    index where whole sentences repeat.
    """

    common: int = 1500
    longest: int = 4


@dataclass(slots=True)
class Keys:
    """The postings of one family of shards, and which of its keys are common."""

    postings: dict[str, str] = field(default_factory=dict)
    common: list[str] = field(default_factory=list)


def keys_of(streams: list[Stream], limits: Limits) -> Keys:
    """Return all keys of `streams`; these are in order of document, then field."""
    keys, parents, size = Keys(), None, 2
    while size <= limits.longest and (parents is None or parents):
        parents = _add(keys, _occurrences(streams, size, parents), limits, last=size == limits.longest)
        size += 1
    keys.common.sort()
    return keys


def _occurrences(
    streams: list[Stream], size: int, parents: set[str] | None
) -> Mapping[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for one in streams:
        first = occurrence(one.field, one.document)
        for key, place in one.grams(size):
            if parents is None or key[:-1] in parents or key[1:] in parents:
                found[key].append(first + place)
    return found


def _add(keys: Keys, found: Mapping[str, list[Occurrence]], limits: Limits, *, last: bool) -> set[str]:
    """Put the keys of one size into `keys`; return the common ones among them."""
    common = set()
    for key, occurrences in found.items():
        posting = with_places(occurrences)
        if len(posting) > limits.common and not last:
            common.add(key)
            posting = documents_only(occurrences)
        keys.postings[key] = posting
    keys.common += common
    return common
