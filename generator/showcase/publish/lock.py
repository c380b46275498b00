"""One build at a time. The lock goes with its process, so a killed build never leaves one behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from showcase.publish.plan import PublishError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def beside(root: str, ending: str) -> str:
    """Return the path of the hidden companion of the folder `root`: /srv/site → /srv/.site.lock."""
    folder, name = os.path.split(root)
    return os.path.join(folder, f".{name}.{ending}")  # noqa: PTH118 - strings all the way down here


@contextmanager
def site_lock(root: str) -> Iterator[None]:
    """Hold the live folder `root` for this process.

    Raises PublishError when another build holds it, or when its parent cannot be written to. The file
    itself stays: deleting it would let a third build lock a file that nobody else sees.
    """
    path = beside(root, "lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise PublishError(f"无法在站点文件夹旁建立锁文件 {path}：{error.strerror}。") from error
    try:
        _take_or_say(handle)
        yield
    finally:
        os.close(handle)  # gives the lock back


def forget_lock(root: str) -> None:
    """Remove the lock file of a live folder that goes itself, so that no third build can want it."""
    with suppress(OSError):
        os.unlink(beside(os.path.realpath(root), "lock"))  # noqa: PTH108


def _take_or_say(handle: int) -> None:
    try:
        _take(handle)
    except OSError as error:
        raise PublishError("另一次生成正在写入同一个站点文件夹，请等它结束后再试。") from error
