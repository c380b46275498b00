"""Compose ffmpeg commands. ffmpeg-python describes the graph; `compile` is all that we use of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from showcase.media.probe import CONTAINERS, SOUND_CONTAINERS
from showcase.media.runner import ffmpeg_program
from showcase.model.media import FilmFacts
from showcase.model.presets import FilmPreset, FilmSize

_GLOBALS = ("-hide_banner", "-nostdin", "-nostats")
_BARE = {"map_metadata": -1, "map_chapters": -1, "fflags": "+bitexact", "movflags": "+faststart", "f": "mp4"}
_SOUND_HZ = 48000
_PEAK_LIMIT = 0.84  # −1.5 dB: AAC overshoots a little
_TONE_MAP = (
    ("zscale", {"t": "linear", "npl": 100}),
    ("format", {"pix_fmts": "gbrpf32le"}),
    ("zscale", {"p": "bt709"}),
    ("tonemap", {"tonemap": "hable", "desat": 0}),
    ("zscale", {"t": "bt709", "m": "bt709", "r": "tv"}),
)


@dataclass(frozen=True, slots=True)
class Target:
    """One MP4 to write: the recipe's box, the size that the film takes in it, and the file."""

    size: FilmSize
    width_px: int
    height_px: int
    file: Path


def fit(width_px: int, height_px: int, size: FilmSize) -> tuple[int, int]:
    """Return the even size of a film in a box: its aspect kept, never enlarged."""
    scale = min(1.0, size.width_px / width_px, size.height_px / height_px)
    return max(2, 2 * round(width_px * scale / 2)), max(2, 2 * round(height_px * scale / 2))


def film_command(
    path: Path, facts: FilmFacts, preset: FilmPreset, targets: Sequence[Target], gain_db: float
) -> list[str]:
    """Return the command that writes every target in one process, so the master is decoded once."""
    source = _source(path, CONTAINERS)
    pictures = _upright(source.video, facts, preset).split() if len(targets) > 1 else None
    sounds = _levelled(source.audio, gain_db).asplit() if facts.audio_codec and len(targets) > 1 else None
    outputs = []
    for index, target in enumerate(targets):
        picture = pictures[index] if pictures else _upright(source.video, facts, preset)
        streams = [_sized(picture, target)]
        options = _picture_options(preset, target)
        if facts.audio_codec:
            streams.append(sounds[index] if sounds else _levelled(source.audio, gain_db))
            options |= _sound_options(preset.audio_kbps)
        outputs.append(ffmpeg.output(*streams, str(target.file), **_BARE, **options))
    return _command(ffmpeg.merge_outputs(*outputs), "-progress", "pipe:1", "-loglevel", "error")


def sound_command(path: Path, file: Path, audio_kbps: int, gain_db: float) -> list[str]:
    """Return the command that writes a sound file as M4A."""
    sound = _levelled(_source(path, SOUND_CONTAINERS).audio, gain_db)
    output = ffmpeg.output(sound, str(file), **_BARE, **_sound_options(audio_kbps))
    return _command(output, "-progress", "pipe:1", "-loglevel", "error")


def loudness_command(path: Path) -> list[str]:
    """Return the command that measures loudness and prints a summary on stderr; it writes nothing."""
    sound = _stereo(_source(path, SOUND_CONTAINERS).audio).filter("ebur128", peak="true", framelog="quiet")
    return _command(ffmpeg.output(sound, "-", f="null"), "-loglevel", "info")


def _source(path: Path, containers: str) -> Any:  # noqa: ANN401 - ffmpeg-python publishes no types
    return ffmpeg.input(str(path.absolute()), protocol_whitelist="file", format_whitelist=containers)


def _upright(picture: Any, facts: FilmFacts, preset: FilmPreset) -> Any:  # noqa: ANN401
    """One progressive standard-range picture at a constant rate. ffmpeg itself turns it by its flag."""
    if facts.interlaced:
        picture = picture.filter("bwdif", mode="send_frame")
    if facts.hdr:
        for name, options in _TONE_MAP:
            picture = picture.filter(name, **options)
    return picture.filter("fps", fps=preset.frame_rate)


def _sized(picture: Any, target: Target) -> Any:  # noqa: ANN401
    sized = picture.filter("scale", target.width_px, target.height_px, flags="lanczos", out_range="tv")
    return sized.filter("setsar", 1).filter("format", pix_fmts="yuv420p")


def _stereo(sound: Any) -> Any:  # noqa: ANN401
    return sound.filter("aresample", _SOUND_HZ).filter("aformat", channel_layouts="stereo")


def _levelled(sound: Any, gain_db: float) -> Any:  # noqa: ANN401
    """Loudness by one fixed gain, with a limiter for the peaks that it lifts."""
    louder = _stereo(sound).filter("volume", f"{gain_db:.2f}dB")
    return louder.filter("alimiter", limit=_PEAK_LIMIT, level="false") if gain_db > 0 else louder


def _picture_options(preset: FilmPreset, target: Target) -> dict[str, object]:
    return {
        "c:v": "libx264",
        "profile:v": "high",
        "preset": preset.speed,
        "crf": target.size.crf,
        "maxrate": f"{target.size.cap_kbps}k",
        "bufsize": f"{2 * target.size.cap_kbps}k",
        "g": 4 * preset.frame_rate,
        "threads": preset.threads,
        "flags:v": "+bitexact",
        "metadata:s:v": "encoder=",
    }


def _sound_options(audio_kbps: int) -> dict[str, object]:
    return {"c:a": "aac", "b:a": f"{audio_kbps}k", "flags:a": "+bitexact", "metadata:s:a": "encoder="}


def _command(output: Any, *options: str) -> list[str]:  # noqa: ANN401
    arguments = output.global_args(*_GLOBALS, *options)
    return [str(word) for word in arguments.compile(cmd=ffmpeg_program(), overwrite_output=True)]
