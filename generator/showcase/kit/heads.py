"""The head of a page that fills the screen: what it is, that another one is to be found, whose site it is."""

from __future__ import annotations

from markupsafe import Markup

from showcase.model.artefact import ROOT
from showcase.pages.law import site_tags
from showcase.pages.view import View

FOLDER = "assets/showcase"
"""Where scripts and styles lie on the site."""


def head_of(view: View, address: str, description: str) -> Markup:
    """Return what search engines and browsers are told: the record's own page is the one to be found."""
    site_url, settings = view.site.settings.site_url, view.site.settings
    own = site_url + view.site.links.url(address)
    canonical = Markup('<link rel="canonical" href="{}">\n').format(own) if site_url else Markup("")
    told = Markup('<meta name="description" content="{}">\n<meta name="robots" content="noindex">\n')
    icon = Markup('<link rel="icon" href="{}">\n').format(f"{ROOT}{FOLDER}/favicon.svg")
    return canonical + told.format(description) + icon + site_tags(settings)
