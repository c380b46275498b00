"""Two real workers and a real scheduler over TCP, each a process of its own, and a store in a folder."""

import contextlib
import dataclasses
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from showcase.media.cluster import on_cluster
from showcase.media.cluster_trouble import ClusterTrouble
from showcase.media.making import make_media
from showcase.media.progress import Progress
from sites import ROOT

FILM = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2")
NAMES = ("film.mp4", "other.mp4", "photo.jpg", "bad.jpg", "speech.wav", "film.vtt")


class Cluster:
    """Processes of one test. `folder` holds their logs and the workers' own folders."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.address = ""

    def start(self, *command, name, **environment):
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, command)],
                stdout=log,
                stderr=log,
                env={**os.environ, **environment},
                cwd=self.folder,
            )
        self.processes.append(process)
        return process

    def schedule(self):
        place = self.folder / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--scheduler-file", place)
        process = self.start("scheduler", *options, name="scheduler")
        said = wait_until(
            lambda: place.is_file() and place.read_text().strip().endswith("}") and place.read_text()
        )
        self.address = said.split('"address": "')[1].split('"')[0]
        return process

    def worker(self, name, **environment):
        own = self.folder / name
        options = ("--nthreads", 1, "--no-dashboard", "--host", "127.0.0.1", "--local-directory", own)
        return self.start("worker", self.address, *options, name=name, **environment)

    def end(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    (tmp_path / "cluster").mkdir()
    cluster = Cluster(tmp_path / "cluster")
    try:
        yield cluster
    finally:
        cluster.end()


@pytest.fixture
def two_workers(cluster):
    cluster.schedule()
    cluster.worker("one")
    cluster.worker("two")
    return cluster


@pytest.fixture
def store_url(tmp_path):
    (tmp_path / "store").mkdir()
    return (tmp_path / "store").as_uri()


def wait_until(what, seconds=30.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("it never came")


def fill(studio):
    studio.film(
        "film.mp4", *FILM, "-c:v", "libx264", "-preset", "ultrafast", "-threads", "1", "-fflags", "+bitexact"
    )
    studio.film(
        "other.mp4", *FILM, "-vf", "hue=h=90", "-c:v", "libx264", "-threads", "1", "-fflags", "+bitexact"
    )
    studio.film("speech.wav", "-f", "lavfi", "-i", "sine=duration=2", "-fflags", "+bitexact")
    studio.photo("photo.jpg", Image.linear_gradient("L").resize((900, 600)).convert("RGB"))
    studio.put("bad.jpg", b"no photo")
    studio.put("film.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n你好\n".encode())
    return studio


def make(studio, run, *names):
    said = io.StringIO()
    shelf, problems = make_media(studio.layout, studio.wanted(*names), studio.presets, Progress(said), run)
    return shelf, problems, said.getvalue()


def leftovers(cluster):
    """Return what jobs left in the workers' own folders."""
    return [p for p in cluster.folder.rglob("showcase-*")]


def test_a_cluster_gives_the_bytes_that_this_machine_gives(studio, tmp_path, two_workers, store_url):
    other = fill(type(studio)(tmp_path / "other"))
    shelf, problems, said = make(fill(studio), on_cluster(two_workers.address, store_url), *NAMES)
    there = other.make(*NAMES)
    assert studio.tree() == other.tree()
    assert problems == there[1]
    assert [p.rule for p in problems] == ["photo-not-an-image"]
    assert dataclasses.replace(shelf, files={}) == dataclasses.replace(there[0], files={})
    assert sorted(line.split()[1] for line in said.splitlines() if line.endswith("100%")) == sorted(
        ["1/2", "2/2", "1/2", "2/2", "1/1", "1/1"]
    )
    assert leftovers(two_workers) == []
