"""Run jobs on a Dask cluster: the same jobs, the same bytes. Masters and results travel through the store.

Dask starts a job again when its machine dies. Whoever reaches a scheduler can run any program on its
machines, so it must never be open to the internet.
"""

from __future__ import annotations

import logging
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from showcase.media.machines.cluster_errands import Sender
from showcase.media.machines.cluster_trouble import ClusterTrouble, alone, unreachable
from showcase.media.machines.cluster_versions import PROGRAM, differences, tools
from showcase.media.machines.cluster_work import look_around
from showcase.media.sharing.remote import Remote, open_remote
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.progress import Progress
from showcase.media.terms.refusal import Refusal
from showcase.media.working.jobs import Job, Run
from showcase.media.working.pool import with_reports
from showcase.model.presets import Presets

_CONNECT_S, _WORKERS_S = 5, 20
_MOST_AT_ONCE = 64
_LOOK_S, _ALONE_S = 2.0, 60.0
_SCHEDULER = "调度程序"
_EXTRA = '还没有装集群用的程序：pip install "showcase[cluster]"'


def on_cluster(address: str, url: str) -> Run:
    """Return what runs jobs on the cluster at `address` (tcp://host:port, tls://…) with the store at `url`.

    It raises ClusterTrouble before any work begins when the scheduler or the store cannot be reached or
    a machine has another version, and StoreTrouble. KeyboardInterrupt takes the jobs back and passes.
    """
    if "://" not in url:
        url = str(Path(url).absolute())  # the machines stand elsewhere

    def run(
        jobs: Sequence[Job], presets: Presets, store: Store, progress: Progress
    ) -> dict[str, Made | Refusal]:
        if not jobs:
            return {}
        remote = open_remote(url)
        with _client(address) as client:
            machines = _machines(client, address)
            with _token(remote) as token:
                _compare(_look(client, url, token), progress)
            sender = Sender(client, remote, url, presets, store)
            try:
                return _run(sender, jobs, progress, machines)
            finally:
                progress.close()

    return run


def _run(sender: Sender, jobs: Sequence[Job], progress: Progress, machines: int) -> dict[str, Made | Refusal]:
    """Send every job on its way, films first. One thread waits for each that is under way."""
    at_once = min(2 * machines + 2, _MOST_AT_ONCE)
    with ThreadPoolExecutor(at_once) as pool:
        futures = {
            job.key: pool.submit(sender.send, job, report) for job, report in with_reports(jobs, progress)
        }
        try:
            _wait(futures.values(), sender)
            return {key: future.result() for key, future in futures.items()}
        except BaseException:
            for future in futures.values():
                future.cancel()
            sender.take_back()
            raise


def _wait(futures: Iterable[Future[Made | Refusal]], sender: Sender) -> None:
    """Wait for all, or for the first that raises. Raises ClusterTrouble when no machine is left for long."""
    waiting = list(futures)
    seen_at = time.monotonic()
    while waiting:
        done, left = wait(waiting, _LOOK_S, FIRST_EXCEPTION)
        for future in done:
            future.result()
        waiting = list(left)
        if sender.has_machines():
            seen_at = time.monotonic()
        elif time.monotonic() - seen_at > _ALONE_S:
            raise alone()


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise ClusterTrouble(_EXTRA) from None
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # what Dask has to say is said in our words
    try:
        client: Any = Client(address, timeout=_CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError, ImportError) as error:
        logger.setLevel(level)
        raise unreachable(address, error) from None
    try:
        yield client
    finally:
        client.close(timeout=_CONNECT_S)
        logger.setLevel(level)


def _machines(client: Any, address: str) -> int:  # noqa: ANN401 - an extra
    """Return how many jobs the cluster takes at a time, waiting a little for its first machine."""
    try:
        client.wait_for_workers(1, timeout=_WORKERS_S)
    except OSError:
        raise ClusterTrouble(f"{address} 上还没有一台干活的机器。请先启动：dask worker {address}") from None
    return sum(client.nthreads().values())


@contextmanager
def _token(remote: Remote) -> Iterator[str]:
    """Leave a small file in the store for the machines to find: two folders of one name are two stores."""
    name = f"probes/{uuid.uuid4().hex}"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "probe"
        file.write_bytes(b"showcase")
        remote.files.put(file, name)
    try:
        yield name
    finally:
        remote.files.remove(name)


def _look(client: Any, url: str, token: str) -> dict[str, Any]:  # noqa: ANN401 - an extra
    """Return what every machine says of itself, or the error that it answered with; the scheduler too."""
    seen: dict[str, Any] = client.run(look_around, url, token, on_error="return")
    try:
        return {_SCHEDULER: (client.run_on_scheduler(tools), "")} | seen
    except Exception as error:  # whatever another version raises
        return {_SCHEDULER: error} | seen


def _compare(seen: dict[str, Any], progress: Progress) -> None:
    """Raise ClusterTrouble when a machine cannot do the work; say so when its encoder is another one."""
    broken: list[str] = []
    for machine, found in sorted(seen.items()):
        if isinstance(found, BaseException):
            broken.append(f"{machine}：没有装这个程序，或者装的版本不同（{type(found).__name__}）")
            continue
        theirs, trouble = found
        different = differences(tools(), theirs)
        if theirs.get(PROGRAM) != tools()[PROGRAM]:
            broken.append(f"{machine}：{'；'.join(different)}")
        elif trouble:
            broken.append(f"{machine}：{trouble}")
        elif different:
            progress.say(f"{machine}：{'；'.join(different)}。成品一样能用，只是字节不同。")
    if broken:
        raise ClusterTrouble("集群里有机器不能干这个活，没有开始。\n  " + "\n  ".join(broken))
