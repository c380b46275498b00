"""Which masters are already what we would make of them: those are taken over, not made worse."""

from __future__ import annotations

from showcase.media.films.fitting import fit
from showcase.model.media import FilmFacts
from showcase.model.presets import FilmPreset, FilmSize

PEAK_DB = -2.0
"""The true peak that the limiter allows: encoders overshoot by about one."""
_CONTAINERS = ("mov", "matroska")
_HIGHEST_LEVEL = 41
"""What hardware decoders of old phones take."""
_CURVES = ("", "bt709", "smpte170m", "iec61966-2-1", "gamma28")
_LONGEST_KEY_GAP_S = 10.0
_SOUND_HZ = (44100, 48000)
_NEAR_LU = 0.9
_LOUDEST_PEAK_DB = PEAK_DB + 1.0
_FATTEST_SOUND = 1.6
"""Of the recipe's bit rate for sound."""


def keeps_picture(facts: FilmFacts, preset: FilmPreset, size: FilmSize) -> bool:
    """Whether the picture may be taken over: it plays everywhere, fits the box and is not too heavy.

    A film that was trimmed without being made anew still holds what was cut away: that never is.
    """
    plays = (
        facts.container.split(",")[0] in _CONTAINERS
        and facts.video_codec == size.codec == "h264"
        and facts.profile == "High"
        and 0 < facts.level <= _HIGHEST_LEVEL
        and facts.pixel_format == "yuv420p"
        and facts.transfer in _CURVES
        and not (facts.hdr or facts.interlaced or facts.rotation or facts.trimmed)
    )
    steady = not facts.variable_rate and abs(facts.frame_rate - preset.frame_rate) < 0.01
    steady = steady and facts.picture_late_s * preset.frame_rate < 1
    px = facts.width_px, facts.height_px
    fits = facts.square_dots and fit(*px, size) == px
    light = facts.video_kbps <= size.cap_kbps and facts.key_gap_s <= _LONGEST_KEY_GAP_S
    return plays and steady and fits and light


def keeps_sound(facts: FilmFacts, preset: FilmPreset) -> bool:
    """Whether the sound may be taken over: AAC in stereo at the recipe's loudness."""
    plays = (
        facts.container.split(",")[0] in _CONTAINERS
        and (facts.audio_codec, facts.audio_profile, facts.audio_channels) == ("aac", "LC", 2)
        and facts.audio_rate_hz in _SOUND_HZ
        and facts.audio_kbps <= _FATTEST_SOUND * preset.audio_kbps
        and not facts.trimmed
    )
    if facts.loudness_lufs is None or facts.peak_db is None:
        return plays
    near = abs(facts.loudness_lufs - preset.loudness_lufs) <= _NEAR_LU
    return plays and near and facts.peak_db <= _LOUDEST_PEAK_DB
