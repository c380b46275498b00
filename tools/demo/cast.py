"""Everybody in the demo's portraits: thirty invented people, one line each in cast.csv."""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

from tools.demo.person import Person

_FILE = Path(__file__).with_name("cast.csv")
_NUMBERS = {"seed", "age", "turn", "tilt"}


def _value(key: str, text: str) -> int | str | bool | tuple[str, ...]:
    if key in _NUMBERS:
        return int(text)
    if key == "coat":
        return tuple(text.split())
    return text == "yes" if key == "beard" else text


def cast() -> dict[str, Person]:
    """Return the people by the name that the album uses; an empty cell is what Person says by itself."""
    keys = {field.name for field in dataclasses.fields(Person)}
    people: dict[str, Person] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = {key: _value(key, text) for key, text in row.items() if key in keys and text}
            people[row["name"]] = Person(**words)  # type: ignore[arg-type]
    return people


CAST = cast()
