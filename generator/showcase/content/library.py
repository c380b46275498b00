"""Everything in content/ to one Library. All problems are collected; nothing is judged here."""

from __future__ import annotations

from showcase.content.folders import Tree
from showcase.content.layout import Layout
from showcase.content.lists import read_lists
from showcase.content.records import read_projects, read_stars
from showcase.content.registers import read_bodies, read_moved, read_withdrawals, with_old_addresses
from showcase.content.rulebooks import read_rulebooks
from showcase.content.synonyms import read_synonyms
from showcase.content.waivers import read_waivers
from showcase.content.written_pages import read_pages
from showcase.content.year import read_announcements, read_events, read_weeks
from showcase.model.collector import without_collecting
from showcase.model.library import Library
from showcase.model.problem import Problem, order_of

_KNOWN = (
    "pages",
    "stars",
    "projects",
    "weeks",
    "events",
    "announcements",
    "lists",
    "rulebooks",
    "report.yml",
    "bodies.yml",
    "withdrawn.yml",
    "moved.yml",
    "waivers.yml",
    "synonyms.yml",
    "words.yml",
)
"""What may lie in content/."""


def read_library(layout: Layout) -> tuple[Library, list[Problem]]:
    """Return all records below content/ and the problems of their files, both in a fixed order.

    A record is in the library whenever its required values could be read, problems or not: errors
    stop the build later. Of two files with one address the first stands.
    """
    tree = Tree(layout)
    with without_collecting():
        library = _read(tree)
    return library, sorted(tree.problems, key=order_of)


def _read(tree: Tree) -> Library:
    content = tree.layout.content
    if content.is_symlink() and tree.leads_outside(content):
        tree.refuse_link(content)
        return Library()
    tree.check_names(content, _KNOWN)
    campaigns, weeks = read_weeks(tree)
    moved = read_moved(tree)
    return Library(
        stars=read_stars(tree),
        projects=read_projects(tree),
        campaigns=campaigns,
        weeks=weeks,
        events=read_events(tree),
        announcements=read_announcements(tree),
        lists=read_lists(tree),
        rulebooks=read_rulebooks(tree),
        bodies=read_bodies(tree),
        withdrawals=with_old_addresses(read_withdrawals(tree), moved),
        moved=moved,
        waivers=read_waivers(tree),
        pages=read_pages(tree),
        synonyms=read_synonyms(tree),
    )
