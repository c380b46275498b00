"""What a machine of a cluster does: take a master from the store, make it, bring the result there.

Runs inside Dask's worker process. What travels is plain data; a job leaves nothing on the machine.
"""

from __future__ import annotations

import os
import pickle
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showcase.media.machines.cluster_versions import PROGRAM, tools
from showcase.media.sharing.exchange import absent_from
from showcase.media.sharing.remote import Remote, open_remote
from showcase.media.sharing.remote_address import VARIABLE
from showcase.media.sharing.remote_trouble import StoreTrouble
from showcase.media.storing.store import Store
from showcase.media.terms.framing import Framing
from showcase.media.terms.refusal import Refusal
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.jobs import Job, Watch
from showcase.media.working.pool import run_job
from showcase.media.working.unfinished import unfinished
from showcase.model.presets import Presets

MOST_STARTS = 3
"""A job that began so often and never ended is given up: it kills the machines that make it."""
_LOOK_S, _TELL_S, _MARK_S = 0.25, 1.0, 0.01
_Machine = Any
"""Dask's Worker; it is an extra, imported only where it runs."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A job as it travels: `name` is its master's file name, `task` its name on the cluster.

    `url` names the store as the sender sees it; a machine whose environment names one goes there.
    `program` is the sender's version; progress is told under `topic`.
    """

    key: str
    kind: str
    sha256: str
    name: str
    label: str
    framing: Framing
    presets: Presets
    url: str
    program: str
    topic: str
    task: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an errand ended: with nothing to say, the result is in the store under the job's key.

    `refusal`: why nothing came of it this time. `given_up`: it ended too many machines.
    `other_program`: this machine came later and has another version. `trouble`: the store failed.
    """

    refusal: Refusal | None = None
    given_up: bool = False
    other_program: str = ""
    trouble: str = ""


def look_around(url: str, token: str) -> tuple[dict[str, str], str]:
    """Return this machine's tools, and why it cannot use the store ("": it can). `token` lies there."""
    try:
        remote = _store(url)
        found = remote.files.read(token)
    except StoreTrouble as trouble:
        return tools(), str(trouble)
    other = f"那台机器上的 {remote.shown} 是另一个地方，刚放进存储的文件在那里看不到"
    return tools(), "" if found else other


def carry_out(packed: bytes) -> Outcome:
    """Make what is asked for: an Errand, pickled, so that the scheduler has nothing to unpack."""
    errand: Errand = pickle.loads(packed)
    if tools()[PROGRAM] != errand.program:
        return Outcome(other_program=tools()[PROGRAM])
    try:
        if not _may_begin(errand.task):
            return Outcome(given_up=True)
        return Outcome(_make(errand, _store(errand.url)))
    except StoreTrouble as trouble:
        return Outcome(trouble=str(trouble))
    except Exception as error:  # an exception may not survive the journey; words do
        return Outcome(unfinished(MediaKind(errand.kind), error))


def _make(errand: Errand, remote: Remote) -> Refusal | None:
    with _workplace(errand) as (job, store), _watched(errand) as watch:
        if not remote.fetch_master(errand.sha256, job.path):
            return absent_from(remote, job)
        run_job(job, errand.presets, store, watch)
        remote.push_made(errand.key, store)
    return None


def _store(url: str) -> Remote:
    return open_remote(os.environ.get(VARIABLE) or url)


def _may_begin(task: str) -> bool:
    """Note on the scheduler that this job begins; False when it began on too many machines already."""
    from distributed import get_client  # noqa: PLC0415 - an extra

    client = get_client()
    begun = len(client.get_events(task))
    _machine().log_event(task, "began")
    while len(client.get_events(task)) <= begun:  # a machine that dies now has left its mark
        time.sleep(_MARK_S)
    return begun < MOST_STARTS


@contextmanager
def _workplace(errand: Errand) -> Iterator[tuple[Job, Store]]:
    """Lend a folder below the machine's own, which Dask clears away even after a kill."""
    with tempfile.TemporaryDirectory(prefix="showcase-", dir=_machine().local_directory) as folder:
        path = Path(folder) / "master" / errand.name
        path.parent.mkdir()
        job = Job(errand.key, MediaKind(errand.kind), path, errand.sha256, errand.label, errand.framing)
        yield job, Store(Path(folder) / "made")


@contextmanager
def _watched(errand: Errand) -> Iterator[Watch]:
    """Lend a watch that tells the sender how far the job is, and stops it when nobody wants it any more."""
    machine = _machine()
    stop, done = threading.Event(), threading.Event()
    looking = threading.Thread(target=_look, args=(machine, errand.task, stop, done), daemon=True)
    looking.start()
    try:
        yield Watch(_teller(machine, errand), stop)
    finally:
        done.set()
        looking.join()


def _look(machine: _Machine, task: str, stop: threading.Event, done: threading.Event) -> None:
    """Set `stop` when the scheduler took the task back: it was cancelled, or its sender is gone."""
    while not done.wait(_LOOK_S):
        state = machine.state.tasks.get(task)
        if state is None or state.state != "executing":
            stop.set()
            return


def _teller(machine: _Machine, errand: Errand) -> Callable[[float], None]:
    told_at = 0.0

    def tell(share: float) -> None:
        nonlocal told_at
        now = time.monotonic()
        if now - told_at >= _TELL_S:
            told_at = now
            machine.log_event(errand.topic, {"key": errand.key, "share": share})

    return tell


def _machine() -> _Machine:
    from distributed import get_worker  # noqa: PLC0415 - an extra

    return get_worker()
