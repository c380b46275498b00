"""Run every rule over a library and collect what they find."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

from showcase.model.campaign import (
    ActivityWeek,
    Announcement,
    Campaign,
    Event,
    OfficialList,
    Withdrawal,
)
from showcase.model.library import Library
from showcase.model.media import Shelf
from showcase.model.problem import Problem, Severity, order_of
from showcase.model.records import Record
from showcase.model.rulebook import Rulebook
from showcase.model.settings import Settings
from showcase.model.waiver import Waiver
from showcase.model.written import WrittenPage
from showcase.rules.catalogue import rules_on
from showcase.rules.facts import Facts

Subject = (
    Record
    | Campaign
    | ActivityWeek
    | Event
    | Announcement
    | OfficialList
    | Rulebook
    | Withdrawal
    | WrittenPage
)


def check(
    library: Library,
    settings: Settings,
    today: datetime.date,
    shelf: Shelf | None = None,
    media_keys: frozenset[str] | None = None,
    *,
    read_problems: Iterable[Problem] = (),
    clean_files: frozenset[str] = frozenset(),
) -> list[Problem]:
    """Return every problem of `library` on `today`, those of reading it included, in a fixed order.

    `shelf` brings facts of media (None: films are not judged); `media_keys` names the files that
    exist below media/ as "<address>/<file>" (None: nobody looked, so no file is called missing).
    `clean_files` were looked through whole and hold nothing private.
    """
    facts = Facts(library, settings, today, shelf, media_keys, clean_files)
    told = list(read_problems)
    broken = frozenset(problem.file for problem in told if problem.severity is Severity.ERROR)
    found = [*told, *(problem for problem in _judged(facts) if not _is_hasty(problem, broken))]
    return sorted(found, key=order_of)


def _is_hasty(problem: Problem, broken: Collection[str]) -> bool:
    """Whether a file of media is called unused only because its record could not be read (`broken` files)."""
    if problem.rule != "reference-unused" or not broken:
        return False
    record = f"content/{problem.file.removeprefix('media/').rpartition('/')[0]}"
    return any(file.startswith((f"{record}.md", f"{record}-")) for file in broken)


def _judged(facts: Facts) -> Iterator[Problem]:
    """Yield what the rules find, subject by subject, so that facts of one subject are found once.

    Waivers come last: only then it is known which of them nothing needed.
    """
    for subject in _subjects(facts.library):
        for rule in rules_on(type(subject)):
            yield from rule.problems(subject, subject.source, facts)
    for rule in rules_on(Library):
        yield from rule.problems(facts.library, facts.settings.source, facts)
    for waiver in facts.library.waivers:
        for rule in rules_on(Waiver):
            yield from rule.problems(waiver, waiver.source, facts)


def _subjects(library: Library) -> Iterator[Subject]:
    yield from library.stars
    yield from library.projects
    yield from library.campaigns
    yield from library.weeks
    yield from library.events
    yield from library.announcements
    yield from library.lists
    yield from library.rulebooks
    yield from library.withdrawals
    yield from library.pages
