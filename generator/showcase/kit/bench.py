"""What every kit is made from: the site, its fonts, the templates. It travels to worker processes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from showcase.cards.fonts import Fonts
from showcase.content.layout import Layout
from showcase.model.presets import DEFAULTS, Presets
from showcase.model.terms import SchoolStage
from showcase.pages.site import Site
from showcase.pages.templates import Templates
from showcase.pages.view import View
from showcase.sheets.press import Press


@dataclass(frozen=True)
class Bench:
    """`directories`: where templates are looked up, the owner's first; `stage`: whose questions are asked."""

    layout: Layout
    site: Site
    fonts: Fonts
    directories: tuple[Path, ...]
    presets: Presets = DEFAULTS
    stage: SchoolStage = SchoolStage.JUNIOR

    @cached_property
    def view(self) -> View:
        """The site with its templates."""
        return View(self.site, Templates(self.site, self.directories))

    @cached_property
    def press(self) -> Press:
        """What posters and hand-outs are printed from."""
        site = self.site
        own = self.directories[:-1]
        return Press(
            self.layout,
            site.showcase,
            site.shelf,
            site.settings,
            self.fonts,
            site.today,
            self.presets,
            own,
        )

    def __getstate__(self) -> dict[str, object]:
        """Leave compiled templates behind: each process makes its own."""
        return {name: value for name, value in vars(self).items() if name not in ("view", "press")}
