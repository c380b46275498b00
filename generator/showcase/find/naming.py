"""Names as keys of their own: single characters, whole names, whole readings; values of one character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    fields: list[int] = []
    held: list[int] = []
    singles: list[int] = []
    for document in documents:
        before = len(keys)
        short = list(document.short_values())
        whole = "".join([value for field, value in short if field == NAME]).replace(" ", "")
        chars = dict.fromkeys(whole)
        homes += chars
        keys += chars
        fields += [NAME] * len(chars)
        for field, value in short:
            if len(value) == 1 and field != NAME:
                singles.append(len(keys))
                homes.append(value)
                keys.append(value)
                fields.append(field)
        for field, value in ((NAME, whole), (PINYIN, "".join(document.reading))):
            if value:
                homes.append(home_of(value))
                keys.append("=" + value)
                fields.append(field)
        held.append(len(keys) - before)
    single = np.zeros(len(keys), bool)
    single[singles] = True
    owners = np.repeat(np.arange(len(documents), dtype=np.int32), np.array(held, np.int64))
    return Named(hashed_words(homes), hashed_words(keys), np.array(fields, np.uint8), owners, single)


def home_of(word: str) -> str:
    """Return what of a word decides where it is looked up: its first two characters, START being one."""
    return marked(word[:2])[:2]


def renamed(before: Named, names: Named, numbers: list[int]) -> Iterator[Words]:
    """Yield the homes of names that changed: if any did, of all that the documents had and have."""
    was = np.isin(before.document, numbers)
    if not (np.array_equal(before.key[was], names.key) and np.array_equal(before.field[was], names.field)):
        yield before.home[was]
        yield names.home


def replaced(before: Named, names: Named, numbers: list[int]) -> Named:
    """Return the keys with those of the documents with some numbers gone, and `names` in their place."""
    stays = ~np.isin(before.document, numbers)
    document = np.array(numbers, np.int32)[names.document]
    columns = ((before.home, names.home), (before.key, names.key), (before.field, names.field))
    home, key, field = (np.concatenate([old[stays], new]) for old, new in columns)
    single = np.concatenate([before.single[stays], names.single])
    return Named(home, key, field, np.concatenate([before.document[stays], document]), single)
