"""Lists of stars and of projects: all, by year of honour, by year and region; in pages of 48."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model.address import RecordAddress
from showcase.model.artefact import Page
from showcase.model.facets import Traits, traits_of
from showcase.model.records import Project, Star
from showcase.model.regions import REGIONS
from showcase.pages import facets
from showcase.pages.cards import cards_of, record_card
from showcase.pages.collection import PROJECTS, STARS, Collection
from showcase.pages.facets import Facet
from showcase.pages.heads import head
from showcase.pages.order import by_turns, newest_first, turn_of, years_of
from showcase.pages.paging import Sheet, pager, sheets
from showcase.pages.roll import roll
from showcase.pages.view import View

R = TypeVar("R", Star, Project)


@dataclass(frozen=True)
class Listing(Generic[R]):
    """One list before it is cut into pages. `named`: its first page ends with the roll of names.

    `heading` is in pieces, between which a line may end first.
    """

    address: str
    heading: tuple[str, ...]
    note: str
    path: list[tuple[str, str]]
    records: Sequence[R]
    facets: list[Facet]
    chosen: list[tuple[str, str]] = field(default_factory=list)
    named: bool = False

    @property
    def title(self) -> str:
        """The heading in one piece."""
        return "".join(self.heading)


def list_pages(view: View) -> Iterator[Page]:
    """Yield every page of every list of stars and of projects."""
    showcase = view.site.showcase
    yield from _collection_pages(Lists(view, STARS, showcase.stars))
    yield from _collection_pages(Lists(view, PROJECTS, showcase.projects))


class Lists(Generic[R]):
    """All records of one kind, by year, and the lists made of them."""

    def __init__(self, view: View, kind: Collection, records: Sequence[R]) -> None:
        """Sort `records` into the years that list them."""
        self.view, self.kind = view, kind
        self.records: Sequence[R] = records
        self.home = view.href(f"{kind.section}/")
        self.turn = turn_of(view.site)
        self.traits: dict[RecordAddress, Traits] = {
            record.address: traits_of(record, view.site.shelf) for record in records
        }
        self.by_year: dict[int, list[R]] = defaultdict(list)
        self.by_region: dict[int, dict[str, list[R]]] = defaultdict(lambda: defaultdict(list))
        for record in sorted(records, key=lambda r: r.address):
            for year in years_of(record):
                self.by_year[year].append(record)
                self.by_region[year][record.address.region].append(record)

    def everything(self) -> Listing[R]:
        """Return the list of all, newest first."""
        view, section = self.view, self.kind.section
        narrowing = [
            self._years(None),
            facets.regions(view, facets.region_counts(self.records), "regions"),
            *self._searches(self.records),
        ]
        ordered = newest_first(self.records, self.turn)
        note = ui.list.newest_first
        return Listing(f"{section}/", (self.kind.title,), note, [(self.kind.label, "")], ordered, narrowing)

    def of_year(self, year: int) -> Listing[R]:
        """Return the list of everyone with an honour of `year`, the regions taking turns."""
        return Listing(
            f"{self.kind.section}/{year}",
            (ui.site.year.format(year=year), self.kind.title),
            ui.list.by_turns,
            [(self.kind.label, self.home), (str(year), "")],
            by_turns(self.by_year[year], self.turn),
            [self._years(year), self._regions(year), *self._searches(self.by_year[year], str(year))],
            [(str(year), self.home)],
            named=True,
        )

    def of_region(self, year: int, slug: str) -> Listing[R]:
        """Return one region's part of a year, in order of address."""
        region, above = REGIONS[slug], f"{self.kind.section}/{year}"
        year_href = self.view.href(above)
        return Listing(
            f"{above}/{slug}",
            (region.name, ui.site.year.format(year=year), self.kind.title),
            "",
            [(self.kind.label, self.home), (str(year), year_href), (region.short, "")],
            self.by_region[year][slug],
            [
                self._years(year, slug),
                self._regions(year, slug),
                *self._searches(self.by_region[year][slug], str(year), slug),
            ],
            [(str(year), self.view.href(f"regions/{slug}")), (region.short, year_href)],
        )

    def _searches(self, records: Sequence[R], year: str = "", slug: str = "") -> list[Facet]:
        traits = [self.traits[record.address] for record in records]
        return facets.searches(self.view, traits, {"kind": self.kind.section, "year": year, "region": slug})

    def _years(self, here: int | None, slug: str = "") -> Facet:
        counts = {
            year: len(self.by_region[year].get(slug, ()) if slug else found)
            for year, found in self.by_year.items()
        }
        return facets.years(self.view, self.kind.section, counts, here, slug)

    def _regions(self, year: int, here: str = "") -> Facet:
        counts = {slug: len(found) for slug, found in self.by_region[year].items()}
        return facets.regions(self.view, counts, f"{self.kind.section}/{year}", here)


def _collection_pages(lists: Lists[R]) -> Iterator[Page]:
    yield from _cut(lists, lists.everything())
    for year in sorted(lists.by_year, reverse=True):
        yield from _cut(lists, lists.of_year(year))
        for slug in lists.by_region[year]:
            yield from _cut(lists, lists.of_region(year, slug))


def _cut(lists: Lists[R], listing: Listing[R]) -> Iterator[Page]:
    for sheet in sheets(listing.address, listing.records):
        yield _page(lists.view, lists.kind, listing, sheet)


def _page(view: View, kind: Collection, listing: Listing[R], sheet: Sheet[R]) -> Page:
    title = f"{listing.title}　{ui.site.page.format(n=sheet.number)}" if sheet.number > 1 else listing.title
    description = ui.list.about.format(title=listing.title, n=len(listing.records), unit=kind.unit)
    steps = _path(view, listing, sheet)
    return Page(
        address=sheet.address,
        kind="list",
        section=kind.section,
        title=title,
        description=description,
        main=_main(view, kind, listing, sheet, steps),
        head=head(view, sheet.address, title, description, steps, og_type="website"),
        noindex=view.site.showcase.preview,
    )


def _path(view: View, listing: Listing[R], sheet: Sheet[R]) -> list[tuple[str, str]]:
    if sheet.number == 1:
        return listing.path
    *above, (words, _) = listing.path
    return [*above, (words, view.href(listing.address)), (ui.site.page.format(n=sheet.number), "")]


def _main(
    view: View, kind: Collection, listing: Listing[R], sheet: Sheet[R], path: list[tuple[str, str]]
) -> Markup:
    is_first = sheet.number == 1
    return view.templates.render(
        "list.html",
        listing=listing,
        kind=kind,
        path_steps=path,
        sheet=sheet,
        cards=cards_of([record_card(view, record) for record in sheet.items], on_top=True),
        steps=pager(view, listing.address, sheet.number, sheet.total),
        roll=roll(view, listing.records) if listing.named and is_first else [],
        roll_href="#roll" if is_first else f"{view.href(listing.address)}#roll",
    )
