"""Choose the frame that stands for a film: not black, not blank, not blurred, not between two scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_SHORT_S = 20.0
"""So much of a film is looked through from end to end, of a longer one only where players can jump to."""
_FINALISTS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame and its neighbours a little before and after, small."""

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
    """Return how well a frame shows something, and how little it is changing."""
    change = (_difference(each.before, each.frame) + _difference(each.frame, each.after)) / 2
    return shown_by(each.frame) * _CALM / (_CALM + change)


def shown_by(frame: Image.Image) -> float:
    """Return the contrast of a grey frame, times how well it can be seen and how sharp it is."""
    light = ImageStat.Stat(frame)
    seen = 1.0 if _DARKEST <= light.mean[0] <= _BRIGHTEST else _UNSEEN
    sharpness = sharpness_of(frame)
    return light.stddev[0] * seen * sharpness / (sharpness + _SHARP)


def sharpness_of(frame: Image.Image) -> float:
    """Return how much fine detail a grey frame has: how far it is from its own blurred self."""
    return ImageStat.Stat(ImageChops.difference(frame, frame.filter(ImageFilter.GaussianBlur(2)))).rms[0]


def _difference(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def _opened(film: Path) -> InputContainer:
    return av.open(str(film.absolute()), options={"protocol_whitelist": "file"})


def _candidates(container: InputContainer) -> Iterator[Candidate]:
    """Yield some frames of a film in their order, each with its neighbours."""
    length_s = (container.duration or 0) / av.time_base
    places = [length_s * share for share in _SHARES]
    if length_s <= _SHORT_S:
        yield from _with_neighbours(container, places)
        return
    for key_s in _best_keys(container, places):
        yield from _with_neighbours(container, [key_s + _ASIDE_S])


def _best_keys(container: InputContainer, places_s: Sequence[float]) -> list[float]:
    """Return the times of the key frames near some places that show most: they are cheap to decode."""
    context = container.streams.video[0].codec_context
    context.skip_frame = "NONKEY"
    keys: dict[float, float] = {}
    for place_s in places_s:
        [frame] = _frames_at(container, [place_s], at_key=True)
        keys[frame.time or 0.0] = shown_by(_look(frame))
    context.skip_frame = "DEFAULT"
    return sorted(sorted(keys, key=keys.__getitem__, reverse=True)[:_FINALISTS])


def _with_neighbours(container: InputContainer, places_s: Sequence[float]) -> Iterator[Candidate]:
    """Yield the frames shown at some times; what lies between two of them is decoded once."""
    wanted = [[max(place_s + aside, 0.0) for aside in (-_ASIDE_S, 0.0, _ASIDE_S)] for place_s in places_s]
    times = sorted({time_s for three in wanted for time_s in three})
    frames = dict(zip(times, _frames_at(container, times), strict=True))
    for three in wanted:
        before, frame, after = (frames[time_s] for time_s in three)
        yield Candidate(frame.time or 0.0, _look(before), _look(frame), _look(after))


def _look(frame: VideoFrame) -> Image.Image:
    width, height = _LOOK_PX if frame.width >= frame.height else _LOOK_PX[::-1]
    return _image(frame.reformat(width, height)).convert("L")


def _image(frame: VideoFrame) -> Image.Image:
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    return image


def _frames_at(
    container: InputContainer, wanted_s: Sequence[float], *, at_key: bool = False
) -> list[VideoFrame]:
    """Return the frames shown at rising times, the last one where the film has ended before.

    `at_key`: the first that can be decoded will do.
    """
    container.seek(int(wanted_s[0] * av.time_base), backward=True)
    found: list[VideoFrame] = []
    frame = None
    for frame in container.decode(video=0):
        while len(found) < len(wanted_s) and (at_key or (frame.time or 0.0) >= wanted_s[len(found)]):
            found.append(frame)
        if len(found) == len(wanted_s):
            return found
    if frame is None:
        raise ValueError("a finished film has no frame")
    return found + [frame] * (len(wanted_s) - len(found))
