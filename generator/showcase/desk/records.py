"""What lies under an address: its files, whom it names. And the address that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.presets import read_presets
from showcase.content.reading import nearest
from showcase.model.address import parse_record_address
from showcase.model.campaign import ActivityWeek, Announcement, Event, OfficialList
from showcase.model.library import Library
from showcase.model.presets import Presets
from showcase.model.problem import Severity
from showcase.model.records import Project, Star
from showcase.rules.withdrawal import is_address

Thing = Star | Project | ActivityWeek | Event | Announcement | OfficialList

_SUFFIXES = (".md", ".csv")


@dataclass(frozen=True)
class Desk:
    """A root as a command of the office reads it. `broken`: files that could not be read without error."""

    layout: Layout
    library: Library
    presets: Presets
    broken: frozenset[str]

    @property
    def things(self) -> Iterator[Thing]:
        """Everything that has an address of its own."""
        library = self.library
        yield from library.stars
        yield from library.projects
        yield from library.weeks
        yield from library.events
        yield from library.announcements
        yield from library.lists

    def thing(self, address: str) -> Thing | None:
        """Return what lies at `address`; None too when its file cannot be read."""
        return next((thing for thing in self.things if str(thing.address) == address), None)

    def file_of(self, thing: Thing) -> Path:
        """Return the file that `thing` was read from."""
        return self.layout.root / thing.source.file


def open_desk(layout: Layout) -> Desk:
    """Read everything below `layout`."""
    library, problems = read_library(layout)
    presets, _ = read_presets(layout)
    broken = frozenset(problem.file for problem in problems if problem.severity is Severity.ERROR)
    return Desk(layout, library, presets, broken)


def as_address(text: str) -> str:
    """Return the address that somebody typed, copied from a link or completed to a path."""
    return text.strip().strip("/").removeprefix("content/").removeprefix("media/")


def files_at(layout: Layout, address: str) -> tuple[Path, ...]:
    """Return the record files of `address`, readable or not: 012.md, 012-shen.md."""
    if not is_address(address) or "#" in address:
        return ()
    record = parse_record_address(address)
    path = layout.content / address
    if not record:
        return tuple(f for suffix in _SUFFIXES if (f := path.with_name(path.name + suffix)).is_file())
    wanted = re.compile(rf"{re.escape(record.serial)}(?:-[^.]+)?\.md")
    found = path.parent.iterdir() if path.parent.is_dir() else ()
    return tuple(sorted(file for file in found if wanted.fullmatch(file.name)))


def probably_meant(desk: Desk, address: str) -> str:
    """Return the address, known or taken down before, that looks most like `address`, or ""."""
    taken = {withdrawal.address for withdrawal in desk.library.withdrawals}
    return nearest(address, sorted(taken | {str(thing.address) for thing in desk.things}))


def people_of(thing: Thing | None) -> frozenset[tuple[str, str]]:
    """Return the name with each unit that `thing` stands on official lists with."""
    if isinstance(thing, Star):
        return frozenset({(thing.name, thing.unit)})
    if isinstance(thing, Project):
        return frozenset((thing.name, host) for host in thing.hosts)
    return frozenset()
