"""Take an address and a person out of what others wrote: related, events, 公示, official lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from showcase.check.takedowns import line_mark
from showcase.content.values import with_middle_dots
from showcase.content.writing import without_items
from showcase.content.writing_lists import without_lines
from showcase.desk.records import Desk, Thing
from showcase.model.campaign import Announcement, Event, OfficialList
from showcase.model.records import Project, Star

People = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Unlisting:
    """What is to be changed in the file of `thing`, the marks that go with it, and the words to people."""

    thing: Thing
    edit: Callable[[str], str]
    said: str
    marks: tuple[str, ...] = ()


def unlistings(desk: Desk, address: str, people: People) -> Iterator[Unlisting]:
    """Yield what the take-down of `address`, which names `people`, asks of every other file."""
    for thing in desk.things:
        if str(thing.address) != address and (found := _unlisting(thing, address, people)):
            yield found


def _unlisting(thing: Thing, address: str, people: People) -> Unlisting | None:
    if isinstance(thing, Announcement | OfficialList):
        return lines_out(thing, address, people)
    key = {Star: "related", Project: "related", Event: "records"}.get(type(thing), "")
    if not key or address not in getattr(thing, key):
        return None
    return Unlisting(thing, lambda text: without_items(text, key, address.__eq__), f"去掉 {key} 里的这个地址")


def lines_out(thing: Announcement | OfficialList, address: str, people: People) -> Unlisting | None:
    """Return how the lines of `people` (and of the record at `address`) leave a list or a 公示."""
    wanted = frozenset(line_mark(thing.address, *person) for person in people)
    lines = thing.candidates if isinstance(thing, Announcement) else thing.names
    marked = [(line, line_mark(thing.address, line.name, line.unit)) for line in lines]
    gone = [mark for line, mark in marked if mark in wanted or (address and _record(line) == address)]
    if not gone:
        return None
    marks = frozenset(gone)

    def is_gone(name: str, unit: str) -> bool:
        return line_mark(thing.address, name, unit) in marks

    said = f"去掉名单里的 {len(gone)} 行，withdrawn.yml 里留标记，以后重新导入也不会再显示"
    return Unlisting(thing, _edit(thing, is_gone), said, tuple(dict.fromkeys(gone)))


def _record(line: object) -> str:
    return str(getattr(line, "record", ""))


def _edit(thing: Thing, is_gone: Callable[[str, str], bool]) -> Callable[[str], str]:
    if isinstance(thing, OfficialList):
        return lambda text: without_lines(text, is_gone)

    def unwanted(candidate: Any) -> bool:  # noqa: ANN401 - a line of the list as it was written
        name, unit = (str(candidate.get(key, "")).strip() for key in ("name", "unit"))
        return is_gone(with_middle_dots(name), unit)

    return lambda text: without_items(text, "candidates", unwanted)
