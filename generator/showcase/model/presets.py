"""Recipes of media, as read from media/presets.yml: what is made of every photo, film and sound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CropShape:
    """A named cut of a record's large picture: `wide`:`high`, at `widths_px`, narrow first.

    `jpeg_only`: for link cards, whose readers take nothing else.
    """

    name: str
    wide: int
    high: int
    widths_px: tuple[int, ...]
    jpeg_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPreset:
    """What is made of a photo.

    `recipe` is raised by hand when the output should change though no number here did. `widths_px`
    narrow first; qualities 1–100, `avif_quality` 0 makes none; `avif_speed` 0 (small) to 10 (quick);
    `find_faces` needs the extra `faces`; `placeholder_px` is the width of the inline picture;
    `limit_megapixels` bounds what is opened at all, `limit_memory_mb` what decoding may take.
    """

    recipe: int
    widths_px: tuple[int, ...]
    crops: tuple[CropShape, ...]
    webp_quality: int
    jpeg_quality: int
    avif_quality: int
    avif_speed: int
    find_faces: bool
    placeholder_px: int
    limit_megapixels: int
    limit_memory_mb: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmSize:
    """One rendition of a film: the box it must fit into, the encoder's crf, and the cap of its bit rate.

    `codec`: h264, which every browser plays, or av1, smaller, for browsers that know it.
    """

    name: str
    width_px: int
    height_px: int
    crf: int
    cap_kbps: int
    codec: str = "h264"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPreset:
    """What is made of a film.

    `sizes` large first, the first h264; `threads` is fixed because x264's bytes follow it; `av1_speed`
    0 (small) to 13 (quick).
    """

    recipe: int
    sizes: tuple[FilmSize, ...]
    speed: str
    av1_speed: int
    frame_rate: int
    loudness_lufs: float
    audio_kbps: int
    threads: int
    limit_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPreset:
    """What is made of a prepared sound file (有声版): M4A at `audio_kbps`, Opus unless `opus_kbps` is 0."""

    recipe: int
    loudness_lufs: float
    audio_kbps: int
    opus_kbps: int
    limit_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionsPreset:
    """What is made of captions: WebVTT."""

    recipe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Presets:
    """The recipes of one site."""

    photo: PhotoPreset
    film: FilmPreset
    sound: SoundPreset
    captions: CaptionsPreset


DEFAULTS = Presets(
    photo=PhotoPreset(
        recipe=3,
        widths_px=(320, 720, 1200),
        crops=(
            CropShape(name="portrait", wide=3, high=4, widths_px=(320, 640, 960)),
            CropShape(name="scene", wide=3, high=2, widths_px=(400, 800, 1200)),
            CropShape(name="link", wide=40, high=21, widths_px=(1200,), jpeg_only=True),
        ),
        webp_quality=78,
        jpeg_quality=80,
        avif_quality=0,
        avif_speed=6,
        find_faces=False,
        placeholder_px=16,
        limit_megapixels=250,
        limit_memory_mb=1200,
    ),
    film=FilmPreset(
        recipe=3,
        sizes=(
            FilmSize(name="720p", width_px=1280, height_px=720, crf=23, cap_kbps=3000),
            FilmSize(name="480p", width_px=854, height_px=480, crf=25, cap_kbps=1200),
        ),
        speed="medium",
        av1_speed=8,
        frame_rate=25,
        loudness_lufs=-16.0,
        audio_kbps=128,
        threads=2,
        limit_minutes=30,
    ),
    sound=SoundPreset(recipe=2, loudness_lufs=-16.0, audio_kbps=96, opus_kbps=48, limit_minutes=60),
    captions=CaptionsPreset(recipe=2),
)
"""Used where media/presets.yml says nothing."""
