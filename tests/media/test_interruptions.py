"""Runs that are broken off: no child stays, nothing unfinished is trusted, the next run goes on."""

import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from interruptions import NAMES, children_of, fill, fill_long, is_gone, run_in_background, wait_until

from conftest import RECORD
from sites import TODAY

TEXT = """---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
video: {file: film.mp4, title: 楼梯间的灯}
honours:
  - {year: 2024, level: provincial, title: 河南省“百姓学习之星”, stage: approved, document: 示例教〔2024〕1号, date: 2024-07-12}
consent:
  text: {date: 2024-05-08, evidence: 同意书2024-001}
  video: {date: 2024-05-08, evidence: 同意书2024-001}
---
她教邻居认字。
"""
SEED, MOMENTS = 4, 20
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def is_transcoding(studio):
    drafts = studio.layout.derivatives.glob("??/.*.mp4.*.part")
    return [draft for draft in drafts if draft.stat().st_size]


def assert_recovers(studio, undisturbed):
    studio.make(*NAMES)
    assert studio.tree() == undisturbed


@pytest.mark.slow
def test_a_killed_run_leaves_no_child_and_nothing_that_the_next_run_trusts(studio, tmp_path):
    other = fill(type(studio)(tmp_path / "other"))
    other.make(*NAMES)
    running = run_in_background(fill_long(studio))
    wait_until(lambda: is_transcoding(studio))
    children = children_of(running.pid)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert len(children) >= 2  # a worker with its ffmpeg, and perhaps other workers
    wait_until(lambda: all(map(is_gone, children)))
    assert list(studio.layout.derivatives.glob("??/.*.part")) != []
    fill(studio)  # the short film again: the same input as `other` has
    assert_recovers(studio, other.tree())


@pytest.mark.slow
def test_a_run_killed_at_any_moment_is_completed_by_the_next(studio):
    fill(studio)
    began = time.monotonic()
    running = run_in_background(studio)
    running.communicate()
    usual_s = time.monotonic() - began
    undisturbed = studio.tree()
    chance = random.Random(SEED)
    broken_off = 0
    for _ in range(MOMENTS):
        shutil.rmtree(studio.layout.derivatives)
        began, running = time.monotonic(), run_in_background(studio)
        try:
            running.wait(chance.uniform(0.1, 1.0) * usual_s)
            usual_s = time.monotonic() - began  # less goes on beside it than before
        except subprocess.TimeoutExpired:
            pass
        children = children_of(running.pid)
        running.kill()
        running.communicate()
        wait_until(lambda children=children: all(map(is_gone, children)))
        broken_off += studio.tree() != undisturbed
        assert_recovers(studio, undisturbed)
    assert broken_off >= MOMENTS // 5  # how many depends on what else the machine does


@pytest.mark.parametrize("sign", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)])
def test_a_command_told_to_stop_says_so_and_the_next_one_goes_on(studio, tmp_path, sign):
    write_site(studio)
    running = start_command(studio)
    wait_until(lambda: is_transcoding(studio))
    children = children_of(running.pid)
    running.send_signal(sign)
    _, said = running.communicate(timeout=90)
    assert running.returncode == 128 + sign
    assert said.splitlines()[-1] == "已停下。没有做完的，下次接着做。"
    assert "Traceback" not in said
    assert (len(children) >= 2, all(map(is_gone, children))) == (True, True)
    assert list(studio.layout.derivatives.glob("??/.*")) == []
    assert studio.rules(*NAMES) == ["photo-not-an-image"]


def start_command(studio):
    command = [sys.executable, "-m", "showcase", "media", "--today", TODAY, "--root", str(studio.layout.root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def write_site(studio):
    """Write a site of one record, with a film of half a minute."""
    fill_long(studio)
    root = studio.layout.root
    (root / "mkdocs.yml").write_text("site_name: x\nplugins:\n- showcase: {repository: private}\n", "utf-8")
    record = root / "content" / f"{RECORD}.md"
    record.parent.mkdir(parents=True)
    record.write_text(TEXT, "utf-8")
