"""Cuts a text at the ends of sentences and clauses, never inside a quotation, a bracket or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_PAIRS = {pair[0]: pair[1] for pair in ("“”", "‘’", "《》", "（）", "「」", "『』", "〈〉", "【】", "()")}
_ENDS = frozenset("。！？…")
_PAUSES = frozenset("，；")
_SPEECH = frozenset("：，")
_SHORTEST = 8
"""A clause shorter than this does not stand on a sheet by itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text as it stands there; `opens` says that it begins a paragraph."""

    text: str
    opens: bool = False


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph; joined they are the paragraph."""
    return _cut(paragraph, list(_sentence_ends(paragraph)))


def _sentence_ends(text: str) -> Iterator[int]:
    """Yield the place behind each sentence: behind the mark that closes a whole speech, too."""
    open_marks: list[tuple[str, bool]] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            before = text[at - 1] if at else "："
            open_marks.append((_PAIRS[sign], before in _SPEECH or before in _ENDS))
        elif open_marks and sign == open_marks[-1][0]:
            _, speech = open_marks.pop()
            if not open_marks and speech and text[at - 1] in _ENDS:
                yield at + 1
        elif sign in _ENDS and not open_marks and text[at + 1 : at + 2] not in _ENDS:
            yield at + 1


def clauses(sentence: str, protected: Iterable[str] = ()) -> list[str]:
    """Return the clauses of a sentence; a text of `protected` (a name with a comma) is never cut."""
    closed = _closed(sentence, protected)
    return _cut(sentence, [at + 1 for at, sign in enumerate(sentence) if sign in _PAUSES and not closed[at]])


def _closed(text: str, protected: Iterable[str]) -> list[bool]:
    """Return for each character whether it stands inside marks or inside a protected text."""
    closed, waiting = [False] * len(text), list[str]()
    for at, sign in enumerate(text):
        closed[at] = bool(waiting)
        if sign in _PAIRS:
            waiting.append(_PAIRS[sign])
        elif waiting and sign == waiting[-1]:
            waiting.pop()
    for words in filter(None, protected):
        for found in re.finditer(re.escape(words), text):
            closed[found.start() : found.end()] = [True] * len(words)
    return closed


def _cut(text: str, places: Sequence[int]) -> list[str]:
    bounds = sorted({0, *places, len(text)})
    return [text[start:end] for start, end in pairwise(bounds) if text[start:end].strip()]


def pieces(
    paragraphs: Iterable[str], longest: int, fewest: int, protected: Sequence[str] = ()
) -> list[Piece]:
    """Return the sentences of a text, those over `longest` characters cut between clauses.

    When that gives less than `fewest`, the longest are cut too, as long as no part gets too short.
    """
    found = [
        Piece(part, opens=first and at == 0)
        for paragraph in paragraphs
        for first, sentence in _numbered(sentences(paragraph))
        for at, part in enumerate(_parts(sentence, longest, protected))
    ]
    while len(found) < fewest:
        for at in sorted(range(len(found)), key=lambda i: -len(found[i].text)):
            halves = _halves(found[at].text, protected)
            if halves:
                found[at : at + 1] = [Piece(halves[0], found[at].opens), Piece(halves[1])]
                break
        else:
            return found
    return found


def _numbered(found: Sequence[str]) -> Iterator[tuple[bool, str]]:
    return ((at == 0, sentence) for at, sentence in enumerate(found))


def _parts(sentence: str, longest: int, protected: Sequence[str]) -> list[str]:
    """Return a sentence in parts of at most `longest`, where its clauses allow it."""
    if len(sentence) <= longest:
        return [sentence]
    halves = _halves(sentence, protected)
    return [part for half in halves for part in _parts(half, longest, protected)] if halves else [sentence]


def _halves(sentence: str, protected: Sequence[str]) -> list[str]:
    """Return the sentence cut between two clauses, as near to its middle as can be; [] when it cannot."""
    parts = clauses(sentence, protected)
    ways = [("".join(parts[:at]), "".join(parts[at:])) for at in range(1, len(parts))]
    fitting = [way for way in ways if min(map(len, way)) >= _SHORTEST]
    if not fitting:
        return []
    first, second = min(fitting, key=_unevenness)
    return [first, second]


def _unevenness(way: tuple[str, str]) -> int:
    first, second = way
    return abs(len(first) - len(second))
