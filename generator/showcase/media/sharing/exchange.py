"""Before jobs run: bring what other machines made, and the masters that lie in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.sharing.remote import Remote, is_as_promised
from showcase.media.sharing.shared_store import SharedStore
from showcase.media.storing.masters import Master
from showcase.media.storing.memory import Memory
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.progress import Progress, Step
from showcase.media.terms.refusal import Refusal
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.jobs import Job, job_of
from showcase.model.presets import Presets

_ABSENT = {
    MediaKind.PHOTO: "photo-absent",
    MediaKind.FILM: "film-absent",
    MediaKind.SOUND: "audio-absent",
    MediaKind.CAPTIONS: "captions-absent",
}
_AT_ONCE = 6
_SENT = "media-sent.json"
Results = dict[str, Made | Refusal]


def shared_store(layout: Layout, remote: Remote) -> SharedStore:
    """Return the folder of derivatives of a root, shared through `remote`."""
    return SharedStore(layout.derivatives, remote, Memory(layout.cache / _SENT))


@contextmanager
def at_hand(
    layout: Layout, store: Store, jobs: Sequence[Job], progress: Progress, *, bring: bool = True
) -> Iterator[tuple[Results, list[Job]]]:
    """Lend what needs no making here, and the jobs that do, each with a file at its path.

    Masters that were brought for it (with `bring`) are deleted in the end: to have them here is for
    `media fetch`.
    """
    found: Results = {}
    progress.expect({})
    if isinstance(store, SharedStore) and jobs:
        keys = [job.key for job in jobs]
        found |= store.fetch(keys, lambda number, total: _tell(progress, "查存储里的成品", number, total))
    brought: list[Path] = []
    left: list[Job] = []
    try:
        for job in (job for job in jobs if job.key not in found):
            is_here = job.path.exists() or not bring
            path = job.path if is_here else _bring(layout, store, job, progress)
            if path is None:
                found[job.key] = _absent(job, store)
            else:
                brought += [] if path == job.path else [path]
                left.append(replace(job, path=path))
        yield found, left
    finally:
        for path in brought:
            path.unlink(missing_ok=True)


def send_all(store: SharedStore, keys: Iterable[str], progress: Progress) -> None:
    """Send what was complete here before and never sent, such as what a killed run left."""
    progress.expect({})  # the jobs before it are through
    store.send(keys, lambda number, total: _tell(progress, "上传成品", number, total))
    store.save()


def push_derivatives(
    layout: Layout,
    remote: Remote,
    masters: Sequence[Master],
    presets: Presets,
    progress: Progress,
    *,
    again: bool,
) -> int:
    """Send everything that was made here of `masters`; return how many are there. Raises StoreTrouble."""
    store = SharedStore(layout.derivatives, remote, Memory(layout.cache / _SENT), trusts_memory=False)
    keys = dict.fromkeys(job_of(master, presets).key for master in masters)
    made = [key for key in keys if store.read(key)]
    store.send(made, lambda number, total: _tell(progress, "上传成品", number, total), again=again)
    store.save()
    if store.trouble:
        raise store.trouble
    return len(made)


def not_made_elsewhere(jobs: Sequence[Job], remote: Remote) -> list[Job]:
    """Return the jobs whose product the store does not have. Raises StoreTrouble."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        has = pool.map(lambda job: remote.has_made(job.key), jobs)
        return [job for job, there in zip(jobs, has, strict=True) if not there]


def master_here(layout: Layout, sha256: str) -> Path:
    """Return where a master lies while it is worked on."""
    return layout.cache / "masters" / sha256


def _bring(layout: Layout, store: Store, job: Job, progress: Progress) -> Path | None:
    if not isinstance(store, SharedStore):
        return None
    path = master_here(layout, job.sha256)
    if path.is_file() and is_as_promised(path, job.sha256, None):
        return path
    step = Step("取回原件", 1, 1, job.label)
    came = store.remote.fetch_master(job.sha256, path)
    progress.show(step, 1.0)
    return path if came else None


def absent_from(remote: Remote, job: Job) -> Refusal:
    """Return what to say when a master lies neither here nor, whole, in the store."""
    message = f"原件不在这里，存储 {remote.shown} 里也没有，或者已经损坏"
    return Refusal(_ABSENT[job.kind], message, "从有原件的电脑运行 showcase media push")


def _absent(job: Job, store: Store) -> Refusal:
    if isinstance(store, SharedStore):
        return absent_from(store.remote, job)
    message = "这里只有替身文件，没有原件，也没有做好的成品"
    return Refusal(_ABSENT[job.kind], message, "用 --store 或 mkdocs.yml 的 store 指明存储")


def _tell(progress: Progress, what: str, number: int, total: int) -> None:
    progress.show(Step(what, 1, 1, f"{total} 件"), number / total)
