"""Cards: each record's is drawn once a build and stands in every list."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model.days import Month
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.pages.pictures import Drawn, lead
from showcase.pages.prose import breakable, clauses, first_mark, is_long, surname
from showcase.pages.site import honour_years
from showcase.pages.titles import titled
from showcase.pages.view import View


class Card(NamedTuple):
    """What the card macros write. `what` is a post, a unit or a host; `blank` stands for no picture."""

    record: str
    href: str
    name: Markup
    long: bool
    what: Markup
    place: str
    when: str
    film: bool
    picture: Drawn | None
    blank: str


def star_card(view: View, star: Star) -> Markup:
    """Return the star's <li class="ls-card">."""
    address = str(star.address)
    if address not in view.drawn:
        card = _card(view, star, star.post or star.unit, str(latest_year(star)), surname(star.name))
        view.drawn[address] = view.star_macro(card)
    return view.drawn[address]


def project_card(view: View, project: Project) -> Markup:
    """Return the project's <li class="ls-card ls-card--project">."""
    address = str(project.address)
    if address not in view.drawn:
        year = first_year(project.started)
        when = ui.record.since.format(year=year) if year else str(latest_year(project))
        card = _card(view, project, "、".join(project.hosts), when, first_mark(project.name))
        view.drawn[address] = view.project_macro(card)
    return view.drawn[address]


def record_card(view: View, record: Record) -> Markup:
    """Return the card of a star or a project."""
    return star_card(view, record) if isinstance(record, Star) else project_card(view, record)


def cards_of(cards: Sequence[Markup], *, on_top: bool = False) -> Markup:
    """Return the cards in a row; `on_top` where a page begins with them: its first pictures cannot wait."""
    joined = Markup("").join(cards)
    if not on_top:
        return joined
    first = joined.replace(_LAZY, Markup(' fetchpriority="high"'), 1)
    return first.replace(_LAZY, Markup(""), _FIRST - 1)


_LAZY = Markup(' loading="lazy"')
_FIRST = 4
"""So many pictures of cards stand on the first screen of a desk."""


def _card(view: View, record: Record, what: str, when: str, blank: str) -> Card:
    address = str(record.address)
    long = isinstance(record, Star) and is_long(record.name)
    return Card(
        address,
        view.href(address),
        breakable(record.name) if isinstance(record, Star) else titled(record.name),
        long,
        clauses(what),
        place_of(view, record),
        when,
        record.video is not None and f"{address}/{record.video.file}" in view.site.shelf.films,
        lead(view, record, on_card=True),
        blank,
    )


def place_of(view: View, record: Record) -> str:
    """Return where the record is from: its region's short name; on a province's own site its city."""
    return place(record, view.site.settings.scope)


def place(record: Record, scope: str) -> str:
    """Return the same on a site whose own region is `scope`."""
    if scope and record.city:
        return record.city
    return REGIONS[record.address.region].short


def first_year(started: datetime.date | Month | int | None) -> int | None:
    """Return the year of a day, a month or a year."""
    return started if started is None or isinstance(started, int) else started.year


def latest_year(record: Record) -> int:
    """Return the year of the newest honour; of a record without one (preview) that of its address."""
    return next(iter(honour_years(record)), record.address.year)
