"""A real Dask cluster on loopback: a scheduler and workers, each a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from interruptions import wait_until


class Cluster:
    """`folder` holds the logs and the workers' own folders."""

    def __init__(self, folder):
        folder.mkdir()
        self.folder = folder
        self.address = ""
        self._processes = []

    def schedule(self):
        place = self.folder / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", place)
        self._start("scheduler", *options, name="scheduler")
        said = wait_until(lambda: place.is_file() and place.read_text().endswith("}") and place.read_text())
        self.address = said.split('"address": "')[1].split('"')[0]
        return self

    def worker(self, name, **environment):
        options = ("--nthreads", 1, "--no-dashboard", "--host", "127.0.0.1")
        folder = ("--local-directory", self.folder / name)
        return self._start("worker", self.address, *options, *folder, name=name, **environment)

    def workers(self, *names, **environment):
        """Start workers and wait until the scheduler knows them."""
        for name in names:
            self.worker(name, **environment)
        for name in names:
            wait_until(lambda name=name: "Registered to:" in (self.folder / f"{name}.log").read_text())

    def leftovers(self):
        """What jobs left in the workers' own folders."""
        return list(self.folder.rglob("showcase-*"))

    def end(self):
        for process in self._processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, *command, name, **environment):
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, command)],
                stdout=log,
                stderr=log,
                env={**os.environ, **environment},
                cwd=self.folder,
                start_new_session=True,
            )
        self._processes.append(process)
        return process


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""
