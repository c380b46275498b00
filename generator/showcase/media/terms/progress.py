"""How far the work is: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import shutil
import threading
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from showcase.media.terms.durations import duration_in_words

_BAR = 24
_CLEAR = "\r\033[K"
_LOG_STEP = 0.25
_DRAW_S = 0.1
_TOO_EARLY_S, _TOO_EARLY_SHARE = 5.0, 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """One job as people count them: 影片 3/7, and the file it is about."""

    what: str
    number: int
    total: int
    key: str

    def line(self, share: float) -> str:
        """Return `影片 3/7 stars/2024/henan/012/film.mp4 45%`."""
        return f"{self.what} {self.number}/{self.total} {self.key} {share:.0%}"


class Whole:
    """How far all steps are together, each by its weight, and how long the rest takes at this pace."""

    def __init__(self, weights: Mapping[Step, float], now_s: float) -> None:
        self._weights = weights
        self._shares: dict[Step, float] = {}
        self._began_s = now_s

    def line(self, step: Step, share: float, now_s: float) -> str:
        """Return `全部 38%，还要约 12 分钟`, nothing when this step is all there is."""
        self._shares[step] = share
        if len(self._weights) < 2:
            return ""
        done = sum(self._weights[each] * part for each, part in self._shares.items())
        done /= sum(self._weights.values()) or 1.0
        took_s = now_s - self._began_s
        if done >= 1 or done < _TOO_EARLY_SHARE or took_s < _TOO_EARLY_S:
            return f"全部 {done:.0%}"
        return f"全部 {done:.0%}，还要{duration_in_words(took_s / done * (1 - done))}"


class Progress:
    """Writes to `stream` (stderr in the program). Safe to call from several threads."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._logged: dict[Step, float] = {}
        self._lock = threading.Lock()
        self._whole = Whole({}, 0.0)
        self._drawn_s = 0.0

    def expect(self, weights: Mapping[Step, float]) -> None:
        """Tell all steps that will come, with how much work each is beside the others."""
        with self._lock:
            self._whole = Whole(weights, time.monotonic())

    def show(self, step: Step, share: float) -> None:
        """Report that `share` (0–1) of a step is done. A log gets a line a quarter, not a line a frame."""
        with self._lock:
            now_s = time.monotonic()
            whole = self._whole.line(step, share, now_s)
            if self._terminal:
                if share >= 1 or now_s - self._drawn_s >= _DRAW_S:
                    self._drawn_s = now_s
                    self._draw(step, share, whole)
            elif share >= 1 or share - self._logged.get(step, 0.0) >= _LOG_STEP:
                self._logged[step] = share
                self._write(step.line(share) + (f"（{whole}）" if whole else "") + "\n")

    def say(self, sentence: str) -> None:
        """Write a sentence of its own, on a line of its own."""
        with self._lock:
            self._write(f"{_CLEAR if self._terminal else ''}{sentence}\n")

    def close(self) -> None:
        """Leave the terminal's line clean for whatever is printed next."""
        if self._terminal:
            self._write(_CLEAR)

    def _draw(self, step: Step, share: float, whole: str) -> None:
        full = round(share * _BAR)
        words = f"{'█' * full}{'░' * (_BAR - full)} {whole}{'｜' if whole else ''}{step.line(share)}"
        self._write(_CLEAR + _cut(words, shutil.get_terminal_size().columns - 1))

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _cut(words: str, columns: int) -> str:
    """Return as much of `words` as fits into one line of a terminal; Chinese takes two columns each."""
    used = 0
    for at, letter in enumerate(words):
        used += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if used > columns:
            return words[:at]
    return words
