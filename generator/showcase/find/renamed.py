"""The files of names that sound alike after some names changed: only those in which a changed name stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import count, takewhile

from showcase.find.alike import alike
from showcase.find.facts import document_in, keys_in
from showcase.find.shards import as_json, shard_count, shard_of

FAMILY = "find/alike/"


def changed_alike(
    files: Mapping[str, bytes], facts: Sequence[bytes], changed: Iterable[bytes]
) -> dict[str, bytes] | None:
    """Return the files of `alike` that differ from those among `files`; None if all must be made anew.

    `facts` are the lines of all documents now, by number; `changed` those that came and those that went.
    The names of a likeness are looked for among all documents: one that goes may let an older one in.
    """
    paths = takewhile(files.__contains__, (f"{FAMILY}{number}.json" for number in count()))
    shards = {path: json.loads(files[path]) for path in paths}
    keys = {key for line in changed for key in keys_in(line)}
    names = alike([(number, document_in(facts[number])) for number in _sounding(facts, keys)])
    touched: dict[str, dict[str, str]] = {}
    for key in keys:
        path = f"{FAMILY}{shard_of(key, len(shards))}.json"
        touched[path] = shard = shards[path]
        shard.pop(key, None)
        if key in names:
            shard[key] = names[key]
    everything: dict[str, str] = {}
    for shard in shards.values():
        everything |= shard
    if shard_count(everything) != len(shards):
        return None
    return {path: as_json(dict(sorted(shard.items()))) for path, shard in touched.items()}


def _sounding(facts: Sequence[bytes], keys: Iterable[str]) -> list[int]:
    """Return the numbers of the documents that sound so, and maybe of some more, by rising number."""
    said = [as_json(key) for key in keys]
    return sorted({number for number, line in enumerate(facts) for each in said if each in line})
