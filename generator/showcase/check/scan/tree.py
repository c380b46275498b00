"""Everything that lies below content/ and media/: names, texts to the line, and what files hide."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from showcase.check.scan.files import VERSION, closed, is_text, look_at
from showcase.check.scan.spots import UNREADABLE, Sighting, Spot, problem_of, sightings
from showcase.content.layout import Layout
from showcase.media.storing.fingerprints import Fingerprints
from showcase.media.storing.memory import Memory
from showcase.media.storing.pointers import SUFFIX
from showcase.media.terms.refusal import Breakdown
from showcase.media.working.isolation import isolated
from showcase.model.problem import Problem, order_of
from showcase.rules.private_facts import find_private

_LOOK_AT = "showcase.check.scan.files:look_at"
_FILE = f"private-facts-{VERSION}.json"
_LEFT_BEHIND = re.compile(r"\..*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What file managers leave: nobody can look into it, and nobody needs to."""
_RECORDS = frozenset((".md", ".yml", ".csv"))
_ESCAPED = re.compile(r"[\\&\0]")
_SKIPPED = frozenset({".git", ".cache"})


class Looked(NamedTuple):
    """What a look through the folders gave: problems, and the record files that hold nothing private."""

    problems: list[Problem]
    clean: frozenset[str]


def look_through(layout: Layout, *, public: bool = False) -> Looked:
    """Look through content/ and media/, derivatives left out.

    `public`: the files themselves can be read by all (repository: public).

    Pictures, films and documents are looked into once: what was seen is remembered, masked, by sha256.
    """
    memory, prints = Memory(layout.cache / _FILE), Fingerprints(layout)
    found: list[Problem] = []
    clean: set[str] = set()
    for path in _paths(layout):
        name = layout.name_of(path)
        if path.suffix in _RECORDS and is_clean(path):
            clean.add(name)
            found += (problem_of(name, sighting, public=public) for sighting in _of_name(path))
            continue
        seen = [*_of_name(path), *_of_file(path, memory, prints)]
        found += (problem_of(name, sighting, public=public) for sighting in seen)
    memory.save()
    prints.save()
    return Looked(found, frozenset(clean))


def is_clean(path: Path) -> bool:
    """Whether one quick look at the whole text finds nothing, so that no string of it needs another.

    Line ends count as gaps, as the reader joins lines. A text with escapes (YAML's backslash, HTML's
    entities) can hide a number from this look and is never called clean.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    return not _ESCAPED.search(text) and not find_private(" ".join(text.split()))


def with_places(problems: Iterable[Problem], seen: Iterable[Problem]) -> list[Problem]:
    """Return both, each fact once: a rule knows a text's key, the scan its line and column."""
    placed = list(seen)
    known = {(problem.file, problem.rule, problem.message) for problem in placed}
    rest = (p for p in problems if (p.file, p.rule, p.message) not in known)
    return sorted([*rest, *placed], key=order_of)


def _paths(layout: Layout) -> Iterator[Path]:
    """Yield the files in a fixed order; links and pipes are not followed, other checks refuse them."""
    for top in (layout.content, layout.media):
        for folder, folders, files in os.walk(top):
            kept = (name for name in folders if name not in _SKIPPED)
            folders[:] = sorted(name for name in kept if Path(folder, name) != layout.derivatives)
            for name in sorted(files):
                path = Path(folder, name)
                if path.suffix == SUFFIX:  # sums of bytes look like numbers
                    continue
                if path.is_file() and not path.is_symlink():
                    yield path


def _of_name(path: Path) -> Iterator[Sighting]:
    return sightings([Spot(path.name, where="文件名")])


def _of_file(path: Path, memory: Memory, prints: Fingerprints) -> list[Sighting]:
    """Return what a file tells; nothing for one that cannot be opened, which its reader reports."""
    with suppress(OSError):
        seen = look_at(path) if is_text(path.name) else _remembered(path, memory, prints)
        return [one for one in seen if one.rule != UNREADABLE or not _LEFT_BEHIND.fullmatch(path.name)]
    return []


def _remembered(path: Path, memory: Memory, prints: Fingerprints) -> list[Sighting]:
    key = f"{path.suffix.lower()}:{prints.of(path)}"
    known = memory.get(key)
    if not isinstance(known, list):
        try:
            known = isolated(_LOOK_AT, path)
        except Breakdown:  # it crashes or hangs what opens it; the next run tries again
            return [closed()]
        memory.put(key, known)
    return [Sighting(*sighting) for sighting in known]
