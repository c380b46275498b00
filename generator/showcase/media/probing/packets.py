"""What the packets of a film say without being decoded: its real length, its rhythm, its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import av
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from showcase.media.probing.opening import opened

_ROUNDING_S = 0.0015
"""Matroska and FLV count milliseconds, so a constant rate wavers by one."""
_ENCODERS = re.compile(rb"Lav[cf]\d|faac|nero|libfdk", re.IGNORECASE)
"""What encoders of sound write between the samples: who and which version they are."""


class Gap(NamedTuple):
    """The time between two packets, and when it begins."""

    at_s: float
    length_s: float


@dataclass(slots=True)
class Packets:
    """The packets of one stream. Times in seconds, in the order in which they are shown."""

    tick_s: float
    shown: list[float] = field(default_factory=list)
    decoded: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    end_s: float = 0.0
    size_bytes: int = 0
    discarded: int = 0

    def add(self, packet: Packet[Any]) -> None:
        """Count a packet; one without any time counts by its weight only."""
        self.size_bytes += packet.size
        self.discarded += packet.is_discard
        if packet.pts is not None:
            self.shown.append(packet.pts * self.tick_s)
        if packet.dts is not None:
            self.decoded.append(packet.dts * self.tick_s)
        stamp = packet.dts if packet.pts is None else packet.pts
        if stamp is None:
            return
        self.end_s = max(self.end_s, (stamp + (packet.duration or 0)) * self.tick_s)
        if packet.is_keyframe:
            self.keys.append(stamp * self.tick_s)

    @property
    def times(self) -> list[float]:
        """When each is shown; AVI says only when each is decoded, which has the same rhythm."""
        return self.shown if len(self.shown) >= len(self.decoded) else self.decoded

    @property
    def start_s(self) -> float:
        """When the first one is shown."""
        return min(self.times, default=0.0)

    @property
    def kbps(self) -> int:
        """The mean bit rate."""
        return round(self.size_bytes * 8 / 1000 / max(self.end_s - self.start_s, self.tick_s))

    @property
    def key_gap_s(self) -> float:
        """The longest time between two places that a player can jump to."""
        return max(_steps([self.start_s, *self.keys, self.end_s]), default=0.0)

    @property
    def longest_gap(self) -> Gap | None:
        """The longest time from one to the next, None when there are not two."""
        gaps = (Gap(one, other - one) for one, other in pairwise(sorted(self.times)))
        return max(gaps, key=lambda gap: gap.length_s, default=None)

    @property
    def varies(self) -> bool:
        """Whether some frames stay longer than others, beyond what rounding explains."""
        steps = _steps(self.times)
        allowed = max(_ROUNDING_S, self.tick_s) if self.tick_s < 2 * _ROUNDING_S else self.tick_s / 2
        mean = sum(steps) / len(steps) if steps else 0.0
        return any(abs(step - mean) > allowed for step in steps)


def scan(container: InputContainer, streams: Sequence[Stream]) -> tuple[list[Packets], float]:
    """Return the packets of each of `streams`, and the end of whatever the container holds.

    What cannot be read ends the scan: the missing rest shows in the length.
    """
    found = {stream.index: Packets(float(stream.time_base or 0)) for stream in container.streams}
    try:
        for packet in container.demux():
            if packet.size:
                found[packet.stream_index].add(packet)
    except (av.FFmpegError, KeyError):  # KeyError: a stream that began in the middle of a broadcast
        pass
    end_s = max((each.end_s for each in found.values()), default=0.0)
    return [found[stream.index] for stream in streams], end_s


def names_its_encoder(path: Path, containers: str, stream: int) -> bool:
    """Whether the packets of a sound say what program wrote them."""
    with opened(path, containers) as container:
        packets = container.demux(container.streams[stream])
        return any(_ENCODERS.search(bytes(packet)) for packet in packets if packet.size)


def _steps(times: Sequence[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(sorted(times))]
