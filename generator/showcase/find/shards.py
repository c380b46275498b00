"""Keys to files: hashed, so that sizes stay even; as many files as the keys need."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from showcase.model.artefact import Artefact

_SHARD_BYTES = 16_000
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def shard_count(postings: Mapping[str, str]) -> int:
    """Return a power of two, so that a growing site seldom moves its keys."""
    size = sum(map(len, postings)) + sum(map(len, postings.values())) + 6 * len(postings)
    return 1 << max(0, (size // _SHARD_BYTES).bit_length())


def shard_of(key: str, count: int) -> int:
    """Return the number of the shard of `key`: FNV-1a over its code points."""
    value = 0x811C9DC5
    for char in key:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value % count


def shard_files(family: str, postings: Mapping[str, str], count: int) -> Iterator[Artefact]:
    """Yield the shards of a family ("names", "texts"), empty ones too: none is ever missing."""
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for key in sorted(postings):
        shards[shard_of(key, count)][key] = postings[key]
    for place, shard in enumerate(shards):
        yield Artefact(f"find/{family}/{place}.json", as_json(shard))


def as_json(value: object) -> bytes:
    """Return compact JSON in UTF-8; the same value gives the same bytes."""
    return _JSON.encode(value).encode()
