"""Names that sound alike: who types shenyulan is led to 盛玉兰 as well.

Compared are readings without tones in which what many speakers do not tell apart is one: zh ch sh as z c s,
-ng as -n, l as n, ü as u. The same folding stands in theme/assets/js/find-words.js, and a test compares them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from showcase.find.documents import Document, Numbered

_ALIKE = (("v", "u"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))
_FEWEST_LETTERS, _MOST_NAMES = 4, 12


def likeness(reading: str) -> str:
    """Return a reading in Latin letters (without blanks) as it is compared."""
    for sound, form in _ALIKE:
        reading = reading.replace(sound, form)
    return reading


def alike(documents: Numbered) -> dict[str, str]:
    """Return the names of each likeness, newest first, one a line: whole names, and people's given names."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for _, document in reversed(documents):
        for key in keys_of(document):
            if len(found[key]) < _MOST_NAMES:
                found[key][document.name] = None
    return {key: "\n".join(names) for key, names in found.items() if names}


def keys_of(document: Document) -> Iterator[str]:
    """Yield the likenesses of a document: of its whole name, and of a person's given name."""
    syllables = document.reading
    for first in (0, 1) if document.person and len(syllables) > 2 else (0,):
        key = likeness("".join(syllables[first:]))
        if len(key) >= _FEWEST_LETTERS:
            yield key
