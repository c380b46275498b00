"""What every sheet is made from: records that may be shown, where their masters lie, fonts, the day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from showcase.cards.fonts import Fonts
from showcase.content.layout import Layout
from showcase.model.library import Showcase
from showcase.model.links import public_address
from showcase.model.media import Shelf
from showcase.model.presets import DEFAULTS, Presets
from showcase.model.settings import Settings


@dataclass(frozen=True)
class Press:
    """The input of every sheet.

    `shelf` may be empty: pictures are made from the masters; what was made for the site stands in for a
    master that is not on this machine. `own` are the owner's folders that may hold a `print/`.
    """

    layout: Layout
    showcase: Showcase
    shelf: Shelf
    settings: Settings
    fonts: Fonts
    today: datetime.date
    presets: Presets = DEFAULTS
    own: tuple[Path, ...] = field(default=())

    def address(self, address: object) -> str:
        """Return the full public address of a page, "" when the site has none."""
        return public_address(self.settings, address)
