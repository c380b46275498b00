"""Renders a page with the real theme: MkDocs' environment, navigation and context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import TableOfContents

from showcase.model.artefact import Page

TEMPLATE = "main.html"


@dataclass
class Chrome:
    """The theme as MkDocs prepared it for this build."""

    env: Environment
    nav: Navigation
    files: Files
    config: MkDocsConfig
    _sections: dict[str, ThemePage | None] = field(default_factory=dict)

    def render(self, page: Page, values: Mapping[str, str]) -> str:
        """Return the theme's whole page around `values` (see shell.values_of), as MkDocs would.

        The tab of `page.section` is current. Events of other plugins (`on_page_…`) are not fired.
        """
        theme_page = self._theme_page(page, values)
        section = self._section(page.section)
        if section:
            section.active = True
        try:
            context = get_context(self.nav, self.files, self.config, theme_page)
            return self.env.get_template(TEMPLATE).render(context)
        finally:
            if section:
                section.active = False

    def _theme_page(self, page: Page, values: Mapping[str, str]) -> ThemePage:
        file = File.generated(
            self.config, source_of(page.address), content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        theme_page = ThemePage(values["title"], file, self.config)
        theme_page.meta = {
            "showcase": True,
            "kind": page.kind,
            "title": values["title"],
            "description": values["description"],
            "head": values["head"],
            "noindex": page.noindex,
            "hide": ["navigation", "toc"],
        }
        theme_page.content = values["main"]
        theme_page.toc = TableOfContents([])
        theme_page.canonical_url = values["canonical"] or None
        return theme_page

    def _section(self, section: str) -> ThemePage | None:
        if section not in self._sections:
            uri = f"{section}/index.md" if section not in ("", "home") else "index.md"
            pages = (page for page in self.nav.pages if page.file.src_uri == uri)
            self._sections[section] = next(pages, None)
        return self._sections[section]


def source_of(address: str) -> str:
    """Return the Markdown path that MkDocs would give the page at `address` its URL from."""
    if not address or address.endswith("/"):
        return f"{address}index.md"
    return f"{address}.md"
