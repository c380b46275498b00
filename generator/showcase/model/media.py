"""Facts of media, and what was made of them. Rules and pages read these; neither opens a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from showcase.model.passing import PassedOn


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
    """What a film is, before anything is made of it. `width_px`/`height_px` after rotation, dots square.

    `transfer` and `primaries` are ffmpeg's names ("smpte2084", "bt2020"), "" where the film says nothing;
    `frame_rate` is the mean, `variable_rate` says that single frames stay longer; `key_gap_s` is the
    longest time between two frames that a player can jump to; `trimmed` says that the file holds more
    than it shows; the picture begins `picture_late_s` after the sound. `audio_codec` is "" without a
    sound that can be read, `silent` when nothing is to be heard on it; `loudness_lufs` (EBU R 128, as
    stereo) and `peak_db` (true peak) are None then. Streams are those chosen of `streams` in the file.
    """

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
    profile: str = ""
    level: int = 0
    pixel_format: str = ""
    transfer: str = ""
    primaries: str = ""
    matrix: str = ""
    square_dots: bool = True
    variable_rate: bool = False
    key_gap_s: float = 0.0
    trimmed: bool = False
    picture_late_s: float = 0.0
    video_kbps: int = 0
    audio_kbps: int = 0
    audio_profile: str = ""
    audio_channels: int = 0
    audio_rate_hz: int = 0
    silent: bool = False
    loudness_lufs: float | None = None
    peak_db: float | None = None
    streams: int = 1
    picture_stream: int = 0
    sound_stream: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """What a prepared sound file is, before anything is made of it; `stream` is the one to take of it."""

    codec: str
    duration_s: float
    size_bytes: int
    sha256: str
    stream: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionsFacts:
    """What a caption file is: how many captions, and when the last of them ends."""

    cues: int
    end_s: float
    sha256: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One derived file. `path` is relative to the site's root; `type` is a MIME type."""

    path: str
    type: str
    width_px: int
    height_px: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Crop:
    """A named cut of a picture, narrow first. No renditions: the picture has this shape as it is."""

    name: str
    renditions: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph ready for the page: WebP, JPEG and perhaps AVIF at the preset's widths, narrow first.

    `placeholder` is a data: URI of a few dozen pixels, shown while the picture loads; `focus` is the
    point (percent) that a style sheet's own cut must keep, where the editor or a found face names one.
    """

    renditions: tuple[Rendition, ...]
    placeholder: str
    crops: tuple[Crop, ...] = ()
    focus: tuple[float, float] | None = None

    def of_type(self, mime: str) -> tuple[Rendition, ...]:
        """Return the renditions of one MIME type, narrow first."""
        return tuple(r for r in self.renditions if r.type == mime)

    @property
    def largest(self) -> Rendition:
        """Return the widest JPEG: the fallback `src`, the picture that a chat shows."""
        return self.of_type("image/jpeg")[-1]

    def crop(self, name: str) -> tuple[Rendition, ...]:
        """Return the renditions of a named cut; () when it was not wanted or would cut nothing away."""
        return next((crop.renditions for crop in self.crops if crop.name == name), ())


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
    derived file on the site to the file on disk that holds its bytes. `passed` is by the address of a
    page; that of "" serves all pages without one of their own.
    """

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    films: Mapping[str, Film] = field(default_factory=dict)
    sounds: Mapping[str, Sound] = field(default_factory=dict)
    photo_facts: Mapping[str, PhotoFacts] = field(default_factory=dict)
    film_facts: Mapping[str, FilmFacts] = field(default_factory=dict)
    sound_facts: Mapping[str, SoundFacts] = field(default_factory=dict)
    captions_facts: Mapping[str, CaptionsFacts] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    passed: Mapping[str, PassedOn] = field(default_factory=dict)


def media_key(address: object, file: str) -> str:
    """Return the shelf key of `file` of the record at `address`."""
    return f"{address}/{file}"
