"""Choose the frame that stands for a film: neither black, nor white, nor empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from PIL import Image, ImageFilter, ImageStat

_SHARES = (0.08, 0.2, 0.33, 0.5, 0.66, 0.8)
_LOOK_PX = (160, 90)
_DARKEST, _BRIGHTEST = 40.0, 215.0


def poster_frame(film: Path) -> Image.Image:
    """Return the best of a few frames of a finished film, the earlier one when two are as good."""
    best = max(_candidates(film), key=lambda each: round(worth_of(each), 3))
    return best.convert("RGB")


def worth_of(frame: Image.Image) -> float:
    """Return how well a frame shows something: contrast and detail, little when it is dark or blank."""
    grey = frame.convert("L").resize(_LOOK_PX)
    light = ImageStat.Stat(grey)
    detail = ImageStat.Stat(grey.filter(ImageFilter.FIND_EDGES)).mean[0]
    seen = 1.0 if _DARKEST <= light.mean[0] <= _BRIGHTEST else 0.2
    return seen * (light.stddev[0] + detail)


def _candidates(film: Path) -> Iterator[Image.Image]:
    with av.open(str(film.absolute()), options={"protocol_whitelist": "file"}) as container:
        for share in _SHARES:
            frame = _frame_at(container, (container.duration or 0) * share / av.time_base)
            if frame:
                yield frame.to_image()  # type: ignore[no-untyped-call]


def _frame_at(container: InputContainer, wanted_s: float) -> VideoFrame | None:
    """Return the frame shown at `wanted_s`, or the last one. Seeking alone finds only key frames."""
    container.seek(int(wanted_s * av.time_base), backward=True)
    frame = None
    for frame in container.decode(video=0):
        if (frame.time or 0) >= wanted_s:
            break
    return frame
