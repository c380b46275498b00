"""The two kinds of record that the campaign is about: a star and a project."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from showcase.model.address import RecordAddress
from showcase.model.days import Month
from showcase.model.parts import (
    Audio,
    Consent,
    Honour,
    Learners,
    OfficeContact,
    Photo,
    Question,
    Section,
    Video,
)
from showcase.model.source import NOWHERE, Source
from showcase.model.terms import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Star:
    """百姓学习之星: a person who kept learning and helps others learn.

    `showcase_text` is the 宣传展示材料, one string a paragraph, plain text; `pinyin` overrides the
    reading of the name ("shan yu lan"); `city` is the prefecture's name as in GB/T 2260. `host_script`
    (主持词, one string a paragraph) and `questions` stand in kits only; `public_kit`: the site offers
    the kit.
    """

    address: RecordAddress
    name: str
    unit: str = ""
    post: str = ""
    pinyin: str = ""
    city: str = ""
    nominated_by: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    topics: tuple[str, ...] = ()
    quote: str = ""
    showcase_text: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    photos: tuple[Photo, ...] = ()
    video: Video | None = None
    audio: Audio | None = None
    honours: tuple[Honour, ...] = ()
    consent: Consent = field(default_factory=Consent)
    related: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    public_kit: bool = False
    host_script: tuple[str, ...] = ()
    deceased_on: datetime.date | None = None
    source: Source = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """终身学习品牌项目: a project that offers lifelong learning.

    `hosts` 主办, `organisers` 承办, `co_organisers` 协办, each in their fixed order; `started` is a
    day, a month or a year.
    """

    address: RecordAddress
    name: str
    hosts: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    co_organisers: tuple[str, ...] = ()
    city: str = ""
    nominated_by: tuple[str, ...] = ()
    started: datetime.date | Month | int | None = None
    ended: datetime.date | Month | int | None = None
    venue: str = ""
    audience: str = ""
    how_to_join: str = ""
    office_contact: OfficeContact | None = None
    learners: tuple[Learners, ...] = ()
    topics: tuple[str, ...] = ()
    showcase_text: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    photos: tuple[Photo, ...] = ()
    video: Video | None = None
    audio: Audio | None = None
    honours: tuple[Honour, ...] = ()
    consent: Consent = field(default_factory=Consent)
    related: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    public_kit: bool = False
    host_script: tuple[str, ...] = ()
    source: Source = field(default=NOWHERE, compare=False, repr=False)


Record = Star | Project
