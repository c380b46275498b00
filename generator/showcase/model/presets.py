"""Recipes of media, as read from media/presets.yml: what is made of every photo, film and sound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPreset:
    """What is made of a photo.

    `recipe` is raised by hand when the output should change though no number here did. `widths_px`
    narrow first; qualities 1–100; `placeholder_px` is the width of the inline picture;
    `limit_megapixels` bounds what is opened at all.
    """

    recipe: int
    widths_px: tuple[int, ...]
    webp_quality: int
    jpeg_quality: int
    placeholder_px: int
    limit_megapixels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmSize:
    """One rendition of a film: the box it must fit into, x264's crf, and the cap of its bit rate."""

    name: str
    width_px: int
    height_px: int
    crf: int
    cap_kbps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPreset:
    """What is made of a film. `sizes` large first; `threads` is fixed because x264's bytes follow it."""

    recipe: int
    sizes: tuple[FilmSize, ...]
    speed: str
    frame_rate: int
    loudness_lufs: float
    audio_kbps: int
    threads: int
    limit_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPreset:
    """What is made of a prepared sound file (有声版)."""

    recipe: int
    loudness_lufs: float
    audio_kbps: int
    limit_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Presets:
    """The three recipes of one site."""

    photo: PhotoPreset
    film: FilmPreset
    sound: SoundPreset


DEFAULTS = Presets(
    photo=PhotoPreset(
        recipe=1,
        widths_px=(320, 720, 1200),
        webp_quality=78,
        jpeg_quality=80,
        placeholder_px=16,
        limit_megapixels=120,
    ),
    film=FilmPreset(
        recipe=1,
        sizes=(
            FilmSize(name="720p", width_px=1280, height_px=720, crf=23, cap_kbps=3000),
            FilmSize(name="480p", width_px=854, height_px=480, crf=25, cap_kbps=1200),
        ),
        speed="medium",
        frame_rate=25,
        loudness_lufs=-16.0,
        audio_kbps=128,
        threads=2,
        limit_minutes=30,
    ),
    sound=SoundPreset(recipe=1, loudness_lufs=-16.0, audio_kbps=96, limit_minutes=60),
)
"""Used where media/presets.yml says nothing."""
