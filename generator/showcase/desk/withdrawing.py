"""A take-down from request to plan: what is written, what goes, and what people are told.

The plan is made before anything is touched, so a dry run is the plan without the doing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase.check.takedowns import line_mark
from showcase.content.writing import CannotEdit, edited, with_items
from showcase.desk.mentions import mentions
from showcase.desk.records import Desk, as_address, files_at, people_of, probably_meant
from showcase.desk.traces import Traces, cached, traces_of
from showcase.desk.unlisting import Unlisting, lines_out, unlistings
from showcase.media.storing.changes import Changes, leftovers
from showcase.model.address import parse_record_address
from showcase.model.campaign import Announcement, OfficialList

_HEADER = "# 撤下的记录：只写地址和日期，不写姓名\n"


class CannotWithdraw(Exception):  # noqa: N818 - reads as the sentence that it holds
    """Nothing can be taken down as asked; the message is a Chinese sentence with the cure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A take-down: the changes, each told in a line; what is left for people to look at.

    `since` is the day on which the address was taken down before, None when it never was.
    """

    address: str
    changes: Changes
    done: tuple[str, ...]
    by_hand: tuple[str, ...]
    mentions: tuple[str, ...]
    since: datetime.date | None


def plan_withdrawal(desk: Desk, asked: str, day: datetime.date) -> Plan:
    """Return how the record, event, week, 公示 or list at `asked` is taken down. Raises CannotWithdraw."""
    address = as_address(asked)
    since, thing = _since(desk, address), desk.thing(address)
    files = files_at(desk.layout, address)
    if not files and since is None:
        raise CannotWithdraw(_unknown(desk, address))
    traces = traces_of(desk, address)
    folder = desk.layout.media / address
    folders = (folder,) if folder.is_dir() or folder.is_symlink() else ()
    out = tuple(unlistings(desk, address, people_of(thing)))
    name = next((person[0] for person in people_of(thing)), "")
    going = _Going((*leftovers(desk.layout), *traces.derivatives), (*folders, *files))
    sheet = _Sheet(desk, address, name, day, since)
    return sheet.plan(out, going, traces)


def plan_line(desk: Desk, asked: str, person: tuple[str, str], day: datetime.date) -> Plan:
    """Return how one line leaves the list or 公示 at `asked`. Raises CannotWithdraw."""
    address = as_address(asked)
    thing = desk.thing(address)
    if not isinstance(thing, OfficialList | Announcement):
        raise CannotWithdraw(f"{address} 不是推介名单或公示。{_unknown(desk, address)}")
    mark = line_mark(address, *person)
    since = _since(desk, mark)
    out = lines_out(thing, "", frozenset({person}))
    if out is None and since is None:
        raise CannotWithdraw(f"{address} 里没有“{person[0]}，{person[1]}”这一行。{_alike(thing, person[0])}")
    sheet = _Sheet(desk, mark, person[0], day, since)
    return sheet.plan((out,) if out else (), _Going((), ()), Traces(frozenset(), (), ()))


def _since(desk: Desk, address: str) -> datetime.date | None:
    return next((w.date for w in desk.library.withdrawals if w.address == address), None)


def _unknown(desk: Desk, address: str) -> str:
    meant = probably_meant(desk, address)
    nearest = f"是不是想写 {meant}？" if meant else "地址写成 stars/2024/henan/012 的样子。"
    return f"没有找到 {address}，什么也没有撤下。{nearest}"


def _alike(thing: OfficialList | Announcement, name: str) -> str:
    lines = thing.names if isinstance(thing, OfficialList) else thing.candidates
    same = [f"{line.name}，{line.unit}" for line in lines if line.name == name]
    return f"名单里写的是：{'；'.join(same)}。" if same else "请照名单上的写法写姓名和单位。"


@dataclass(frozen=True, slots=True)
class _Going:
    """What is deleted: first what was made, last the record's own, so that a killed run can go on."""

    made: tuple[Path, ...]
    own: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One take-down while its plan is made."""

    desk: Desk
    address: str
    name: str
    day: datetime.date
    since: datetime.date | None

    def plan(self, out: tuple[Unlisting, ...], going: _Going, traces: Traces) -> Plan:
        """Put everything together; the register comes first."""
        written, removed, by_hand = self._edits(out)
        caches = list(cached(self.desk, tuple(self._words(traces))) if going.own or going.made else ())
        register = self._register(mark for each in out for mark in each.marks)
        changed = {**register, **written, **{file: data for file, data in caches if data}}
        gone = (*removed, *(file for file, data in caches if not data), *going.made, *going.own)
        said = [f"记入 {self._names(register)}"] if register else []
        said += [f"{self._names([self.desk.file_of(e.thing)])}：{e.said}" for e in out]
        said += [f"删去 {self._names([path])}" for path in going.own]
        said += [f"删去做好的照片、影片 {len(going.made)} 个文件（没有别人用到）"] if going.made else []
        said += [f"清理 {self._names(file for file, _ in caches)}"] if caches else []
        left = mentions(self.desk.layout, self.address, self.name, changed, gone)
        shared = [f"media/{key} 与它的照片或影片相同，那一份还在，请核对" for key in traces.shared]
        return Plan(
            self.address,
            Changes(changed, gone),
            tuple(said),
            (*by_hand, *shared),
            tuple(dict.fromkeys(left)),
            self.since,
        )

    def _edits(self, out: Iterable[Unlisting]) -> tuple[dict[Path, bytes], list[Path], list[str]]:
        """Return new texts, files with nothing left in them, and what is written too oddly to edit."""
        written: dict[Path, bytes] = {}
        removed: list[Path] = []
        by_hand: list[str] = []
        for each in out:
            path = self.desk.file_of(each.thing)
            try:
                data = edited(path.read_bytes(), each.edit)
            except CannotEdit:
                by_hand.append(
                    f"{self._names([path])} 的写法程序改不了，请手工{each.said.partition('，')[0]}"
                )
                continue
            if data.strip():
                written[path] = data
            else:
                removed.append(path)
        return written, removed, by_hand

    def _register(self, marks: Iterable[str]) -> dict[Path, bytes]:
        """Return withdrawn.yml with the new entries; a draft was never shown and needs none."""
        known = {withdrawal.address for withdrawal in self.desk.library.withdrawals}
        record = parse_record_address(self.address)
        own = [] if record and record.is_draft else [self.address]
        new = [mark for mark in dict.fromkeys([*own, *marks]) if mark not in known]
        if not new:
            return {}
        path = self.desk.layout.content / "withdrawn.yml"
        before = path.read_bytes() if path.is_file() else _HEADER.encode()
        items = [{"address": mark, "date": self.day.isoformat()} for mark in new]
        try:
            return {path: edited(before, lambda text: with_items(text, items))}
        except CannotEdit as error:
            raise CannotWithdraw(
                "content/withdrawn.yml 有写错的地方，请先用 showcase check 改好。"
            ) from error

    def _words(self, traces: Traces) -> Iterator[str]:
        yield self.address
        yield from sorted(traces.hashes)
        if self.name:
            yield self.name

    def _names(self, paths: Iterable[Path]) -> str:
        return "、".join(self.desk.layout.name_of(path) for path in paths)
