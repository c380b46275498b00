"""Send jobs to the machines of a cluster and wait for them: upload, order, watch, fetch."""

from __future__ import annotations

import pickle
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import replace
from typing import Any

from showcase.media.machines.cluster_trouble import lost, other_program
from showcase.media.machines.cluster_versions import PROGRAM, tools
from showcase.media.machines.cluster_work import MOST_STARTS, Errand, Outcome, carry_out
from showcase.media.sharing.remote import Remote
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.refusal import Breakdown, Refusal
from showcase.media.working.jobs import Job
from showcase.media.working.unfinished import unfinished
from showcase.model.presets import Presets

Report = Callable[[float], None]
_Client = Any
"""Dask's Client; it is an extra."""
_LOOK_S = 2.0


class Sender:
    """Sends the jobs of one run. Safe to use from several threads."""

    def __init__(self, client: _Client, remote: Remote, url: str, presets: Presets, store: Store) -> None:
        self._client, self._remote, self._url = client, remote, url
        self._presets, self._store = presets, store
        self._run = f"showcase-{uuid.uuid4().hex[:8]}"
        self._reports: dict[str, Report] = {}
        self._under_way: dict[str, Any] = {}
        self._lock = threading.Lock()
        self._taken_back = False
        client.subscribe_topic(self._run, self._hear)

    def send(self, job: Job, report: Report) -> Made | Refusal:
        """Return what became of a job on the cluster. Raises StoreTrouble, ClusterTrouble."""
        self._reports[job.key] = report
        if job.path.is_file():  # else it is in the store, and a pointer here
            self._remote.push_master(job.path, job.sha256)
        for attempt in range(MOST_STARTS):
            outcome = self._outcome(job, f"{self._run}-{job.key}-{attempt}")
            if outcome is not None:
                return self._result(job, outcome, report)
        return _given_up(job)

    def take_back(self) -> None:
        """Take back everything that is under way; the machines stop it."""
        with self._lock:
            self._taken_back = True
            waiting = list(self._under_way.values())
        self._client.cancel(waiting, force=True)

    def has_machines(self) -> bool:
        """Whether anybody is there to work; a scheduler that went away shows by the jobs themselves."""
        try:
            return bool(self._client.nthreads())
        except (OSError, RuntimeError):
            return False

    def _outcome(self, job: Job, task: str) -> Outcome | None:
        """Return how one try ended, None when machines died under it that may have died of another job."""
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        future = self._submit(job, task)
        try:
            outcome: Outcome = self._awaited(future)
        except CancelledError:
            raise lost() from None
        except KilledWorker:
            killed_them = len(self._client.get_events(task)) >= MOST_STARTS
            return Outcome(given_up=True) if killed_them else None
        finally:
            with self._lock:
                self._under_way.pop(task, None)
        return outcome

    def _awaited(self, future: Any) -> Outcome:  # noqa: ANN401 - Dask's Future
        """Wait for a future, but not for one that nobody will ever answer: what is taken back is lost."""
        while True:
            try:
                outcome: Outcome = future.result(timeout=_LOOK_S)
            except TimeoutError:
                if self._taken_back:
                    raise lost() from None
            else:
                return outcome

    def _submit(self, job: Job, task: str) -> Any:  # noqa: ANN401 - Dask's Future
        errand = Errand(
            key=job.key,
            kind=job.kind.value,
            sha256=job.sha256,
            name=job.path.name,
            label=job.label,
            framing=job.framing,
            presets=self._presets,
            url=self._url,
            program=tools()[PROGRAM],
            topic=self._run,
            task=task,
        )
        with self._lock:
            if self._taken_back:
                raise Breakdown("已中止")
            future = self._client.submit(carry_out, pickle.dumps(errand), key=task, pure=False)
            self._under_way[task] = future
        return future

    def _result(self, job: Job, outcome: Outcome, report: Report) -> Made | Refusal:
        if outcome.other_program:
            raise other_program(outcome.other_program, tools()[PROGRAM])
        if outcome.trouble:
            raise StoreTrouble(outcome.trouble)
        if outcome.given_up:
            return _given_up(job)
        if outcome.refusal:
            return outcome.refusal
        made = self._remote.fetch_made(job.key, self._store)
        if made is None:
            return unfinished(job.kind, Breakdown("做好的文件没有完整地传回来"))
        report(1.0)
        return made

    def _hear(self, event: tuple[float, dict[str, Any]]) -> None:
        """Pass on what a machine tells of its job. Runs in the client's own thread."""
        _, said = event
        report = self._reports.get(said["key"])
        if report and said["share"] < 1:  # done is what has arrived here
            report(said["share"])


def _given_up(job: Job) -> Refusal:
    message = f"在 {MOST_STARTS} 台机器上处理到一半，机器都中断了，不再重试"
    refusal = unfinished(job.kind, Breakdown(message))
    return replace(refusal, fix="在内存大的机器上单独运行 showcase media；仍不行时换一份文件")
