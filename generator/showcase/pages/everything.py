"""Every page of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from showcase.model.artefact import Page
from showcase.pages.announcements import announcement_pages
from showcase.pages.changes import change_pages
from showcase.pages.corrections import corrections_pages
from showcase.pages.data_page import data_pages
from showcase.pages.dates import newest_days
from showcase.pages.events import event_pages
from showcase.pages.home import home_page
from showcase.pages.law import with_government_tags
from showcase.pages.lists import list_pages
from showcase.pages.notices import notice_pages
from showcase.pages.official_lists import official_list_pages
from showcase.pages.projects import project_pages
from showcase.pages.regions import region_pages
from showcase.pages.rulebook_pages import rulebook_pages
from showcase.pages.search_page import search_pages
from showcase.pages.stars import star_pages
from showcase.pages.view import View
from showcase.pages.weeks import week_pages


def all_pages(view: View, intro: str) -> Iterator[Page]:
    """Yield every page; `intro` is the HTML of the hand-written text for the home page.

    Each gets the day of the newest thing that it tells. In a preview no page may enter a search engine.
    """
    preview, days = view.site.showcase.preview, newest_days(view.site)
    for page in _public_pages(view, intro):
        day = days.get(page.address.rstrip("/"), "")
        dated = replace(page, lastmod=day, noindex=preview or page.noindex)
        yield with_government_tags(view, dated)


def _public_pages(view: View, intro: str) -> Iterator[Page]:
    yield home_page(view, intro)
    yield from star_pages(view)
    yield from project_pages(view)
    yield from list_pages(view)
    yield from region_pages(view)
    yield from week_pages(view)
    yield from change_pages(view)
    yield from event_pages(view)
    yield from announcement_pages(view)
    yield from official_list_pages(view)
    yield from rulebook_pages(view)
    yield from data_pages(view)
    yield from search_pages(view)
    yield from corrections_pages(view)
    yield from notice_pages(view)
