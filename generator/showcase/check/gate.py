"""The gate: the only maker of a Showcase, so the only place that decides who may be seen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from showcase.check.forwarding import forwarded
from showcase.check.permitted import (
    permitted_event,
    permitted_kit,
    permitted_record,
    permitted_week,
    without_evidence,
)
from showcase.check.takedowns import Takedowns, notices, takedowns_of
from showcase.model.campaign import (
    ActivityWeek,
    Announcement,
    Candidate,
    Event,
    OfficialList,
    approved,
)
from showcase.model.library import Library, Showcase
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.rulebook import Rulebook
from showcase.model.settings import Settings
from showcase.model.terms import EventKind

R = TypeVar("R", Star, Project)


def open_gate(library: Library, settings: Settings, today: datetime.date, preview: bool = False) -> Showcase:
    """Return what may be seen of `library` on `today`.

    `preview` shows every stage and asset, for a watermarked draft of the site; take-downs hold there
    too, and in a public repository undecided records stay out of it. Order is the library's.
    """
    gate = _Gate(settings, today, preview, takedowns_of(library))
    stars, projects = gate.records(library.stars), gate.records(library.projects)
    seen = _by_address(stars, projects)
    known_stars = tuple(_with_known_relations(star, seen) for star in stars)
    known_projects = tuple(_with_known_relations(project, seen) for project in projects)
    return gate.showcase(library, known_stars, known_projects)


def _by_address(stars: tuple[Star, ...], projects: tuple[Project, ...]) -> dict[str, Record]:
    records: tuple[Record, ...] = (*stars, *projects)
    return {str(record.address): record for record in records}


def _with_known_relations(record: R, seen: dict[str, Record]) -> R:
    return replace(record, related=tuple(address for address in record.related if address in seen))


@dataclass(frozen=True)
class _Gate:
    """The settings, the day and the take-downs that every kind of thing is held against."""

    settings: Settings
    today: datetime.date
    preview: bool
    taken: Takedowns

    def _is_local(self, region: str) -> bool:
        """Whether `region` belongs on a site of this scope; "" is the nation and belongs everywhere."""
        scope = self.settings.scope
        return not scope or region in {"", scope} or (region in REGIONS and REGIONS[region].parent == scope)

    def showcase(self, library: Library, stars: tuple[Star, ...], projects: tuple[Project, ...]) -> Showcase:
        """Return the records that were let through, with everything else that may be seen."""
        seen = _by_address(stars, projects)
        weeks, events = tuple(self.weeks(library.weeks)), tuple(self.events(library.events, seen))
        shown = {*seen, *(week.address for week in weeks), *(event.address for event in events)}
        kits = {} if self.preview else _by_address(self.kits(stars), self.kits(projects))
        return Showcase(
            stars=stars,
            projects=projects,
            campaigns=library.campaigns,
            weeks=weeks,
            events=events,
            announcements=tuple(self.announcements(library.announcements, seen)),
            lists=tuple(self.lists(library.lists)),
            rulebooks=tuple(self.rulebooks(library.rulebooks)),
            withdrawn=notices(library),
            moved=tuple(forwarded(library, shown)),
            synonyms=library.synonyms,
            preview=self.preview,
            by_address=seen,
            kits=kits,
            downloads=frozenset(address for address, record in kits.items() if self._offers(record)),
        )

    def kits(self, records: Iterable[R]) -> tuple[R, ...]:
        """Return those of the records let through that may be given away, as a kit may hold them."""
        return tuple(kept for record in records if (kept := permitted_kit(record, self.today)))

    def _offers(self, record: Record) -> bool:
        return self.settings.kits == "all" or (self.settings.kits == "chosen" and record.public_kit)

    def records(self, records: Iterable[R]) -> tuple[R, ...]:
        local = (r for r in records if self._is_local(r.address.region) and not self.taken.takes(r.address))
        seen = (self._preview_of(r) if self.preview else permitted_record(r, self.today) for r in local)
        return tuple(without_evidence(record) for record in seen if record)

    def _preview_of(self, record: R) -> R | None:
        """Return the record as it is; an undecided one in a public repository gets no preview."""
        undecided = record.address.is_draft or not approved(record.honours)
        return None if undecided and self.settings.repository == "public" else record

    def weeks(self, weeks: Iterable[ActivityWeek]) -> Iterator[ActivityWeek]:
        for week in weeks:
            if self._is_local(week.region) and not self.taken.takes(week.address):
                yield without_evidence(week if self.preview else permitted_week(week, self.today))

    def events(self, events: Iterable[Event], seen: dict[str, Record]) -> Iterator[Event]:
        """Yield the events with those of their records, and that tour, which may be seen too."""
        local = [e for e in events if self._is_local(e.region) and not self.taken.takes(e.address)]
        tours = {event.address for event in local if event.kind is EventKind.TOUR}
        for event in local:
            records = tuple(address for address in event.records if address in seen)
            known = replace(event, records=records, tour=event.tour if event.tour in tours else "")
            yield without_evidence(known if self.preview else permitted_event(known, self.today))

    def announcements(
        self, announcements: Iterable[Announcement], seen: dict[str, Record]
    ) -> Iterator[Announcement]:
        """Yield every 公示 from its first day on; all of it while it is open, then only its outcome."""
        for announcement in announcements:
            if not self._is_local(announcement.region) or self.taken.takes(announcement.address):
                continue
            if self.preview or announcement.first_day <= self.today:
                yield self._announcement(announcement, seen)

    def _announcement(self, announcement: Announcement, seen: dict[str, Record]) -> Announcement:
        is_open = self.preview or announcement.is_open_on(self.today)
        is_closed = self.preview or announcement.last_day < self.today
        return replace(
            announcement,
            candidates=tuple(self._candidates(announcement, seen)) if is_open else (),
            text=announcement.text if is_open else (),
            office_contact=announcement.office_contact if is_open else None,
            outcome=announcement.outcome if is_closed else "",
        )

    def _candidates(self, announcement: Announcement, seen: dict[str, Record]) -> Iterator[Candidate]:
        for one in announcement.candidates:
            if not self.taken.takes_line(announcement.address, one.name, one.unit, one.record):
                yield one if one.record in seen else replace(one, record="")

    def lists(self, lists: Iterable[OfficialList]) -> Iterator[OfficialList]:
        for names in lists:
            if self._is_local(names.region) and not self.taken.takes(names.address):
                kept = (x for x in names.names if not self.taken.takes_line(names.address, x.name, x.unit))
                yield replace(names, names=tuple(kept))

    def rulebooks(self, rulebooks: Iterable[Rulebook]) -> Iterator[Rulebook]:
        for book in rulebooks:
            if not book.regions or any(map(self._is_local, book.regions)):
                yield book
