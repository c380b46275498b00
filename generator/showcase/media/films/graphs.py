"""Compose ffmpeg commands for films. ffmpeg-python describes the graph; `compile` is all we use of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ffmpeg

from showcase.media.films.sound_graphs import AAC, BARE, Levelling, levelled
from showcase.media.probing.containers import CONTAINERS
from showcase.media.probing.film_colours import is_wide, matrix_in, narrowed
from showcase.media.working.runner import ffmpeg_program
from showcase.model.media import FilmFacts
from showcase.model.presets import FilmPreset, FilmSize

AV1 = "av1"
_GLOBALS = ("-hide_banner", "-nostdin", "-nostats", "-progress", "pipe:1", "-loglevel", "error")
_MP4 = {**BARE, "movflags": "+faststart", "write_tmcd": 0, "f": "mp4"}
_STANDARD = {"colorspace": "bt709", "color_primaries": "bt709", "color_trc": "bt709", "range": "tv"}
_KEY_S = 4
_NO_REMARKS = "filter_units=remove_types=6"
"""SEI: settings of the encoder, serial numbers of cameras; nothing that a player needs."""


@dataclass(frozen=True, slots=True)
class Target:
    """One MP4 to write: the recipe's box, the size that the film takes in it, and the file.

    `copied`: the picture is taken over as it is.
    """

    size: FilmSize
    width_px: int
    height_px: int
    file: Path
    copied: bool = False


def film_command(
    path: Path, facts: FilmFacts, preset: FilmPreset, targets: Sequence[Target], levelling: Levelling | None
) -> list[str]:
    """Return the command that writes every target in one process, so the master is decoded once.

    `levelling` None takes the sound over as it is. A picture that is only taken over is decoded all the
    same, into nothing: that is how damage shows.
    """
    source = ffmpeg.input(str(path.absolute()), protocol_whitelist="file", format_whitelist=CONTAINERS)
    picture = source[str(facts.picture_stream)]
    sound = source[str(facts.sound_stream)] if facts.audio_codec else None
    pictures = _pictures(picture, facts, preset, targets)
    sounds = _sounds(sound, levelling, len(targets))
    outputs = []
    for target, shown, heard in zip(targets, pictures, sounds, strict=True):
        options = _picture_options(preset, target)
        if sound:
            options |= AAC | {"b:a": f"{preset.audio_kbps}k"} if levelling else {"c:a": "copy"}
        streams = [shown, heard] if sound else [shown]
        outputs.append(ffmpeg.output(*streams, str(target.file), **_MP4, **options))
    if all(target.copied for target in targets):
        outputs.append(ffmpeg.output(picture, "-", f="null"))
    arguments = ffmpeg.merge_outputs(*outputs).global_args(*_GLOBALS)
    return [str(word) for word in arguments.compile(cmd=ffmpeg_program(), overwrite_output=True)]


def _pictures(picture: Any, facts: FilmFacts, preset: FilmPreset, targets: Sequence[Target]) -> list[Any]:  # noqa: ANN401
    """Return the picture for each target: as it is, or decoded once, made standard and sized."""
    made = [target for target in targets if not target.copied]
    if not made:
        return [picture] * len(targets)
    standard = _standard(picture, facts, preset, made[0])
    branches = iter(_branches(standard, len(made), "split"))
    return [picture if target.copied else _sized(next(branches), facts, target) for target in targets]


def _sounds(sound: Any, levelling: Levelling | None, count: int) -> list[Any]:  # noqa: ANN401
    if sound is None or levelling is None:
        return [sound] * count
    return _branches(levelled(sound, levelling), count, "asplit")


def _branches(stream: Any, count: int, name: str) -> list[Any]:  # noqa: ANN401
    """A filter's end can be taken once only; two takers need a split."""
    if count == 1:
        return [stream]
    split = stream.filter_multi_output(name, count)
    return [split[index] for index in range(count)]


def _standard(picture: Any, facts: FilmFacts, preset: FilmPreset, largest: Target) -> Any:  # noqa: ANN401
    """One progressive standard-range picture at a constant rate from the first moment on.

    ffmpeg itself turns it by its flag.
    """
    if facts.interlaced:
        picture = picture.filter("bwdif", mode="send_frame")
    picture = picture.filter("fps", fps=preset.frame_rate, start_time=0)
    if is_wide(facts):
        picture = narrowed(picture, facts, largest.width_px, largest.height_px)
    return picture


def _sized(picture: Any, facts: FilmFacts, target: Target) -> Any:  # noqa: ANN401
    sized = picture.filter(
        "scale",
        target.width_px,
        target.height_px,
        flags="lanczos",
        in_color_matrix=matrix_in(facts),
        out_color_matrix="bt709",
        out_range="tv",
    )
    even = sized.filter("setsar", 1).filter("format", pix_fmts="yuv420p")
    return even.filter("setparams", **{**_STANDARD, "field_mode": "prog"})


def _picture_options(preset: FilmPreset, target: Target) -> dict[str, object]:
    if target.copied:
        return {"c:v": "copy", "bsf:v": _NO_REMARKS}
    common = {"crf": target.size.crf, "g": _KEY_S * preset.frame_rate, "flags:v": "+bitexact"}
    if target.size.codec == AV1:
        settings = f"lp={preset.threads}:mbr={target.size.cap_kbps}"
        return {**common, "c:v": "libsvtav1", "preset": preset.av1_speed, "svtav1-params": settings}
    return {
        **common,
        "c:v": "libx264",
        "profile:v": "high",
        "preset": preset.speed,
        "maxrate": f"{target.size.cap_kbps}k",
        "bufsize": f"{2 * target.size.cap_kbps}k",
        "threads": preset.threads,
        "bsf:v": _NO_REMARKS,
    }
