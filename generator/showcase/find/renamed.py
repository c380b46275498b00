"""The files of names that sound alike after some names changed: only those in which a changed name stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from showcase.find.alike import alike, keys_of, likeness
from showcase.find.facts import document_in
from showcase.find.shards import as_json, shard_count, shard_of

FAMILY = "find/alike/"


def changed_alike(
    files: Mapping[str, bytes], facts: Sequence[bytes], changed: Iterable[bytes]
) -> dict[str, bytes] | None:
    """Return the files of `alike` that differ from those among `files`; None if all must be made anew.

    `facts` are the lines of all documents now, by number; `changed` those that came and those that went.
    The names of a likeness are looked for among all documents: one that goes may let an older one in.
    """
    shards = {path: json.loads(data) for path, data in files.items() if path.startswith(FAMILY)}
    keys = {key for line in changed for key in keys_of(document_in(line))}
    numbers = _sounding(facts, keys)
    if numbers is None:
        return None
    names = alike([(number, document_in(facts[number])) for number in numbers])
    touched: dict[str, dict[str, str]] = {}
    for key in keys:
        path = f"{FAMILY}{shard_of(key, len(shards))}.json"
        touched[path] = shard = shards[path]
        shard.pop(key, None)
        if key in names:
            shard[key] = names[key]
    if shard_count({key: said for shard in shards.values() for key, said in shard.items()}) != len(shards):
        return None
    return {path: as_json(dict(sorted(shard.items()))) for path, shard in touched.items()}


def _sounding(facts: Sequence[bytes], keys: set[str]) -> list[int] | None:
    """Return the numbers of the documents that have one of the likenesses, by rising number.

    All readings are compared in one go, a line each; None if a reading has a line break in it.
    """
    readings = [line[1][1].split() for line in json.loads(b"[" + b",".join(facts) + b"]")]
    found: set[int] = set()
    for first in (0, 1):
        lines = likeness("\n".join("".join(each[first:]) for each in readings)).split("\n")
        if len(lines) != len(readings):
            return None
        found.update(number for number, key in enumerate(lines) if key in keys)
    return sorted(found)
