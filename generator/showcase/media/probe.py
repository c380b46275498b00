"""Look into a film or a sound file without converting it, and refuse what is not one."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from showcase.media.refusal import Refused
from showcase.model.media import FilmFacts

CONTAINERS = "mov,matroska,webm,avi,mpegts,mpeg,flv,asf"
"""What may be opened as a film. mov is MP4 and 3GP too. A protocol list alone would let a playlist in."""
SOUND_CONTAINERS = f"{CONTAINERS},mp3,wav,aac,flac,ogg"

_PATIENCE_S = 20.0
_QUARTER_TURN = 90
_HDR_CURVES = (16, 18)  # SMPTE ST 2084 (PQ) and ARIB STD-B67 (HLG)
_LEAST_PX = 16


def film_facts(path: Path, sha256: str, limit_minutes: int) -> FilmFacts:
    """Return what a film is; Refused when it is none or too long. Sizes are upright, in square pixels."""
    try:
        with _opened(path, CONTAINERS) as container:
            stream = _picture_stream(container)
            frame = next(container.decode(stream), None)
            if frame is None:
                raise _unreadable()
            facts = _facts(container, stream, frame, path, sha256)
    except (av.FFmpegError, OSError, ValueError):
        raise _unreadable() from None
    _check_length(facts.duration_s, limit_minutes)
    return facts


def sound_duration_s(path: Path) -> float:
    """Return the seconds of a sound file; Refused when it is none."""
    try:
        with _opened(path, SOUND_CONTAINERS) as container:
            if not container.streams.audio or next(container.decode(audio=0), None) is None:
                raise Refused("audio-unreadable", "文件里没有声音", "重新导出为 MP3 或 M4A")
            return _duration_s(container)
    except (av.FFmpegError, OSError, ValueError):
        message, fix = "不是声音文件，或者文件已损坏", "重新导出为 MP3 或 M4A；改扩展名不会改变文件内容"
        raise Refused("audio-unreadable", message, fix) from None


def _opened(path: Path, containers: str) -> InputContainer:
    rules = {"protocol_whitelist": "file", "format_whitelist": containers}
    return av.open(str(path.absolute()), options=rules, timeout=_PATIENCE_S)


def _unreadable() -> Refused:
    fix = "用播放器确认能播放后，重新导出为 MP4（H.264）；改扩展名不会改变文件内容"
    return Refused("film-unreadable", "不是影片，或者文件已损坏，无法读取", fix)


def _check_length(duration_s: float, limit_minutes: int) -> None:
    if duration_s > limit_minutes * 60:
        message = f"影片长 {duration_s / 60:.0f} 分钟，超过 {limit_minutes} 分钟的上限"
        raise Refused("film-too-long", message, "剪短影片，或在 media/presets.yml 提高 limit_minutes")


def _picture_stream(container: InputContainer) -> VideoStream:
    for stream in container.streams.video:
        if stream.codec_context and not stream.disposition & Disposition.attached_pic:
            return stream
    raise Refused("film-no-picture", "文件里只有声音，没有画面", "有声版请写在 audio 之下；影片请重新导出")


def _facts(
    container: InputContainer, stream: VideoStream, frame: VideoFrame, path: Path, sha256: str
) -> FilmFacts:
    rotation = frame.rotation % 360
    width, height = _upright(frame, stream.sample_aspect_ratio, rotation)
    if min(width, height) < _LEAST_PX:
        message = f"画面只有 {width}×{height} 像素"
        raise Refused("film-too-small", message, "重新导出为 1280×720 的影片")
    return FilmFacts(
        container=container.format.name,
        video_codec=stream.codec_context.name,
        audio_codec=_sound_codec(container),
        width_px=width,
        height_px=height,
        frame_rate=round(float(stream.average_rate or stream.guessed_rate or 0), 3),
        duration_s=round(_duration_s(container), 3),
        size_bytes=path.stat().st_size,
        sha256=sha256,
        rotation=rotation,
        interlaced=frame.interlaced_frame,
        hdr=frame.color_trc in _HDR_CURVES,
    )


def _upright(frame: VideoFrame, shape: Fraction | None, rotation: int) -> tuple[int, int]:
    width, height = round(frame.width * (shape or 1)), frame.height
    return (height, width) if rotation % (2 * _QUARTER_TURN) == _QUARTER_TURN else (width, height)


def _sound_codec(container: InputContainer) -> str:
    """Return the codec of the first sound stream; "" when there is none, or none that we can decode."""
    context = container.streams.audio[0].codec_context if container.streams.audio else None
    return context.name if context else ""


def _duration_s(container: InputContainer) -> float:
    """Return the container's duration; what a browser or a live stream recorded does not say it."""
    if container.duration:
        return container.duration / av.time_base
    ends = (
        float((packet.pts + (packet.duration or 0)) * packet.time_base)
        for packet in container.demux()
        if packet.pts is not None and packet.time_base
    )
    return max(ends, default=0.0)
