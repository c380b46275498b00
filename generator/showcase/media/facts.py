"""Facts of every photo, film, sound and caption file that the records name, for rules. Nothing is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from showcase.content.layout import Layout
from showcase.media.storing.masters import Master, find_masters, problem_of
from showcase.media.storing.memory import Memory
from showcase.media.terms.made import Facts, facts_from_json, facts_to_json
from showcase.media.terms.refusal import Refusal, Refused
from showcase.media.terms.wanted import wanted_media
from showcase.media.working.isolation import isolated
from showcase.media.working.unfinished import unfinished
from showcase.model.library import Library
from showcase.model.media import CaptionsFacts, FilmFacts, PhotoFacts, Shelf, SoundFacts
from showcase.model.presets import Presets
from showcase.model.problem import Problem

Kind = TypeVar("Kind", PhotoFacts, FilmFacts, SoundFacts, CaptionsFacts)
_LOOK = "showcase.media.inside:look"
_FILE = "media-facts-2.json"  # the number rises when probing learns more


def facts_of(layout: Layout, library: Library, presets: Presets) -> tuple[Shelf, list[Problem]]:
    """Return a shelf that holds only facts, and a problem for each file that is no such thing.

    A file is probed once: its facts are remembered by its sha256 in .cache/. That a file is missing is
    for a rule to say (`reference-…`).
    """
    memory = Memory(layout.cache / _FILE)
    masters, _missing = find_masters(layout, wanted_media(library))
    problems: list[Problem] = []
    found: dict[str, Facts] = {}
    for master in masters:
        if master.pointer:
            continue
        facts = _remembered(memory, master, presets)
        if isinstance(facts, Refusal):
            problems.append(problem_of(master.wanted, facts))
        else:
            found[master.wanted.key] = facts
    memory.save()
    shelf = Shelf(
        photo_facts=_of_kind(found, PhotoFacts),
        film_facts=_of_kind(found, FilmFacts),
        sound_facts=_of_kind(found, SoundFacts),
        captions_facts=_of_kind(found, CaptionsFacts),
    )
    return shelf, problems


def _of_kind(found: Mapping[str, Facts], kind: type[Kind]) -> dict[str, Kind]:
    return {key: facts for key, facts in found.items() if isinstance(facts, kind)}


def _remembered(memory: Memory, master: Master, presets: Presets) -> Facts | Refusal:
    """Return the facts of a master; refusals are found again each time, they are rare and quick."""
    photo, minutes = presets.photo, f"{presets.film.limit_minutes}-{presets.sound.limit_minutes}"
    key = f"{master.wanted.kind}:{photo.limit_megapixels}-{photo.limit_memory_mb}:{minutes}:{master.sha256}"
    known = memory.get(key)
    if isinstance(known, dict):
        return facts_from_json(known)
    try:
        facts: Facts = isolated(_LOOK, master.wanted.kind, master.path, master.sha256, presets)
    except Refused as refused:
        return refused.refusal
    except Exception as error:  # a file that crashes or hangs a decoder: the others are looked at
        return unfinished(master.wanted.kind, error)
    memory.put(key, facts_to_json(facts))
    return facts
