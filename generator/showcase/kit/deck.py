"""The sheets of a talk as one HTML page, the same for a kit and the site: only where files lie differs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from showcase.cards.codes import code_drawing
from showcase.content.wording import ui
from showcase.kit.story import Slide, Story
from showcase.model.parts import Photo
from showcase.model.records import Star
from showcase.pages.prose import breakable, quotation
from showcase.pages.site import Site
from showcase.pages.titles import titled

_WIDE = 1.1
"""A picture of at least this width by height gets the wider plate."""
_SIZES = ("s", "m", "l", "xl")
_LIMITS = {"cover": (5, 9, 20), "step": (22, 40, 66), "quote": (20, 30), "number": (5, 7)}
"""Up to how many characters each size of type holds; a longer text takes the next one."""


class Shown(NamedTuple):
    """A picture on a sheet: its link and size, and the point that a cut must keep, as CSS says it."""

    src: str
    width_px: int
    height_px: int
    alt: str
    focus: str

    @property
    def wide(self) -> bool:
        """Whether it lies."""
        return self.width_px > self.height_px * _WIDE


class Playing(NamedTuple):
    """The film on its sheet; `captions` may be a data: URI, which a browser takes from a disk too."""

    src: str
    poster: str
    captions: str
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where the files of a deck lie: its scripts and styles below `files`, its pictures, its film.

    `back` leads to where the deck was opened, `next` to the next one of a programme; `head` is further HTML.
    """

    files: str
    picture: Callable[[Photo], Shown | None]
    film: Playing | None
    back: str
    back_words: str
    next: str = ""
    next_words: str = ""
    head: str = ""


class Sheet(NamedTuple):
    """One slide ready for the template."""

    slide: Slide
    shown: Shown | None
    name: Markup
    size: str


class Deck(NamedTuple):
    """All that the template asks for but where files lie."""

    title: str
    sheets: list[Sheet]
    foot: str
    remark: str
    film: Playing | None
    code: Markup
    words: str


def deck_page(env: Environment, story: Story, where: Where, remark: str) -> str:
    """Return the page of a story; a film that has no file here has no sheet. `remark` stands at each foot."""
    kept = [slide for slide in story.slides if slide.kind != "film" or where.film]
    deck = Deck(
        ui.kit.slides_of.format(name=story.record.name),
        [_sheet(story, slide, where) for slide in kept],
        story.foot,
        remark,
        where.film,
        _code(story),
        json.dumps(_words(story), ensure_ascii=False),
    )
    return env.get_template("kit/deck.html").render(deck=deck, where=where)


def remark_of(site: Site) -> str:
    """Return what must stand on everything that is shown of a demo or a preview."""
    if site.showcase.preview:
        return ui.share.preview
    return ui.share.demo if site.settings.demo else ""


def size_of(slide: Slide) -> str:
    """Return the size of type for what a sheet says: s, m, l, xl (small texts are set large)."""
    text = slide.figure.number + slide.figure.unit if slide.figure else slide.text
    over = sum(len(text) > limit for limit in _LIMITS.get(slide.kind, ()))
    return _SIZES[over]


def _sheet(story: Story, slide: Slide, where: Where) -> Sheet:
    shown = where.picture(slide.photo) if slide.photo else None
    return Sheet(slide, shown, _name(story, slide), size_of(slide))


def _name(story: Story, slide: Slide) -> Markup:
    if slide.kind == "quote":
        return quotation(slide.text)
    return breakable(slide.text) if isinstance(story.record, Star) else titled(slide.text)


def _code(story: Story) -> Markup:
    address = next((slide.text for slide in story.slides if slide.kind == "code"), "")
    return Markup(code_drawing(address, "ink").decode()) if address else Markup("")


def _words(story: Story) -> dict[str, str]:
    """Return what slides.js says."""
    return {
        "title": f"{ui.kit.speaker_title}　{story.record.name}",
        "now": ui.kit.speaker_now,
        "next": ui.kit.speaker_next,
        "last": ui.kit.speaker_last,
        "notes": ui.kit.speaker_notes,
        "none": ui.kit.speaker_none,
        "time": ui.kit.speaker_time,
        "again": ui.kit.speaker_again,
        "blocked": ui.kit.speaker_blocked,
    }
