"""What pages are passed on with, made before the pages: cards, posters, codes; and the fonts for it."""

from __future__ import annotations

from pathlib import Path

from showcase.cards.drawing import keep_only, with_cards
from showcase.cards.fonts import Fonts, find_fonts
from showcase.cards.undrawable import undrawable_names
from showcase.content.layout import Layout
from showcase.kit.making import forget_kits
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.problem import Problem, Severity
from showcase.model.settings import Settings
from showcase.publish.live import scan
from showcase.publish.removals import media_of, owner_of


def fonts_for(layout: Layout, settings: Settings) -> tuple[Fonts, list[Problem]]:
    """Return the fonts to draw with, and a problem when the owner's own is none; others serve then."""
    try:
        return find_fonts(_own(layout, settings)), []
    except (OSError, ValueError):
        return find_fonts(), [_no_font(settings)]


def passed_on(
    layout: Layout, showcase: Showcase, shelf: Shelf, settings: Settings, fonts: Fonts
) -> tuple[Shelf, list[Problem]]:
    """Return the shelf with what is drawn, or with nothing more when a name cannot be drawn."""
    problems = list(undrawable_names(showcase, fonts))
    if problems or not settings.cards:
        return shelf, problems
    return with_cards(layout, showcase, shelf, settings, fonts), []


def forget_taken_down(layout: Layout, site_dir: Path, address: str = "") -> None:
    """Delete what was drawn and is not on the live site; with `address`, what no other page names.

    A removals build publishes not all that it draws, so the live folder alone says what may stay.
    Without a site_url no page names its card: then all cards go, and are drawn anew.
    """
    if address:
        forget_kits(layout, address)
    live = scan(str(site_dir))
    others = (path for path in live.files if owner_of(path) != address)
    keep_only(layout, media_of(live, others) if address else live.files)


def _own(layout: Layout, settings: Settings) -> Path | None:
    return layout.root / settings.name_font if settings.name_font else None


def _no_font(settings: Settings) -> Problem:
    line, column = settings.source.place("name_font")
    return Problem(
        rule="setting-font",
        severity=Severity.ERROR,
        file=settings.source.file,
        line=line,
        column=column,
        message=f"name_font 写的“{settings.name_font}”不是能用的字体文件",
        fix="从网站文件夹写起，例如 fonts/songti.ttf；要 .ttf、.otf 或 .ttc；不用自己的字体就删去这一行",
    )
