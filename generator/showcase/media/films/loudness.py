"""How loud a master is, and what brings it to the recipe's loudness with its peaks held."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.media.films.conforming import PEAK_DB
from showcase.media.films.sound_graphs import Levelling, loudness_command
from showcase.media.working.runner import run

_INTEGRATED = re.compile(r"^\s*I:\s+(-?[\d.]+|-inf|nan) LUFS$")
_PEAK = re.compile(r"^\s*Peak:\s+(-?[\d.]+|-inf|nan) dBFS$")
_GATE_LUFS = -70.0
"""The meter hears nothing below: there is nothing to lift."""
_NEAR_LU = 0.3
_QUICK_TRIES, _TRIES = 2, 10
_MOST_MORE_DB = 30.0


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound of a master: the file, its stream there, its seconds."""

    path: Path
    stream: int
    duration_s: float


@dataclass(frozen=True, slots=True)
class Level:
    """Integrated loudness by EBU R 128, as stereo, and true peak."""

    lufs: float
    peak_db: float


def level_of(
    sound: Sound, *, limit_s: float, stop: threading.Event, levelling: Levelling | None = None
) -> Level | None:
    """Return how loud a sound is, or would be after `levelling`; None when nothing is to be heard."""
    command = loudness_command(sound.path, sound.stream, sound.duration_s, levelling)
    said = run(command, limit_s=limit_s, stop=stop)
    lufs, peak = _last(_INTEGRATED, said), _last(_PEAK, said)
    return Level(lufs, peak) if lufs is not None and peak is not None and lufs > _GATE_LUFS else None


def levelling_for(
    sound: Sound, level: Level | None, target_lufs: float, *, limit_s: float, stop: threading.Event
) -> Levelling:
    """Return what brings a sound of `level` to `target_lufs`.

    Holding the peaks makes it quieter again, so what comes out is measured and the gain made good.
    """
    if level is None:
        return Levelling()
    gain = round(target_lufs - level.lufs, 2)
    if level.peak_db + gain <= PEAK_DB:
        return Levelling(gain)
    return _held(sound, gain, target_lufs, limit_s=limit_s, stop=stop)


def _held(
    sound: Sound, gain_db: float, target_lufs: float, *, limit_s: float, stop: threading.Event
) -> Levelling:
    """Return the gain that reaches the target through the limiter: by what is missing, then by halves."""
    low, high = gain_db, gain_db + _MOST_MORE_DB
    for attempt in range(_TRIES):
        levelling = Levelling(round(gain_db, 2), limited=True)
        found = level_of(sound, limit_s=limit_s, stop=stop, levelling=levelling)
        short = target_lufs - found.lufs if found else 0.0
        if abs(short) <= _NEAR_LU:
            break
        low, high = (gain_db, high) if short > 0 else (low, gain_db)
        better = gain_db + short
        gain_db = better if attempt < _QUICK_TRIES and low < better < high else (low + high) / 2
    return levelling


def _last(pattern: re.Pattern[str], said: Sequence[str]) -> float | None:
    """Return the last value that a summary of ffmpeg's ebur128 filter gives, None for -inf and nan."""
    for line in reversed(said):
        found = pattern.match(line)
        if found:
            return float(found[1]) if found[1][-1].isdigit() else None
    return None
