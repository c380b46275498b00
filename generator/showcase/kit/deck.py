"""The sheets of a talk as one HTML page, the same for a kit and the site: only where files lie differs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup, escape

from showcase.cards.codes import code_drawing
from showcase.content.wording import ui
from showcase.kit.crowding import Crowd, crowd_of
from showcase.kit.story import Slide, Story
from showcase.model.parts import Photo
from showcase.model.records import Star
from showcase.pages.prose import clauses, parted, quotation
from showcase.pages.site import Site
from showcase.pages.titles import LONGEST, titled

_WIDE = 1.1
"""A picture of at least this width by height gets the wider plate."""
FILM_ANCHOR = "film"
"""Of a record's own deck: `slides.html#/film`."""
_SIZES = ("s", "m", "l", "xl", "xxl")
_LIMITS = {"cover": (5, 9, 20, 48), "step": (22, 40, 66), "quote": (20, 30, 60), "number": (5, 7)}
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
    """Where the scripts and styles of a deck lie: below `files`.

    `back` leads to where the deck was opened; `head` is further HTML.
    """

    files: str
    back: str
    back_words: str
    head: str = ""


class Told(NamedTuple):
    """A story of a deck; where its pictures and its film lie; `anchor` is its first sheet in addresses."""

    story: Story
    picture: Callable[[Photo], Shown | None]
    film: Playing | None
    anchor: str = ""


class Sheet(NamedTuple):
    """One slide ready for the template; `anchor` is its name in addresses, "" for its number."""

    slide: Slide
    shown: Shown | None
    name: Markup
    size: str
    foot: str
    page: str
    film: Playing | None = None
    code: Markup = Markup("")
    anchor: str = ""
    crowd: Crowd = Crowd.NONE

    @property
    def lines(self) -> list[Markup]:
        """The lines below the name, by clauses; long ones are set like running text."""
        return [clauses(line) if len(line) <= LONGEST else escape(line) for line in self.slide.lines]


class Deck(NamedTuple):
    """All that the template asks for but where files lie."""

    title: str
    sheets: list[Sheet]
    remark: str
    words: str


def deck_page(env: Environment, told: Told, where: Where, remark: str) -> str:
    """Return the page of a story; `remark` stands at each foot."""
    name = told.story.record.name
    return page_of(env, (ui.kit.slides_of.format(name=name), name), sheets_of(told), where, remark)


def page_of(env: Environment, titles: tuple[str, str], sheets: list[Sheet], where: Where, remark: str) -> str:
    """Return the page of any sheets; `titles` are its own and that of the speaker's window."""
    title, name = titles
    deck = Deck(title, sheets, remark, json.dumps(_words(name), ensure_ascii=False))
    return env.get_template("kit/deck.html").render(deck=deck, where=where)


def sheets_of(told: Told) -> list[Sheet]:
    """Return the sheets of a story, counted; a film that has no file here has none."""
    kept = [slide for slide in told.story.slides if slide.kind != "film" or told.film]
    sheets = [_sheet(told, slide, ui.kit.page.format(n=n, all=len(kept))) for n, slide in enumerate(kept, 1)]
    return [sheets[0]._replace(anchor=told.anchor), *sheets[1:]]


def title_sheet(title: str, names: str) -> Sheet:
    """Return the sheet with which a programme begins."""
    slide = Slide(kind="cover", heading=ui.kit.programme, text=title, lines=(names,))
    return Sheet(slide, None, titled(title), size_of(slide), "", "", crowd=crowd_of(slide))


def remark_of(site: Site) -> str:
    """Return what must stand on everything that is shown of a demo or a preview."""
    if site.showcase.preview:
        return ui.share.preview
    return ui.share.demo if site.settings.demo else ""


def size_of(slide: Slide) -> str:
    """Return the size of type for what a sheet says: s, m, l, xl, xxl (small texts are set large)."""
    text = slide.figure.number + slide.figure.unit if slide.figure else slide.text
    over = sum(len(text) > limit for limit in _LIMITS.get(slide.kind, ()))
    return _SIZES[over]


def _sheet(told: Told, slide: Slide, page: str) -> Sheet:
    crowd = crowd_of(slide)
    shown = told.picture(slide.photo) if slide.photo and crowd is not Crowd.BARE else None
    name = _name(told.story, slide)
    sheet = Sheet(slide, shown, name, size_of(slide), told.story.foot, page, crowd=crowd)
    if slide.kind == "film":
        return sheet._replace(film=told.film, anchor="" if told.anchor else FILM_ANCHOR)
    return sheet._replace(code=_code(slide.text)) if slide.kind == "code" else sheet


def _name(story: Story, slide: Slide) -> Markup:
    if slide.kind == "quote":
        return quotation(slide.text)
    return parted(slide.text) if isinstance(story.record, Star) else titled(slide.text)


def _code(address: str) -> Markup:
    return Markup(code_drawing(address, "ink").decode())


def _words(name: str) -> dict[str, str]:
    """Return what slides.js says."""
    return {
        "title": f"{ui.kit.speaker_title}　{name}",
        "now": ui.kit.speaker_now,
        "next": ui.kit.speaker_next,
        "last": ui.kit.speaker_last,
        "notes": ui.kit.speaker_notes,
        "none": ui.kit.speaker_none,
        "time": ui.kit.speaker_time,
        "again": ui.kit.speaker_again,
        "blocked": ui.kit.speaker_blocked,
    }
