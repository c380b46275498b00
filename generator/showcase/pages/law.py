"""What the law asks a site to say of itself: the lines of the footer and a government site's meta tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from showcase.content.wording import ui
from showcase.model.artefact import Page
from showcase.model.records import Project, Star
from showcase.model.settings import Settings
from showcase.pages.dates import decided_on
from showcase.pages.view import View

ICP_ADDRESS = "https://beian.miit.gov.cn/"
POLICE_ADDRESS = "https://beian.mps.gov.cn/"
"""Where anybody can look the numbers up: links for a reader, never requests of a page."""

_CODE = re.compile(r"\d{14}")


@dataclass(frozen=True, slots=True)
class Law:
    """The footer's lines in order, (words, link or ""); the picture of the 党政机关标识, and its link."""

    lines: tuple[tuple[str, str], ...]
    mark: str
    mark_link: str


def law_of(settings: Settings) -> Law:
    """Return what the owner has given; what is empty leaves no trace."""
    words = ui.footer
    said = (
        (words.owner.format(owner=settings.owner), settings.owner, ""),
        (words.organiser.format(organiser=settings.organiser), settings.organiser, ""),
        (words.contact.format(contact=settings.contact), settings.contact, ""),
        (words.telephone.format(telephone=settings.telephone), settings.telephone, ""),
        (words.letter.format(letter=settings.letter), settings.letter, ""),
        (settings.icp, settings.icp, ICP_ADDRESS),
        (settings.police, settings.police, _police_link(settings.police)),
        (words.site_code.format(code=settings.site_code), settings.site_code, ""),
    )
    lines = tuple((line, link) for line, given, link in said if given)
    return Law(lines, settings.government_mark, settings.government_link)


def _police_link(number: str) -> str:
    code = _CODE.search(number)
    return f"{POLICE_ADDRESS}#/query/webSearch?code={code[0]}" if code else POLICE_ADDRESS


def site_tags(settings: Settings) -> Markup:
    """Return SiteName, SiteDomain and SiteIDCode; nothing for a site without a 网站标识码."""
    if not settings.site_code:
        return Markup()
    domain = urlsplit(settings.site_url).hostname or ""
    return _tags(SiteName=settings.site_name, SiteDomain=domain, SiteIDCode=settings.site_code)


def with_government_tags(view: View, page: Page) -> Page:
    """Return the page with the tags of its column, and of the article if it is one; days from records."""
    settings = view.site.settings
    column = _columns().get(page.section, "")
    if not settings.site_code or not column or page.noindex:
        return page
    tags = _tags(ColumnName=column, ColumnType=ui.government.column_type)
    if page.kind in ARTICLES:
        day, source = _origin(view, page)
        tags += "\n" + _tags(ArticleTitle=page.title, PubDate=day, ContentSource=source or settings.owner)
    return replace(page, head=f"{page.head}\n{tags}")


ARTICLES = frozenset(("star", "project", "week", "event", "announcement", "official-list", "rulebook"))
"""Kinds of page that tell one thing, with a title, a day and a source."""


def _columns() -> dict[str, str]:
    """Return the name of each section as the footer has it."""
    return dict(vars(ui.sections))


def _origin(view: View, page: Page) -> tuple[str, str]:
    """Return the day of what the page tells, and who sent it: a record's decision and its nominating unit."""
    record = view.site.showcase.by_address.get(page.record) if page.record else None
    day = decided_on(record) if record else None
    sent = record.nominated_by if isinstance(record, Star | Project) else ()
    return day.isoformat() if day else page.lastmod, sent[0] if sent else ""


def _tags(**said: str) -> Markup:
    lines = [f'<meta name="{name}" content="{escape(words)}">' for name, words in said.items() if words]
    return Markup("\n".join(lines))
