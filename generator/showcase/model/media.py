"""Facts of media, and what was made of them. Rules and pages read these; neither opens a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What a photograph is, before anything is made of it. `width_px`/`height_px` after orientation."""

    format: str
    width_px: int
    height_px: int
    size_bytes: int
    sha256: str
    has_gps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFacts:
    """What a film is, before anything is made of it. `width_px`/`height_px` after rotation."""

    container: str
    video_codec: str
    audio_codec: str
    width_px: int
    height_px: int
    frame_rate: float
    duration_s: float
    size_bytes: int
    sha256: str
    rotation: int = 0
    interlaced: bool = False
    hdr: bool = False


@dataclass(frozen=True, slots=True)
class Rendition:
    """One derived file. `path` is relative to the site's root; `type` is a MIME type."""

    path: str
    type: str
    width_px: int
    height_px: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph ready for the page: WebP and JPEG at up to three widths, narrow first.

    `placeholder` is a data: URI of a few dozen pixels, shown while the picture loads.
    """

    renditions: tuple[Rendition, ...]
    placeholder: str

    def of_type(self, mime: str) -> tuple[Rendition, ...]:
        """Return the renditions of one MIME type, narrow first."""
        return tuple(r for r in self.renditions if r.type == mime)

    @property
    def largest(self) -> Rendition:
        """Return the widest JPEG: the fallback `src`, the picture that a chat shows."""
        return self.of_type("image/jpeg")[-1]


@dataclass(frozen=True, slots=True)
class Film:
    """A film ready for the page: MP4s, large first; `poster` is never black; `duration_s` in seconds."""

    renditions: tuple[Rendition, ...]
    poster: Picture
    duration_s: float
    captions: str = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """A prepared sound file ready for the page."""

    renditions: tuple[Rendition, ...]
    duration_s: float


@dataclass(frozen=True, slots=True)
class Shelf:
    """All media made for a build.

    Keys are paths below media/: "stars/2024/henan/012/portrait.jpg". `files` maps the path of every
    derived file on the site to the file on disk that holds its bytes.
    """

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    films: Mapping[str, Film] = field(default_factory=dict)
    sounds: Mapping[str, Sound] = field(default_factory=dict)
    photo_facts: Mapping[str, PhotoFacts] = field(default_factory=dict)
    film_facts: Mapping[str, FilmFacts] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)


def media_key(address: object, file: str) -> str:
    """Return the shelf key of `file` of the record at `address`."""
    return f"{address}/{file}"
