"""Run jobs, a few at a time."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from showcase.media.storing.memory import drop_drafts
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.progress import Progress, Step
from showcase.media.terms.refusal import Refusal, Refused
from showcase.media.terms.wanted import KIND_NAMES, MediaKind
from showcase.media.working.isolation import dismiss_workers, isolated
from showcase.media.working.jobs import Job, Watch
from showcase.media.working.unfinished import unfinished
from showcase.media.working.worker_process import WorkerLost
from showcase.model.presets import Presets

CORES_OF_A_JOB = 2
"""A film is written by this many threads at a time, twice: more jobs than that would only wait."""
WORKERS = min(4, max(2, (os.cpu_count() or 1) // CORES_OF_A_JOB))
"""Jobs at a time. Each has a thread here that waits for its worker process, which may take 4 GB."""
_EACH_S, _FILM_S_PER_BYTE = 1.0, 2e-6
"""Roughly what a job takes; only their relation counts, for the share of the whole that is done."""
_MAKE = "showcase.media.inside:make"


def run_job(job: Job, presets: Presets, store: Store, watch: Watch) -> Made:
    """Make one derivative in a worker and mark it complete. A refusal is a result and is kept like one.

    Raises Breakdown when the machine failed or `watch` said stop, OSError, FaultInside; no unfinished
    file is left by then. It can be called from any thread, in a daemonic process too.
    """
    try:
        made: Made = isolated(_MAKE, job, presets, store.folder, watch=watch)
    except Refused as refused:
        made = Made(refused.refusal)
    except WorkerLost as lost:
        drop_drafts(store.folder, lost.pid)
        raise
    store.finish(job.key, made)
    watch.report(1.0)
    return made


def run_jobs(
    jobs: Sequence[Job], presets: Presets, store: Store, progress: Progress, workers: int = WORKERS
) -> dict[str, Made | Refusal]:
    """Run jobs on the local pool; return their results by key. Ctrl-C ends every child before it leaves."""
    stop = threading.Event()
    with ThreadPoolExecutor(workers) as pool:
        futures = {
            job.key: pool.submit(_guarded, job, presets, store, Watch(report, stop))
            for job, report in with_reports(jobs, progress)
        }
        try:
            return {key: future.result() for key, future in futures.items()}
        except BaseException:
            stop.set()
            _cancel(futures.values())
            raise
        finally:
            progress.close()
            dismiss_workers()


def _guarded(job: Job, presets: Presets, store: Store, watch: Watch) -> Made | Refusal:
    """Run a job; what the machine, not the master, did wrong is told and not kept."""
    try:
        return run_job(job, presets, store, watch)
    except Exception as error:  # the other files are made all the same
        return unfinished(job.kind, error)


def with_reports(jobs: Iterable[Job], progress: Progress) -> Iterator[tuple[Job, Callable[[float], None]]]:
    """Pair each job with its way to report: films first, for the longest must not begin last."""
    order = sorted(jobs, key=lambda job: (job.kind != MediaKind.FILM, job.kind != MediaKind.SOUND))
    steps = list(_steps(order))
    progress.expect({step: _weight(job) for step, job in zip(steps, order, strict=True)})
    for step, job in zip(steps, order, strict=True):
        yield job, partial(progress.show, step)


def _steps(jobs: Sequence[Job]) -> Iterator[Step]:
    totals = Counter(job.kind for job in jobs)
    counts: Counter[MediaKind] = Counter()
    for job in jobs:
        counts[job.kind] += 1
        yield Step(KIND_NAMES[job.kind], counts[job.kind], totals[job.kind], job.label)


def _weight(job: Job) -> float:
    """Return about how much work a job is beside others: films by their size, all else by the file."""
    size = job.path.stat().st_size if job.path.is_file() else 0
    return _EACH_S + size * (_FILM_S_PER_BYTE if job.kind == MediaKind.FILM else 0)


def _cancel(futures: Iterable[Future[Made | Refusal]]) -> None:
    for future in futures:
        future.cancel()
