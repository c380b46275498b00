"""The same sheets on the site, below each record's address: without notes."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.content.wording import ui
from showcase.kit.deck import Playing, Shown, Told, Where, deck_page, remark_of
from showcase.kit.exhibition import exhibition_files
from showcase.kit.heads import FOLDER, head_of
from showcase.kit.looks import deck_files
from showcase.kit.pictures import lead_cut, shown_as
from showcase.kit.story import story_of
from showcase.model.artefact import ROOT, Artefact, relative_root
from showcase.model.media import media_key
from showcase.model.parts import Photo
from showcase.model.records import Record
from showcase.pages.cards import place_of
from showcase.pages.prose import excerpt
from showcase.pages.view import View

SLIDES = "/slides"
"""Behind a record's address."""


def live_files(view: View, rules: str) -> Iterator[Artefact]:
    """Yield the slides of every record, the exhibition, and what both stand on.

    `rules` are those of the fonts of rare characters, whose files lie beside the styles.
    """
    yield from deck_files(FOLDER, rules)
    records: list[Record] = [*view.site.showcase.stars, *view.site.showcase.projects]
    for record in records:
        yield _slides(view, record)
    yield from exhibition_files(view)


def slides_address(record: Record) -> str:
    """Return the address of a record's slides."""
    return f"{record.address}{SLIDES}"


def _slides(view: View, record: Record) -> Artefact:
    site = view.site
    address = slides_address(record)
    story = story_of(site, record, place_of(view, record)).without_notes()
    where = Where(
        files=f"{ROOT}{FOLDER}/",
        back=view.href(record.address),
        back_words=ui.kit.read_on,
        head=head_of(view, address, excerpt(record.showcase_text, 60)),
    )
    told = Told(story, lambda photo: _shown(view, record, photo), _playing(view, record))
    html = deck_page(view.templates.env, told, where, remark_of(site))
    root = relative_root(site.links.url(address))
    return Artefact(site.links.path(address), html.replace(ROOT, root).encode())


def _shown(view: View, record: Record, photo: Photo) -> Shown | None:
    picture = view.site.shelf.pictures.get(media_key(record.address, photo.file))
    if picture is None:
        return None
    rendition = lead_cut(record, photo, picture)
    return shown_as(f"{ROOT}{rendition.path}", rendition, photo, picture)


def _playing(view: View, record: Record) -> Playing | None:
    film = view.site.shelf.films.get(media_key(record.address, record.video.file)) if record.video else None
    if film is None:
        return None
    large = next(each for each in film.renditions if each.type == "video/mp4")
    captions = f"{ROOT}{film.captions}" if film.captions else ""
    poster = f"{ROOT}{film.poster.largest.path}"
    return Playing(view.streamed(large.path), poster, captions, large.width_px, large.height_px)
