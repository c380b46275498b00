"""Years side by side: when each unit held its week in each of the last years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showcase.model.campaign import ActivityWeek
from showcase.model.regions import GROUPS, ORDER, REGIONS
from showcase.pages import week_words as words
from showcase.pages import year as of_year
from showcase.pages.site import Site

MOST = 5
"""So many years stand side by side; earlier ones have their own pages."""


class YearCell(NamedTuple):
    """One unit in one year: address of the week ("" without one), its time in two parts, 已取消 or ""."""

    address: str
    start: str
    rest: str
    off: str


class UnitRow(NamedTuple):
    """One unit: its name, its page, a cell for each year."""

    name: str
    address: str
    cells: list[YearCell]


class YearsTable(NamedTuple):
    """The years from left to right, and the rows by group (华北 …; "" on a province's own site)."""

    years: list[int]
    groups: list[tuple[str, list[UnitRow]]]


def years_table(site: Site) -> YearsTable | None:
    """Return the table, or None while there are not two years with weeks."""
    weeks = of_year.weeks_of_site(site)
    years = sorted({week.year for week in weeks})[-MOST:]
    if len(years) < 2:
        return None
    scope = site.settings.scope
    by_unit: dict[tuple[str, str], dict[int, ActivityWeek]] = {}
    if not scope:
        by_unit = {(region.slug, ""): {} for region in of_year.missing([])}
    for week in weeks:
        by_unit.setdefault((week.region, week.city), {})[week.year] = week
    rows = [
        (region, _row(region, held, years))
        for (region, city), held in sorted(by_unit.items(), key=lambda unit: (ORDER[unit[0][0]], unit[0][1]))
    ]
    groups = [(name, [row for region, row in rows if REGIONS[region].group == name]) for name in GROUPS]
    found = [(name, group) for name, group in groups if group]
    return YearsTable(years, [("", group) for _, group in found] if scope else found)


def _row(region: str, held: dict[int, ActivityWeek], years: Sequence[int]) -> UnitRow:
    cities = [week for week in held.values() if week.city]
    name = words.city_of(cities[0]) if cities else REGIONS[region].short
    return UnitRow(
        name or REGIONS[region].short, f"regions/{region}", [_cell(held.get(year)) for year in years]
    )


def _cell(week: ActivityWeek | None) -> YearCell:
    if week is None:
        return YearCell("", "", "", "")
    when, start = words.when(week), words.short_day(week.start)
    first = start if start and when.startswith(start) else when
    if when.removeprefix(first).startswith("，"):
        first += "，"  # no line of a narrow column begins with a comma
    return YearCell(week.address, first, when.removeprefix(first), words.off_word(week))
