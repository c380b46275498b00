"""One worker process seen from ours: give it an order, wait for the answer, end it when it hangs."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue

from showcase.media.terms.refusal import Breakdown
from showcase.media.working.jobs import Watch
from showcase.media.working.limits import child_options, kill_group
from showcase.media.working.orders import Order, Said, Share

_COMMAND = ("-P", "-m", "showcase.media.working.worker")
_POLL_S = 0.05
_GOODBYE_S = 1.5


class WorkerLost(Breakdown):
    """A worker that had to be ended or ended by itself in the middle; `pid` names what it left unfinished."""

    def __init__(self, message: str, pid: int) -> None:
        super().__init__(message)
        self.pid = pid


class Worker:
    """A worker process and the two pipes to it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *_COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what decoders mutter about broken files
            **child_options(),
        )
        self._said: SimpleQueue[Said | None] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process, which its unfinished files carry."""
        return self._process.pid

    def is_ready(self) -> bool:
        """Whether it can take another order."""
        return self._process.poll() is None

    def do(self, order: Order, watch: Watch | None, silence_s: float) -> Said:
        """Return the answer to an order; WorkerLost when it stops, hangs, or is not wanted any more."""
        try:
            self._send(order)
            return self._answer(watch, silence_s)
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """Let it go, kindly at first: it ends its own children then."""
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GOODBYE_S)
        kill_group(self._process)

    def _send(self, order: Order) -> None:
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it is gone: the answer will say so
            pickle.dump(order, self._process.stdin)
            self._process.stdin.flush()

    def _answer(self, watch: Watch | None, silence_s: float) -> Said:
        heard_at = time.monotonic()
        while True:
            if watch and watch.stop.is_set():
                raise WorkerLost("已中止", self.pid)
            try:
                said = self._said.get(timeout=_POLL_S)
            except Empty:
                if time.monotonic() - heard_at > silence_s:
                    raise WorkerLost(f"处理超过 {silence_s:.0f} 秒没有进展", self.pid) from None
                continue
            heard_at = time.monotonic()
            if said is None:
                raise WorkerLost(_end_in_words(self._process.wait()), self.pid)
            if not isinstance(said, Share):
                return said
            if watch:
                watch.report(said.share)

    def _listen(self) -> None:
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while self._process.stdout:
                self._said.put(pickle.load(self._process.stdout))
        self._said.put(None)


def _end_in_words(code: int) -> str:
    """Return what the end of a worker says: a signal below zero, as subprocess has it."""
    if code >= 0:
        return f"处理程序意外结束（{code}）"
    name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
    return f"处理程序崩溃（{name}）"
