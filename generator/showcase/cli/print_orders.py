"""What `showcase print` was asked for, as PDFs to make; and what is refused, each with its reason."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from showcase.cards.undrawable import undrawable_names
from showcase.cli.cannot import CannotRun
from showcase.desk.records import as_address
from showcase.model.problem import Problem, Severity
from showcase.model.records import Record
from showcase.sheets.asking import asked_for, records_of_tour, tour_of, tours
from showcase.sheets.formats import SIZES, Sheet, size_of
from showcase.sheets.press import Press
from showcase.sheets.printing import Printed, pdf
from showcase.sheets.wall import wall, years

_PREVIEW_PX = 1600
"""The longer side of a preview."""
_YEAR = re.compile(r"(?:weeks/)?(\d{4})")


@dataclass(frozen=True, slots=True)
class Order:
    """One PDF to make: the name of its file without ending, and how."""

    name: str
    make: Callable[[], Printed]


@dataclass(frozen=True, slots=True)
class Orders:
    """The PDFs to make, and a Chinese sentence for each thing that is not printed."""

    orders: tuple[Order, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True)
class _Desk:
    """What every order of one run shares."""

    press: Press
    problems: Sequence[Problem]
    sheet: Sheet
    size: str
    bleed: bool
    ppi: float

    def records(self, addresses: list[str]) -> tuple[list[Record], list[str]]:
        """Return what may be printed and is without error, and why not of the others."""
        asked = asked_for(self.press, addresses)
        faulty = {problem.file for problem in self.problems if problem.severity is Severity.ERROR}
        faulty |= {problem.file for problem in undrawable_names(self.press.showcase, self.press.fonts)}
        good = [record for record in asked.records if record.source.file not in faulty]
        wrong = [
            f"{record.address}：{record.source.file} 有错误，请先运行 showcase check，照着改好。"
            for record in asked.records
            if record.source.file in faulty
        ]
        return good, [*asked.refused, *wrong]

    def order(self, name: str, records: Sequence[Record]) -> Order:
        how = {"size": self.size, "bleed": self.bleed, "preview_ppi": self.ppi}
        return Order(self._file(name), lambda: pdf(self.sheet, records, self.press, **how))  # type: ignore[arg-type]

    def year(self, number: int) -> Order:
        how = {"size": self.size, "bleed": self.bleed, "preview_ppi": self.ppi}
        return Order(self._file(f"weeks-{number}"), lambda: wall(number, self.press, **how))  # type: ignore[arg-type]

    def _file(self, name: str) -> str:
        return "-".join([name.replace("/", "-"), self.sheet, self.size, *(["bleed"] if self.bleed else [])])


def orders_of(options: argparse.Namespace, press: Press, problems: Sequence[Problem]) -> Orders:
    """Return what was asked for. CannotRun when it cannot be understood."""
    sheet = options.sheet or (Sheet.PANEL if options.tour else Sheet.POSTER)
    try:
        name, size = size_of(sheet, options.size)
    except ValueError:
        known = "、".join(SIZES[sheet])
        raise CannotRun(f"{sheet} 没有 {options.size} 这个尺寸，可写：{known}。") from None
    ppi = _PREVIEW_PX / max(size.wide_mm, size.high_mm) * 25.4 if options.preview else 0
    desk = _Desk(press, problems, sheet, name, options.bleed, ppi)
    if sheet is Sheet.WALL:
        return Orders(tuple(desk.year(year) for year in _years(press, options.records)), ())
    if options.tour:
        return _tour(desk, options.tour)
    return _records(desk, [as_address(text) for text in options.records])


def _years(press: Press, asked: Iterable[str]) -> Iterator[int]:
    there = years(press)
    said = "、".join(map(str, there))
    for text in asked:
        found = _YEAR.fullmatch(as_address(text))
        if not found or int(found[1]) not in there:
            raise CannotRun(f"没有 {text} 这一年的活动周。可写：{said or '（还没有哪一年）'}。")
        yield int(found[1])
    if not asked:
        if not there:
            raise CannotRun("还没有哪一年的活动周。")
        yield there[0]


def _tour(desk: _Desk, named: str) -> Orders:
    tour = tour_of(desk.press, as_address(named)) or tour_of(desk.press, named)
    if not tour:
        known = "；".join(f"{each.address}（{each.title}）" for each in tours(desk.press.showcase))
        raise CannotRun(f"没有“{named}”这条路线。{f'现在有：{known}。' if known else '还没有巡展。'}")
    records, refused = desk.records(records_of_tour(desk.press, tour))
    orders = (desk.order(tour.address, records),) if records else ()
    return Orders(orders, tuple(refused))


def _records(desk: _Desk, addresses: list[str]) -> Orders:
    if not addresses:
        raise CannotRun("请写要印哪一份的地址，例如 showcase print stars/2024/henan/012。")
    records, refused = desk.records(addresses)
    return Orders(tuple(desk.order(str(record.address), [record]) for record in records), tuple(refused))
