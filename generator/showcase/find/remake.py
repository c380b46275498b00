"""The index after an edit, from the one before: the same bytes as made anew, for the cost of what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from showcase.find.cards import changed_cards
from showcase.find.documents import Document
from showcase.find.edits import Edited, edited
from showcase.find.lexicon import is_sample
from showcase.find.made import Made, Wishes, digest_of, key_path
from showcase.find.regrow import regrown

LEXICON = "find/lexicon.json"
_POINTS = 0x1FFFFF


def remake(
    before: Made, changed: Mapping[int, Document], facts: Mapping[str, bytes], wishes: Wishes
) -> Made | None:
    """Return the index in which some documents have changed, or None when it must be made anew.

    `facts` are those of `fact_files` that may have changed. The numbers of documents must be as before.
    """
    many = before.standing.documents
    if any(is_sample(document, many) for document in changed.values()):
        return None
    edit = edited(before.standing, changed)
    if edit.standing.shards.total != before.standing.shards.total:
        return None
    keys = regrown(edit, wishes.limits)
    if keys is None:
        return None
    cards = changed_cards(changed, wishes.settings, before.files[LEXICON])
    new = {**{key_path(number): data for number, data in keys.items()}, **cards, **facts}
    digests = {path: digest_of(data) for path, data in new.items() if data is not None}
    return replace(
        before,
        files=_exchanged(before.files, new),
        digests=_exchanged(before.digests, {path: digests.get(path) for path in new}),
        standing=edit.standing,
        alphabet=_alphabet(before, edit),
    )


def _exchanged(files: Mapping[str, bytes], new: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """Return files (or digests) with the new ones at their places; a new text stands behind its card."""
    there = {path: data for path, data in new.items() if data is not None and path in files}
    if len(there) == len(new):
        return {**files, **there}
    found: dict[str, bytes] = {}
    for path, data in files.items():
        now = new.get(path, data)
        if now is not None:
            found[path] = now
        if path in new and path.startswith("find/cards/"):
            text = path.replace("cards", "texts", 1)
            more = new.get(text)
            if more is not None:
                found[text] = more
    return found


def _alphabet(before: Made, edit: Edited) -> NDArray[np.int64]:
    """Return how often each code point stands in the values now."""
    old = [before.standing.cells.cell[one.begin : one.end] for one in edit.splices]
    new = [one.cell for one in edit.splices]
    size = len(before.alphabet)
    for cells in new:
        size = max(size, int((cells & _POINTS).max(initial=0)) + 1)
    counts = np.zeros(size, np.int64)
    counts[: len(before.alphabet)] = before.alphabet
    for cells in old:
        counts -= np.bincount(cells & _POINTS, minlength=size)
    for cells in new:
        counts += np.bincount(cells & _POINTS, minlength=size)
    return counts
