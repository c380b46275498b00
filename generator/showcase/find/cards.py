"""Cards: what a result shows, in small chunks, so that a page of results fetches only a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from showcase.find.documents import Document
from showcase.find.shards import as_json
from showcase.model.artefact import Artefact
from showcase.model.links import Links
from showcase.model.settings import Settings

CHUNK = 4
"""Documents in a chunk. Hits lie scattered, so a larger chunk is mostly fetched for nothing."""


def card_files(numbered: Sequence[tuple[int, Document]], settings: Settings) -> Iterator[Artefact]:
    """Yield `find/cards/<id // CHUNK>.json`, each an object from id to card."""
    links = Links(settings.directory_urls)
    for chunk, members in groupby(numbered, key=lambda pair: pair[0] // CHUNK):
        cards = {str(place): _card(document, links) for place, document in members}
        yield Artefact(f"find/cards/{chunk}.json", as_json(cards))


def _card(document: Document, links: Links) -> dict[str, object]:
    card: dict[str, object] = {
        "record": document.address,
        "url": links.url(document.address),
        "name": document.name,
        "line": document.line,
        "fields": (document.titles, document.units, document.places, document.topics),
        "reading": " ".join(document.reading),
        "texts": document.texts,
    }
    if document.picture:
        shown = document.picture
        card["picture"] = [shown.path, shown.width_px, shown.height_px]
    return card
