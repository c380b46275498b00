"""Names as keys of their own: single characters, whole names, whole readings; values of one character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.find.documents import NAME, PINYIN, Document
from showcase.find.hashing import Words, hashed_words
from showcase.find.streams import marked


@dataclass(frozen=True, slots=True)
class Named:
    """Such keys, one a row, in order of document: `home` decides the shard, `key` tells them apart.

    `single` are values of one character: whole values of a field other than the name.
    """

    home: Words
    key: Words
    field: NDArray[np.uint8]
    document: NDArray[np.int32]
    single: NDArray[np.bool_]


def named(documents: Sequence[Document]) -> Named:
    """Return the keys of documents, which are numbered 0, 1, 2 …."""
    homes: list[str] = []
    keys: list[str] = []
    rows: list[tuple[int, int, bool]] = []
    for place, document in enumerate(documents):
        short = list(document.short_values())
        whole = "".join([value for field, value in short if field == NAME]).replace(" ", "")
        chars = dict.fromkeys(whole)
        single = [(field, value) for field, value in short if len(value) == 1 and field != NAME]
        homes += [*chars, *(value for _, value in single)]
        keys += [*chars, *(value for _, value in single)]
        rows += [(NAME, place, False) for _ in chars]
        rows += [(field, place, True) for field, _ in single]
        for field, value in ((NAME, whole), (PINYIN, "".join(document.reading))):
            if value:
                homes.append(home_of(value))
                keys.append("=" + value)
                rows.append((field, place, False))
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return Named(
        hashed_words(homes),
        hashed_words(keys),
        columns[0].astype(np.uint8),
        columns[1].astype(np.int32),
        columns[2].astype(bool),
    )


def home_of(word: str) -> str:
    """Return what of a word decides where it is looked up: its first two characters, START being one."""
    return marked(word[:2])[:2]
