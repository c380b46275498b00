"""The reference: read every value of every document, as Ctrl+F would. Knows no index and no shards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from showcase.find.documents import INITIALS, NAME, PINYIN, TEXT, Document
from showcase.model.folding import fold

_LONGEST_WHOLE = 60


class PlainScan:
    """Answers queries from the documents alone."""

    def __init__(self, numbered: Sequence[tuple[int, Document]]) -> None:
        self.documents = [(place, *_readable(document)) for place, document in numbered]
        self.all = [_all(values, reading) for _, values, reading in self.documents]

    def search(self, query: str) -> list[int]:
        """Return the ids of the documents that contain every word of `query`, best first."""
        words = list(dict.fromkeys(filter(None, fold(query).split(" "))))
        joined = "".join(fold(query).split(" "))
        found = []
        for (place, values, reading), text in zip(self.documents, self.all, strict=True) if words else ():
            if not all(word in text for word in words):
                continue
            scores = [min(_scores(word, values, reading), default=None) for word in words]
            if None not in scores:
                first = joined in {"".join(reading), _name(values)}
                found.append((-1 if first else sum(scores), -place))
        return [-place for _, place in sorted(found)]


def _readable(document: Document) -> tuple[list[tuple[int, str]], tuple[str, ...]]:
    return list(document.values()), document.reading


def _all(values: Iterable[tuple[int, str]], reading: tuple[str, ...]) -> str:
    """Whatever a word could stand in, to pass over most documents at once."""
    initials = "".join(syllable[0] for syllable in reading)
    listed = list(values)
    return "\n".join([*(value for _, value in listed), _name(listed), "".join(reading), initials])


def _name(values: Iterable[tuple[int, str]]) -> str:
    return "".join(value for field, value in values if field == NAME).replace(" ", "")


def _scores(word: str, values: list[tuple[int, str]], reading: tuple[str, ...]) -> Iterator[int]:
    latin = re.fullmatch("[a-z]+", word)
    for field, value in values:
        whole = value.replace(" ", "") if field == NAME else value
        if whole == word and (field == NAME or (field != TEXT and len(whole) <= _LONGEST_WHOLE)):
            yield 2 * field
        elif len(word) == 1 and not latin and field != NAME:
            continue
        elif re.search(f"(?<![a-z]){word}", value) if latin else word in value:
            yield 2 * field + 1
    if latin:
        yield from _spoken(word, reading)


def _spoken(word: str, reading: tuple[str, ...]) -> Iterator[int]:
    if word == "".join(reading):
        yield 2 * PINYIN
    elif any("".join(reading[start:]).startswith(word) for start in range(len(reading))):
        yield 2 * PINYIN + 1
    if word in "".join(syllable[0] for syllable in reading):
        yield 2 * INITIALS + 1
