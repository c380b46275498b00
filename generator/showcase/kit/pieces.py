"""The pictures and the film of one kit, under plain names, from what was made for the site."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from showcase.kit.bench import Bench
from showcase.kit.deck import Playing, Shown
from showcase.kit.pictures import lead_cut, shown_as
from showcase.model.media import Film, Picture, Rendition, media_key
from showcase.model.parts import Photo
from showcase.model.records import Record

FILM, FILM_POSTER, CAPTIONS = "film.mp4", "files/film.jpg", "film.vtt"


class Kept(NamedTuple):
    """A photograph of a kit: its words, its file, its size, and the file that stands on sheets."""

    photo: Photo
    name: str
    width_px: int
    height_px: int
    shown: Shown


@dataclass
class Pieces:
    """`files` are the members of the kit by name; `photos` and `playing` say what they are."""

    files: dict[str, Path] = field(default_factory=dict)
    photos: list[Kept] = field(default_factory=list)
    playing: Playing | None = None
    duration_s: float = 0.0

    def shown(self, photo: Photo) -> Shown | None:
        """Return the picture for a sheet."""
        return next((kept.shown for kept in self.photos if kept.photo == photo), None)


def pieces_of(bench: Bench, record: Record, *, film: bool) -> Pieces:
    """Gather what a kit of `record` holds; `film` False leaves the film and all of it out."""
    found = Pieces()
    for photo, picture in _pictures(bench, record):
        found.photos.append(_keep(bench, record, found, photo, picture))
    made = _film(bench, record) if film else None
    if made:
        _add_film(bench, found, made)
    return found


def _pictures(bench: Bench, record: Record) -> Iterator[tuple[Photo, Picture]]:
    for photo in record.photos:
        picture = bench.site.shelf.pictures.get(media_key(record.address, photo.file))
        if picture:
            yield photo, picture


def _keep(bench: Bench, record: Record, found: Pieces, photo: Photo, picture: Picture) -> Kept:
    number, whole = len(found.photos) + 1, picture.largest
    name = f"photos/{number:02}.jpg"
    found.files[name] = _file(bench, whole)
    on_sheet = lead_cut(record, photo, picture)
    cut = f"files/{number:02}.jpg" if on_sheet is not whole else name
    found.files[cut] = _file(bench, on_sheet)
    return Kept(photo, name, whole.width_px, whole.height_px, shown_as(cut, on_sheet, photo, picture))


def _file(bench: Bench, rendition: Rendition) -> Path:
    return bench.site.shelf.files[rendition.path]


def _film(bench: Bench, record: Record) -> Film | None:
    return bench.site.shelf.films.get(media_key(record.address, record.video.file)) if record.video else None


def _add_film(bench: Bench, found: Pieces, film: Film) -> None:
    """Add the film that every player knows; captions lie beside it, and in the page for browsers."""
    large = next(each for each in film.renditions if each.type == "video/mp4")
    found.files[FILM], found.files[FILM_POSTER] = _file(bench, large), _file(bench, film.poster.largest)
    captions = ""
    if film.captions:
        found.files[CAPTIONS] = bench.site.shelf.files[film.captions]
        text = base64.b64encode(found.files[CAPTIONS].read_bytes()).decode()
        captions = f"data:text/vtt;charset=utf-8;base64,{text}"
    found.playing = Playing(FILM, FILM_POSTER, captions, large.width_px, large.height_px)
    found.duration_s = film.duration_s
