"""An index that is made: all of its files, and what is kept to make the next one from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.cards import card_files
from showcase.find.documents import Document
from showcase.find.facets import facet_files
from showcase.find.shards import as_json
from showcase.find.sounds import sounds_file
from showcase.find.standing import Standing, key_files, standing_of
from showcase.find.walk import Limits
from showcase.find.words import word_files
from showcase.model.artefact import Artefact
from showcase.model.folding import variants_for
from showcase.model.settings import Settings
from showcase.model.synonym import Synonym

FORMAT = 3
HEAD = "find/index.json"
DIGEST = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an index is made for, besides its documents."""

    settings: Settings
    limits: Limits
    synonyms: tuple[Synonym, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An index. `files` are all but the head, in order; `digests` their SHA-256, one after another.

    `alphabet` says how often each code point stands in the values, `common` is that of the Limits.
    """

    files: Mapping[str, bytes]
    digests: Mapping[str, bytes]
    standing: Standing
    alphabet: NDArray[np.int64]
    common: int

    def artefacts(self) -> Iterator[Artefact]:
        """Yield every file of the index; the head, which names the others, is last."""
        yield from map(Artefact, self.files, self.files.values())
        head = {
            "format": FORMAT,
            "documents": self.standing.documents,
            "variants": variants_for(map(chr, np.flatnonzero(self.alphabet).tolist())),
            "grams": {"shards": self.standing.shards.total, "common": self.common},
            "version": hashlib.sha256(b"".join(map(self.digests.__getitem__, self.files))).hexdigest()[:12],
        }
        yield Artefact(HEAD, as_json(head))


def make(documents: Sequence[Document], wishes: Wishes) -> Made:
    """Return the index over `documents`, which are numbered 0, 1, 2 …."""
    standing, streams = standing_of(documents)
    keys = key_files(standing, streams, standing.shards, wishes.limits)
    alphabet = np.bincount(streams.point[:], minlength=1)
    del streams
    files = {key_path(number): data for number, data in enumerate(keys)}
    files |= _data(card_files(documents, wishes.settings))
    files |= fact_files(documents, wishes)
    files |= _data([sounds_file()])
    digests = {path: digest_of(data) for path, data in files.items()}
    return Made(
        files=files, digests=digests, standing=standing, alphabet=alphabet, common=wishes.limits.common
    )


def key_path(number: int) -> str:
    """Return the path of a shard of keys."""
    return f"find/grams/{number}.bin"


def fact_files(documents: Sequence[Document], wishes: Wishes) -> dict[str, bytes]:
    """Return the files that say a little of every document: facets, names that sound alike, words."""
    numbered = list(enumerate(documents))
    return _data([*facet_files(numbered), *word_files(numbered, wishes.synonyms, wishes.settings)])


def digest_of(data: bytes) -> bytes:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(data).digest()


def _data(files: Iterable[Artefact]) -> dict[str, bytes]:
    return {file.path: bytes(file.data) for file in files}
