"""Look into a film or a sound file without converting it, and refuse what is not one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from showcase.media.probing.containers import CONTAINERS, SOUND_CONTAINERS
from showcase.media.probing.damage import check_without_gap
from showcase.media.probing.film_colours import HDR_CURVES, curve_of, matrix_of, primaries_of
from showcase.media.probing.frames import is_interlaced, looks
from showcase.media.probing.lengths import check_length, check_whole, claimed_s
from showcase.media.probing.mistaken import unreadable
from showcase.media.probing.opening import opened
from showcase.media.probing.packets import Packets, scan
from showcase.media.probing.streams import picture_stream, sound_stream
from showcase.media.terms.refusal import Refused
from showcase.model.media import FilmFacts, SoundFacts

_QUARTER_TURN = 90
_LEAST_PX = 16
_MOST_PX = 8192 * 4320
_ANY_MINUTES = 10**9
_SOUND_FIX = "重新导出为 MP3 或 M4A；改扩展名不会改变文件内容"


def film_facts(path: Path, sha256: str, limit_minutes: int) -> FilmFacts:
    """Return what a film is, its loudness aside; Refused when it is none, cut off or too long.

    Sizes are upright, in square pixels. All packets are read, a few frames are decoded.
    """
    try:
        with opened(path, CONTAINERS) as container:
            picture, sound = _streams(container)
            claimed = claimed_s(container)
            check_length("film", claimed, limit_minutes)
            found, end_s = scan(container, [picture, sound] if sound else [picture])
        with opened(path, CONTAINERS) as container:
            facts = _facts(container, *_streams(container), found)
    except (av.FFmpegError, OSError, ValueError):
        raise unreadable(path) from None
    check_whole("film", claimed, end_s - _start_s(found))
    check_without_gap(facts.container, found[0])
    check_length("film", facts.duration_s, limit_minutes)
    return replace(facts, size_bytes=path.stat().st_size, sha256=sha256)


def sound_facts(path: Path, sha256: str, limit_minutes: int) -> SoundFacts:
    """Return what a sound file is; Refused when it is none, cut off or too long."""
    try:
        with opened(path, SOUND_CONTAINERS) as container:
            sound = sound_stream(container)
            claimed = claimed_s(container)
            check_length("audio", claimed, limit_minutes)
            if sound is None or next(container.decode(sound), None) is None:
                raise Refused("audio-unreadable", "文件里没有声音", "重新导出为 MP3 或 M4A")
            index, codec = sound.index, sound.codec_context.codec.canonical_name
        with opened(path, SOUND_CONTAINERS) as container:
            found, end_s = scan(container, [container.streams[index]])
    except (av.FFmpegError, OSError, ValueError):
        raise Refused("audio-unreadable", "不是声音文件，或者文件已损坏", _SOUND_FIX) from None
    check_whole("audio", claimed, end_s - _start_s(found))
    duration_s = round(_length_s(found), 3)
    check_length("audio", duration_s, limit_minutes)
    size_bytes = path.stat().st_size
    return SoundFacts(codec=codec, duration_s=duration_s, size_bytes=size_bytes, sha256=sha256, stream=index)


def shown_s(film: Path) -> float:
    """Return the seconds of a film that we made, 0 when there is no picture in it."""
    with opened(film, CONTAINERS) as container:
        pictures = container.streams.video
        whole = bool(pictures) and pictures[0].frames > 0
        return (container.duration or 0) / av.time_base if whole else 0.0


def sound_duration_s(path: Path) -> float:
    """Return the seconds of a sound file, however long; Refused when it is none."""
    return sound_facts(path, "", _ANY_MINUTES).duration_s


def _streams(container: InputContainer) -> tuple[VideoStream, AudioStream | None]:
    picture = picture_stream(container)
    if picture is None:
        fix = "有声版请写在 audio 之下；影片请重新导出"
        raise Refused("film-no-picture", "文件里只有声音，没有画面", fix)
    _check_size(picture.codec_context.width, picture.codec_context.height)
    return picture, sound_stream(container)


def _check_size(width: int, height: int) -> None:
    """Refuse, before a frame is decoded, what is larger than any camera's film: one frame is a gigabyte."""
    if width * height > _MOST_PX:
        message = f"画面有 {width}×{height} 像素，超过 8K 影片的大小"
        raise Refused("film-too-large", message, "重新导出为 1920×1080 或 1280×720 的影片")


def _facts(
    container: InputContainer, picture: VideoStream, sound: AudioStream | None, found: list[Packets]
) -> FilmFacts:
    frames = list(looks(container, picture))
    if not frames:
        raise ValueError("no frame can be decoded")
    first, packets = frames[0], found[0]
    rotation = first.rotation % 360
    width, height = _upright(first, picture.sample_aspect_ratio, rotation)
    context = picture.codec_context
    facts = FilmFacts(
        container=container.format.name,
        video_codec=context.codec.canonical_name,
        audio_codec="",
        width_px=width,
        height_px=height,
        frame_rate=round(float(picture.average_rate or picture.guessed_rate or 0), 3),
        duration_s=round(_length_s(found), 3),
        size_bytes=0,
        sha256="",
        rotation=rotation,
        interlaced=is_interlaced(frames, picture),
        hdr=curve_of(first) in HDR_CURVES,
        profile=str(context.profile or ""),
        level=context.level,
        pixel_format=first.format.name,
        transfer=curve_of(first),
        primaries=primaries_of(first),
        matrix=matrix_of(first),
        square_dots=(picture.sample_aspect_ratio or 1) == 1,
        variable_rate=packets.varies,
        key_gap_s=round(packets.key_gap_s, 3),
        trimmed=packets.discarded > 0 or len({(each.width, each.height) for each in frames}) > 1,
        picture_late_s=round(packets.start_s - _start_s(found), 3),
        video_kbps=packets.kbps,
        streams=len(container.streams),
        picture_stream=picture.index,
    )
    return _with_sound(facts, sound, found[-1]) if sound else facts


def _with_sound(facts: FilmFacts, sound: AudioStream, packets: Packets) -> FilmFacts:
    context = sound.codec_context
    return replace(
        facts,
        audio_codec=context.codec.canonical_name,
        audio_profile=str(context.profile or ""),
        audio_channels=context.layout.nb_channels,
        audio_rate_hz=context.sample_rate,
        audio_kbps=packets.kbps,
        sound_stream=sound.index,
    )


def _upright(frame: VideoFrame, shape: Fraction | None, rotation: int) -> tuple[int, int]:
    width, height = round(frame.width * (shape or 1)), frame.height
    if min(width, height) < _LEAST_PX:
        message = f"画面只有 {width}×{height} 像素"
        raise Refused("film-too-small", message, "重新导出为 1280×720 的影片")
    return (height, width) if rotation % (2 * _QUARTER_TURN) == _QUARTER_TURN else (width, height)


def _start_s(found: list[Packets]) -> float:
    return min(each.start_s for each in found)


def _length_s(found: list[Packets]) -> float:
    return max(each.end_s for each in found) - _start_s(found)
