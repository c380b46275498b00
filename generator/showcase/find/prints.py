"""Fingerprints: whether a document says what it said when the index was last made, without making it."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable
from dataclasses import fields
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path

from showcase.find.documents import Document, HandPage
from showcase.find.occasions import occasion_documents
from showcase.find.records import picture_of, record_document
from showcase.model.library import Showcase
from showcase.model.media import Shelf, media_key
from showcase.model.records import Project, Record, Star

SIZE = 32

_NO_REFERENCES = 2
"""The last version of marshal's format in which a value says nothing of where else it is used."""

UNSEEN = frozenset(
    {"consent", "related", "questions", "public_kit", "host_script", "audio"}
    | {"learners", "deceased_on", "ended", "source"}
)
"""Fields of records that no document shows; a test looks at who reads them."""

_APART = UNSEEN | {"address", "honours", "sections", "groups", "started", "office_contact", "photos", "video"}
_PLAIN = {
    kind: attrgetter(*(each.name for each in fields(kind) if each.name not in _APART))
    for kind in (Star, Project)
}
_HONOUR, _SECTION = attrgetter("year", "title", "document"), attrgetter("title", "markdown")
_Said = list[tuple[object, ...] | list[tuple[object, ...]] | str]


class Sources:
    """What documents are made from, in the order of the library, and the fingerprint of each."""

    def __init__(self, showcase: Showcase, shelf: Shelf, pages: Iterable[HandPage] = ()) -> None:
        """Take all that can be found: records are made into documents only when asked."""
        self.records: tuple[Record, ...] = (*showcase.stars, *showcase.projects)
        self.shelf = shelf
        self.others = list(occasion_documents(showcase, pages))

    @cached_property
    def prints(self) -> bytes:
        """The fingerprints, one after another."""
        prints = [_of_record(record, self.shelf) for record in self.records]
        prints += [_hash(repr(document)) for document in self.others]
        return b"".join(prints)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.records) + len(self.others)

    def documents(self) -> list[Document]:
        """Return all documents, by their places."""
        return [*(record_document(record, self.shelf) for record in self.records), *self.others]

    def document(self, place: int) -> Document:
        """Return a document by its place."""
        records = len(self.records)
        return (
            record_document(self.records[place], self.shelf)
            if place < records
            else self.others[place - records]
        )


def _of_record(record: Record, shelf: Shelf) -> bytes:
    """A record's own words, and what its page shows of its media."""
    said: _Said = [tuple(record.address), _PLAIN[type(record)](record), [*map(_HONOUR, record.honours)]]
    said.append(" ".join([word for one in record.honours for word in (one.level, one.distinction or "")]))
    if record.sections:
        said.append([*map(_SECTION, record.sections)])
    if isinstance(record, Star):
        said.append(" ".join(record.groups))
    elif record.started or record.office_contact:
        said.append(f"{record.started} {record.office_contact}")
    if record.photos or record.video:
        film = record.video and media_key(record.address, record.video.file) in shelf.films
        said.append(repr((record.photos, record.video, film, picture_of(record, shelf))))
    return _hash(said)


def _hash(said: object) -> bytes:
    try:
        data = marshal.dumps(said, _NO_REFERENCES)  # type: ignore[arg-type] # sooner than repr
    except ValueError:
        data = repr(said).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).digest()


@cache
def recipe() -> bytes:
    """Return a fingerprint of what makes documents and their index: our programs and the libraries."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to load; only an index needs it

    found = hashlib.sha256()
    for library in ("numpy", "pypinyin", "opencc", "markdown-it-py"):
        found.update(f"{library} {version(library)}\n".encode())
    package = Path(__file__).parent
    for folder in (package, package.parent / "model"):
        for file in sorted(folder.glob("*.py")):
            found.update(file.read_bytes())
    return found.digest()
