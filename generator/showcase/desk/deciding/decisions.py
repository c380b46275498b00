"""A decided list to what it changes: stages, serials, names of files, where records and their media lie.

Everything is planned before a byte is written, so a dry run is the plan without the doing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from showcase.content.writing import CannotEdit, edited
from showcase.content.writing_items import with_item_values
from showcase.desk.deciding.fit_for_public import private_in, unclean_in
from showcase.desk.deciding.matching import Held, match, problem_at
from showcase.desk.deciding.name_lists import ListLine
from showcase.desk.deciding.serials import Serials
from showcase.desk.deciding.stages import Decision, NotPossible, place_in, refuse_early
from showcase.desk.deciding.unfinished import half_done
from showcase.desk.records import Desk
from showcase.media.storing.changes import Changes, leftovers
from showcase.model.address import RecordAddress
from showcase.model.problem import Problem
from showcase.model.records import Record
from showcase.model.terms import STAGE_NAMES, Stage

_TEXTS = frozenset((".md", ".yml", ".csv"))


@dataclass
class Plan:
    """What a list changes: told line by line, the problems of lines, lines that were carried out before."""

    changes: Changes
    done: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    already: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class DecidedList:
    """A list's file, its lines, and what was decided on them."""

    file: str
    lines: Sequence[ListLine]
    decision: Decision


def plan_decision(decided: DecidedList, desks: Sequence[Desk]) -> Plan:
    """Return what a decided list changes. `desks`: the site's, then the private folder's, if any."""
    return _Planning(decided, desks).plan()


class _Planning:
    def __init__(self, decided: DecidedList, desks: Sequence[Desk]) -> None:
        self._decided, self._desks, self._site = decided, desks, desks[0]
        self._serials = Serials(desks)
        self._announced = tuple(a for desk in desks for a in desk.library.announcements)
        self._written: dict[Path, bytes] = {}
        self._removed: list[Path] = []
        self._moved: dict[Path, Path] = {}
        self._renamed: dict[str, str] = {}
        self._half_done: dict[str, Record] = {}
        self._plan = Plan(Changes({}, ()))

    def plan(self) -> Plan:
        """Match the lines, move what they mean, then let everything that names a draft name its serial."""
        file, lines = self._decided.file, self._decided.lines
        if self._decided.decision.stage == Stage.APPROVED:
            self._half_done = half_done(self._desks, self._decided_text)
        done = frozenset(str(record.address) for record in self._half_done.values())
        matches = match(file, lines, self._desks, self._decided.decision.fits, done)
        self._plan.problems = matches.problems
        for line, held in matches.found:
            try:
                self._take(held)
            except NotPossible as refused:
                self._plan.problems.append(problem_at(file, line, *refused.args))
        self._plan.problems.sort(key=lambda problem: (problem.line, problem.message))
        if self._renamed:
            self._rename()
        left = [path for desk in self._desks for path in leftovers(desk.layout)]
        self._plan.changes = Changes(self._written, (*self._removed, *left), self._moved)
        return self._plan

    def _take(self, held: Held) -> None:
        """Plan one record; raises NotPossible before anything of it is planned."""
        decision, record = self._decided.decision, held.record
        place = place_in(record, decision)
        if place is None:
            self._plan.already.append(held.shown)
            return
        refuse_early(record, place, decision, self._announced)
        before, now = STAGE_NAMES[record.honours[place].stage], STAGE_NAMES[decision.stage]
        source = held.desk.file_of(record)
        data = self._text(source, place)
        said = f"{held.shown}：{before} → {now}"
        if decision.stage == Stage.APPROVED and (record.address.is_draft or held.desk is not self._site):
            address, target = self._settle(held, data)
            said += f"，编号 {address}，文件 {self._site.layout.name_of(target)}"
            self._written[target] = data
        else:
            self._written[source] = data
        self._plan.done.append(said)

    def _decided_text(self, desk: Desk, record: Record) -> bytes | None:
        """Return the file of a record as the decision leaves it, None where it is not about it."""
        try:
            place = place_in(record, self._decided.decision)
            return None if place is None else self._text(desk.file_of(record), place)
        except NotPossible:
            return None

    def _text(self, source: Path, place: int) -> bytes:
        decision = self._decided.decision
        values = {
            "stage": str(decision.stage),
            "document": decision.document,
            "date": decision.date.isoformat(),
        }
        try:
            return edited(source.read_bytes(), lambda text: with_item_values(text, "honours", place, values))
        except CannotEdit:
            said = f"{source.name} 的 honours 写法程序改不了"
            raise NotPossible(said, "先用 showcase check 检查，把这一段改成一项一行") from None

    def _settle(self, held: Held, data: bytes) -> tuple[RecordAddress, Path]:
        """Give a record its place in the site: serial, file, media. Only what is fit for it moves there."""
        record, layout = held.record, held.desk.layout
        source, media = held.desk.file_of(record), layout.media / str(record.address)
        found = [*private_in(data), *unclean_in(media)] if held.desk is not self._site else []
        if found:
            raise NotPossible("、".join(found) + "，不能移进仓库", "在私有文件夹里改好再来")
        before = self._half_done.get(str(record.address))
        given = before.address if before else record.address
        address = self._serials.next(given) if given.is_draft else given
        hint = source.stem.removeprefix(record.address.serial)
        target = self._site.layout.content / f"{address}{hint}.md"
        place = self._site.layout.media / str(address)
        there = [path for path in (target, *([place] if media.is_dir() else ())) if path.exists()]
        if any(path == place or before is None for path in there):
            where = "、".join(self._site.layout.name_of(path) for path in there)
            raise NotPossible(
                f"{address} 已经有 {where}", "看清它是谁的：没有移完的，删去再来；别人的，先改编号"
            )
        if media.is_dir():
            self._moved[media] = place
        self._removed.append(source)
        self._renamed[str(record.address)] = str(address)
        return address, target

    def _rename(self) -> None:
        """Write serials wherever a draft's address stands: 公示, events, `related`, waivers."""
        for path in (*self._written, *self._naming()):
            data = self._written[path] if path in self._written else path.read_bytes()
            new = data
            for before, after in self._renamed.items():
                new = new.replace(before.encode(), after.encode())
            if new != data:
                self._written[path] = new

    def _naming(self) -> Iterator[Path]:
        """Yield the other texts of the site and the private folder, those that go left out."""
        going = {*self._removed, *self._written}
        for desk in self._desks:
            for path in sorted(desk.layout.content.rglob("*")):
                if path.suffix in _TEXTS and path.is_file() and path not in going:
                    yield path
