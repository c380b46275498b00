"""What rules may know: the library, the owner's settings, the day, and facts of media."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from showcase.model.address import RecordAddress
from showcase.model.campaign import ActivityWeek, Announcement, Event, approved
from showcase.model.library import Library
from showcase.model.media import Shelf, media_key
from showcase.model.problem import Problem, Severity
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Rulebook
from showcase.model.settings import Settings
from showcase.model.terms import Stage
from showcase.model.waiver import Waiver
from showcase.rules.earlier import Earlier, names_on
from showcase.rules.judgement import Judgement, judgement_under
from showcase.rules.occasions import Occasions
from showcase.rules.words import strings_of

PhotoHolder = Star | Project | ActivityWeek | Event


@dataclass(frozen=True)
class Facts:
    """Everything a rule reads beside its subject.

    `shelf` None: media were not probed. `media_keys` None: nobody looked into media/ (a shelf key is
    "<address>/<file>"). In both cases the rules that need them stay silent. `clean_files`: a look at the
    whole file found nothing private in them, so their strings need no second look.
    """

    library: Library
    settings: Settings
    today: datetime.date
    shelf: Shelf | None = None
    media_keys: frozenset[str] | None = None
    clean_files: frozenset[str] = frozenset()
    _judged: dict[RecordAddress, tuple[Judgement, ...]] = field(default_factory=dict, repr=False)
    _recent: dict[str, Any] = field(default_factory=dict, repr=False)
    _excused: set[tuple[str, str]] = field(default_factory=set, repr=False)

    @property
    def records(self) -> Iterator[Record]:
        """All stars, then all projects."""
        yield from self.library.stars
        yield from self.library.projects

    @cached_property
    def rulebooks(self) -> Mapping[str, Rulebook]:
        """Rulebooks by id."""
        return {book.id: book for book in self.library.rulebooks}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all records."""
        return frozenset(str(record.address) for record in self.records)

    @cached_property
    def by_address(self) -> Mapping[str, Record]:
        """Records by their address."""
        return {str(record.address): record for record in self.records}

    @cached_property
    def occasions(self) -> Occasions:
        """Events as rules ask for them: built once for a check."""
        return Occasions(self.library)

    @cached_property
    def earlier(self) -> Earlier:
        """Who was recognised or nominated before: built when a notice first asks, once for a check."""
        return Earlier(self.library)

    @cached_property
    def first_use(self) -> Mapping[str, str]:
        """By its sha256, the key of each picture where a record first uses it."""
        known = self.shelf.photo_facts if self.shelf else {}
        uses = (media_key(record.address, photo.file) for record in self.records for photo in record.photos)
        found: dict[str, str] = {}
        for key in uses:
            if key in known:
                found.setdefault(known[key].sha256, key)
        return found

    @cached_property
    def listed(self) -> Mapping[tuple[str, str], tuple[frozenset[tuple[bool, str]], str]]:
        """By document and level of official lists: who stands there (is a person, key), and one address."""
        found: dict[tuple[str, str], tuple[frozenset[tuple[bool, str]], str]] = {}
        for names in self.library.lists:
            before, _ = found.get((names.document, names.level), (frozenset(), ""))
            found[names.document, names.level] = before | names_on(names), names.address
        return found

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Addresses taken down."""
        return frozenset(withdrawal.address for withdrawal in self.library.withdrawals)

    @cached_property
    def announced(self) -> Mapping[str, tuple[Announcement, ...]]:
        """公示 by the address, and by “name, newline, unit”, of each candidate."""
        found: dict[str, list[Announcement]] = defaultdict(list)
        for announcement in self.library.announcements:
            for candidate in announcement.candidates:
                found[candidate.record or f"{candidate.name}\n{candidate.unit}"].append(announcement)
        return {key: tuple(announcements) for key, announcements in found.items()}

    @cached_property
    def _waivers(self) -> Mapping[tuple[str, str], Waiver]:
        """Waivers by rule and the file of their record."""
        named = {waiver.record for waiver in self.library.waivers}
        files = {str(r.address): r.source.file for r in self.records if str(r.address) in named}
        return {(w.rule, files[w.record]): w for w in self.library.waivers if w.record in files}

    def excused(self, problem: Problem) -> Problem:
        """Return `problem`, as a note with the reason when a waiver names its rule and record."""
        waiver = self._waivers.get((problem.rule, problem.file)) if self.library.waivers else None
        if not waiver:
            return problem
        self._excused.add((waiver.rule, waiver.record))
        decided = f"{waiver.by}，{waiver.date}" if waiver.by else str(waiver.date)
        message = f"{problem.message}。已作例外（{decided}）：{waiver.reason}"
        return replace(problem, severity=Severity.NOTE, message=message)

    def has_excused(self, waiver: Waiver) -> bool:
        """Whether `waiver` turned anything into a note so far."""
        return (waiver.rule, waiver.record) in self._excused

    def words(self, subject: object) -> tuple[tuple[str, str], ...]:
        """Return (key path, text) of every string of `subject`, each under its key."""
        words: tuple[tuple[str, str], ...] = self._once(subject, "words", strings_of)
        return words

    def prose(self, subject: object) -> str:
        """Return all strings of `subject` in one, a line each: most rules find nothing in it and stop."""
        prose: str = self._once(subject, "prose", lambda s: "\n".join(text for _, text in self.words(s)))
        return prose

    def _once(self, subject: object, what: str, find: Callable[[Any], Any]) -> Any:  # noqa: ANN401
        """Return find(subject), found once while one subject is judged by rule after rule."""
        if self._recent.get("subject") is not subject:
            self._recent.clear()
            self._recent["subject"] = subject
        if what not in self._recent:
            self._recent[what] = find(subject)
        return self._recent[what]

    def is_decided(self, subject: object) -> bool:
        """Whether `subject` is a record with an approved honour; other things have no stage."""
        return isinstance(subject, Star | Project) and bool(approved(subject.honours))

    def judgements(self, record: Record) -> tuple[Judgement, ...]:
        """Return one judgement for each known notice that the record's honours name, in their order."""
        found = self._judged.get(record.address)
        if found is None:
            found = self._judged[record.address] = self._judgements(record)
        return found

    def _judgements(self, record: Record) -> tuple[Judgement, ...]:
        found: dict[str, Judgement] = {}
        for place, honour in enumerate(record.honours):
            book = self.rulebooks.get(honour.rulebook)
            if book and honour.stage != Stage.REVOKED:
                found[book.id] = judgement_under(book, place, honour, found.get(book.id))
        return tuple(found.values())
