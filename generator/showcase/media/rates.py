"""What a job costs: processor seconds of one core, from a small table of measured rates.

All rates of the program stand here. They were measured with `tests/benchmarks/media_rates.py` on one
machine; `pace.py` learns how much faster or slower another one is.
"""

from __future__ import annotations

from showcase.media.films.conforming import keeps_picture
from showcase.media.films.fitting import sizes_of
from showcase.media.terms.framing import widths_of
from showcase.model.media import FilmFacts, PhotoFacts
from showcase.model.presets import PhotoPreset, Presets

ENCODE_S_PER_MP = {
    "superfast": 0.016,
    "veryfast": 0.023,
    "faster": 0.045,
    "fast": 0.053,
    "medium": 0.065,
    "slow": 0.095,
    "slower": 0.140,
    "veryslow": 0.260,
}
"""x264, by its speed: seconds per million pixels of output, scaling included."""
DECODE_S_PER_MP = {"h264": 0.004, "hevc": 0.008}
"""Seconds per million pixels of a master's film, by codec; others count as `_DECODE_OTHER`."""
_DECODE_OTHER = 0.006
_TONE_MAP_S_PER_MP = 0.11
_DEINTERLACE_S_PER_MP = 0.008
_SOUND_S_PER_S = 0.045
"""Measuring loudness, levelling and AAC, per second of sound."""
_POSTER_S = 0.6
_PHOTO_S = 0.02
_PHOTO_S_PER_MP = 0.05
"""Decoding, turning and scaling a photo, per million pixels of the master."""
_WEBP_AND_JPEG_S_PER_MP = 0.16
_CAPTIONS_S = 0.005

_FILM_BYTES_PER_S = 1_500_000
_SOUND_BYTES_PER_S = 24_000
_PHOTO_BYTES_PER_MP = 350_000
"""What a phone writes: the size of a master tells roughly how long it is when it lies elsewhere."""


def film_s(facts: FilmFacts, presets: Presets) -> float:
    """Return the seconds of making a film, all renditions and the poster."""
    film = presets.film
    source_mp = facts.width_px * facts.height_px * (facts.frame_rate or film.frame_rate) / 1e6
    per_mp = DECODE_S_PER_MP.get(facts.video_codec, _DECODE_OTHER)
    per_mp += (_TONE_MAP_S_PER_MP if facts.hdr else 0) + (_DEINTERLACE_S_PER_MP if facts.interlaced else 0)
    encoded = [px for size, px in sizes_of(facts, film) if not keeps_picture(facts, film, size)]
    made_mp = sum(width * height for width, height in encoded) * film.frame_rate / 1e6
    each_s = source_mp * per_mp + made_mp * ENCODE_S_PER_MP[film.speed]
    return _POSTER_S + facts.duration_s * (each_s + (_SOUND_S_PER_S if facts.audio_codec else 0))


def film_s_of_size(size_bytes: int, presets: Presets) -> float:
    """Return the seconds of making a film of which only the size is known."""
    film = presets.film
    made_mp = sum(size.width_px * size.height_px for size in film.sizes) * film.frame_rate / 1e6
    each_s = made_mp * ENCODE_S_PER_MP[film.speed] + _SOUND_S_PER_S
    return _POSTER_S + size_bytes / _FILM_BYTES_PER_S * each_s


def photo_s(facts: PhotoFacts, preset: PhotoPreset) -> float:
    """Return the seconds of making all derivatives of a photo."""
    shape = facts.height_px / max(facts.width_px, 1)
    made_mp = sum(width * width * shape for width in widths_of(facts.width_px, preset.widths_px)) / 1e6
    source_mp = facts.width_px * facts.height_px / 1e6
    return _PHOTO_S + source_mp * _PHOTO_S_PER_MP + made_mp * _WEBP_AND_JPEG_S_PER_MP


def photo_s_of_size(size_bytes: int, preset: PhotoPreset) -> float:
    """Return the seconds of making a photo of which only the size is known."""
    made_mp = sum(width * width for width in preset.widths_px) / 1e6
    source_s = size_bytes / _PHOTO_BYTES_PER_MP * _PHOTO_S_PER_MP
    return _PHOTO_S + source_s + made_mp * _WEBP_AND_JPEG_S_PER_MP


def sound_s(length_s: float) -> float:
    """Return the seconds of making a prepared sound file of `length_s`."""
    return _PHOTO_S + length_s * _SOUND_S_PER_S


def sound_s_of_size(size_bytes: int) -> float:
    """Return the seconds of making a sound file of which only the size is known."""
    return sound_s(size_bytes / _SOUND_BYTES_PER_S)


def captions_s() -> float:
    """Return the seconds of checking and converting captions."""
    return _CAPTIONS_S
