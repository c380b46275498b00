"""Where a film or a sound breaks. Decoders mend what they can and end well: what they said tells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer
from av.packet import Packet

from showcase.media.probing.opening import opened
from showcase.media.probing.packets import Packets
from showcase.media.terms.refusal import Refused

_HARD = "Error submitting packet to decoder: Invalid data"
_CHATTER = "Svt["
"""The AV1 encoder introduces itself."""
_EDGE_S = 1.0
_LONGEST_GAP_S = 0.3
_CUT_ANYWHERE = ("mpegts", "mpeg", "mp3", "aac")
"""Recordings that begin and end in the middle of something: their edges may be broken."""
_FIX = "请从原处重新复制；原件也是这样，就用剪辑软件重新导出，并看一遍那一处"


def check_undamaged(
    kind: str, path: Path, containers: str, streams: Sequence[int], said: Sequence[str]
) -> None:
    """Refuse a master (`kind`: film, audio) that is broken inside; `said` is what ffmpeg complained of.

    Only then is the file decoded a second time, to find the place; complaints without one are harmless.
    """
    if all(line.startswith(_CHATTER) for line in said):
        return
    at_s = first_damage_s(path, containers, streams)
    if at_s is None and not any(_HARD in line for line in said):
        return
    raise _damaged(kind, at_s)


def check_without_gap(container: str, picture: Packets) -> None:
    """Refuse a broadcast in which a piece is missing: its pictures follow each other evenly, or should."""
    gap = picture.longest_gap
    if container in _CUT_ANYWHERE and gap and gap.length_s > _LONGEST_GAP_S:
        raise _damaged("film", gap.at_s - picture.start_s)


def _damaged(kind: str, at_s: float | None) -> Refused:
    where = "中间有" if at_s is None else f"从第 {_clock(at_s)}起有"
    name = "影片" if kind == "film" else "录音"
    return Refused(f"{kind}-damaged", f"{name}{where}损坏的地方，播放到那里会花屏、停住或没有声音", _FIX)


def first_damage_s(path: Path, containers: str, streams: Sequence[int]) -> float | None:
    """Return where the first frame is that cannot be decoded whole, None when all can."""
    with opened(path, containers) as container:
        start_s = (container.start_time or 0) / av.time_base
        end_s = start_s + (container.duration or 0) / av.time_base
        open_ended = container.format.name in _CUT_ANYWHERE
        for at_s in _broken(container, streams):
            inside = start_s + _EDGE_S < at_s < end_s - _EDGE_S
            if inside or not open_ended:
                return max(at_s - start_s, 0.0)
    return None


def _broken(container: InputContainer, streams: Sequence[int]) -> list[float]:
    chosen = [container.streams[index] for index in streams]
    times: list[float] = []
    try:
        for packet in container.demux(chosen):
            times += _broken_in(packet)
    except av.FFmpegError:
        pass
    return sorted(times)


def _broken_in(packet: Packet[Any]) -> list[float]:
    stamp = packet.dts if packet.pts is None else packet.pts
    try:
        return [frame.time or 0.0 for frame in packet.decode() if frame.is_corrupt]
    except av.FFmpegError:
        return [float((stamp or 0) * (packet.time_base or 0))]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"
