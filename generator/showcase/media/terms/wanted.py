"""What must be made: every photo, film, sound and caption file that the records name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from showcase.media.terms.framing import Framing
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.leads import lead_photo
from showcase.model.library import Library, Showcase
from showcase.model.media import media_key
from showcase.model.parts import Photo
from showcase.model.records import Project, Record, Star
from showcase.model.source import Source

Owner = Star | Project | ActivityWeek | Event


class MediaKind(StrEnum):
    """What a file is wanted as."""

    PHOTO = "photo"
    FILM = "film"
    SOUND = "sound"
    CAPTIONS = "captions"


KIND_NAMES = {
    MediaKind.PHOTO: "照片",
    MediaKind.FILM: "影片",
    MediaKind.SOUND: "有声版",
    MediaKind.CAPTIONS: "字幕",
}


_CROPS: dict[type[Record], tuple[str, ...]] = {Star: ("portrait", "link"), Project: ("scene", "link")}
"""Names of `photo.crops` in the presets, as the templates use them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file that a record names.

    `key` is its path below media/; `source` and `place` ("photos[0].file") say where it is named;
    `film` is the key of the film that captions belong to; `framing` how a photo is to be cut.
    """

    key: str
    kind: MediaKind
    source: Source
    place: str
    film: str = ""
    framing: Framing = field(default_factory=Framing)


def wanted_media(records: Showcase | Library) -> list[Wanted]:
    """Return what the records name, in their order. From a Showcase: only what the public sees."""
    owners: tuple[tuple[Owner, ...], ...] = (records.stars, records.projects, records.weeks, records.events)
    return [wanted for kind in owners for owner in kind for wanted in _of(owner)]


def _of(owner: Owner) -> Iterator[Wanted]:
    for index, photo in enumerate(owner.photos):
        key = media_key(owner.address, photo.file)
        place = f"photos[{index}].file"
        yield Wanted(key, MediaKind.PHOTO, owner.source, place, framing=_framing(owner, photo))
    if not isinstance(owner, Event) and owner.video:
        film = media_key(owner.address, owner.video.file)
        yield Wanted(film, MediaKind.FILM, owner.source, "video.file")
        if owner.video.captions:
            key = media_key(owner.address, owner.video.captions)
            yield Wanted(key, MediaKind.CAPTIONS, owner.source, "video.captions", film)
    if isinstance(owner, Star | Project) and owner.audio:
        yield Wanted(media_key(owner.address, owner.audio.file), MediaKind.SOUND, owner.source, "audio.file")


def _framing(owner: Owner, photo: Photo) -> Framing:
    """A record's large picture is cut to the shapes of its places; the others are shown as they are."""
    if not isinstance(owner, Star | Project) or photo is not lead_photo(owner):
        return Framing()
    return Framing(_CROPS[type(owner)], photo.focus)
