"""The parts that records are made of: honours, pictures, films, counts, consent."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.model.terms import (
    Asset,
    CountUnit,
    Distinction,
    Level,
    Mode,
    PhotoKind,
    SchoolStage,
    Sensitive,
    Stage,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour:
    """One recommendation of a person or project: by whom, as what, and how far it has come.

    `title` is as printed in its year; `document` and `date` are those of the decision; `rulebook`
    is the id of the notice that judges it ("" when none is known).
    """

    year: int
    level: Level
    title: str
    stage: Stage
    distinction: Distinction | None = None
    rulebook: str = ""
    document: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photograph of a record. `file` lies in media/<address>/; `focus` is (x, y) in percent."""

    file: str
    kind: PhotoKind
    alt: str
    caption: str = ""
    credit: str = ""
    focus: tuple[float, float] | None = None
    minors: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A film: `file` and `captions` (WebVTT or SRT) lie in media/<address>/."""

    file: str
    title: str = ""
    captions: str = ""
    transcript: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio:
    """A prepared sound file (有声版); a machine's voice is labelled. `spoken_by`: person | machine."""

    file: str
    title: str = ""
    spoken_by: str = "person"


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its unit and mode; 人 and 人次, 线上 and 线下 are never added."""

    value: int
    unit: CountUnit
    mode: Mode = Mode.BOTH


@dataclass(frozen=True, slots=True)
class Learners:
    """参与学习人数 of a project in one year."""

    year: int
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """单独同意 for one asset: its day, its end, the number of the paper in the office, what it names.

    `includes` is for the kit's: the assets that may lie in it; () means each that is consented to itself.
    """

    date: datetime.date
    until: datetime.date | None = None
    evidence: str = ""
    covers: tuple[Sensitive, ...] = ()
    includes: tuple[Asset, ...] = ()

    def holds_on(self, day: datetime.date) -> bool:
        """Whether this permission is in force on `day` (the last day included)."""
        return self.date <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Consent:
    """The 单独同意 of a record, asset by asset (PIPL art. 25). An asset not named is not consented to."""

    permissions: Mapping[Asset, Permission] = field(default_factory=dict)

    def holds(self, asset: Asset, day: datetime.date, *names: Sensitive) -> bool:
        """Whether `asset` may be shown on `day` and the paper names all of `names`."""
        given = self.permissions.get(asset)
        return given is not None and given.holds_on(day) and set(names) <= set(given.covers)


@dataclass(frozen=True, slots=True)
class OfficeContact:
    """The only place where a telephone number may stand: an office's."""

    office: str
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A further text of a record below a `## ` heading; `markdown` without raw HTML."""

    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question for discussion, and for which 学段 it is meant."""

    stage: SchoolStage
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """One line of a week's programme."""

    what: str
    date: datetime.date | None = None
    time: str = ""
    place: str = ""
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PressReport:
    """媒体报道: its headline, the paper, station or site, its day, and where it can be read ("" nowhere)."""

    title: str
    outlet: str
    date: datetime.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody in the audience said; `who` is a role (五年级学生), never a child's name."""

    text: str
    who: str = ""
