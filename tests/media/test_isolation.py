"""Each job runs in a process with limits: what happens to it happens to nothing else."""

import multiprocessing
import subprocess
import sys
import textwrap
import threading
import time

import pytest
from interruptions import children_of, is_gone, wait_until
from PIL import Image

from showcase.media.storing.masters import find_masters
from showcase.media.storing.store import Store
from showcase.media.terms.refusal import Breakdown
from showcase.media.working.isolation import FaultInside, Workers, isolated
from showcase.media.working.jobs import Watch, job_of
from showcase.media.working.limits import MEMORY_MB
from showcase.media.working.orders import Done, Order
from showcase.media.working.pool import run_job
from showcase.media.working.runner import ffmpeg_program
from showcase.media.working.worker_process import Worker, WorkerLost


@pytest.fixture
def worker():
    found = Worker()
    yield found
    found.end()


def test_a_crash_costs_one_job_and_is_told():
    with pytest.raises(WorkerLost, match=r"^处理程序崩溃（SIGABRT）$"):
        isolated("os:abort")
    assert isolated("operator:add", 1, 2) == 3


def test_a_decoder_that_ends_the_process_is_told():
    with pytest.raises(WorkerLost, match=r"^处理程序意外结束（7）$"):
        isolated("os:_exit", 7)


def test_a_job_that_hangs_is_ended():
    began = time.monotonic()
    with pytest.raises(WorkerLost, match="没有进展") as lost:
        isolated("time:sleep", 600, silence_s=0.3)
    assert time.monotonic() - began < 5
    assert is_gone(lost.value.pid)


def test_a_job_that_wants_too_much_memory_is_told_and_its_worker_goes_on(worker):
    with pytest.raises(Breakdown, match=f"超过 {MEMORY_MB} MB"):
        isolated("builtins:bytearray", (MEMORY_MB + 1) << 20)
    assert isolated("builtins:len", b"abc") == 3


def test_ffmpeg_that_wants_too_much_memory_is_told():
    program = f"""
        import threading
        from showcase.media.working.limits import limit_memory
        from showcase.media.terms.refusal import Breakdown
        from showcase.media.working.runner import run
        limit_memory(300)
        command = [{ffmpeg_program()!r}, "-v", "error", "-nostdin", "-f", "lavfi", "-i", "color=s=9000x9000"]
        try:
            run([*command, "-vf", "scale=12000:12000", "-frames:v", "9", "-f", "null", "-"], limit_s=60, stop=threading.Event())
        except Breakdown as told:
            print(told)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, check=True)
    assert done.stdout.decode().strip() == f"需要的内存超过 {MEMORY_MB} MB"


def test_what_a_library_prints_does_not_get_among_the_answers():
    assert isolated("builtins:print", "x" * 100_000) is None
    assert isolated("os:write", 1, b"x") == 1


def test_a_fault_of_ours_comes_with_its_name():
    with pytest.raises(FaultInside, match="ValueError") as fault:
        isolated("builtins:int", "seven")
    assert fault.value.name == "ValueError"


def test_a_worker_is_used_again_and_let_go_in_the_end():
    workers = Workers()
    with workers.borrowed() as first:
        assert first.do(Order("os:getpid", (), False), None, 20) == Done(first.pid)
    with workers.borrowed() as second:
        assert second is first
    workers.dismiss()
    assert is_gone(first.pid)


def test_a_worker_ends_when_nobody_can_order_any_more(worker):
    worker.do(Order("os:getpid", (), False), None, 20)
    worker.end()
    assert is_gone(worker.pid)
    assert not worker.is_ready()


def test_a_job_that_is_not_wanted_any_more_ends_at_once_and_leaves_nothing(studio):
    studio.film("film.mp4", "-f", "lavfi", "-i", "testsrc2=size=640x360:duration=30", "-preset", "ultrafast")
    job, store, stop = job_for(studio, "film.mp4"), Store(studio.layout.derivatives), threading.Event()
    began = []
    thread = threading.Thread(
        target=lambda: began.append(outcome(job, studio.presets, store, Watch(lambda _: None, stop)))
    )
    thread.start()
    draft, *_ = wait_until(lambda: [p for p in store.folder.glob("??/.*.part") if p.stat().st_size])
    worker = int(draft.name.split(".")[-2])
    its_own = [worker, *children_of(worker)]  # other tests may have children here too: a browser
    assert len(its_own) > 1  # it has its ffmpeg
    stop.set()
    thread.join(20)
    assert (began, list(store.folder.glob("??/.*"))) == (["已中止"], [])
    wait_until(lambda: all(map(is_gone, its_own)))


def test_a_daemonic_process_can_run_jobs_too(studio):
    studio.photo("photo.jpg", Image.linear_gradient("L").convert("RGB"))
    job = job_for(studio, "photo.jpg")
    context = multiprocessing.get_context("fork")
    process = context.Process(
        target=in_a_daemon, args=(job, studio.presets, studio.layout.derivatives), daemon=True
    )
    process.start()
    process.join(60)
    assert process.exitcode == 0
    made = studio.tree()
    studio.layout.derivatives.rename(studio.layout.derivatives.with_name("of-the-daemon"))
    studio.make("photo.jpg")
    assert studio.tree() == made != {}


def in_a_daemon(job, presets, folder):
    run_job(job, presets, Store(folder), Watch(lambda _: None, threading.Event()))


def job_for(studio, name):
    masters, problems = find_masters(studio.layout, studio.wanted(name))
    assert problems == []
    return job_of(masters[0], studio.presets)


def outcome(*arguments):
    try:
        return run_job(*arguments)
    except Breakdown as told:
        return str(told)
