"""sitemap.xml as an index of parts, so that no part outgrows the protocol's limits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from showcase.model.artefact import Artefact
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.outputs.addressing import PageRef, absolute, by_address
from showcase.outputs.videos import XMLNS, video_entries

URLS_PER_PART = 5_000
"""The protocol allows 50,000; a small part is fetched again only when something in it changed."""

_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(
    showcase: Showcase, shelf: Shelf, settings: Settings, pages: Sequence[PageRef]
) -> Iterator[Artefact]:
    """Yield the parts and then the index; nothing without a site_url (the protocol wants full addresses).

    Pages marked noindex are left out. `lastmod` is only ever the page's own: a day that changes with
    every build teaches search engines to ignore it.
    """
    if not settings.site_url:
        return
    index: list[tuple[str, str]] = []
    for name, part in _parts(pages):
        entries = [(absolute(settings, page.url), page.lastmod) for page in part]
        yield Artefact(name, _document("urlset", "url", entries))
        index.append((absolute(settings, name), max(day for _, day in entries)))
    films = list(video_entries(showcase, shelf, settings, by_address(pages)))
    for number, first in enumerate(range(0, len(films), URLS_PER_PART), 1):
        some = films[first : first + URLS_PER_PART]
        name = f"sitemaps/videos-{number}.xml"
        yield Artefact(name, _wrapped("urlset", [url for _, url in some], f' xmlns:video="{XMLNS}"'))
        index.append((absolute(settings, name), max(day for day, _ in some)))
    if index:
        yield Artefact("sitemap.xml", _document("sitemapindex", "sitemap", index))


def _parts(pages: Sequence[PageRef]) -> Iterator[tuple[str, list[PageRef]]]:
    """Yield (path, pages) of every part: by section, in the order of the pages."""
    sections: dict[str, list[PageRef]] = defaultdict(list)
    for page in pages:
        if not page.noindex:
            sections[re.sub("[^a-z0-9]+", "-", page.section.lower()).strip("-") or "pages"].append(page)
    for section, found in sorted(sections.items()):
        for first in range(0, len(found), URLS_PER_PART):
            number = first // URLS_PER_PART + 1
            yield f"sitemaps/{section}-{number}.xml", found[first : first + URLS_PER_PART]


def _document(root: str, item: str, entries: list[tuple[str, str]]) -> bytes:
    return _wrapped(root, [f"<{item}>{_place(*entry)}</{item}>" for entry in entries])


def _place(address: str, day: str) -> str:
    return f"<loc>{escape(address)}</loc>" + (f"<lastmod>{escape(day)}</lastmod>" if day else "")


def _wrapped(root: str, items: Sequence[str], namespaces: str = "") -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_XMLNS}"{namespaces}>'
    return "\n".join([head, *items, f"</{root}>\n"]).encode()
