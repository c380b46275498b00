"""The hand-written pages of content/pages, as far as the rest of the site needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from mkdocs.structure.pages import Page as ThemePage

from showcase.find.documents import HandPage

_TAG = re.compile(r"<[^>]*>")


@dataclass
class Handwritten:
    """`home` is the HTML of index.md; `texts` the pages for search; `links()` the ones for the footer."""

    home: str = ""
    texts: list[HandPage] = field(default_factory=list)
    _links: list[dict[str, str]] = field(default_factory=list)

    def add(self, page: ThemePage, html: str) -> None:
        """Take in one page that MkDocs has rendered."""
        if page.is_homepage:
            self.home = html
            return
        address = page.file.src_uri.removesuffix(".md").removesuffix("index")
        self.texts.append(HandPage(address, page.title or "", unescape(_TAG.sub(" ", html))))
        self._links.append({"title": page.title or "", "url": page.url})

    def links(self) -> list[dict[str, str]]:
        """Return title and URL of each page, in MkDocs' order."""
        return self._links
