"""Two records of one person or project to one: what both say is united, what differs is for people."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from showcase.content.merging import texts_of, with_parts
from showcase.content.new_records import record_text
from showcase.content.writing import composed, front_of, said_by
from showcase.desk.records import Desk, files_at
from showcase.desk.renaming import CannotRename, Plan, links_rewritten, register, renamed
from showcase.media.storing.changes import Changes
from showcase.model.address import parse_record_address

_POINTER = ".pointer"
_OF_HONOUR = ("year", "level", "title")


@dataclass(frozen=True, slots=True)
class Union:
    """A plan to unite two records, and the keys and sections where they say different things."""

    plan: Plan
    conflicts: tuple[str, ...]


@dataclass
class _Uniting:
    """The front matter of both while they are united: lists made anew, keys taken over, conflicts."""

    keep: Mapping[str, Any]
    other: Mapping[str, Any]
    names: Mapping[str, str]
    both: frozenset[str]
    made: dict[str, Any] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def unite(self) -> None:
        """Go through the keys of the one that goes."""
        for key, value in self.other.items():
            mine = self.keep.get(key)
            if key in ("photos", "honours", "consent") and value:
                self._parts(key, mine, value)
            elif not mine:
                self.taken += [key] if value else []
            elif isinstance(value, list) and isinstance(mine, list):
                self._list(key, mine, value)
            elif value != mine:
                self.conflicts.append(key)
        related = self.made.get("related", self.keep.get("related", []))
        if isinstance(related, list) and set(related) & self.both:
            self.made["related"] = [address for address in related if address not in self.both]

    def _list(self, key: str, mine: list[Any], value: list[Any]) -> None:
        more = [item for item in value if item not in mine]
        if more:
            self.made[key] = [*mine, *more]

    def _parts(self, key: str, mine: Any, value: Any) -> None:  # noqa: ANN401 - as the file says it
        if key == "photos":
            more = [{**photo, "file": self.names.get(photo["file"], photo["file"])} for photo in value]
            self.made[key] = [*(mine or []), *more]
        elif key == "honours":
            known = {_honour(each): each for each in mine or []}
            if any(known.get(_honour(each), each) != each for each in value):
                self.conflicts.append(key)
            self._list(key, list(mine or []), [each for each in value if _honour(each) not in known])
        else:
            both = dict(mine or {})
            self.conflicts += [
                f"consent.{asset}" for asset in value if both.get(asset, value[asset]) != value[asset]
            ]
            self.made[key] = {**value, **both}


def _honour(honour: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(honour.get(key) for key in _OF_HONOUR)


def plan_union(desk: Desk, keep: str, other: str, day: datetime.date) -> Union:
    """Return how the record at `other` goes into the one at `keep`, whose words stand where both differ.

    Raises CannotRename when one of them is not there, or they are not two of one kind.
    """
    layout = desk.layout
    files = [_file(desk, address) for address in (keep, other)]
    if keep == other or keep.partition("/")[0] != other.partition("/")[0]:
        raise CannotRename(f"{keep} 和 {other} 不是同一种的两份资料，什么也没有改。")
    first, second = (path.read_text("utf-8-sig") for path in files)
    names = dict(_names(layout.media / keep, layout.media / other))
    said = [said_by(root) for text in (first, second) if (root := composed(front_of(text)))]
    uniting = _Uniting(said[0], said[1], names, frozenset({keep, other}))
    uniting.unite()
    own, theirs = texts_of(first), texts_of(second)
    conflicts = [*uniting.conflicts, *(n for n in theirs if own.get(n, theirs[n]) != theirs[n])]
    text = with_parts(first, record_text(uniting.made, ()), uniting.made)
    text = with_parts(text, second, [*uniting.taken, *(name for name in theirs if name not in own)])
    written = {path: data for path, data in links_rewritten(layout, other, keep) if path not in files}
    told = [f"{layout.name_of(path)}：链接改好" for path in written]
    written |= {files[0]: renamed(text.encode(), other, keep), **register(layout, other, keep, day)}
    moved = {layout.media / other / a: layout.media / keep / b for a, b in names.items()}
    folder = (layout.media / other,) if (layout.media / other).is_dir() else ()
    done = [f"{layout.name_of(files[1])} 并入 {layout.name_of(files[0])}，旧地址转到 {keep}", *told]
    done += [f"{layout.name_of(a)} → {layout.name_of(b)}" for a, b in moved.items()]
    return Union(Plan(Changes(written, (files[1], *folder), moved), tuple(done)), tuple(conflicts))


def _file(desk: Desk, address: str) -> Path:
    files = files_at(desk.layout, address)
    if not parse_record_address(address) or len(files) != 1 or desk.thing(address) is None:
        raise CannotRename(f"没有 {address}，或者它的文件读不懂，什么也没有改。先用 showcase check 检查。")
    return files[0]


def _names(keep: Path, other: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of the folder that goes with its new name: one that is taken gets a number."""
    taken = {path.name.removesuffix(_POINTER) for path in keep.iterdir()} if keep.is_dir() else set()
    for path in sorted(other.iterdir()) if other.is_dir() else ():
        tail = _POINTER if path.name.endswith(_POINTER) else ""
        name = PurePath(path.name.removesuffix(_POINTER))
        names = (f"{name.stem}{f'-{count}' if count > 1 else ''}{name.suffix}" for count in range(1, 1000))
        free = next(each for each in names if each not in taken)
        taken.add(free)
        yield path.name, free + tail
