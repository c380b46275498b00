import dataclasses
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from interruptions import NAMES, fill

from showcase.media.storing.masters import find_masters
from showcase.media.storing.memory import Memory
from showcase.media.storing.store import Store
from showcase.media.terms.refusal import Breakdown
from showcase.media.working.runner import ffmpeg_program, run


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
    for change in ({}, {"recipe": 99}, {"jpeg_quality": 60}):
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
