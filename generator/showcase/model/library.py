"""All records: the Library as editors wrote it, and the Showcase that the public may see.

They are two types on purpose. Pages, search, feeds and calendars accept only a Showcase, which only
the gate (check/gate.py) makes; so nothing undecided can reach them by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from showcase.model.bodies import Body
from showcase.model.campaign import (
    ActivityWeek,
    Announcement,
    Campaign,
    Event,
    OfficialList,
    Withdrawal,
)
from showcase.model.forwarding import MovedAddress
from showcase.model.records import Project, Record, Star
from showcase.model.rulebook import Rulebook
from showcase.model.synonym import Synonym
from showcase.model.waiver import Waiver
from showcase.model.written import WrittenPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything in content/, public or not, each tuple sorted by address."""

    stars: tuple[Star, ...] = ()
    projects: tuple[Project, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    weeks: tuple[ActivityWeek, ...] = ()
    events: tuple[Event, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    lists: tuple[OfficialList, ...] = ()
    rulebooks: tuple[Rulebook, ...] = ()
    bodies: tuple[Body, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    moved: tuple[MovedAddress, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    pages: tuple[WrittenPage, ...] = ()
    synonyms: tuple[Synonym, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Showcase:
    """What may be seen on the day of the build.

    The same records, but only approved honours, only assets with consent, names of a 公示 only while
    it is open. `withdrawn` holds the take-downs: each gets a neutral notice without a name.
    `moved`: old addresses, each with the address in the end, which may be seen.
    `kits` are the records whose kit may be given away, as it may hold them; `downloads` the addresses of
    those whose kit the site offers.
    """

    stars: tuple[Star, ...] = ()
    projects: tuple[Project, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    weeks: tuple[ActivityWeek, ...] = ()
    events: tuple[Event, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    lists: tuple[OfficialList, ...] = ()
    rulebooks: tuple[Rulebook, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    moved: tuple[MovedAddress, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    preview: bool = False
    by_address: Mapping[str, Record] = field(default_factory=dict, compare=False, repr=False)
    kits: Mapping[str, Record] = field(default_factory=dict, compare=False, repr=False)
    downloads: frozenset[str] = frozenset()
