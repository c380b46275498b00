"""Fingerprints: whether a document says today what it said when the index was last made, without making it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from showcase.find.documents import Document, HandPage
from showcase.find.occasions import occasion_documents
from showcase.find.records import picture_of, record_document
from showcase.model.library import Showcase
from showcase.model.media import Shelf, media_key
from showcase.model.records import Record

SIZE = 16


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is made from: its fingerprint, and the making of it."""

    fingerprint: bytes
    document: Callable[[], Document]


def sources_of(showcase: Showcase, shelf: Shelf, pages: Iterable[HandPage]) -> Iterator[Source]:
    """Yield the source of every document, in the order of the library."""
    for record in (*showcase.stars, *showcase.projects):
        yield Source(_of_record(record, shelf), lambda record=record: record_document(record, shelf))  # type: ignore[misc]
    yield from map(source_of, occasion_documents(showcase, pages))


def source_of(document: Document) -> Source:
    """Return the source of a document that is made already."""
    return Source(_hash(repr(document)), lambda: document)


def _of_record(record: Record, shelf: Shelf) -> bytes:
    """A record's own words, and what its page shows of its media."""
    said = repr(record)
    if record.photos or record.video:
        film = record.video and media_key(record.address, record.video.file) in shelf.films
        said += f"{picture_of(record, shelf)}{film}"
    return _hash(said)


def _hash(said: str) -> bytes:
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


@cache
def recipe() -> bytes:
    """Return a fingerprint of what makes documents and their index: programs and the libraries they read with."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to load; only an index needs it

    found = hashlib.sha256()
    for library in ("numpy", "pypinyin", "opencc", "markdown-it-py"):
        found.update(f"{library} {version(library)}\n".encode())
    package = Path(__file__).parent
    for folder in (package, package.parent / "model"):
        for file in sorted(folder.glob("*.py")):
            found.update(file.read_bytes())
    return found.digest()
