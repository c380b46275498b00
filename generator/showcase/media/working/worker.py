"""The process in which files of others are opened: `python -m showcase.media.working.worker`.

It reads orders from its stdin and writes answers to its stdout, both pickled. When its stdin ends, the
process that ordered is gone or wants no more: it stops what it does and ends.
"""

from __future__ import annotations

import os
import pickle
import pkgutil
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

from showcase.media.terms.refusal import Breakdown, Refused
from showcase.media.working.jobs import Watch
from showcase.media.working.limits import MEMORY_MB, limit_memory
from showcase.media.working.orders import Broke, Done, Fault, Order, Said, Share, Unread

_GRACE_S = 1.0
_PULSE_S = 0.2

Tell = Callable[[Said], None]


class Pulse(threading.Event):
    """The sign to stop. Whoever asks for it is alive, and says so to the process that waits."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._share = 0.0
        self._told_at = 0.0
        self._tell = tell

    def is_set(self) -> bool:
        """Return whether to stop; tell now and then that the job goes on."""
        if time.monotonic() - self._told_at >= _PULSE_S:
            self.report(self._share)
        return super().is_set()

    def report(self, share: float) -> None:
        """Tell how much of the job is done, not more often than people can read."""
        self._share = share
        now = time.monotonic()
        if now - self._told_at >= _PULSE_S:
            self._told_at = now
            self._tell(Share(share))


def main() -> None:
    """Do one order after the other until there are no more."""
    limit_memory()
    requests, answers = _pipes()
    tell = _teller(answers)
    stop = Pulse(tell)
    orders: SimpleQueue[Order | None] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, orders, stop), daemon=True).start()
    with suppress(BrokenPipeError):
        while order := orders.get():
            tell(_do(order, stop))


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return stdin and stdout, and put nothing in their place: a library that prints cannot disturb."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    return requests, answers


def _teller(answers: IO[bytes]) -> Tell:
    lock = threading.Lock()

    def tell(said: Said) -> None:
        with lock:
            pickle.dump(said, answers)
            answers.flush()

    return tell


def _listen(requests: IO[bytes], orders: SimpleQueue[Order | None], stop: threading.Event) -> None:
    with suppress(EOFError, OSError):
        while True:
            orders.put(pickle.load(requests))
    stop.set()
    orders.put(None)
    time.sleep(_GRACE_S)
    os._exit(1)  # the job does not listen


def _do(order: Order, stop: Pulse) -> Said:
    """Return what came of an order; whatever it raises is an answer too."""
    try:
        work: Any = pkgutil.resolve_name(order.work)
        more = (Watch(stop.report, stop),) if order.is_watched else ()
        return Done(work(*order.arguments, *more))
    except Refused as refused:
        return refused.refusal
    except Breakdown as breakdown:
        return Broke(str(breakdown))
    except MemoryError:
        return Broke(f"需要的内存超过 {MEMORY_MB} MB")
    except OSError as error:
        return Unread(error.errno or 0, error.strerror or str(error))
    except Exception as error:  # a fault of ours on an odd file
        return Fault(type(error).__name__, traceback.format_exc())


if __name__ == "__main__":
    main()
