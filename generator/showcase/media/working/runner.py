"""Run ffmpeg: drained, timed, stoppable, and never outliving us."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import IO

import imageio_ffmpeg

from showcase.media.terms.refusal import Breakdown
from showcase.media.working.limits import MEMORY_MB, child_options, kill_group

_POLL_S = 0.05
_KEPT_LINES = 200
_NO_MEMORY = re.compile(r"Cannot allocate memory|malloc of size|ailed to allocate|pthread_create\(\) failed")

OnTime = Callable[[float], None]


class Failed(Exception):  # noqa: N818 - what ffmpeg says of its input, judged by the caller
    """ffmpeg ended with an error; the text is the last of what it said."""


@cache
def ffmpeg_program() -> str:
    """Return the path of the ffmpeg that came with our dependencies."""
    return str(imageio_ffmpeg.get_ffmpeg_exe())


@cache
def ffmpeg_version() -> str:
    """Return `ffmpeg <version>`, recorded beside what it made."""
    return f"ffmpeg {imageio_ffmpeg.get_ffmpeg_version()}"


def run(
    command: Sequence[str], *, limit_s: float, stop: threading.Event, on_time: OnTime | None = None
) -> list[str]:
    """Run an ffmpeg command to its end and return the last lines of its stderr.

    `on_time` is told the seconds of output so far (with `-progress pipe:1`). Raises Failed, or
    Breakdown when `limit_s` passed, memory ran out or `stop` was set; ffmpeg is gone by then.
    """
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **child_options()
    ) as process:
        said: deque[str] = deque(maxlen=_KEPT_LINES)
        readers = [_reader(process.stderr, said.append), _reader(process.stdout, _time_teller(on_time))]
        try:
            _wait(process, readers[0], limit_s, stop)
        finally:
            kill_group(process)
            for reader in readers:
                reader.join()
    if process.returncode:
        _judge_end(list(said))
    return list(said)


def _judge_end(said: list[str]) -> None:
    if any(map(_NO_MEMORY.search, said)):
        raise Breakdown(f"需要的内存超过 {MEMORY_MB} MB")
    raise Failed("\n".join(said))


def _wait(
    process: subprocess.Popen[bytes], reader: threading.Thread, limit_s: float, stop: threading.Event
) -> None:
    """Wait for the end, which its pipe tells: asking for it 150 times a second, as Popen does, costs."""
    end = time.monotonic() + limit_s
    while process.poll() is None:
        if stop.is_set():
            raise Breakdown("已中止")
        if time.monotonic() > end:
            raise Breakdown(f"处理超过 {limit_s:.0f} 秒仍未完成")
        if reader.is_alive():
            reader.join(_POLL_S)
        else:  # between closing its pipes and ending
            with suppress(subprocess.TimeoutExpired):
                process.wait(_POLL_S)


def _reader(pipe: IO[bytes] | None, take: Callable[[str], None]) -> threading.Thread:
    """Drain a pipe beside the main work: a full one would stop ffmpeg for ever."""

    def drain() -> None:
        for line in pipe or ():
            take(line.decode("utf-8", "replace").rstrip())

    thread = threading.Thread(target=drain, daemon=True)
    thread.start()
    return thread


def _time_teller(on_time: OnTime | None) -> Callable[[str], None]:
    def take(line: str) -> None:
        name, _, value = line.partition("=")
        if on_time and name == "out_time_us" and value.isdigit():
            on_time(int(value) / 1_000_000)

    return take
