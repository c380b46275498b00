"""What page functions are given: the site, the templates, and what was already drawn for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

from markupsafe import Markup

from showcase.model.artefact import ROOT
from showcase.model.hosting import hosted
from showcase.pages.site import Site
from showcase.pages.templates import Templates


@dataclass(frozen=True)
class View:
    """One build's site and templates. `drawn` keeps each card, by address, for all lists it stands in."""

    site: Site
    templates: Templates
    drawn: dict[str, Markup] = field(default_factory=dict, compare=False, repr=False)

    def macro(self, file: str, name: str) -> Callable[..., Markup]:
        """Return the macro `name` of macros/`file`.html, to be called from Python."""
        module: Any = self.templates.env.get_template(f"macros/{file}.html").module
        return cast(Callable[..., Markup], getattr(module, name))

    @cached_property
    def star_macro(self) -> Callable[..., Markup]:
        """The macro of a star's card, looked up once."""
        return self.macro("card", "star")

    @cached_property
    def project_macro(self) -> Callable[..., Markup]:
        """The macro of a project's card, looked up once."""
        return self.macro("card", "project")

    def streamed(self, path: str) -> str:
        """Return the link to a film or sound: with the pages, or at the owner's media address."""
        url = self.site.settings.media_url
        return hosted(path, url) if url else ROOT + path

    def href(self, address: object) -> str:
        """Return the link to the page at `address`."""
        return self.site.links.href(address)
