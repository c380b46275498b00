"""How loud a master is, and the gain that brings it to the recipe's loudness."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from pathlib import Path

from showcase.media.graphs import loudness_command
from showcase.media.runner import run

_INTEGRATED = re.compile(r"^\s*I:\s+(-?[\d.]+|-inf|nan) LUFS$")
_SILENCE_LUFS = -60.0  # quieter than this is noise: lifting it helps nobody
_MOST_GAIN_DB = 30.0


def gain_db(path: Path, target_lufs: float, *, limit_s: float, stop: threading.Event) -> float:
    """Return the gain in dB for the first sound stream of `path`, measured as stereo by EBU R 128."""
    measured = integrated_lufs(run(loudness_command(path), limit_s=limit_s, stop=stop))
    if measured is None or measured < _SILENCE_LUFS:
        return 0.0
    return round(min(target_lufs - measured, _MOST_GAIN_DB), 2)


def integrated_lufs(said: Sequence[str]) -> float | None:
    """Return the integrated loudness from the summary of ffmpeg's ebur128 filter, None when it has none."""
    for line in reversed(said):
        found = _INTEGRATED.match(line)
        if found:
            return float(found[1])
    return None
