"""Jobs on real workers over TCP, with a store in a folder. Nothing is mocked: processes are killed."""

import dataclasses
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from dask_cluster import Cluster, command_of
from interruptions import children_of, wait_until
from PIL import Image
from small_site import DAY, FILES, clone, derivatives, media_of, run, small_site
from store_servers import folder_store, s3_store, sftp_store

from showcase.media.machines.cluster_trouble import ClusterTrouble
from sites import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

FILM = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2")
CODEC = ("-c:v", "libx264", "-preset", "ultrafast", "-threads", "1", "-fflags", "+bitexact")
NAMES = ("film.mp4", "photo.jpg", "bad.jpg", "speech.wav", "film.vtt")


@pytest.fixture
def cluster(tmp_path):
    cluster = Cluster(tmp_path / "cluster")
    try:
        yield cluster.schedule()
    finally:
        cluster.end()


@pytest.fixture
def url(tmp_path):
    (tmp_path / "store").mkdir()
    return (tmp_path / "store").as_uri()


def fill(studio):
    studio.film("film.mp4", *FILM, *CODEC)
    studio.film("speech.wav", "-f", "lavfi", "-i", "sine=duration=2", "-fflags", "+bitexact")
    studio.photo("photo.jpg", Image.linear_gradient("L").resize((900, 600)).convert("RGB"))
    studio.put("bad.jpg", b"no photo")
    studio.put("film.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n你好\n".encode())
    return studio


def fill_long(studio):
    """A film of a quarter of a minute beside a short one: two seconds over and over cost nothing to write."""
    studio.film("loop.mp4", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25:duration=2", *CODEC)
    loop = str(studio.folder / "loop.mp4")
    studio.film("film.mp4", "-stream_loop", "7", "-i", loop, "-c", "copy", "-fflags", "+bitexact")
    studio.film("short.mp4", *FILM, *CODEC)
    return studio


ELSEWHERE = """
import io, pickle, sys
from showcase.media.machines.cluster import on_cluster
from showcase.media.machines.cluster_trouble import ClusterTrouble
from showcase.media.making import make_media
from showcase.media.terms.progress import Progress
layout, wanted, presets, address, url = pickle.load(sys.stdin.buffer)
said = io.StringIO()
try:
    outcome = (*make_media(layout, wanted, presets, Progress(said), on_cluster(address, url)), said.getvalue())
except ClusterTrouble as trouble:
    outcome = trouble
sys.stdout.buffer.write(pickle.dumps(outcome))
"""


def make(studio, address, url, *names, limit_s=250):
    """Make media on the cluster in a process of its own: Dask's threads never share one with a browser's."""
    order = pickle.dumps((studio.layout, studio.wanted(*names), studio.presets, address, url))
    command = [sys.executable, "-c", ELSEWHERE]
    done = subprocess.run(command, input=order, capture_output=True, timeout=limit_s, check=False)
    assert done.returncode == 0, done.stderr.decode()
    outcome = pickle.loads(done.stdout)
    if isinstance(outcome, ClusterTrouble):
        raise outcome
    return outcome


def slow(studio):
    """The same recipe for a film as elsewhere, but one that takes a while."""
    studio.presets = dataclasses.replace(
        studio.presets, film=dataclasses.replace(studio.presets.film, speed="medium")
    )
    return studio


def test_a_cluster_gives_the_bytes_that_this_machine_gives(studio, tmp_path, cluster, url):
    cluster.workers("one", "two")
    other = fill(type(studio)(tmp_path / "other"))
    shelf, problems, said = make(fill(studio), cluster.address, url, *NAMES)
    there = other.make(*NAMES)
    assert studio.tree() == other.tree()
    assert (problems, [p.rule for p in problems]) == (there[1], ["photo-not-an-image"])
    assert dataclasses.replace(shelf, files={}) == dataclasses.replace(there[0], files={})
    ended = [line.split()[:2] for line in said.splitlines() if " 100%" in line]
    assert sorted(ended) == [
        ["字幕", "1/1"],
        ["影片", "1/1"],
        ["有声版", "1/1"],
        ["照片", "1/2"],
        ["照片", "2/2"],
    ]
    assert cluster.leftovers() == []
    assert list((tmp_path / "store" / "probes").iterdir()) == []


def encoder_below(cluster):
    """The Dask worker process that runs ffmpeg now, or None."""
    for nanny in cluster._processes[1:]:
        for worker in children_of(nanny.pid):
            if "spawn_main" in command_of(worker) and any(
                "libx264" in command_of(c) for c in children_of(worker)
            ):
                return worker
    return None


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_of_a_film_costs_its_job_only(studio, tmp_path, cluster, url):
    cluster.workers("one", "two")
    other = slow(fill_long(type(studio)(tmp_path / "other")))
    slow(fill_long(studio))
    done = []
    making = threading.Thread(
        target=lambda: done.append(make(studio, cluster.address, url, "film.mp4", "short.mp4"))
    )
    making.start()
    killed = wait_until(lambda: encoder_below(cluster))
    time.sleep(1.0)
    orphans = children_of(killed)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: not any(command_of(each) for each in orphans))
    making.join(250)
    assert done and done[0][1] == []
    assert other.make("film.mp4", "short.mp4")[1] == []
    assert studio.tree() == other.tree()
    wait_until(lambda: cluster.leftovers() == [])


KILLER = """
import os, signal
from showcase.media.machines import cluster_work
make = getattr(cluster_work, "_made", cluster_work._make)
cluster_work._made = make
def kill(errand, remote):
    if errand.name == "film.mp4":
        os.kill(os.getpid(), signal.SIGKILL)
    return make(errand, remote)
cluster_work._make = kill
"""


@pytest.mark.slow
def test_a_job_that_kills_three_workers_is_given_up_and_the_others_are_done(studio, tmp_path, cluster, url):
    (tmp_path / "killer.py").write_text(KILLER)
    preload = {"DASK_DISTRIBUTED__WORKER__PRELOAD": f"[{str(tmp_path / 'killer.py')!r}]"}
    cluster.workers("one", **preload)
    _, problems, _ = make(fill(studio), cluster.address, url, "film.mp4", "photo.jpg")
    assert [(p.rule, p.message) for p in problems] == [
        ("film-unfinished", "film.mp4：未能处理完：在 3 台机器上处理到一半，机器都中断了，不再重试")
    ]
    assert sum(name.endswith(".json") for name in studio.tree()) == 1


@pytest.mark.slow
def test_a_worker_of_another_version_is_named_before_work_begins(studio, tmp_path, cluster, url):
    package = tmp_path / "changed" / "showcase"
    shutil.copytree(ROOT / "generator" / "showcase", package, ignore=shutil.ignore_patterns("__pycache__"))
    changed = package / "media" / "films" / "loudness.py"
    changed.write_text(changed.read_text() + "\n# another checkout\n")
    cluster.workers("one", PYTHONPATH=str(package.parent))
    with pytest.raises(ClusterTrouble) as told:
        make(fill(studio), cluster.address, url, *NAMES)
    lines = str(told.value).splitlines()
    assert lines[0] == "集群里有机器不能干这个活，没有开始。"
    assert (
        lines[1].startswith("  tcp://127.0.0.1:")
        and "：showcase 0.1.0+" in lines[1]
        and "，这里是 0.1.0+" in lines[1]
    )
    assert len(lines) == 2
    assert list((tmp_path / "store").rglob("*.json")) == []


def test_a_worker_without_the_store_is_named(studio, tmp_path, cluster, url):
    (tmp_path / "elsewhere").mkdir()
    cluster.workers("one", SHOWCASE_STORE=(tmp_path / "elsewhere").as_uri())
    with pytest.raises(ClusterTrouble, match="是另一个地方，刚放进存储的文件在那里看不到"):
        make(fill(studio), cluster.address, url, *NAMES)


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:{port}", "没有回音。请先启动调度程序（dask scheduler），再核对地址和防火墙。"),
        (
            "tls://127.0.0.1:{port}",
            "不能用：地址写成 tcp://主机:端口；用 tls:// 的，先在 Dask 的设置里写好证书。",
        ),
        (
            "gopher://127.0.0.1:{port}",
            "不能用：地址写成 tcp://主机:端口；用 tls:// 的，先在 Dask 的设置里写好证书。",
        ),
    ],
)
def test_no_scheduler_is_one_sentence_within_seconds(studio, url, address, said):
    began = time.monotonic()
    address = address.format(port=free_port())
    with pytest.raises(ClusterTrouble) as told:
        make(fill(studio), address, url, *NAMES)
    assert str(told.value) == f"{address} {said}"
    assert time.monotonic() - began < 120  # not for ever; how quick it is depends on what else runs


@pytest.mark.slow
def test_ctrl_c_takes_the_jobs_back(studio, tmp_path, cluster, url):
    cluster.workers("one")
    slow(fill_long(studio))
    program = (
        "import sys; sys.path[:0] = [sys.argv[1], sys.argv[2]]\n"
        "from pathlib import Path\n"
        "from conftest import Studio\n"
        "import io\n"
        "from test_cluster import slow\n"
        "from showcase.media.machines.cluster import on_cluster\n"
        "from showcase.media.making import make_media\n"
        "from showcase.media.terms.progress import Progress\n"
        "from showcase.content.layout import Layout\n"
        "studio = Studio.__new__(Studio)\n"
        "from conftest import QUICK\n"
        "studio.presets, studio.layout = QUICK, Layout(Path(sys.argv[3]))\n"
        "wanted, run = slow(studio).wanted('film.mp4', 'short.mp4'), on_cluster(sys.argv[4], sys.argv[5])\n"
        "make_media(studio.layout, wanted, studio.presets, Progress(io.StringIO()), run)\n"
    )
    here = Path(__file__).parent
    arguments = [str(here), str(here.parent), str(studio.layout.root), cluster.address, url]
    running = subprocess.Popen([sys.executable, "-c", program, *arguments], stderr=subprocess.PIPE)
    worker = wait_until(lambda: encoder_below(cluster))
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=240)
    assert said.splitlines()[-1] == b"KeyboardInterrupt"
    wait_until(lambda: not any("libx264" in command_of(each) for each in children_of(worker)))
    wait_until(lambda: cluster.leftovers() == [])
    assert [p for p in studio.layout.derivatives.rglob("*") if p.is_file()] == []


SHOPS = {"folder": folder_store, "sftp": sftp_store, "s3": s3_store}


@pytest.mark.slow
@pytest.mark.parametrize("kind", SHOPS)
def test_a_machine_with_pointers_only_has_its_media_made_elsewhere(tmp_path, cluster, kind):
    with SHOPS[kind](tmp_path / "server") as store:
        origin = small_site(tmp_path / "origin")
        pushed = run(origin, "media", "push", "--store", store.url, env=store.env)
        assert pushed.returncode == 0, pushed.stdout + pushed.stderr
        assert [media_of(origin).joinpath(name).exists() for name in FILES] == [False] * 4
        elsewhere = clone(origin, tmp_path / "elsewhere")
        cluster.workers("one", **store.env)
        options = ("--today", DAY, "--store", store.url)
        told = run(elsewhere, "media", "--cluster", cluster.address, *options, env=store.env)
        assert (told.returncode, told.stdout) == (
            0,
            "照片 1 张，影片 1 部，有声版 1 个，都在 media/derivatives。\n",
        ), told.stderr
        assert not list((elsewhere / ".cache").rglob("masters/*"))
        local = small_site(tmp_path / "local")
        assert run(local, "media", "--today", DAY).returncode == 0
        assert derivatives(elsewhere) == derivatives(local)
