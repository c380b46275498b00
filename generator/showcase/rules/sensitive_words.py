"""The words that make a consent ask for more: one table, sensitive.csv, for editors to keep.

A line is what the consent must name (health, disability, minors), a word, and longer words, with spaces
between them, in which it says nothing of a person (残疾 in 残疾人读书会). Words only ask: 请核对.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from showcase.model.terms import Sensitive


def _patterns() -> Mapping[Sensitive, re.Pattern[str]]:
    with Path(__file__).with_name("sensitive.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    words: dict[Sensitive, list[str]] = {}
    for row in rows:
        words.setdefault(Sensitive(row["sensitive"]), []).append(_one(row["word"], row["unless"].split()))
    return {sensitive: re.compile("|".join(parts)) for sensitive, parts in words.items()}


def _one(word: str, unless: list[str]) -> str:
    """Return the pattern of `word` outside the longer words `unless`."""
    around = [longer.partition(word)[::2] for longer in unless]
    before = "".join(f"(?<!{re.escape(left)})" for left, right in around if left and not right)
    after = "".join(f"(?!{re.escape(right)})" for left, right in around if right)
    return before + re.escape(word) + after


PATTERNS = _patterns()
"""A pattern for each matter that words can give away."""


def sensitive_in(text: str, *matters: Sensitive) -> Iterator[tuple[Sensitive, str]]:
    """Yield each of `matters` that a word of `text` speaks of, with that word."""
    for matter in matters:
        if found := PATTERNS[matter].search(text):
            yield matter, found[0]
