"""What the system holds a process of ours to: memory, no core dumps, an end when its parent ends."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from typing import Any

MEMORY_MB = 4096
"""The most memory of one process of a job. A photo of 200 million pixels in CMYK takes half of it."""
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_TALKATIVE = ("FFREPORT", "AV_LOG_FORCE_COLOR", "AV_LOG_FORCE_256COLOR")


def limit_memory(megabytes: int = MEMORY_MB) -> None:
    """Let this process and its children have no more memory of their own than this, each; write no cores.

    RLIMIT_DATA counts what is written to, not what is only reserved: with RLIMIT_AS a machine of many
    cores would use up the limit with the stacks and arenas of its threads.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    for what, most in ((resource.RLIMIT_DATA, megabytes << 20), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (soft, hard))


def die_with_parent() -> None:
    """Let the kernel kill this process when the thread that started it ends, as it does when killed.

    It also runs between fork and exec, where locks of other threads may be held: it only calls into libc.
    """
    if _LIBC:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def child_options() -> dict[str, Any]:
    """Return arguments of Popen: a group of its own (Ctrl-C reaches only us) that ends with us."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in _TALKATIVE}
    environment = {**kept, "MALLOC_ARENA_MAX": "2"}  # threads reserve less
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP, "env": environment}
    return {"process_group": 0, "preexec_fn": die_with_parent if _LIBC else None, "env": environment}


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started with `child_options`, and its children; wait until it is gone."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
