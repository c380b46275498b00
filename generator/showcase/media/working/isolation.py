"""Open files of others in processes beside ours: one that crashes, hangs or eats memory costs its job only.

A worker is started when there is work for it, serves one order at a time and is kept for the next. It
ends with us, however we end: the kernel kills it (Linux), and its stdin ends (everywhere).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any

from showcase.media.terms.refusal import Breakdown, Refusal, Refused
from showcase.media.working.jobs import Watch
from showcase.media.working.orders import Broke, Done, Fault, Order, Unread
from showcase.media.working.worker_process import Worker

SILENCE_S = 120.0
"""A worker that says nothing for so long hangs. What runs ffmpeg speaks up all the time."""


class FaultInside(Exception):  # noqa: N818 - says where the fault is
    """A fault of the program inside a worker; the text is its traceback."""

    def __init__(self, name: str, trace: str) -> None:
        super().__init__(trace)
        self.name = name


class Workers:
    """The idle workers of this process."""

    def __init__(self) -> None:
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._starter = ThreadPoolExecutor(1, "worker-starter")
        """The kernel ends a worker with the thread that started it: this one lasts."""

    @contextmanager
    def borrowed(self) -> Iterator[Worker]:
        """Lend a worker for one order; start one when none is idle."""
        worker = self._one_idle() or self._starter.submit(Worker).result()
        try:
            yield worker
        finally:
            if worker.is_ready():
                self._idle.put(worker)

    def dismiss(self) -> None:
        """End the idle ones."""
        while worker := self._one_idle():
            worker.end()

    def _one_idle(self) -> Worker | None:
        while True:
            try:
                worker = self._idle.get_nowait()
            except Empty:
                return None
            if worker.is_ready():
                return worker


def isolated(work: str, *arguments: object, watch: Watch | None = None, silence_s: float = SILENCE_S) -> Any:  # noqa: ANN401 - whatever `work` returns
    """Return what `work` ("package.module:function") makes of `arguments`, called in a worker.

    With `watch`, `work` gets one as its last argument, tied to this one. Raises what `work` raises:
    Refused, Breakdown, OSError; WorkerLost for a worker that crashed, hung or was stopped, FaultInside else.
    """
    with _workers().borrowed() as worker:
        said = worker.do(Order(work, arguments, watch is not None), watch, silence_s)
    match said:
        case Done(value):
            return value
        case Refusal(rule, message, fix):
            raise Refused(rule, message, fix)
        case Broke(message):
            raise Breakdown(message)
        case Unread(number, message):
            raise OSError(number, message)
        case Fault(name, trace):
            raise FaultInside(name, trace)
    raise TypeError(said)


def dismiss_workers() -> None:
    """End the workers that wait for work: a program that stays should not keep them."""
    _workers().dismiss()


def _workers() -> Workers:
    return _workers_of(os.getpid())  # a fork has none of its parent's


@cache
def _workers_of(_pid: int) -> Workers:
    return Workers()
