"""Facts of masters that are not here: their derivatives' json tells, from here or from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any

from showcase.content.layout import Layout
from showcase.media.sharing.remote import Remote
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.storing.masters import Master, find_masters
from showcase.media.storing.memory import Memory
from showcase.media.storing.store import Store
from showcase.media.terms.made import Facts, Made, facts_from_json, facts_to_json, from_json
from showcase.media.terms.wanted import wanted_media
from showcase.media.working.jobs import job_of
from showcase.model.library import Library
from showcase.model.media import CaptionsFacts, FilmFacts, PhotoFacts, Shelf, SoundFacts
from showcase.model.presets import Presets
from showcase.model.problem import Problem, Severity

_FILE = "media-facts-pointed.json"
_AT_ONCE = 6
_SHELVES = {
    "photo_facts": PhotoFacts,
    "film_facts": FilmFacts,
    "sound_facts": SoundFacts,
    "captions_facts": CaptionsFacts,
}


def with_pointed(
    facts: Shelf, layout: Layout, library: Library, presets: Presets, remote: Remote | None
) -> tuple[Shelf, list[Problem]]:
    """Return `facts` with those of pointed masters, and what is wrong with pointers and the store.

    What was made by this very recipe is known; of a master that nobody has made yet nothing is.
    """
    every, missing = find_masters(layout, wanted_media(library))
    problems = [problem for problem in missing if problem.rule.startswith("pointer-")]
    masters = [master for master in every if master.pointer]
    if not masters:
        return facts, problems
    keys = {job_of(master, presets).key: None for master in masters}
    known, trouble = _known(layout, keys, remote)
    found = {master.wanted.key: known.get(job_of(master, presets).key) for master in masters}
    return _with(facts, found), [*problems, *trouble, *_unknown(masters, found)]


def _with(facts: Shelf, found: Mapping[str, Facts | None]) -> Shelf:
    """Return `facts` with what was found, each kind where it belongs."""
    merged: dict[str, Any] = {
        name: {**getattr(facts, name), **{key: each for key, each in found.items() if isinstance(each, kind)}}
        for name, kind in _SHELVES.items()
    }
    return replace(facts, **merged)


def _known(
    layout: Layout, keys: Iterable[str], remote: Remote | None
) -> tuple[dict[str, Facts], list[Problem]]:
    memory, store = Memory(layout.cache / _FILE), Store(layout.derivatives)
    known = {key: each for key in keys if (each := _here(key, memory, store))}
    left = [key for key in keys if key not in known]
    problems: list[Problem] = []
    if remote and left:
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                told = zip(left, pool.map(remote.made, left), strict=True)
                known |= {key: made.facts for key, made in told if made and made.facts}
        except StoreTrouble as trouble:
            problems.append(_unreachable(layout, str(trouble)))
    for key, each in known.items():
        memory.put(key, facts_to_json(each))
    memory.save()
    return known, problems


def _here(key: str, memory: Memory, store: Store) -> Facts | None:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        made: Made = from_json(store.sidecar(key).read_bytes())
        return made.facts
    with suppress(KeyError, TypeError, AttributeError):
        return facts_from_json(memory.get(key))
    return None


def _unreachable(layout: Layout, sentence: str) -> Problem:
    fix = "接通存储再检查一次"
    message = f"{sentence}。原件在存储里的照片和影片，这次没有查"
    return Problem(
        "store-unreachable", Severity.WARNING, layout.name_of(layout.config), 0, 0, message, "", fix
    )


def _unknown(masters: Iterable[Master], found: dict[str, Facts | None]) -> list[Problem]:
    """Return a note for each master that could not be judged."""
    return [
        master.wanted.source.problem(
            "pointer-unjudged",
            Severity.NOTE,
            master.wanted.place,
            f"media/{master.wanted.key} 的原件不在这里，也还没有做过，它的大小、长短没有查",
            fix="在有原件的电脑上检查，或者运行 showcase media fetch",
        )
        for master in masters
        if found[master.wanted.key] is None
    ]
