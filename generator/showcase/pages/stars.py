"""A star's page: an open book, picture left, words right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.records import Star
from showcase.pages.neighbours import Neighbours
from showcase.pages.prose import breakable, clauses, is_long, quotation, surname
from showcase.pages.record_data import person
from showcase.pages.record_page import RecordKind, record_page
from showcase.pages.view import View


def star_pages(view: View) -> Iterator[Page]:
    """Yield the page of every star."""
    neighbours = Neighbours(view, view.site.showcase.stars)
    for star in view.site.showcase.stars:
        yield record_page(view, star, STAR, neighbours)


def _about(star: Star) -> str:
    return "，".join(filter(None, (star.unit, star.post)))


def _words(star: Star) -> dict[str, Any]:
    return {
        "name": breakable(star.name),
        "long": is_long(star.name),
        "blank": surname(star.name),
        "post": clauses(star.post),
        "quote": quotation(star.quote) if star.quote else "",
        "late": ui.record.late.format(year=star.deceased_on.year) if star.deceased_on else "",
    }


STAR = RecordKind("star", "stars", "profile", person, _about, _words)
