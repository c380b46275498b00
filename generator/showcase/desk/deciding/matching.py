"""Lines of a list to the records that they mean: name and unit as a reader would call them the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from showcase.content.reading import nearest
from showcase.desk.deciding.name_lists import ListLine
from showcase.desk.records import Desk, as_address, people_of
from showcase.model.folding import searchable
from showcase.model.library import Library
from showcase.model.problem import Problem, Severity
from showcase.model.records import Project, Record, Star

_MOST_NAMED = 3


@dataclass(frozen=True)
class Held:
    """A record, and the desk (of the site, or of the private folder) that it lies on."""

    record: Record
    desk: Desk

    @property
    def shown(self) -> str:
        """Name, unit and address, as sentences name the record."""
        unit = "、".join(units_of(self.record))
        return f"{self.record.name}，{unit}（{self.record.address}）" if unit else str(self.record.address)


@dataclass
class Matches:
    """Which line means which record, and the problems of the lines that mean none or more than one."""

    found: list[tuple[ListLine, Held]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


Fits = Callable[[Record], bool]
"""Whether a record has an honour that the list can be about: tells namesakes of other years apart."""


def units_of(record: Record) -> tuple[str, ...]:
    """Return a star's unit, a project's hosts."""
    return record.hosts if isinstance(record, Project) else tuple(filter(None, [record.unit]))


def match(
    file: str,
    lines: Sequence[ListLine],
    desks: Sequence[Desk],
    fits: Fits,
    half_done: frozenset[str] = frozenset(),
) -> Matches:
    """Return what `lines` of `file` mean among the records of all `desks` (the site's first).

    `half_done`: addresses of records of the site whose drafts still lie there; a name means the draft.
    """
    matcher = _Matcher(file, desks, fits, half_done)
    for line in lines:
        matcher.take(line)
    return matcher.matches


def problem_at(file: str, line: ListLine, message: str, fix: str) -> Problem:
    """Return a problem of one line, with its table and row."""
    where = f"{line.where}第 {line.row} 行：{line.shown}：{message}"
    return Problem("decide-list", Severity.ERROR, file, line.row, 1, where, "", fix)


class _Matcher:
    def __init__(self, file: str, desks: Sequence[Desk], fits: Fits, half_done: frozenset[str]) -> None:
        self._file, self._fits = file, fits
        self._units = _aliases(desks[0].library)
        self._withdrawn = {w.address for w in desks[0].library.withdrawals}
        self._by_name: dict[str, list[Held]] = {}
        self._by_address: dict[str, Held] = {}
        self._lines: dict[str, ListLine] = {}
        self.matches = Matches()
        for desk in desks:
            records: tuple[Record, ...] = (*desk.library.stars, *desk.library.projects)
            for held in (Held(record, desk) for record in records):
                self._by_address.setdefault(str(held.record.address), held)
                if desk is not desks[0] or str(held.record.address) not in half_done:
                    self._by_name.setdefault(searchable(held.record.name), []).append(held)

    def take(self, line: ListLine) -> None:
        """Find what a line means, or say why that cannot be known."""
        found = self._meant(line)
        if len(found) != 1:
            self._refuse(line, *(self._many(found) if found else self._none(line)))
            return
        held = found[0]
        address = str(held.record.address)
        if address in self._withdrawn:
            self._refuse(line, f"{address} 已经撤下", "从名单里删去这一行；撤下的不能再推介")
        elif address in self._lines:
            before = self._lines[address]
            said = f"与{before.where}第 {before.row} 行是同一份资料（{address}）"
            self._refuse(line, said, "名单里一个人、一个项目只写一行")
        else:
            self._lines[address] = line
            self.matches.found.append((line, held))

    def _refuse(self, line: ListLine, message: str, fix: str) -> None:
        self.matches.problems.append(problem_at(self._file, line, message, fix))

    def _meant(self, line: ListLine) -> list[Held]:
        if line.address:
            held = self._by_address.get(as_address(line.address))
            return [held] if held and self._is_named(held, line) else []
        named = [held for held in self._by_name.get(searchable(line.name), ()) if _is_kind(held, line.kind)]
        found = [held for held in named if not line.units or self._keys(line.units) & self._own(held)]
        for narrower in (self._recommended(found, line), [h for h in found if self._fits(h.record)]):
            found = narrower if len(found) > 1 and narrower else found
        return found

    def _is_named(self, held: Held, line: ListLine) -> bool:
        return not line.name or searchable(line.name) == searchable(held.record.name)

    def _recommended(self, found: list[Held], line: ListLine) -> list[Held]:
        wanted = self._keys([line.nominated_by])
        return [held for held in found if line.nominated_by and wanted & self._keys(held.record.nominated_by)]

    def _keys(self, units: Sequence[str]) -> frozenset[str]:
        folded = (searchable(unit) for unit in units)
        return frozenset(self._units.get(key, key) for key in folded)

    def _own(self, held: Held) -> frozenset[str]:
        return self._keys([*units_of(held.record), *(unit for _, unit in people_of(held.record))])

    def _many(self, found: list[Held]) -> tuple[str, str]:
        shown = "；".join(held.shown for held in found[:_MOST_NAMED])
        return f"有 {len(found)} 份资料都对得上：{shown}", "加一列“编号”，写资料的地址"

    def _none(self, line: ListLine) -> tuple[str, str]:
        same = self._by_name.get(searchable(line.name), [])
        if held := self._by_address.get(as_address(line.address)) if line.address else None:
            return f"编号是 {held.shown}，姓名不同", "改正姓名或编号"
        if same:
            shown = "；".join(held.shown for held in same[:_MOST_NAMED])
            return f"姓名对得上，单位或类别对不上：{shown}", "改正名单，或加一列“编号”写资料的地址"
        if as_address(line.address) in self._withdrawn:
            return "已经撤下", "从名单里删去这一行；撤下的不能再推介"
        key = nearest(searchable(line.name), sorted(self._by_name)) if line.name else ""
        if key:
            of_unit = [held for held in self._by_name[key] if self._keys(line.units) & self._own(held)]
            near = (of_unit or self._by_name[key])[0]
            return f"没有这份资料，相近的有 {near.shown}", "核对姓名；用字不同的，改成一样的"
        return "没有这份资料", "核对姓名和单位；已经撤下的从名单里删去，还没有收的先收材料（showcase intake）"


def _is_kind(held: Held, kind: str) -> bool:
    return not kind or isinstance(held.record, Star) == (kind == "star")


def _aliases(library: Library) -> dict[str, str]:
    """Return the folded name of a body by each of its folded aliases."""
    return dict(_pairs(library))


def _pairs(library: Library) -> Iterator[tuple[str, str]]:
    for body in library.bodies:
        for alias in body.aliases:
            yield searchable(alias), searchable(body.name)
