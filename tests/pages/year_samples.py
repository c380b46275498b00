"""Values for tests of the year: weeks by a short line, a view of them on a day, the text of a page."""

import datetime
import re

from showcase.content.layout import theme_dir
from showcase.model.artefact import Page
from showcase.model.campaign import ActivityWeek
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.model.terms import WeekStatus
from showcase.pages.site import Site
from showcase.pages.templates import Templates
from showcase.pages.view import View

CONFIRMED = WeekStatus.CONFIRMED


def day(text, year=2024):
    """`6-17` as a date of the year, `2023-12-31` as it says."""
    parts = [int(part) for part in text.split("-")]
    return datetime.date(*parts) if len(parts) == 3 else datetime.date(year, *parts)


def week(region, start, end="", status=CONFIRMED, **more):
    """A week from two short days: week("henan", "6-17", "6-23")."""
    last = day(end) if end else None
    return ActivityWeek(year=2024, region=region, start=day(start), end=last, status=status, **more)


def view_of(today="2024-6-19", settings=None, **showcase):
    """A view of a showcase with those records, on that day."""
    site = Site(Showcase(**showcase), Shelf(), settings or Settings(), day(today))
    return View(site, Templates(site, [theme_dir() / "templates"]))


def page_at(pages, address) -> Page:
    """The page at `address`, which exists exactly once."""
    (page,) = [page for page in pages if page.address == address]
    return page


def words_of(html) -> str:
    """What a reader sees: no tags, no white space, nothing that waits for a script."""
    return re.sub(r"<span data-ls-closed hidden>.*?</span>|\s|<[^>]*>", "", str(html))
