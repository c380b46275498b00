"""What of a showcase goes into a collection on a stick: who may be given away, as a kit may hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from showcase.model.library import Showcase
from showcase.model.media import Film, Picture, Shelf, media_key
from showcase.model.records import Project, Record, Star
from showcase.pages.site import honour_years


def kits_of(showcase: Showcase, name: str) -> Showcase:
    """Return the showcase of the region with the slug `name`, or of that year.

    Pictures of weeks and events stay out: they were consented to for the site. So do lists and 公示.
    """
    kept = {address: record for address, record in showcase.kits.items() if _is_in(record, name)}
    events = (
        replace(event, records=tuple(a for a in event.records if a in kept), photos=())
        for event in showcase.events
    )
    weeks = (week for week in showcase.weeks if name in (week.region, str(week.year)))
    return replace(
        showcase,
        stars=tuple(record for record in kept.values() if isinstance(record, Star)),
        projects=tuple(record for record in kept.values() if isinstance(record, Project)),
        events=tuple(event for event in events if event.records),
        weeks=tuple(replace(week, photos=(), video=None) for week in weeks),
        announcements=(),
        lists=(),
        withdrawn=(),
        by_address=kept,
        kits=kept,
        downloads=frozenset(),
    )


def _is_in(record: Record, name: str) -> bool:
    return name == record.address.region or name in map(str, honour_years(record))


def shelf_of(shelf: Shelf, records: Iterable[Record]) -> Shelf:
    """Return of the shelf what these records name; cards and posters stay out: they may show more."""
    kept = list(records)
    photos = {media_key(record.address, photo.file) for record in kept for photo in record.photos}
    films = {media_key(record.address, record.video.file) for record in kept if record.video}
    sounds = {media_key(record.address, record.audio.file) for record in kept if record.audio}
    pictures = {key: each for key, each in shelf.pictures.items() if key in photos}
    playing = {key: each for key, each in shelf.films.items() if key in films}
    heard = {key: each for key, each in shelf.sounds.items() if key in sounds}
    paths = [path for each in pictures.values() for path in _paths(each)]
    paths += [path for film in playing.values() for path in _film_paths(film)]
    paths += [rendition.path for sound in heard.values() for rendition in sound.renditions]
    files: dict[str, Path] = {path: shelf.files[path] for path in paths}
    return replace(shelf, pictures=pictures, films=playing, sounds=heard, files=files, passed={})


def _paths(picture: Picture) -> list[str]:
    cuts = [rendition for crop in picture.crops for rendition in crop.renditions]
    return [rendition.path for rendition in (*picture.renditions, *cuts)]


def _film_paths(film: Film) -> list[str]:
    own = [rendition.path for rendition in film.renditions]
    return [*own, *_paths(film.poster), *([film.captions] if film.captions else [])]
