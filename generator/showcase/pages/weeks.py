"""Pages of 一省一周: the list of years, a year, a region's or a city's week."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.campaign import ActivityWeek, Campaign
from showcase.model.moves import event_days
from showcase.model.regions import REGIONS
from showcase.pages import week_words as words
from showcase.pages import year as of_year
from showcase.pages.band import Band, band
from showcase.pages.heads import framed
from showcase.pages.this_week import this_week
from showcase.pages.view import View
from showcase.pages.week_page import week_page
from showcase.pages.year_summary import summary as year_summary
from showcase.pages.years_table import years_table


def week_pages(view: View) -> Iterator[Page]:
    """Yield /weeks/, a page for each year and for each week."""
    years = of_year.years(view.site)
    yield _index(view, years)
    for year in years:
        yield _year(view, years, year)
    for week in view.site.showcase.weeks:
        yield week_page(view, week, campaign_of(view, week.year))


def campaign_of(view: View, year: int) -> Campaign:
    """Return the year's campaign; a year without a file has only its number."""
    found = (c for c in view.site.showcase.campaigns if c.year == year)
    return next(found, Campaign(year=year, theme=""))


def year_band(view: View, year: int) -> Band:
    """Return the year's band; a week with an event day is not empty."""
    weeks = [w for w in of_year.weeks_of_site(view.site) if w.year == year]
    return band(weeks, year, view.site.today, event_days(view.site.showcase, year))


def _index(view: View, years: list[int]) -> Page:
    held = [w for w in of_year.weeks_of_site(view.site) if not words.is_off(w)]  # as the year itself counts
    rows = [(year, campaign_of(view, year), [w for w in held if w.year == year]) for year in years]
    path = [(ui.sections.weeks, "")]
    main = view.templates.render("weeks.html", rows=rows, path=path, table=years_table(view.site))
    about = ui.year.about
    return framed(
        view,
        address="weeks/",
        kind="weeks",
        section="weeks",
        title=ui.sections.weeks,
        description=about,
        main=main,
        path=path,
    )


def _year(view: View, years: list[int], year: int) -> Page:
    weeks = [w for w in of_year.weeks_of_site(view.site) if w.year == year]
    drawn = year_band(view, year)
    summary = year_summary(weeks, drawn, view.site.today) if weeks else ""
    path = [(ui.sections.weeks, view.href("weeks/")), (str(year), "")]
    values = {"year": year, "years": years, "summary": summary, "path": path}
    main = view.templates.render("year.html", **values, **_year_parts(view, year, weeks, drawn))
    title = ui.year.page_title.format(year=year)
    description = summary or ui.year.none_about.format(year=year)
    return framed(
        view,
        address=f"weeks/{year}",
        kind="year",
        section="weeks",
        title=title,
        description=description,
        main=main,
        path=path,
    )


def _year_parts(view: View, year: int, weeks: list[ActivityWeek], drawn: Band) -> dict[str, Any]:
    now = this_week(weeks, view.site.today)
    empty = drawn.empty if weeks else ()
    return {
        "campaign": campaign_of(view, year),
        "band": drawn if weeks else None,
        "now": now if now.ahead else None,
        "sections": of_year.sections(weeks, view.site.today, empty, now.weeks),
        "missing": [] if view.site.settings.scope else of_year.missing(weeks),
        "groups": of_year.by_group(weeks),
        "wall": of_year.by_month(weeks, view.site.today),
        "cities": _cities(view, year),
        "words": words,
    }


def _cities(view: View, year: int) -> list[tuple[str, list[ActivityWeek]]]:
    """Return the cities' weeks of the year by region; on a province's own site they stand in the year."""
    if view.site.settings.scope:
        return []
    weeks = [w for w in view.site.showcase.weeks if w.year == year and w.city]
    return [(REGIONS[slug].name, list(group)) for slug, group in groupby(weeks, key=lambda w: w.region)]
