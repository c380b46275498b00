"""The first page: a cover person, this week, ways to find, new faces, the year at a glance, projects."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.days import monday_of
from showcase.model.leads import lead_photo
from showcase.model.media import media_key
from showcase.model.records import Star
from showcase.model.regions import GROUPS
from showcase.model.terms import GROUP_NAMES
from showcase.pages import week_words
from showcase.pages import year as of_year
from showcase.pages.cards import latest_year, place_of, project_card, star_card
from showcase.pages.heads import framed
from showcase.pages.home_year import year_parts
from showcase.pages.jsonld import website
from showcase.pages.neighbours import search_link
from showcase.pages.order import newest_first, turn_of
from showcase.pages.pictures import Drawn, lead
from showcase.pages.prose import breakable, clauses, excerpt, is_long, quotation
from showcase.pages.this_week import this_week
from showcase.pages.view import View

T = TypeVar("T")

FACES = 8
PROJECTS = 3
TOPICS = 8


class Cover(NamedTuple):
    """The cover person: everything that the first screen says of one star."""

    star: Star
    name: Markup
    long: bool
    picture: Drawn | None
    quote: Markup | str
    post: Markup
    place: str
    year: int
    lead: str


def home_page(view: View, intro_html: str) -> Page:
    """Return the home page; `intro_html` is the text of the hand-written index.md."""
    name, cover = view.site.settings.site_name, cover_person(view)
    parts = _people(view, cover) | _ways(view) | year_parts(view) | _first_day(view)
    now = this_week(of_year.weeks_of_site(view.site), view.site.today)
    intro = Markup(without_title(intro_html))
    about = ui.home.about
    return framed(
        view,
        address="",
        kind="home",
        section="home",
        title=name,
        description=about,
        main=view.templates.render("home.html", words=week_words, now=now, intro=intro, **parts),
        path=[(name, "")],
        picture=cover.picture if cover else None,
        things=[website(view, about)],
    )


def without_title(html: str) -> str:
    """Return the hand-written text without its h1: the home page's h1 is the cover person's name."""
    return re.sub(r"<h1[^>]*>.*?</h1>", "", html, count=1, flags=re.DOTALL)


def cover_person(view: View) -> Cover | None:
    """Return this week's cover: the places take turns, one person a calendar week.

    Who has a portrait and a quotation comes before who has a portrait only, before everybody else.
    """
    stars = newest_first(view.site.showcase.stars, turn_of(view.site))
    with_picture = [star for star in stars if _has_picture(view, star)]
    ready = [star for star in with_picture if star.quote] or with_picture or stars
    return _cover(view, ready[week_number(view.site.today) % len(ready)]) if ready else None


def _has_picture(view: View, star: Star) -> bool:
    photo = lead_photo(star)
    return photo is not None and media_key(star.address, photo.file) in view.site.shelf.pictures


def week_number(day: datetime.date) -> int:
    """Return the number of the calendar week, counted through the years: +1 every Monday."""
    return monday_of(day).toordinal() // 7


def _cover(view: View, star: Star) -> Cover:
    return Cover(
        star,
        breakable(star.name),
        is_long(star.name),
        lead(view, star),
        quotation(star.quote) if star.quote else "",
        clauses(star.post),
        place_of(view, star),
        latest_year(star),
        excerpt(star.showcase_text, 64),
    )


def _people(view: View, cover: Cover | None) -> dict[str, Any]:
    turn, number = turn_of(view.site), week_number(view.site.today)
    stars = newest_first(view.site.showcase.stars, turn)
    projects = newest_first(view.site.showcase.projects, turn)
    others = [star for star in stars if cover is None or star is not cover.star]
    return {
        "cover": cover,
        "faces": [star_card(view, star) for star in in_turn(others, number, FACES)],
        "projects": [project_card(view, project) for project in in_turn(projects, number, PROJECTS)],
    }


def in_turn(ordered: Sequence[T], number: int, size: int) -> list[T]:
    """Return the `number`-th group of `size`, round and round, so that everybody has a turn."""
    if len(ordered) <= size:
        return list(ordered)
    first = number * size % len(ordered)
    return [*ordered[first:], *ordered[:first]][:size]


def _ways(view: View) -> dict[str, Any]:
    stars, projects = view.site.showcase.stars, view.site.showcase.projects
    groups = {group for star in stars for group in star.groups}
    topics = Counter(topic for star in stars for topic in star.topics)
    topics.update(topic for project in projects for topic in project.topics)
    common = sorted(topics, key=lambda topic: (-topics[topic], topic))[:TOPICS]
    return {
        "groups": [(name, search_link(view, name)) for group, name in GROUP_NAMES.items() if group in groups],
        "topics": [(topic, search_link(view, topic)) for topic in common],
        "region_groups": [] if view.site.settings.scope else GROUPS,
    }


def _first_day(view: View) -> dict[str, Any]:
    """Return whether nothing is there yet, and then the one way on that there is."""
    site, showcase = view.site, view.site.showcase
    waiting = not (showcase.stars or showcase.projects or of_year.weeks_of_site(site))
    if "take-part" in site.written or "take-part/" in site.written:
        return {"waiting": waiting, "way_on": (ui.home.take_part, view.href("take-part"))}
    return {"waiting": waiting, "way_on": (ui.home.see_asked, view.href("rulebooks/"))}
