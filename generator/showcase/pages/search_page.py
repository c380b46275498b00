"""The search page: a form, a place for results, and the plain ways for those without script."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.regions import ORDER, REGIONS
from showcase.pages.heads import framed
from showcase.pages.order import years_of
from showcase.pages.view import View

Ways = list[tuple[int, list[tuple[str, str]]]]


def search_pages(view: View) -> Iterator[Page]:
    """Yield /search/."""
    path = [(ui.sections.search, "")]
    about = ui.find.about
    values = {"star_ways": ways(view, "stars"), "project_ways": ways(view, "projects"), "path": path}
    yield framed(
        view,
        address="search/",
        kind="search",
        section="search",
        title=ui.sections.search,
        description=about,
        main=view.templates.render("search.html", **values),
        path=path,
    )


def ways(view: View, kind: str) -> Ways:
    """Return the lists by year and region that have records of `kind` (stars | projects)."""
    records = view.site.showcase.stars if kind == "stars" else view.site.showcase.projects
    pairs = {(year, record.address.region) for record in records for year in years_of(record)}
    years = sorted({year for year, _ in pairs}, reverse=True)
    return [(year, _regions(view, kind, year, {slug for y, slug in pairs if y == year})) for year in years]


def _regions(view: View, kind: str, year: int, slugs: set[str]) -> list[tuple[str, str]]:
    ordered = sorted(slugs, key=lambda slug: ORDER[slug])
    return [(REGIONS[slug].short, view.href(f"{kind}/{year}/{slug}")) for slug in ordered]
