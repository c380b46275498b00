"""Who was recognised or nominated before: one index over all records and official lists of a check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from showcase.model.campaign import OfficialList
from showcase.model.library import Library
from showcase.model.records import Project, Record, Star
from showcase.model.terms import LEVEL_NAMES, Level, Stage
from showcase.rules.identity import (
    Likeness,
    Place,
    alike,
    person_key,
    place_of,
    project_key,
    province,
    same_place,
    same_unit,
)

_CAMPAIGN = ("学习之星", "品牌项目")


@dataclass(frozen=True, slots=True)
class Recognition:
    """One honour of a record, or one line of a list. `campaign`: as a star or brand project."""

    year: int
    level: Level
    title: str
    decided: bool
    campaign: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something known before, and what for. `where` is a record's or a list's address."""

    where: str
    name: str
    key: str
    units: tuple[str, ...]
    region: str
    recognitions: tuple[Recognition, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The units taken apart."""
        return tuple(map(place_of, self.units))


@dataclass(frozen=True, slots=True)
class Match:
    """A recognition that probably is of the one who is judged."""

    likeness: Likeness
    known: Known
    recognition: Recognition

    @property
    def words(self) -> str:
        """What an editor reads: 2023 年省级“…”（lists/2023-provincial-henan）."""
        level = LEVEL_NAMES[self.recognition.level]
        said = f"{self.recognition.year} 年{level}{self.recognition.title}"
        return f"{said}（{self.known.name}，{self.known.where}）"


class Earlier:
    """The index. Built once for a check: asking it costs one look-up, and a comparison only on a hit."""

    def __init__(self, library: Library) -> None:
        self._people: dict[str, list[Known]] = defaultdict(list)
        self._projects: dict[str, list[Known]] = defaultdict(list)
        self._own: dict[str, Known] = {}
        for known, is_star in (*_recorded(library), *_listed(library)):
            self._own.setdefault(known.where, known)
            if is_star:
                self._people[known.key].append(known)
            else:
                for bucket in dict.fromkeys((known.key, *_whereabouts(known))):
                    self._projects[bucket].append(known)

    def matches(self, record: Record) -> tuple[Match, ...]:
        """Return what the one in `record` was recognised or nominated for, this record's own included."""
        own = self._own[str(record.address)]
        is_star = isinstance(record, Star)
        judge = _person if is_star else _project
        return tuple(
            Match(likeness, known, recognition)
            for known in (self._people[own.key] if is_star else self._near(own))
            if (likeness := Likeness.SURE if known is own else judge(own, known))
            for recognition in known.recognitions
        )

    def _near(self, own: Known) -> list[Known]:
        """Return the projects of the same name or whereabouts, each once."""
        buckets = (self._projects[bucket] for bucket in (own.key, *_whereabouts(own)))
        return list({id(known): known for bucket in buckets for known in bucket}.values())


def _whereabouts(known: Known) -> tuple[str, ...]:
    """Return where near-equal names are looked for: the places, or else the units, of the hosts."""
    return tuple(dict.fromkeys(f"@{place.last or place.rest}" for place in known.places))


def _person(one: Known, other: Known) -> Likeness:
    """Weigh two persons of one name: unit, place, region, and whether the name is a short one.

    A region that a national list does not say may be the same one: then the name decides, as within
    one region.
    """
    if _is_elsewhere(one, other):
        return Likeness.OTHER
    pairs = [(a, b) for a in one.places for b in other.places]
    if any(same_unit(a, b) for a, b in pairs):
        return Likeness.SURE
    rare = len(one.key) > 2
    if any(same_place(a, b) for a, b in pairs):
        return Likeness.SURE if rare else Likeness.MAYBE
    return Likeness.MAYBE if rare else Likeness.OTHER


def _project(one: Known, other: Known) -> Likeness:
    """Weigh two projects: an equal name with host or place, or a near-equal one with them."""
    if _is_elsewhere(one, other):
        return Likeness.OTHER
    pairs = [(a, b) for a in one.places for b in other.places]
    host, place = any(same_unit(a, b) for a, b in pairs), any(same_place(a, b) for a, b in pairs)
    if one.key == other.key:
        if host or (place and len(one.key) > 5):
            return Likeness.SURE
        return Likeness.MAYBE if place or len(one.key) > 4 else Likeness.OTHER
    near = (host or place) and alike(one.key, other.key, same_host=host)
    return Likeness.MAYBE if near else Likeness.OTHER


def _is_elsewhere(one: Known, other: Known) -> bool:
    return bool(one.region and other.region) and one.region != other.region


def _recorded(library: Library) -> Iterator[tuple[Known, bool]]:
    """Yield everybody who has a record, with whether it is a person."""
    for star in library.stars:
        yield _of_record(star, person_key(star.name), (star.unit,)), True
    for project in library.projects:
        hosts = project.hosts + project.organisers
        yield _of_record(project, project_key(project.name, hosts), hosts), False


def _listed(library: Library) -> Iterator[tuple[Known, bool]]:
    """Yield every line of the official lists, with whether it is a person."""
    for names in library.lists:
        said = Recognition(names.year, names.level, names.title, decided=True, campaign=True)
        for line in names.names:
            is_star, units = line.kind == "star", (line.unit,) if line.unit else ()
            key = person_key(line.name) if is_star else project_key(line.name, units)
            region = province(names.region) or next((place_of(unit).region for unit in units), "")
            yield Known(names.address, line.name, key, units, region, (said,)), is_star


def names_on(names: OfficialList) -> frozenset[tuple[bool, str]]:
    """Return who stands on a list: (is a person, key)."""
    lines = ((line.kind == "star", line) for line in names.names)
    return frozenset(
        (is_star, person_key(line.name) if is_star else project_key(line.name, (line.unit,)))
        for is_star, line in lines
    )


def _of_record(record: Star | Project, key: str, units: tuple[str, ...]) -> Known:
    recognitions = tuple(
        Recognition(
            honour.year,
            honour.level,
            honour.title,
            decided=honour.stage == Stage.APPROVED,
            campaign=bool(honour.rulebook) or any(word in honour.title for word in _CAMPAIGN),
        )
        for honour in record.honours
        if honour.stage != Stage.REVOKED
    )
    region = province(record.address.region)
    return Known(str(record.address), record.name, key, tuple(filter(None, units)), region, recognitions)
