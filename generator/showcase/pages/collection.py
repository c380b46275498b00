"""The two kinds of record, as lists name and count them."""

from __future__ import annotations

from typing import NamedTuple

from showcase.content.wording import ui


class Collection(NamedTuple):
    """One kind of record in lists: the head of its addresses, its names, its counting word."""

    section: str

    @property
    def label(self) -> str:
        """The tab's name."""
        return ui.sections.stars if self.section == "stars" else ui.sections.projects

    @property
    def title(self) -> str:
        """The whole name."""
        return ui.sections.people_star if self.section == "stars" else ui.sections.project_brand

    @property
    def unit(self) -> str:
        """The counting word."""
        return ui.site.people if self.section == "stars" else ui.list.unit_project


STARS = Collection("stars")
PROJECTS = Collection("projects")
