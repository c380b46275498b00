"""Films and prepared sound of a record, ready for native players."""

from __future__ import annotations

from typing import NamedTuple

from showcase.content.wording import ui
from showcase.model.artefact import ROOT
from showcase.model.media import Film, Rendition, media_key
from showcase.model.parts import Video
from showcase.model.records import Record
from showcase.model.terms import Asset
from showcase.pages.view import View

PLAIN = "video/mp4"
"""The type of what every browser plays; others name their codec."""


class FilmPart(NamedTuple):
    """What the film macro writes; `sources` are (address, type, media query), the best first.

    `may_keep` says that whoever watches may keep a copy: only with consent to the school kit, which holds it.
    """

    title: str
    length: str
    poster: str
    width_px: int
    height_px: int
    sources: list[tuple[str, str, str]]
    captions: str
    transcript: list[str]
    duration_s: float
    may_keep: bool = False


class SoundPart(NamedTuple):
    """What the sound macro writes; a machine's voice says so."""

    title: str
    length: str
    sources: list[tuple[str, str]]
    by_machine: bool


def in_words(duration_s: float) -> str:
    """Return 3分12秒, 45秒, 1小时2分."""
    seconds = max(1, round(duration_s))
    if seconds < 60:
        return ui.length.seconds.format(s=seconds)
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return (
            ui.length.minutes_seconds.format(m=minutes, s=rest)
            if rest
            else ui.length.minutes.format(m=minutes)
        )
    hours, minutes = divmod(minutes, 60)
    return ui.length.hours_minutes.format(h=hours, m=minutes) if minutes else ui.length.hours.format(h=hours)


def film_part(view: View, record: Record) -> FilmPart | None:
    """Return the record's film, or None when there is none or it was not made."""
    film = film_of(view, record.address, record.video, ui.record.film_of.format(name=record.name))
    return film._replace(may_keep=record.consent.holds(Asset.KIT, view.site.today)) if film else None


def film_of(view: View, address: object, video: Video | None, title: str) -> FilmPart | None:
    """Return the film of whatever has an address; `title` stands in for a film without its own."""
    film = view.site.shelf.films.get(media_key(address, video.file)) if video else None
    if video is None or film is None:
        return None
    large = film.renditions[0]
    return FilmPart(
        video.title or title,
        in_words(film.duration_s),
        ROOT + film.poster.largest.path,
        large.width_px,
        large.height_px,
        _sources(view, film),
        ROOT + film.captions if film.captions else "",
        video.transcript.split("\n") if video.transcript else [],
        film.duration_s,
    )


def _sources(view: View, film: Film) -> list[tuple[str, str, str]]:
    """A browser takes the first that it can play: a lighter codec before the one that all know.

    A phone takes the twin; browsers that ignore the query (Chromium before 120) take the large one.
    """
    large, *twins = (each for each in film.renditions if each.type == PLAIN)
    wide = "(min-width: 45em)" if twins else ""
    return [
        *(_source(view, lighter, wide) for lighter in film.renditions if lighter.type != PLAIN),
        _source(view, large, wide),
        *(_source(view, twin, "") for twin in twins),
    ]


def _source(view: View, rendition: Rendition, query: str) -> tuple[str, str, str]:
    return view.streamed(rendition.path), rendition.type, query


def sound_part(view: View, record: Record) -> SoundPart | None:
    """Return the record's prepared sound, or None when there is none or it was not made."""
    audio = record.audio
    sound = view.site.shelf.sounds.get(media_key(record.address, audio.file)) if audio else None
    if audio is None or sound is None:
        return None
    sources = [(view.streamed(r.path), r.type) for r in sound.renditions]
    return SoundPart(
        audio.title or ui.record.listen, in_words(sound.duration_s), sources, audio.spoken_by == "machine"
    )
