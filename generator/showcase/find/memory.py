"""The index made from the one before if few documents changed, else anew. Both give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.documents import numbered
from showcase.find.facets import facet_files
from showcase.find.facts import differing, document_in, fact_line
from showcase.find.made import Made, Wishes, make
from showcase.find.prints import SIZE, Sources
from showcase.find.remake import remake
from showcase.find.renamed import changed_alike

_FEW = 100
"""Documents that are changed one by one; more are sooner made all together."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A made index, and of what.

    `prints` are the fingerprints of all sources in their order, `numbers` the numbers of their documents,
    `facts` the line of each document by its number.
    """

    made: Made
    prints: bytes
    numbers: NDArray[np.int32]
    facts: Sequence[bytes]


def made_anew(sources: Sources, wishes: Wishes) -> Kept:
    """Return the index over the documents of all sources."""
    documents = sources.documents()
    in_order = [document for _, document in numbered(documents)]
    places = {id(document): place for place, document in enumerate(in_order)}
    numbers = np.array([places[id(document)] for document in documents], np.int32)
    made = make(in_order, wishes)
    return Kept(made, sources.prints, numbers, [fact_line(document) for document in in_order])


def made_from(before: Kept, sources: Sources, wishes: Wishes) -> Kept | None:
    """Return the index of `sources` from the one before; None if it must be made anew.

    That is so if documents came or went, or changed their place among the others: then numbers change.
    """
    if len(sources.prints) != len(before.prints):
        return None
    old, new = (np.frombuffer(some, np.uint8).reshape(-1, SIZE) for some in (before.prints, sources.prints))
    places = np.flatnonzero((old != new).any(axis=1)).tolist()
    if len(places) > _FEW:
        return None
    if not places:
        return before
    changed = {int(before.numbers[place]): sources.document(place) for place in places}
    lines = {number: fact_line(document) for number, document in changed.items()}
    moved, renamed, other = _differences(before.facts, lines)
    if moved:
        return None
    was = [before.facts[number] for number in lines]
    facts = list(before.facts)
    for number, line in lines.items():
        facts[number] = line
    files = changed_alike(before.made.files, facts, [*lines.values(), *was]) if renamed else {}
    if files is None:
        return None
    if other:
        files |= _facet_files(facts)
    made = remake(before.made, changed, files, wishes)
    return Kept(made, sources.prints, before.numbers, facts) if made else None


def _differences(facts: Sequence[bytes], lines: Mapping[int, bytes]) -> tuple[bool, bool, bool]:
    """Return whether any document has another place, name or trait than before."""
    each = [differing(facts[number], line) for number, line in lines.items()]
    return any(one[0] for one in each), any(one[1] for one in each), any(one[2] for one in each)


def _facet_files(facts: Sequence[bytes]) -> dict[str, bytes]:
    """Return the files of facets."""
    return {file.path: bytes(file.data) for file in facet_files(list(enumerate(map(document_in, facts))))}
