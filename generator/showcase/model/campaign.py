"""The year: 一省一周, a region's activity week, events, 公示, official lists."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from showcase.model.days import MaybeDay, Month, Move
from showcase.model.parts import (
    Consent,
    Count,
    Honour,
    OfficeContact,
    Photo,
    PressReport,
    ProgrammeItem,
    Video,
    Voice,
)
from showcase.model.source import NOWHERE, Source
from showcase.model.terms import EventKind, Level, WeekStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A year's 全民终身学习活动周: theme ("" while it is not known), first and last day, national opening."""

    year: int
    theme: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    opening_date: datetime.date | None = None
    opening_place: str = ""
    opening_region: str = ""
    document: str = ""
    source: Source = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityWeek:
    """One region's (or city's) week of a year. Address: weeks/<year>/<region>[.<city>].

    `end` None with a known `start` means the end is not announced; a Month means only that is known.
    `joint` is the other unit of a joint week (省暨市; key `with`); `moved_from` the day it first had;
    `moves` tells each move, the oldest first, where more is known of it than that day.
    """

    year: int
    region: str
    city: str = ""
    start: MaybeDay = None
    end: datetime.date | Month | None = None
    status: WeekStatus = WeekStatus.PLANNED
    theme: str = ""
    subtitle: str = ""
    hosts: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    co_organisers: tuple[str, ...] = ()
    joint: str = ""
    venues: tuple[str, ...] = ()
    live: str = ""
    programme: tuple[ProgrammeItem, ...] = ()
    attendance: tuple[Count, ...] = ()
    highlights: tuple[str, ...] = ()
    press: tuple[PressReport, ...] = ()
    photos: tuple[Photo, ...] = ()
    video: Video | None = None
    next_host: str = ""
    moved_from: MaybeDay = None
    moves: tuple[Move, ...] = ()
    text: tuple[str, ...] = ()
    consent: Consent = field(default_factory=Consent)
    source: Source = field(default=NOWHERE, compare=False, repr=False)

    @property
    def address(self) -> str:
        """Return weeks/2024/henan or weeks/2024/henan.zhengzhou."""
        return f"weeks/{self.year}/{self.region}" + (f".{self.city}" if self.city else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A visit, tour stop, opening, talk or featured activity. Address: events/<year>/<date>-<hint>.

    `end` is the last day of one that lasts longer than a day (an exhibition). A tour is an event of its
    own (kind TOUR) that begins on `date`; its stops name its address in `tour`, and their order is that
    of their days. `status` is CONFIRMED, POSTPONED or CANCELLED; `moved_from` and `moves` are as a week's.
    """

    address: str
    kind: EventKind
    date: datetime.date
    title: str
    end: datetime.date | None = None
    status: WeekStatus = WeekStatus.CONFIRMED
    moved_from: datetime.date | None = None
    moves: tuple[Move, ...] = ()
    time: str = ""
    place: str = ""
    region: str = ""
    records: tuple[str, ...] = ()
    form: str = ""
    how_to_join: str = ""
    tour: str = ""
    office_contact: OfficeContact | None = None
    attendance: tuple[Count, ...] = ()
    voices: tuple[Voice, ...] = ()
    press: tuple[PressReport, ...] = ()
    photos: tuple[Photo, ...] = ()
    text: tuple[str, ...] = ()
    consent: Consent = field(default_factory=Consent)
    source: Source = field(default=NOWHERE, compare=False, repr=False)

    @property
    def last_day(self) -> datetime.date:
        """The last day of the event; an end before its beginning is a mistake that does not count."""
        return max(self.date, self.end or self.date)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of a 公示: name and unit only. `kind`: star | project. `record`: its address or ""."""

    name: str
    unit: str
    kind: str = "star"
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """公示 of a list. Open from `first_day` to `last_day`, both included (Asia/Shanghai).

    `counted` says how the days were counted (calendar | working); `outcome` is the sentence printed
    after the close; `level`, `year`, `region` say which honours it announces.
    """

    address: str
    title: str
    year: int
    level: Level
    first_day: datetime.date
    last_day: datetime.date
    region: str = ""
    counted: str = "calendar"
    candidates: tuple[Candidate, ...] = ()
    office_contact: OfficeContact | None = None
    official_url: str = ""
    document: str = ""
    outcome: str = ""
    text: tuple[str, ...] = ()
    source: Source = field(default=NOWHERE, compare=False, repr=False)

    def is_open_on(self, day: datetime.date) -> bool:
        """Whether names may stand on the page on `day`."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class ListedName:
    """One line of an official list: no more than was published. `kind`: star | project."""

    name: str
    unit: str
    kind: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialList:
    """入选推介名单 as published. Address: lists/<year>-<level>[-<region>]."""

    address: str
    year: int
    level: Level
    region: str
    title: str
    document: str
    names: tuple[ListedName, ...]
    source: Source = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A take-down: an address (record, event, list line …) and its day. No names."""

    address: str
    date: datetime.date
    source: Source = field(default=NOWHERE, compare=False, repr=False)


def approved(honours: tuple[Honour, ...]) -> tuple[Honour, ...]:
    """Return the honours that may be public: approved, with document and date."""
    return tuple(h for h in honours if h.stage == "approved" and h.document and h.date)
