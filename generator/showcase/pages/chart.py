"""参与学习人数 by year as tables whose bars draw the number beside them: one table for 人, one for 人次."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.parts import Learners
from showcase.model.terms import MODE_NAMES, UNIT_NAMES, CountUnit, Mode


class Bar(NamedTuple):
    """One row: year, length and online share in percent, the number in words; `newest` is drawn red."""

    year: int
    length: str
    online: str
    words: str
    newest: bool


class Chart(NamedTuple):
    """One table: its caption and its rows, oldest year first."""

    caption: str
    bars: list[Bar]


def charts(learners: Iterable[Learners]) -> list[Chart]:
    """Return one chart a unit, 人 before 人次; the two are never added and never compared."""
    units: dict[CountUnit, list[Learners]] = defaultdict(list)
    for entry in learners:
        units[entry.count.unit].append(entry)
    return [_chart(unit, units[unit]) for unit in CountUnit if units[unit]]


def _chart(unit: CountUnit, entries: list[Learners]) -> Chart:
    years: dict[int, dict[Mode, int]] = defaultdict(dict)
    for entry in entries:
        years[entry.year][entry.count.mode] = entry.count.value
    most = max(entry.count.value for entry in entries) or 1
    newest = max(years)
    bars = [
        Bar(year, f"{value / most * 100:.1f}", f"{online:.0f}", words, year == newest)
        for year in sorted(years)
        for value, online, words in _rows(years[year], UNIT_NAMES[unit])
    ]
    hatched = ui.chart.hatched if any(Mode.ONLINE in modes for modes in years.values()) else ""
    return Chart(ui.chart.caption.format(unit=UNIT_NAMES[unit], hatched=hatched), bars)


def _rows(modes: dict[Mode, int], unit: str) -> list[tuple[int, float, str]]:
    """Return (value, online percent, words) of a year: a total with its online part, or each mode alone."""
    total, online = modes.get(Mode.BOTH), modes.get(Mode.ONLINE, 0)
    if total is not None and Mode.ONSITE not in modes and online <= total:
        words = f"{total:,}{unit}" + (ui.chart.online.format(n=f"{online:,}") if online else "")
        return [(total, online / total * 100 if total else 0, words)]
    return [
        (modes[mode], 100 if mode is Mode.ONLINE else 0, f"{MODE_NAMES[mode]}{modes[mode]:,}{unit}")
        for mode in Mode
        if mode in modes
    ]
