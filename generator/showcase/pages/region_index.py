"""各地: all regions in their groups, no map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.records import Record
from showcase.model.regions import GROUPS, REGIONS, Region
from showcase.pages import week_words
from showcase.pages.heads import head
from showcase.pages.view import View


class Choice(NamedTuple):
    """A region in the index: its short name, its page, how many records it has, 正在举办 or ""."""

    words: str
    href: str
    number: int
    now: str = ""


def shown(view: View) -> list[Region]:
    """Return the regions that have a page: all; on a province's own site it and what lies in it."""
    scope = view.site.settings.scope
    return [region for region in REGIONS.values() if not scope or scope in (region.slug, region.parent)]


def index_page(view: View, found: Mapping[str, Sequence[Record]], cities: Sequence[object]) -> Page:
    """Return /regions/: all in their groups; on a province's own site the people of its `cities` too."""
    by_group = groupby(
        sorted(shown(view), key=lambda region: GROUPS.index(region.group)), attrgetter("group")
    )
    groups = [(group, [_choice(view, region, found) for region in regions]) for group, regions in by_group]
    scoped = bool(view.site.settings.scope)
    steps = [(ui.sections.regions, "")]
    title, description = ui.sections.regions, ui.region.about
    return Page(
        address="regions/",
        kind="regions",
        section="regions",
        title=title,
        description=description,
        main=view.templates.render(
            "regions.html",
            groups=groups,
            steps=steps,
            note=ui.region.own if scoped else description,
            places=cities,
        ),
        head=head(view, "regions/", title, description, steps, og_type="website"),
        noindex=view.site.showcase.preview,
    )


def _choice(view: View, region: Region, found: Mapping[str, Sequence[Record]]) -> Choice:
    weeks = view.site.weeks_of.get(region.slug, ())
    states = [week_words.state(week, view.site.today) for week in weeks if not week.city]
    now = next((state.words for state in states if state.form == "now"), "")
    return Choice(region.short, view.href(f"regions/{region.slug}"), len(found.get(region.slug, ())), now)
