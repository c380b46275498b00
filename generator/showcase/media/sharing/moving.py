"""Bring masters to the store and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from showcase.media.sharing.remote import Remote, master_name
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.storing.masters import Master
from showcase.media.storing.pointers import Pointer, write_pointer
from showcase.media.terms.progress import Progress, Step
from showcase.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Moved:
    """How many masters were moved, and what could not be."""

    count: int
    problems: tuple[Problem, ...] = ()


def fetch_masters(masters: Sequence[Master], remote: Remote, progress: Progress) -> Moved:
    """Bring the file of every pointer; the pointers stay. Raises StoreTrouble."""
    pointed = [master for master in masters if master.pointer]
    missing: list[Problem] = []
    steps = _steps("取回原件", pointed)
    sizes = [master.pointer.size_bytes for master in pointed if master.pointer]
    progress.expect(dict(zip(steps, sizes, strict=True)))
    for master, step, size in zip(pointed, steps, sizes, strict=True):
        on_bytes = _teller(progress, step, size)
        if not remote.fetch_master(master.sha256, master.path, on_bytes):
            missing.append(_missing(master, remote))
        on_bytes(size)
    return Moved(len(pointed) - len(missing), tuple(missing))


def push_masters(
    masters: Sequence[Master], remote: Remote, progress: Progress, *, keep: bool, again: bool
) -> Moved:
    """Bring every file there and leave a pointer in its place; `keep`: beside it. Raises StoreTrouble.

    A file is deleted only when the bytes that were read back from the store are those of the file.
    `again`: send also what is there at its size.
    """
    files = [master for master in masters if master.path.is_file()]
    steps = _steps("上传原件", files)
    sizes = [master.path.stat().st_size for master in files]
    progress.expect(dict(zip(steps, sizes, strict=True)))
    for master, step, size in zip(files, steps, sizes, strict=True):
        on_bytes = _teller(progress, step, size)
        remote.push_master(master.path, master.sha256, on_bytes, again=again)
        if remote.files.sha256(master_name(master.sha256)) != master.sha256:
            raise StoreTrouble(
                f"存储 {remote.shown} 里的 media/{master.wanted.key} 读回来不对，原件没有动："
                "用 showcase media push --again 再传一次；仍不行时，先查原件是否坏了：showcase media verify"
            )
        write_pointer(master.path, Pointer(size, master.sha256, remote.shown))
        if not keep:
            master.path.unlink()
        on_bytes(size)
    return Moved(len(files))


def _steps(what: str, masters: Sequence[Master]) -> list[Step]:
    return [Step(what, number, len(masters), each.wanted.key) for number, each in enumerate(masters, 1)]


def _teller(progress: Progress, step: Step, size: int) -> Callable[[int], None]:
    return lambda done: progress.show(step, min(done / size, 1.0) if size else 1.0)


def _missing(master: Master, remote: Remote) -> Problem:
    message = f"存储 {remote.shown} 里没有 media/{master.wanted.key} 的原件，或者已经损坏"
    fix = "在有原件的电脑上运行 showcase media push；都没有了，就换一个文件，删去 .pointer"
    return master.wanted.source.problem(
        "store-missing", Severity.ERROR, master.wanted.place, message, fix=fix
    )
