"""The whole index, as a list: documents → keys → shards, cards, and the file that names them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from showcase.content.wording import ui
from showcase.find.documents import HandPage, Numbered, numbered
from showcase.find.ledger import load, save
from showcase.find.made import Made, Wishes, make
from showcase.find.memory import made_anew, made_from
from showcase.find.prints import Sources, recipe
from showcase.find.walk import Limits
from showcase.model.artefact import Artefact
from showcase.model.collector import without_collecting
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.model.synonym import Synonym


def index_files(
    showcase: Showcase,
    shelf: Shelf,
    settings: Settings,
    hand_pages: Iterable[HandPage] = (),
    memory: Path | None = None,
) -> Iterator[Artefact]:
    """Yield every file of the index below `find/`; `find/index.json`, which names the others, is last.

    With `memory`, a folder, the index that was kept there serves where documents are as they were, and
    the new one is kept.
    """
    wishes = Wishes(settings=settings, limits=Limits(), synonyms=tuple(showcase.synonyms))
    with without_collecting():
        sources = Sources(showcase, shelf, hand_pages)
        if memory:
            made = _made(sources, wishes, memory)
        else:
            made = make([document for _, document in numbered(sources.documents())], wishes)
    yield from made.artefacts()


def _made(sources: Sources, wishes: Wishes, memory: Path) -> Made:
    said = [vars(section) for section in (ui.sections, ui.share, ui.site, ui.record, ui.year)]
    words = repr((wishes.settings.directory_urls, wishes.limits, wishes.synonyms, said))
    key = hashlib.sha256(recipe() + words.encode("utf-8", "surrogatepass")).hexdigest()
    before = load(memory, key)
    kept = before and made_from(before, sources, wishes)
    if kept is None:
        kept = made_anew(sources, wishes)
    if kept is not before:
        save(memory, key, kept)
    return kept.made


def files_of(
    documents: Numbered, settings: Settings, limits: Limits | None = None, synonyms: Sequence[Synonym] = ()
) -> Iterator[Artefact]:
    """Yield the files of an index over `documents` (in order of id)."""
    wishes = Wishes(settings=settings, limits=limits or Limits(), synonyms=tuple(synonyms))
    with without_collecting():
        made = make([document for _, document in documents], wishes)
    yield from made.artefacts()
