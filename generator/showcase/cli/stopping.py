"""Being told to stop: by Ctrl-C, or by the system that shuts down (SIGTERM). Both take the same way out."""

from __future__ import annotations

import signal
import threading
from types import FrameType


class Stopped(KeyboardInterrupt):
    """The system asked us to stop."""


def heed_requests_to_stop() -> None:
    """Let SIGTERM end the command as Ctrl-C does: children first, with a sentence, nothing half written."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _stop)


def exit_code_of(stopped: KeyboardInterrupt) -> int:
    """Return the exit code that shells expect: 128 and the number of the signal."""
    return 128 + (signal.SIGTERM if isinstance(stopped, Stopped) else signal.SIGINT)


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # one is enough: the way out must not be disturbed
    raise Stopped
