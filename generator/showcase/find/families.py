"""The two families of keys: names (with readings), and texts (all other fields)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from showcase.find.documents import INITIALS, NAME, PINYIN, TEXT, Document
from showcase.find.grams import WHOLE, Keys, Limits, Stream, keys_of, spoken, stream
from showcase.find.postings import Occurrence, documents_only, occurrence

Numbered = Sequence[tuple[int, Document]]

_LONGEST_WHOLE = 60


def families(documents: Numbered, limits: Limits) -> dict[str, Keys]:
    """Return the keys of each family by its folder's name, names first."""
    return {"names": _name_keys(documents, limits), "texts": _text_keys(documents, limits)}


def _name_keys(documents: Numbered, limits: Limits) -> Keys:
    """Grams of names, readings and initials; whole names; every single character of a name."""
    streams: list[Stream] = []
    exact: dict[str, list[Occurrence]] = defaultdict(list)
    for place, document in documents:
        names = [value for field, value in document.values() if field == NAME]
        reading = document.reading
        streams.append(stream(place, NAME, names))
        streams.append(spoken(place, PINYIN, reading))
        streams.append(spoken(place, INITIALS, (syllable[0] for syllable in reading)))
        joined = "".join(names).replace(" ", "")
        for key in (WHOLE + joined, *joined):
            exact[key].append(occurrence(NAME, place))
        exact[WHOLE + "".join(reading)].append(occurrence(PINYIN, place))
    return _with(keys_of(streams, limits), exact)


def _text_keys(documents: Numbered, limits: Limits) -> Keys:
    """Grams of all other fields, and their short values as wholes."""
    streams: list[Stream] = []
    exact: dict[str, list[Occurrence]] = defaultdict(list)
    for place, document in documents:
        for field, members in groupby(document.values(), key=itemgetter(0)):
            values = [value for _, value in members]
            if field != NAME:
                streams.append(stream(place, field, values))
            if field not in {NAME, TEXT}:
                for value in filter(_can_be_whole, values):
                    exact[WHOLE + value].append(occurrence(field, place))
    return _with(keys_of(streams, limits), exact)


def _can_be_whole(value: str) -> bool:
    """A query's word has no blank, and nobody types sixty characters to find a topic."""
    return " " not in value and len(value) <= _LONGEST_WHOLE


def _with(keys: Keys, exact: dict[str, list[Occurrence]]) -> Keys:
    exact.pop(WHOLE, None)
    keys.postings.update((key, documents_only(found)) for key, found in exact.items())
    return keys


def alphabet(keys: Iterable[Keys]) -> set[str]:
    """Return every character that stands in a key."""
    return {char for family in keys for key in family.postings for char in key}
