"""The little that some files say of every document, a line each: so an edit need not make all documents."""

from __future__ import annotations

import json

from showcase.find.alike import keys_of
from showcase.find.documents import Document
from showcase.find.shards import as_json


def fact_line(document: Document) -> bytes:
    """Return what decides a document's number, and what alike/, words.json and facets need of it, as JSON."""
    order = [document.band, document.year, document.address]
    names = [document.name, " ".join(document.reading), document.person, *keys_of(document)]
    traits = {name: [str(value) for value in values] for name, values in document.traits.items()}
    return as_json([order, names, traits])


def keys_in(line: bytes) -> list[str]:
    """Return what the names of a document sound like."""
    found: list[str] = json.loads(line)[1][3:]
    return found


def document_in(line: bytes) -> Document:
    """Return a document with no more than these facts."""
    (band, year, address), (name, reading, person, *_), traits = json.loads(line)
    values = {facet: tuple(some) for facet, some in traits.items()}
    return Document(
        address=address,
        name=name,
        line="",
        band=band,
        year=year,
        person=person,
        pinyin=reading,
        traits=values,
    )


def differing(old: bytes, new: bytes) -> tuple[bool, bool, bool]:
    """Return whether order, names and traits differ between two lines."""
    one, other = json.loads(old), json.loads(new)
    return one[0] != other[0], one[1] != other[1], one[2] != other[2]
