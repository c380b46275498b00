"""The first half of a build: what was judged, with its media and with what its pages are passed on with."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from showcase.cards.fonts import Fonts
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.problem import Problem
from showcase.model.settings import Settings
from showcase.publish.judged import Judged
from showcase.publish.passing import fonts_for, passed_on
from showcase.publish.ready_media import ready_media


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that pages are made from, and the problems of making it."""

    settings: Settings
    showcase: Showcase
    shelf: Shelf
    today: datetime.date
    problems: tuple[Problem, ...]
    fonts: Fonts
    trouble: str = ""


def prepare(judged: Judged, *, preview: bool = False) -> Prepared:
    """Open the gate, make the media of everything that may be seen, and draw what it is passed on with."""
    ready = ready_media(judged, preview=preview)
    fonts, of_fonts = fonts_for(judged.layout, judged.settings)
    shelf, of_names = passed_on(judged.layout, ready.showcase, ready.shelf, judged.settings, fonts)
    problems = (*ready.problems, *of_fonts, *of_names)
    return Prepared(judged.settings, ready.showcase, shelf, judged.today, problems, fonts, ready.trouble)
