"""Run jobs, two at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from showcase.media.captions import make_captions
from showcase.media.films import make_film
from showcase.media.jobs import Job, Watch
from showcase.media.made import Made
from showcase.media.pictures import make_photo
from showcase.media.progress import Progress, Step
from showcase.media.refusal import Breakdown, Refusal, Refused
from showcase.media.sounds import make_sound
from showcase.media.store import Store
from showcase.media.wanted import KIND_NAMES, MediaKind
from showcase.model.presets import Presets

WORKERS = 2
"""Threads are enough: ffmpeg is a process of its own, and Pillow works without the interpreter's lock."""
_UNFINISHED = {
    MediaKind.PHOTO: "photo-unfinished",
    MediaKind.FILM: "film-unfinished",
    MediaKind.SOUND: "audio-unfinished",
    MediaKind.CAPTIONS: "captions-unfinished",
}


def run_job(job: Job, presets: Presets, store: Store, watch: Watch) -> Made:
    """Make one derivative and mark it complete. A refusal is a result and is kept like one."""
    try:
        made = _make(job, presets, store, watch)
    except Refused as refused:
        made = Made(refused.refusal)
    store.finish(job.key, made)
    watch.report(1.0)
    return made


def run_jobs(
    jobs: Sequence[Job], presets: Presets, store: Store, progress: Progress
) -> dict[str, Made | Refusal]:
    """Run jobs on the local pool; return their results by key. Ctrl-C ends every child before it leaves."""
    stop = threading.Event()
    with ThreadPoolExecutor(WORKERS) as pool:
        futures = {
            job.key: pool.submit(_guarded, job, presets, store, Watch(report, stop))
            for job, report in _with_reports(jobs, progress)
        }
        try:
            return {key: future.result() for key, future in futures.items()}
        except BaseException:
            stop.set()
            _cancel(futures.values())
            raise
        finally:
            progress.close()


def _guarded(job: Job, presets: Presets, store: Store, watch: Watch) -> Made | Refusal:
    """Run a job; what the machine, not the master, did wrong is told and not kept."""
    try:
        return run_job(job, presets, store, watch)
    except Breakdown as breakdown:
        message, fix = f"未能处理完：{breakdown}", "再运行一次；仍不行时缩短或缩小文件"
    except OSError as error:
        message, fix = f"读写失败：{error.strerror}", "检查磁盘空间和权限后再运行一次"
    except Exception as error:  # a fault of ours on an odd file: the other files are made all the same
        message, fix = f"程序处理时出错（{type(error).__name__}）", "请把这个文件交给程序维护人员"
    return Refusal(_UNFINISHED[job.kind], message, fix)


def _make(job: Job, presets: Presets, store: Store, watch: Watch) -> Made:
    match job.kind:
        case MediaKind.PHOTO:
            return make_photo(job, presets.photo, store)
        case MediaKind.FILM:
            return make_film(job, presets, store, watch)
        case MediaKind.SOUND:
            return make_sound(job, presets.sound, store, watch)
        case MediaKind.CAPTIONS:
            return make_captions(job, store)


def _with_reports(jobs: Iterable[Job], progress: Progress) -> Iterator[tuple[Job, Callable[[float], None]]]:
    """Pair each job with its way to report: films first, for the longest must not begin last."""
    order = sorted(jobs, key=lambda job: (job.kind != MediaKind.FILM, job.kind != MediaKind.SOUND))
    totals = {kind: sum(job.kind == kind for job in order) for kind in MediaKind}
    counts = dict.fromkeys(MediaKind, 0)
    for job in order:
        counts[job.kind] += 1
        step = Step(KIND_NAMES[job.kind], counts[job.kind], totals[job.kind], job.label)
        yield job, lambda share, step=step: progress.show(step, share)  # type: ignore[misc]


def _cancel(futures: Iterable[Future[Made | Refusal]]) -> None:
    for future in futures:
        future.cancel()
