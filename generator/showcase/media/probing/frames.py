"""Look at a few frames of a film: are they woven of two fields? Flags say so, or the picture itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import av
from av.container import InputContainer
from av.filter import Graph
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

_LOOKS, _LEAST_LOOKS, _LOOKED_PX = 40, 4, 200_000_000
_RASTERS = ((704, 480), (720, 480), (720, 486), (704, 576), (720, 576), (1440, 1080), (1920, 1080))
"""The sizes of interlaced standards; anything else was scaled, and its fields with it."""
_COUNTS = ("tff", "bff", "progressive")
_SURELY = 0.8
_LEAST_DECIDED = 10


def looks(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """Yield some frames from the first third of a film, which is past its title; or from its beginning."""
    length = container.duration or 0
    if length > 4 * av.time_base:
        container.seek(length // 3, backward=True)
    with suppress(av.FFmpegError):  # a broken place: what came before it will do
        yield from islice(container.decode(stream), _looks_at(stream))


def _looks_at(stream: VideoStream) -> int:
    """Return how many frames to hold: of a very large film only a few, they stay in memory together."""
    pixels = stream.codec_context.width * stream.codec_context.height
    return max(_LEAST_LOOKS, min(_LOOKS, _LOOKED_PX // max(pixels, 1)))


def is_interlaced(frames: list[VideoFrame], stream: VideoStream) -> bool:
    """Whether frames hold two moments each. An export that lost the flag keeps the combs."""
    if any(frame.interlaced_frame for frame in frames):
        return True
    return bool(frames) and (frames[0].width, frames[0].height) in _RASTERS and _shows_combs(frames, stream)


def _shows_combs(frames: list[VideoFrame], stream: VideoStream) -> bool:
    graph = Graph()
    source, sink = graph.add_buffer(template=stream), graph.add("buffersink")
    graph.link_nodes(source, graph.add("idet"), sink).configure()
    last: VideoFrame | None = None
    for frame in frames:
        graph.push(frame)
        last = _pulled(graph) or last
    said = last.metadata if last else {}
    counts = {name: float(said.get(f"lavfi.idet.multiple.{name}", 0)) for name in _COUNTS}
    decided = sum(counts.values())
    woven = max(counts["tff"], counts["bff"])
    return decided >= _LEAST_DECIDED and woven / decided >= _SURELY


def _pulled(graph: Graph) -> VideoFrame | None:
    try:
        frame = graph.pull()
    except (av.error.BlockingIOError, av.error.EOFError):
        return None
    return frame if isinstance(frame, VideoFrame) else None
