"""A spot is a piece of text and where it stands; a private fact in it becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from showcase.model.problem import Problem, Severity
from showcase.rules.disguise import plain
from showcase.rules.private import LAW
from showcase.rules.private_facts import CURES, KIND_WORDS, Found, Kind, find_private, said

UNREADABLE = "private-unreadable"
"""The rule of files that nobody can look into here."""

_LOCATION = f"private-{Kind.LOCATION}"

_FIELD = re.compile(r"(?:telephone|contact)['\"]?\s*:\s*['\"]?\Z")
"""What stands before an office's number: the one field for it (its own rule judges what it holds)."""

_CODE = frozenset({Kind.ID_NUMBER, Kind.BANK_CARD, Kind.PHONE})


class Spot(NamedTuple):
    """A text, its first line in the file (0: it has no lines), and the page, tag or part that it is of.

    `kind` says that the spot itself is private (a place in a photo's metadata), whatever its text.
    `is_code`: programs and styles, where only numbers count.
    """

    text: str
    line: int = 0
    where: str = ""
    kind: Kind | None = None
    is_code: bool = False


class Sighting(NamedTuple):
    """A private fact in a file, masked: its rule, its place, the sentence and the cure."""

    rule: str
    line: int
    column: int
    message: str
    fix: str


def sightings(spots: Iterable[Spot], allowed: Collection[str] = ()) -> Iterator[Sighting]:
    """Yield the private facts of `spots`. `allowed` are digits of offices' telephones."""
    for spot in spots:
        if spot.kind:
            message = f"这里有{KIND_WORDS[spot.kind]}{_at(spot)}"
            yield Sighting(f"private-{spot.kind}", spot.line, 0, message, CURES[spot.kind])
            continue
        line, counted = spot.line, 0
        for found in find_private(spot.text):
            if spot.line:
                line += spot.text.count("\n", counted, found.start)
                counted = found.start
            if not _is_allowed(spot, found, allowed):
                yield _sighting(spot, found, line)


def digits_in(text: str) -> str:
    """Return the digits of a number in any disguise, to compare it with another."""
    return re.sub(r"[^0-9]", "", plain(text))


def problem_of(file: str, sighting: Sighting, *, public: bool, note: str = "") -> Problem:
    """Return the problem of a sighting in `file`; `note` is added to its sentence (the commit).

    Where a photo was taken never reaches the site; whether it is out already depends on whether the
    file itself is `public`.
    """
    light = sighting.rule == UNREADABLE or (sighting.rule == _LOCATION and not public)
    severity = Severity.WARNING if light else Severity.ERROR
    rule, line, column, message, fix = sighting
    return Problem(rule, severity, file, line, column, message + note, LAW, fix)


def _is_allowed(spot: Spot, found: Found, allowed: Collection[str]) -> bool:
    if spot.is_code and (found.kind not in _CODE or (found.kind is Kind.PHONE and not found.mobile)):
        return True
    if found.kind is not Kind.PHONE:
        return False
    in_field = _FIELD.search(spot.text[max(0, found.start - 24) : found.start].rstrip("+(（ "))
    return bool(in_field) or digits_in(spot.text[found.start : found.end]) in allowed


def _sighting(spot: Spot, found: Found, line: int) -> Sighting:
    column = found.start - spot.text.rfind("\n", 0, found.start) if line else 0
    message = said(spot.text, found) + _at(spot)
    return Sighting(f"private-{found.kind}", line, column, message, CURES[found.kind])


def _at(spot: Spot) -> str:
    return f"（{spot.where}）" if spot.where else ""
