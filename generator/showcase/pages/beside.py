"""What stands beside a record's text: related records, the same place, topics, how to correct."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from showcase.content.wording import ui
from showcase.model.records import Project, Record, Star
from showcase.model.regions import REGIONS
from showcase.pages.neighbours import search_link
from showcase.pages.prose import markdown
from showcase.pages.view import View
from showcase.pages.week_words import title as week_title

PRIVACY = "privacy"
"""The hand-written page that says how to ask for a correction; a site may do without."""


class Block(NamedTuple):
    """A heading and its lines: (words, link); a line without a link is only said."""

    title: str
    lines: list[tuple[str, str]]


def beside(view: View, record: Record, year: int) -> list[Block]:
    """Return the blocks beside the text of `record`, whose newest honour is of `year`; none is empty."""
    others = view.site.related_to.get(str(record.address), ())
    people = [(r.name, view.href(r.address)) for r in others if isinstance(r, Star)]
    projects = [(r.name, view.href(r.address)) for r in others if isinstance(r, Project)]
    topics = [(topic, search_link(view, topic)) for topic in record.topics]
    blocks = (
        Block(ui.beside.project_people if isinstance(record, Project) else ui.beside.people, people),
        Block(ui.beside.projects, projects),
        Block(ui.beside.place, _place(view, record.address.region, year)),
        Block(ui.beside.topics, topics),
        Block(ui.beside.correct, _correction(view, record)),
    )
    return [block for block in blocks if block.lines]


def _place(view: View, slug: str, year: int) -> list[tuple[str, str]]:
    weeks = view.site.weeks_of.get(slug, ())
    week = next((week for week in weeks if week.year == year), None)
    lines = [(week_title(week), view.href(week.address))] if week else []
    return [*lines, (ui.beside.all_years.format(place=REGIONS[slug].short), view.href(f"regions/{slug}"))]


def _correction(view: View, record: Record) -> list[tuple[str, str]]:
    offices = [(ui.beside.write_to.format(office=office), "") for office in record.nominated_by[:1]]
    is_there = PRIVACY in view.site.written
    return [*offices, (ui.beside.take_down, view.href(PRIVACY) if is_there else "")]


def sections(record: Record) -> list[tuple[str, Markup]]:
    """Return the further texts of a record: heading and HTML."""
    return [(section.title, markdown(section.markdown)) for section in record.sections]
