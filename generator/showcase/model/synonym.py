"""同义词: what people type instead of the words that the records use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Who searches for one of `also` probably means `word`, as the records write it. One way only."""

    word: str
    also: tuple[str, ...]
