"""The records of a year, level and region that a list is about, in an order that people understand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from showcase.content.layout import Layout
from showcase.desk.records import Desk
from showcase.model.parts import Honour
from showcase.model.readings import syllables
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import HONOUR_TITLES, Level, Stage


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list: of a year, a level and (below the national one) a region."""

    year: int
    level: Level
    region: str = ""

    @property
    def place(self) -> str:
        """河南省 for a province's list; "" where the name of the site's owner says it."""
        return REGIONS[self.region].name if self.region and self.level == Level.PROVINCIAL else ""

    @property
    def about(self) -> str:
        """2024年河南省“百姓学习之星”“终身学习品牌项目”: how every title of a list begins."""
        return f"{self.year}年{self.place}" + "".join(f"“{kind}”" for kind in HONOUR_TITLES.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """A record on a list, the honour that it stands there with, and where its media lie."""

    record: Record
    honour: Honour
    layout: Layout

    @property
    def kind(self) -> str:
        """Star | project."""
        return "star" if isinstance(self.record, Star) else "project"

    @property
    def unit(self) -> str:
        """A star's unit, a project's hosts."""
        return "、".join(self.record.hosts) if isinstance(self.record, Project) else self.record.unit


@dataclass(frozen=True, slots=True)
class Drawn:
    """A list that is to be made: what was asked, its entries, and the settings of the site."""

    asked: Asked
    entries: Sequence[Entry]
    settings: Settings

    def of_kind(self, kind: str) -> list[Entry]:
        """Return the entries of one kind."""
        return [entry for entry in self.entries if entry.kind == kind]


def entries_of(desks: Sequence[Desk], asked: Asked, stages: frozenset[Stage]) -> list[Entry]:
    """Return the records whose honour of that year, level and region stands at one of `stages`."""
    taken = {withdrawal.address for desk in desks for withdrawal in desk.library.withdrawals}
    found: list[Entry] = []
    for desk in desks:
        records: tuple[Record, ...] = (*desk.library.stars, *desk.library.projects)
        for record in records:
            is_of = not asked.region or record.address.region == asked.region
            honour = next((h for h in record.honours if _is_asked(h, asked, stages)), None)
            if honour and is_of and str(record.address) not in taken:
                found.append(Entry(record, honour, desk.layout))
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[object, ...]:
    """Stars first, by serial; a draft's address says nothing, so drafts stand by who recommends and name."""
    record, is_star = entry.record, isinstance(entry.record, Star)
    drafted: tuple[object, ...] = ()
    if record.address.is_draft:
        given = record.pinyin if isinstance(record, Star) else ""
        drafted = (record.nominated_by, syllables(record.name, person=is_star, given=given))
    return (not is_star, record.address.is_draft, drafted, str(record.address))


def _is_asked(honour: Honour, asked: Asked, stages: frozenset[Stage]) -> bool:
    return (honour.year, honour.level) == (asked.year, asked.level) and honour.stage in stages
