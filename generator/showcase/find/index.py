"""The whole index, as a list: documents → keys → shards, cards, and the file that names them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from showcase.find.cards import card_files
from showcase.find.documents import HandPage, numbered
from showcase.find.facets import facet_files
from showcase.find.occasions import occasion_documents
from showcase.find.records import record_documents
from showcase.find.shards import as_json
from showcase.find.sounds import sounds_file
from showcase.find.streams import Numbered
from showcase.find.walk import Limits
from showcase.find.standing import key_files, standing_of
from showcase.model.folding import variants_for
import numpy as np
from showcase.find.words import word_files
from showcase.model.artefact import Artefact
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.model.synonym import Synonym

FORMAT = 3


def index_files(
    showcase: Showcase, shelf: Shelf, settings: Settings, hand_pages: Iterable[HandPage] = ()
) -> Iterator[Artefact]:
    """Yield every file of the index below `find/`; `find/index.json`, which names the others, is last."""
    documents = chain(record_documents(showcase, shelf), occasion_documents(showcase, hand_pages))
    yield from files_of(numbered(documents), settings, synonyms=showcase.synonyms)


def files_of(
    documents: Numbered, settings: Settings, limits: Limits | None = None, synonyms: Sequence[Synonym] = ()
) -> Iterator[Artefact]:
    """Yield the files of an index over `documents` (in order of id)."""
    head: dict[str, object] = {"format": FORMAT, "documents": len(documents)}
    limits = limits or Limits()
    standing, streams = standing_of([d for _, d in documents])
    choice = standing.shards
    head["variants"] = variants_for(map(chr, np.flatnonzero(np.bincount(streams.point, minlength=1)).tolist()))
    head["grams"] = {"shards": choice.total, "common": limits.common}
    grams = (Artefact(f"find/grams/{n}.bin", data) for n, data in enumerate(key_files(standing, streams, choice, limits)))
    version = hashlib.sha256()
    words = word_files(documents, synonyms, settings)
    others = chain(card_files(documents, settings), facet_files(documents), [sounds_file()], words)
    for artefact in chain(grams, others):
        version.update(bytes(artefact.data))
        yield artefact
    yield Artefact("find/index.json", as_json({**head, "version": version.hexdigest()[:12]}))
