"""Puts the theme's chrome around pages: by shell where that is proved equal, else by full rendering."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import escape

from showcase.engine.chrome import Chrome
from showcase.engine.shell import CannotCut, Shell, cut, finish, sentinel, values_of
from showcase.model.artefact import ROOT, Page

log = logging.getLogger("mkdocs.plugins.showcase")

SAMPLE_EVERY = 500
"""Beside the first page of each shell, every so many pages one is compared with its full render."""

Key = tuple[str, int, str, bool, bool]

HOSTILE = "</title><script>\"'&amp;{{ 7*7 }}{% raw %}\\1 \U00020bb7\u4dae\u2028ﷺ $& ls0 %s"


@dataclass
class Wrapping:
    """Wraps pages for one build.

    `url_of` gives a page's URL below the root; `description` stands in for an empty one; `full`: never
    use shells.
    """

    chrome: Chrome
    url_of: Callable[[str], str]
    site_url: str
    description: str
    full: bool = False
    shells: dict[Key, Shell | None] = field(default_factory=dict)
    fallbacks: set[str] = field(default_factory=set)
    count: int = 0

    def wrap(self, page: Page) -> bytes:
        """Return the whole HTML of `page`. A kind whose shell differs from the theme is rendered in full."""
        self.count += 1
        values = self._values(page)
        # the depth is the URL's: an index and a page of the same address text lie at different depths
        depth = self.url_of(page.address).count("/")
        key = (page.kind, depth, page.section, page.noindex, not page.address)
        first = key not in self.shells
        if first:
            self.shells[key] = None if self.full else self._make(page)
        shell = self.shells[key]
        if shell is None:
            return self._render(page, values).encode()
        html = shell.fill(values)
        if (first or self.count % SAMPLE_EVERY == 0) and html != self._render(page, values):
            self._fall_back(key, page)
            return self._render(page, values).encode()
        return html.encode()

    def _values(self, page: Page) -> dict[str, str]:
        values = values_of(page, self.url_of(page.address), self.site_url, self.description)
        if page.canonical and self.site_url:
            values["canonical"] = escape(self.site_url + self.url_of(page.canonical))
        return values

    def _render(self, page: Page, values: dict[str, str]) -> str:
        return finish(self.chrome.render(page, values), values["record"])

    def _make(self, page: Page) -> Shell | None:
        """Cut a shell for pages like `page` and prove it on probes; None when it cannot be trusted."""
        words = {slot: sentinel(slot) for slot in values_of(page, "", "")}
        if not self.site_url:
            words["canonical"] = ""
        try:
            shell = cut(self._render(page, words))
        except CannotCut as error:
            self._warn(page, f"模板吞掉了占位：{error}")
            return None
        for probe in _probes(page):
            values = self._values(probe)
            if shell.fill(values) != self._render(probe, values):
                self._warn(page, "试样与完整渲染不一致")
                return None
        return shell

    def _fall_back(self, key: Key, page: Page) -> None:
        self.shells[key] = None
        self._warn(page, f"抽查 {page.address} 与完整渲染不一致")

    def _warn(self, page: Page, reason: str) -> None:
        if page.kind not in self.fallbacks:
            self.fallbacks.add(page.kind)
            log.warning(
                "“%s”类页面不能套用外壳（%s），改为逐页完整渲染，会慢一些。请检查 custom_dir 里的模板。",
                page.kind,
                reason,
            )


def _probes(page: Page) -> tuple[Page, ...]:
    """Return pages like `page` with hostile and with empty contents."""
    hostile = replace(
        page,
        title=HOSTILE,
        description=HOSTILE,
        head="<meta name='x' content='$1 \\g<0>'>",
        main=f"<p>{HOSTILE}</p><a href='{ROOT}x'>\n\n  x</a>".replace("<script>", ""),
        record=page.record and "stars/2024/henan/012",
    )
    empty = replace(page, title="·", description="", head="", main="", record="")
    return hostile, empty
