"""`--removals`: what may be published when only deletions are asked for, whatever else is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from showcase.check.gate import open_gate
from showcase.model.campaign import ActivityWeek, Announcement, Event, OfficialList
from showcase.model.library import Library
from showcase.model.problem import Problem, Severity
from showcase.model.records import Project, Star
from showcase.model.rulebook import Rulebook
from showcase.publish.judged import Judged
from showcase.publish.live import scan
from showcase.publish.losing import lists_that_lost_names
from showcase.publish.removals import live_records, public_addresses

T = TypeVar("T", Star, Project, Event, ActivityWeek, Announcement, OfficialList, Rulebook)

_FILE = re.compile(
    r"content/((?:stars|projects)/\d{4}/[a-z]+/\d{3,4})[^/]*\.md|content/([a-z]+/.+)\.(?:md|csv|yml)"
)


def addresses_to_remove(judged: Judged, site_dir: Path) -> frozenset[str]:
    """Return the live addresses that may no longer be seen.

    A file that is still there but cannot be read says nothing about its record, which therefore stays,
    and so do all records below a folder that cannot be. A 公示 or list that has errors, and so cannot
    be written anew, leaves when the live one shows a name that may not stand there any more.
    """
    live = scan(str(site_dir))
    shown = live_records(live)
    showcase = open_gate(judged.library, judged.settings, judged.today)
    stay = public_addresses(showcase) | _unreadable(judged, shown)
    losing = lists_that_lost_names(judged, showcase, live)
    taken = {withdrawal.address for withdrawal in judged.library.withdrawals}
    return frozenset((shown - stay) | (shown & taken) | (losing & _faulty(judged.problems)))


def without_news(judged: Judged, site_dir: Path) -> Judged:
    """Return `judged` with only the records that are without error and live already.

    What was taken down and still lies in the tree is kept: by it the gate knows names in lists.
    """
    library = judged.library
    taken = {withdrawal.address for withdrawal in library.withdrawals}
    wanted = (live_records(scan(str(site_dir))) - _faulty(judged.problems)) | taken
    kept = replace(
        library,
        stars=_only(library.stars, wanted),
        projects=_only(library.projects, wanted),
        events=_only(library.events, wanted),
        weeks=_only(library.weeks, wanted),
        announcements=_only(library.announcements, wanted),
        lists=_only(library.lists, wanted),
        rulebooks=_only(library.rulebooks, wanted),
    )
    rest = tuple(p for p in judged.problems if p.severity is not Severity.ERROR)
    return replace(judged, library=kept, problems=rest)


def _only(things: Iterable[T], wanted: Collection[str]) -> tuple[T, ...]:
    return tuple(thing for thing in things if _address(thing) in wanted)


def _address(thing: Star | Project | Event | ActivityWeek | Announcement | OfficialList | Rulebook) -> str:
    return f"rulebooks/{thing.id}" if isinstance(thing, Rulebook) else str(thing.address)


def _faulty(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the addresses of the files that have errors."""
    files = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    found = (_FILE.fullmatch(file) for file in files)
    return frozenset(match[1] or match[2] for match in found if match)


def _unreadable(judged: Judged, shown: Iterable[str]) -> frozenset[str]:
    """Return those of `shown` whose file, or a folder above it, could not be read."""
    faulty = _faulty(judged.problems) - frozenset(_in_library(judged.library))
    folders = tuple(f"{p.file}/" for p in judged.problems if p.severity is Severity.ERROR)
    return faulty | frozenset(address for address in shown if f"content/{address}".startswith(folders))


def _in_library(library: Library) -> Iterator[str]:
    for kind in (library.stars, library.projects):
        yield from (str(record.address) for record in kind)
    for others in (library.events, library.weeks, library.announcements, library.lists):
        yield from (thing.address for thing in others)
    yield from (f"rulebooks/{book.id}" for book in library.rulebooks)
