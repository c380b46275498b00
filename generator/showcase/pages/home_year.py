"""The year on the first page: its theme on the slip, its weeks as a band or, while they are few, as lines."""

from __future__ import annotations

import re
from typing import Any

from showcase.content.wording import ui
from showcase.pages import year as of_year
from showcase.pages.view import View
from showcase.pages.weeks import campaign_of, year_band
from showcase.pages.year_summary import summary

FEW = 8
"""Below so many weeks a shelf is mostly empty: the lines say the same with less to look at."""

_COLUMN = 7
"""A column of the title slip holds at most so many characters."""


def year_parts(view: View) -> dict[str, Any]:
    """Return the newest year that has begun: its number, summary, slip, and its `band` or its `rows`."""
    years = of_year.years(view.site)
    begun = [year for year in years if year <= view.site.today.year]
    year = next(iter(begun or years[::-1]), None)
    if year is None:
        return {"year": None, "band": None, "rows": [], "summary": "", "slip": slip(ui.home.motto)}
    weeks = [w for w in of_year.weeks_of_site(view.site) if w.year == year]
    drawn = year_band(view, year) if len(weeks) >= FEW else None
    return {
        "year": year,
        "band": drawn,
        "rows": [] if drawn else of_year.lines(weeks, view.site.today),
        "summary": summary(weeks, drawn, view.site.today) if weeks else "",
        "slip": slip(campaign_of(view, year).theme or ui.home.motto),
    }


def slip(theme: str) -> list[str]:
    """Return the theme in two columns of at most seven characters; [] when it is longer than that.

    It breaks at its comma or space, else after 成为, else in the middle; a bracket behind it is left out.
    """
    theme = re.sub(r"（[^）]*）$", "", theme)
    found = [part for part in re.split(r"[，、；　 ]", theme) if part]
    if len(found) == 1 and len(theme) > _COLUMN:
        head_, sep, tail = theme.partition("成为")
        found = (
            [head_ + sep, tail]
            if sep and tail
            else [theme[: -(-len(theme) // 2)], theme[-(-len(theme) // 2) :]]
        )
    return found if len(found) <= 2 and max(map(len, found)) <= _COLUMN else []
