"""Compose ffmpeg commands for sound: measure it, bring it to a loudness, write it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from showcase.media.films.conforming import PEAK_DB
from showcase.media.probing.containers import SOUND_CONTAINERS
from showcase.media.working.runner import ffmpeg_program

BARE = {
    "map_metadata": -1,
    "map_chapters": -1,
    "fflags": "+bitexact",
    "metadata:s:v": "encoder=",
    "metadata:s:a": "encoder=",
}
"""Nothing of the master's words."""
AAC: dict[str, object] = {"c:a": "aac", "flags:a": "+bitexact"}
_OPUS = {"c:a": "libopus", "vbr": "on", "application": "audio", "flags:a": "+bitexact"}
_GLOBALS = ("-hide_banner", "-nostdin", "-nostats")
_SOUND_HZ = 48000
_OVERSAMPLED_HZ = 4 * _SOUND_HZ
_SHORT_S, _LOOPED_S = 3.0, 6.0


@dataclass(frozen=True, slots=True)
class Levelling:
    """One fixed gain, and whether the peaks that it lifts need a limiter."""

    gain_db: float = 0.0
    limited: bool = False


def sound_command(path: Path, stream: int, files: dict[Path, int], levelling: Levelling) -> list[str]:
    """Return the command that writes each of `files` at its kbit/s: .opus as Opus, else as AAC."""
    sound = levelled(_source(path)[str(stream)], levelling)
    branches = sound.filter_multi_output("asplit", len(files)) if len(files) > 1 else [sound]
    outputs = [
        ffmpeg.output(branches[index], str(file), **_options(file), **BARE, **{"b:a": f"{kbps}k"})
        for index, (file, kbps) in enumerate(files.items())
    ]
    return _command(ffmpeg.merge_outputs(*outputs), "-progress", "pipe:1", "-loglevel", "error")


def loudness_command(
    path: Path, stream: int, duration_s: float, levelling: Levelling | None = None
) -> list[str]:
    """Return the command that measures loudness and true peak and prints a summary; it writes nothing.

    A sound shorter than the meter's blocks is measured as if it were repeated.
    """
    sound = _source(path)[str(stream)]
    sound = levelled(sound, levelling) if levelling else _stereo(sound)
    if duration_s < _SHORT_S:
        looped = sound.filter("aloop", loop=-1, size=int(_SHORT_S * _SOUND_HZ))
        sound = looped.filter("atrim", duration=_LOOPED_S)
    sound = sound.filter("ebur128", peak="true", framelog="quiet")
    return _command(ffmpeg.output(sound, "-", f="null"), "-loglevel", "info")


def levelled(sound: Any, levelling: Levelling) -> Any:  # noqa: ANN401 - ffmpeg-python publishes no types
    """Stereo from the first moment on, without holes, lifted or lowered, its peaks held.

    The limiter works on four times as many samples: what lies between two of them counts as well.
    """
    louder = _stereo(sound).filter("volume", f"{levelling.gain_db:.2f}dB", precision="float")
    if not levelling.limited:
        return louder
    finer = louder.filter("aresample", _OVERSAMPLED_HZ)
    held = finer.filter("alimiter", limit=round(10 ** (PEAK_DB / 20), 4), level="false", latency="true")
    return held.filter("aresample", _SOUND_HZ)


def _stereo(sound: Any) -> Any:  # noqa: ANN401
    filled = sound.filter("aresample", **{"async": 1, "first_pts": 0, "osr": _SOUND_HZ})
    return filled.filter("aformat", sample_fmts="fltp", channel_layouts="stereo")


def _options(file: Path) -> dict[str, object]:
    if ".opus" in file.name:
        return {**_OPUS, "f": "opus"}
    return {**AAC, "movflags": "+faststart", "f": "mp4"}


def _source(path: Path) -> Any:  # noqa: ANN401
    return ffmpeg.input(str(path.absolute()), protocol_whitelist="file", format_whitelist=SOUND_CONTAINERS)


def _command(output: Any, *options: str) -> list[str]:  # noqa: ANN401
    arguments = output.global_args(*_GLOBALS, *options)
    return [str(word) for word in arguments.compile(cmd=ffmpeg_program(), overwrite_output=True)]
