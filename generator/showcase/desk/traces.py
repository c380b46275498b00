"""What was made from a record's media and what caches remember of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.desk.records import Desk
from showcase.media.storing.fingerprints import Fingerprints
from showcase.media.storing.masters import Disagreement, Master, master_at
from showcase.media.storing.memory import without_words
from showcase.media.storing.pointers import SUFFIX
from showcase.media.terms.made import from_json
from showcase.media.terms.wanted import MediaKind, Wanted, wanted_media
from showcase.media.working.jobs import job_of
from showcase.model.library import Library
from showcase.model.source import NOWHERE

_DERIVATIVE = re.compile(r"\.?([0-9a-f]{20})[-.].*")


@dataclass(frozen=True)
class Traces:
    """The media of one address, and what follows from them.

    `shared` are keys of other records' files with the same bytes.
    """

    hashes: frozenset[str]
    shared: tuple[str, ...]
    derivatives: tuple[Path, ...]


def traces_of(desk: Desk, address: str) -> Traces:
    """Return what the media of `address` left behind and nobody else uses.

    When everything else can be read, all derivatives that no record wants go, those of earlier versions
    of a photograph among them; else only those that are known to be made from what lies there now.
    """
    own = list(_masters_below(desk, address))
    wanted = wanted_media(_without(desk.library, address))
    others = list(_masters(desk, wanted))
    kept = frozenset(_key(desk, master) for master in others)
    hashes = frozenset(master.sha256 for master in own)
    known = len(others) == len(wanted) and not desk.broken - _files(desk, address)
    gone = frozenset(_key(desk, master) for master in own) - kept
    files = _stored(desk)
    going = (
        file for key, file in files if key not in kept and (known or key in gone or _is_of(file, hashes))
    )
    shared = dict.fromkeys(master.wanted.key for master in others if master.sha256 in hashes)
    return Traces(hashes, tuple(shared), tuple(going))


def cached(desk: Desk, words: tuple[str, ...]) -> Iterator[tuple[Path, bytes]]:
    """Yield each file of .cache/ that holds one of `words`, and its bytes without them (b"": delete it).

    The kept search index, in which words stand as numbers, goes in any case.
    """
    for file in sorted(desk.layout.cache.rglob("*")):
        if file.is_file() and file.is_relative_to(desk.layout.index_memory):
            yield file, b""
        elif file.is_file() and (data := without_words(file, words)) is not None:
            yield file, data


def _without(library: Library, address: str) -> Library:
    return replace(
        library,
        stars=tuple(one for one in library.stars if str(one.address) != address),
        projects=tuple(one for one in library.projects if str(one.address) != address),
        weeks=tuple(one for one in library.weeks if one.address != address),
        events=tuple(one for one in library.events if one.address != address),
    )


def _files(desk: Desk, address: str) -> frozenset[str]:
    return frozenset(file for file in desk.broken if file.startswith(f"content/{address}"))


def _masters_below(desk: Desk, address: str) -> Iterator[Master]:
    """Yield every file of the media folder as each kind that could have been made from it."""
    folder = desk.layout.media / address
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        key = file.relative_to(desk.layout.media).as_posix().removesuffix(SUFFIX)
        yield from _masters(desk, [Wanted(key, kind, NOWHERE, "") for kind in MediaKind])


def _masters(desk: Desk, wanted: list[Wanted]) -> Iterator[Master]:
    """Yield the masters that are there; nothing is remembered of them, a dry run leaves no trace."""
    fingerprints = Fingerprints(desk.layout)
    for each in wanted:
        path = desk.layout.media / each.key
        with suppress(OSError, ValueError, Disagreement):
            yield master_at(path, each, fingerprints)


def _key(desk: Desk, master: Master) -> str:
    return job_of(master, desk.presets).key


def _stored(desk: Desk) -> Iterator[tuple[str, Path]]:
    for file in sorted(desk.layout.derivatives.glob("??/*")):
        if found := _DERIVATIVE.fullmatch(file.name):
            yield found[1], file


def _is_of(file: Path, hashes: frozenset[str]) -> bool:
    """Whether the derivative was made, by whatever recipe, from a file with one of these hashes."""
    key = _DERIVATIVE.fullmatch(file.name)
    with suppress(OSError, ValueError, KeyError, TypeError):
        facts = from_json((file.parent / f"{key[1] if key else ''}.json").read_bytes()).facts
        return facts is not None and facts.sha256 in hashes
    return False
