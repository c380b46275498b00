"""`--removals`: what may be published when only deletions are asked for, whatever else is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from showcase.check.gate import open_gate
from showcase.model.library import Library
from showcase.model.problem import Problem, Severity
from showcase.publish.live import scan
from showcase.publish.prepare import Judged
from showcase.publish.removals import live_records, public_addresses

_FILE = re.compile(r"content/((?:stars|projects)/\d{4}/[a-z]+/\d{3,4})[^/]*\.md|content/([a-z]+/[^#]+)\.md")


def addresses_to_remove(judged: Judged, site_dir: Path) -> frozenset[str]:
    """Return the live addresses that may no longer be seen.

    A file that is still there but cannot be read says nothing about its record, which therefore stays.
    """
    showcase = open_gate(judged.library, judged.settings, judged.today)
    unreadable = _addresses(judged.problems)
    known = _in_library(judged.library)
    stay = public_addresses(showcase) | (unreadable - known)
    return frozenset(live_records(scan(str(site_dir))) - stay)


def without_news(judged: Judged, site_dir: Path) -> Judged:
    """Return `judged` with only the records that are without error and live already."""
    faulty = _addresses(judged.problems)
    live = live_records(scan(str(site_dir)))
    library = judged.library
    return replace(
        judged,
        library=replace(
            library,
            stars=tuple(s for s in library.stars if _stays(str(s.address), live, faulty)),
            projects=tuple(p for p in library.projects if _stays(str(p.address), live, faulty)),
            events=tuple(e for e in library.events if _stays(e.address, live, faulty)),
            weeks=tuple(w for w in library.weeks if _stays(w.address, live, faulty)),
            announcements=tuple(a for a in library.announcements if _stays(a.address, live, faulty)),
        ),
        problems=tuple(p for p in judged.problems if p.severity is not Severity.ERROR),
    )


def _stays(address: str, live: Collection[str], faulty: Collection[str]) -> bool:
    return address in live and address not in faulty


def _addresses(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the addresses of the files that have errors."""
    files = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    found = (_FILE.fullmatch(file) for file in files)
    return frozenset(match[1] or match[2] for match in found if match)


def _in_library(library: Library) -> frozenset[str]:
    return frozenset(
        [
            *(str(star.address) for star in library.stars),
            *(str(project.address) for project in library.projects),
            *(event.address for event in library.events),
            *(week.address for week in library.weeks),
            *(announcement.address for announcement in library.announcements),
        ]
    )
