"""One region across the years, by city."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS, Region
from showcase.pages import week_words
from showcase.pages.cards import cards_of, latest_year, record_card
from showcase.pages.heads import head
from showcase.pages.order import years_of
from showcase.pages.region_index import index_page, shown
from showcase.pages.view import View

CARDS_SHOWN = 8
"""So many cards of the newest year stand on a region's page; the rest are one click away."""


class Shelf(NamedTuple):
    """A region's stars or projects: heading, newest cards, and every year's list with its count."""

    title: str
    projects: bool
    cards: Markup
    years: list[tuple[str, str]]


class Place(NamedTuple):
    """A city: its people and its projects, each (name, link)."""

    name: str
    stars: list[tuple[str, str]]
    projects: list[tuple[str, str]]


def region_pages(view: View) -> Iterator[Page]:
    """Yield the index of regions and the page of each that is `shown`, also of those without anything."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in _all(view):
        found[record.address.region].append(record)
    cities = _places(view, found.get(view.site.settings.scope, []))
    yield index_page(view, found, cities)
    for region in shown(view):
        yield _region_page(view, region, found.get(region.slug, []))


def _all(view: View) -> Iterator[Record]:
    yield from view.site.showcase.stars
    yield from view.site.showcase.projects


def _region_page(view: View, region: Region, records: Sequence[Record]) -> Page:
    stars = [record for record in records if isinstance(record, Star)]
    projects = [record for record in records if isinstance(record, Project)]
    address, steps = (
        f"regions/{region.slug}",
        [(ui.sections.regions, view.href("regions/")), (region.short, "")],
    )
    counts = [
        ui.official.stars.format(n=len(stars)) if stars else "",
        ui.official.projects.format(n=len(projects)) if projects else "",
    ]
    counted = "、".join(filter(None, counts))
    description = ui.region.said if counted else ui.region.weeks_only
    description = description.format(name=region.name, counted=counted)
    title = ui.region.title.format(name=region.name)
    shelves = [_shelf(view, ui.sections.stars, stars), _shelf(view, ui.sections.projects, projects)]
    return Page(
        address=address,
        kind="region",
        section="regions",
        title=title,
        description=description,
        main=_region_main(view, region, steps, shelves, _places(view, records), counts=counts),
        head=head(view, address, title, description, steps, og_type="website"),
        noindex=view.site.showcase.preview,
    )


def _region_main(
    view: View,
    region: Region,
    steps: list[tuple[str, str]],
    shelves: list[Shelf | None],
    places: list[Place],
    *,
    counts: list[str],
) -> Markup:
    weeks = _weeks(view, region)
    held = ui.region.weeks.format(n=len(weeks)) if weeks else ""
    return view.templates.render(
        "region.html",
        region=region,
        steps=steps,
        weeks=weeks,
        summary="，".join(filter(None, [*counts, held])),
        near=_near(view, region),
        shelves=shelves,
        places=places,
        kin=_kin(view, region),
    )


def _weeks(view: View, region: Region) -> list[tuple[str, str, str, str]]:
    """Return (year, words, link, standing) of the region's weeks, newest first."""
    return [
        (
            ui.site.year.format(year=week.year),
            f"{week_words.whose(week)}，{week_words.when(week)}"
            if week.city or week.region != region.slug
            else week_words.when(week),
            view.href(week.address),
            "，".join(filter(None, (week_words.state(week, view.site.today).words, week_words.remark(week)))),
        )
        for week in view.site.weeks_of.get(region.slug, ())
    ]


def _shelf(view: View, title: str, records: Sequence[Record]) -> Shelf | None:
    if not records:
        return None
    counts: dict[int, int] = defaultdict(int)
    for year in (year for record in records for year in years_of(record)):
        counts[year] += 1
    first = records[0].address
    newest = sorted(records, key=lambda r: (-latest_year(r), r.address))[:CARDS_SHOWN]
    years = [
        (f"{ui.site.year.format(year=year)}{counts[year]}", view.href(f"{first.kind}/{year}/{first.region}"))
        for year in sorted(counts, reverse=True)
    ]
    cards = cards_of([record_card(view, record) for record in newest], on_top=first.kind == "stars")
    return Shelf(title, first.kind == "projects", cards, years)


def _places(view: View, records: Iterable[Record]) -> list[Place]:
    """Return the cities in code order of their names; nothing when no record names its city."""
    places: dict[str, Place] = {}
    for record in sorted(records, key=lambda r: (r.city, r.address)):
        place = places.setdefault(record.city, Place(record.city or ui.region.no_city, [], []))
        lines = place.stars if isinstance(record, Star) else place.projects
        lines.append((record.name, view.href(record.address)))
    unnamed = places.pop("", None)
    return [*places.values(), *([unnamed] if unnamed and places else [])]


def _kin(view: View, region: Region) -> list[tuple[str, str]]:
    """Return the province of a 计划单列市, or the 计划单列市 of a province."""
    return [
        (other.name, view.href(f"regions/{other.slug}"))
        for other in shown(view)
        if region.slug == other.parent or region.parent == other.slug
    ]


def _near(view: View, region: Region) -> list[tuple[str, str]]:
    """Return the other regions of the group; none on a province's own site."""
    if view.site.settings.scope:
        return []
    others = [other for other in REGIONS.values() if other.group == region.group and other != region]
    return [(other.short, view.href(f"regions/{other.slug}")) for other in others]
