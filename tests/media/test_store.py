import dataclasses
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from showcase.media.masters import find_masters
from showcase.media.memory import Memory
from showcase.media.refusal import Breakdown
from showcase.media.runner import ffmpeg_program, run
from showcase.media.store import Store

FILM = (
    "-f",
    "lavfi",
    "-i",
    "testsrc2=size=320x180:rate=25:duration=2",
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
)
NAMES = ("film.mp4", "photo.jpg", "bad.jpg")


def fill(studio):
    studio.film("film.mp4", *FILM, "-fflags", "+bitexact", "-threads", "1")
    studio.photo("photo.jpg", Image.linear_gradient("L").resize((900, 600)).convert("RGB"))
    studio.put("bad.jpg", b"no photo")
    return studio


def fill_long(studio):
    """The same with a film of half a minute: two seconds over and over, which costs nothing to write."""
    fill(studio)
    picture = "testsrc2=size=640x360:rate=25:duration=2"
    studio.film("loop.mp4", "-f", "lavfi", "-i", picture, "-c:v", "libx264", "-preset", "ultrafast")
    studio.film("film.mp4", "-stream_loop", "14", "-i", str(studio.folder / "loop.mp4"), "-c", "copy")
    return studio


def state(studio):
    folder = studio.layout.derivatives
    return {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


def test_a_second_run_makes_nothing(studio):
    fill(studio)
    first = studio.make(*NAMES)
    before = state(studio)
    second = studio.make(*NAMES)
    assert second[:2] == first[:2]
    assert (second[2], state(studio)) == ("", before)
    assert [p.rule for p in first[1]] == ["photo-not-an-image"]


def test_the_same_input_gives_the_same_bytes_in_another_place(studio, tmp_path):
    other = fill(type(studio)(tmp_path / "other"))
    fill(studio).make(*NAMES)
    other.make(*reversed(NAMES))
    assert studio.tree() == other.tree()
    assert sorted(Path(name).suffix for name in studio.tree()).count(".json") == 3


def test_the_same_bytes_under_two_names_are_made_once(studio, key):
    fill(studio)
    studio.put("twin.jpg", (studio.folder / "photo.jpg").read_bytes())
    shelf, _, said = studio.make("photo.jpg", "twin.jpg")
    assert shelf.pictures[key("photo.jpg")] == shelf.pictures[key("twin.jpg")]
    assert said.splitlines() == [f"照片 1/1 {key('photo.jpg')} 100%"]


def test_a_new_recipe_number_or_quality_makes_new_names(studio, key):
    fill(studio)
    names = set()
    for change in ({}, {"recipe": 2}, {"jpeg_quality": 60}):
        studio.presets = dataclasses.replace(
            studio.presets, photo=dataclasses.replace(studio.presets.photo, **change)
        )
        names.add(studio.make("photo.jpg")[0].pictures[key("photo.jpg")].largest.path)
    assert len(names) == 3


def test_a_derivative_that_was_cut_or_deleted_is_made_again(studio, key):
    fill(studio)
    shelf, _, _ = studio.make("photo.jpg")
    whole = studio.tree()
    paths = [shelf.files[r.path] for r in shelf.pictures[key("photo.jpg")].renditions]
    paths[0].unlink()
    studio.make("photo.jpg")
    assert studio.tree() == whole
    paths[1].write_bytes(b"short")
    studio.make("photo.jpg")
    assert studio.tree() == whole
    sidecar = next(studio.layout.derivatives.rglob("*.json"))
    sidecar.write_bytes(sidecar.read_bytes()[:50])
    studio.make("photo.jpg")
    assert studio.tree() == whole


def test_what_a_dead_run_left_is_swept_and_what_a_living_one_writes_is_kept(studio):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    folder = studio.layout.derivatives / "ab"
    folder.mkdir(parents=True)
    left, live = (folder / f".abcd-720p.mp4.{pid}.part" for pid in (dead.pid, os.getppid()))
    left.write_bytes(b"x")
    live.write_bytes(b"x")
    Store(studio.layout.derivatives).sweep()
    assert list(folder.iterdir()) == [live]


def test_hashes_are_remembered_until_the_file_changes(studio):
    studio.put("a.jpg", b"one")
    wanted = studio.wanted("a.jpg")
    first = find_masters(studio.layout, wanted)[0][0].sha256
    file = studio.layout.cache / "media-hashes.json"
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace(first, "remembered"), encoding="utf-8")
    assert find_masters(studio.layout, wanted)[0][0].sha256 == "remembered"
    studio.put("a.jpg", b"other")
    assert find_masters(studio.layout, wanted)[0][0].sha256 not in (first, "remembered")
    file.write_bytes(b"{broken")
    assert Memory(file).get("a") is None


def run_in_background(studio):
    """Start a run of its own in another process, as a build would."""
    program = f"""
        import sys
        sys.path[:0] = [{str(Path(__file__).parent)!r}]
        from conftest import Studio
        from pathlib import Path
        from showcase.content.layout import Layout
        studio = Studio.__new__(Studio)
        from conftest import QUICK
        studio.presets = QUICK
        studio.layout = Layout(Path({str(studio.layout.root)!r}))
        studio.make(*{NAMES!r})
    """
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stderr=subprocess.PIPE)


def children_of(pid):
    """Return the children of a process and theirs."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            child = int(stat.parent.name)
            found += [child, *children_of(child)]
    return found


def wait_until(what, seconds=20.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("it never came")


def is_gone(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def assert_recovers(studio, undisturbed):
    studio.make(*NAMES)
    assert studio.tree() == undisturbed


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_killed_run_leaves_no_child_and_nothing_that_the_next_run_trusts(studio, tmp_path):
    other = fill(type(studio)(tmp_path / "other"))
    other.make(*NAMES)
    running = run_in_background(fill_long(studio))
    drafts = studio.layout.derivatives
    wait_until(lambda: [p for p in drafts.glob("??/.*.part") if ".mp4." in p.name and p.stat().st_size])
    children = children_of(running.pid)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert len(children) in (2, 3)  # a worker with its ffmpeg, and perhaps the other worker
    wait_until(lambda: all(map(is_gone, children)))
    assert list(drafts.glob("??/.*.part")) != []
    fill(studio)  # the short film again: the same input as `other` has
    assert_recovers(studio, other.tree())


@pytest.mark.slow
@pytest.mark.parametrize("delay_ms", range(0, 2000, 100))
def test_a_run_killed_at_any_moment_is_completed_by_the_next(studio, tmp_path, delay_ms):
    other = fill(type(studio)(tmp_path / "other"))
    other.make(*NAMES)
    running = run_in_background(fill(studio))
    time.sleep(delay_ms / 1000)
    running.kill()
    running.communicate()
    assert_recovers(studio, other.tree())


def test_ctrl_c_ends_the_child_and_the_next_run_goes_on(studio):
    running = run_in_background(fill_long(studio))
    wait_until(lambda: [p for p in studio.layout.derivatives.glob("??/.*.mp4.*") if p.stat().st_size])
    children = children_of(running.pid)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=10)
    assert said.splitlines()[-1] == b"KeyboardInterrupt"
    assert all(map(is_gone, children))
    assert list(studio.layout.derivatives.glob("??/.*")) == []


def endless(*more):
    return [
        ffmpeg_program(),
        "-v",
        "error",
        "-nostdin",
        "-f",
        "lavfi",
        "-i",
        "testsrc2",
        *more,
        "-f",
        "null",
        "-",
    ]


def test_a_job_over_its_time_is_ended():
    began = time.monotonic()
    with pytest.raises(Breakdown, match="处理超过 0 秒仍未完成"):
        run(endless(), limit_s=0.3, stop=threading.Event())
    assert time.monotonic() - began < 3


def test_much_talk_on_stderr_does_not_stop_ffmpeg():
    command = endless("-frames:v", "1000", "-vf", "scale=16:16,showinfo")
    command[command.index("error")] = "info"
    said = run(command, limit_s=60, stop=threading.Event())
    assert len(said) == 200


def test_a_disk_that_takes_nothing_is_a_problem_that_is_forgotten(studio, key):
    fill(studio)
    studio.layout.derivatives.write_bytes(b"a file where a folder should be")
    assert studio.rules("film.mp4", "photo.jpg") == ["film-unfinished", "photo-unfinished"]
    studio.layout.derivatives.unlink()
    assert studio.rules("film.mp4", "photo.jpg") == []


def test_a_film_is_announced_as_it_goes(studio, key):
    fill(studio)
    _, _, said = studio.make("film.mp4")
    lines = said.splitlines()
    assert lines[-1] == f"影片 1/1 {key('film.mp4')} 100%"
    assert all(line.startswith(f"影片 1/1 {key('film.mp4')} ") and line.endswith("%") for line in lines)
