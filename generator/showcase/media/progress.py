"""How far the work is: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TextIO

_BAR = 24
_CLEAR = "\r\033[K"
_LOG_STEP = 0.25


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


class Progress:
    """Writes to `stream` (stderr in the program). Safe to call from several threads."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._logged: dict[Step, float] = {}
        self._lock = threading.Lock()

    def show(self, step: Step, share: float) -> None:
        """Report that `share` (0–1) of a step is done. A log gets a line a quarter, not a line a frame."""
        with self._lock:
            if self._terminal:
                self._draw(step, share)
            elif share >= 1 or share - self._logged.get(step, 0.0) >= _LOG_STEP:
                self._logged[step] = share
                self._write(step.line(share) + "\n")

    def say(self, sentence: str) -> None:
        """Write a sentence of its own, on a line of its own."""
        with self._lock:
            self._write(f"{_CLEAR if self._terminal else ''}{sentence}\n")

    def note(self, sentence: str) -> None:
        """Say something in between, on a line of its own."""
        with self._lock:
            self._write(("\r\033[K" if self._terminal else "") + sentence + "\n")

    def close(self) -> None:
        """Leave the terminal's line clean for whatever is printed next."""
        if self._terminal:
            self._write(_CLEAR)

    def _draw(self, step: Step, share: float) -> None:
        full = round(share * _BAR)
        self._write(f"{_CLEAR}{'█' * full}{'░' * (_BAR - full)} {step.line(share)}")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
