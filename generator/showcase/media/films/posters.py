"""Choose the frame that stands for a film: not black, not blank, not blurred, not between two scenes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from PIL import Image, ImageChops, ImageFilter, ImageStat

_SHARES = (0.06, 0.12, 0.2, 0.28, 0.36, 0.44, 0.52, 0.6, 0.68, 0.76, 0.84)
_LOOK_PX = (320, 180)
_DARKEST, _BRIGHTEST = 40.0, 215.0
_UNSEEN = 0.2
_ASIDE_S = 0.32
"""How far to look to both sides: a cross-fade changes the whole picture in that time, a person does not."""
_CALM = 12.0
_AS_GOOD = 0.96
_SHARP = 8.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame and its neighbours a little before and after, small and grey."""

    time_s: float
    before: Image.Image
    frame: Image.Image
    after: Image.Image


def poster_frame(film: Path, small: Path) -> Image.Image:
    """Return the best frame of a finished film, an early one of several; looked for in `small`, its copy."""
    with _opened(small) as container:
        worths = [(worth_of(each), each.time_s) for each in _candidates(container)]
    enough = max(worths)[0] * _AS_GOOD
    time_s = next(time_s for worth, time_s in worths if worth >= enough)
    with _opened(film) as container:
        [frame] = _frames_at(container, [time_s])
    return _image(frame).convert("RGB")


def worth_of(each: Candidate) -> float:
    """Return how well a frame shows something.

    Contrast, times how well it can be seen, how sharp it is, and how little it is changing.
    """
    light = ImageStat.Stat(each.frame)
    seen = 1.0 if _DARKEST <= light.mean[0] <= _BRIGHTEST else _UNSEEN
    sharpness = sharpness_of(each.frame)
    change = (_difference(each.before, each.frame) + _difference(each.frame, each.after)) / 2
    return light.stddev[0] * seen * sharpness / (sharpness + _SHARP) * _CALM / (_CALM + change)


def sharpness_of(frame: Image.Image) -> float:
    """Return how much fine detail a grey frame has: how far it is from its own blurred self."""
    return ImageStat.Stat(ImageChops.difference(frame, frame.filter(ImageFilter.GaussianBlur(2)))).rms[0]


def _difference(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def _opened(film: Path) -> InputContainer:
    return av.open(str(film.absolute()), options={"protocol_whitelist": "file"})


def _candidates(container: InputContainer) -> Iterator[Candidate]:
    length_s = (container.duration or 0) / av.time_base
    for share in _SHARES:
        wanted = [max(length_s * share + aside, 0.0) for aside in (-_ASIDE_S, 0.0, _ASIDE_S)]
        before, frame, after = _frames_at(container, wanted)
        yield Candidate(frame.time or 0.0, _look(before), _look(frame), _look(after))


def _look(frame: VideoFrame) -> Image.Image:
    size = _LOOK_PX if frame.width >= frame.height else _LOOK_PX[::-1]
    return _image(frame).convert("L").resize(size)


def _image(frame: VideoFrame) -> Image.Image:
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    return image


def _frames_at(container: InputContainer, wanted_s: list[float]) -> list[VideoFrame]:
    """Return the frames shown at rising times, the last one where the film has ended before."""
    container.seek(int(wanted_s[0] * av.time_base), backward=True)
    found: list[VideoFrame] = []
    frame = None
    for frame in container.decode(video=0):
        while len(found) < len(wanted_s) and (frame.time or 0.0) >= wanted_s[len(found)]:
            found.append(frame)
        if len(found) == len(wanted_s):
            return found
    if frame is None:
        raise ValueError("a finished film has no frame")
    return found + [frame] * (len(wanted_s) - len(found))
