import dataclasses
import io
import json
import subprocess

import pytest
from test_cluster import fill

from showcase.content.layout import Layout
from showcase.media.cost import cost_of, jobs_to_do
from showcase.media.machines.parts import Part, part_of
from showcase.media.machines.way import Way
from showcase.media.making import make_media
from showcase.media.pace import Pace, timed
from showcase.media.rates import ENCODE_S_PER_MP, film_s, photo_s
from showcase.media.terms.durations import duration_in_words
from showcase.media.terms.progress import Progress
from showcase.media.terms.wanted import MediaKind
from showcase.media.working.pool import run_jobs
from showcase.model.media import FilmFacts, PhotoFacts, Shelf
from showcase.model.presets import DEFAULTS
from sites import TODAY, showcase

FILM = FilmFacts(
    container="mov",
    video_codec="h264",
    audio_codec="aac",
    width_px=1920,
    height_px=1080,
    frame_rate=25.0,
    duration_s=60.0,
    size_bytes=20_000_000,
    sha256="0" * 64,
)
PHOTO = PhotoFacts(format="JPEG", width_px=4000, height_px=3000, size_bytes=4_000_000, sha256="0" * 64)
NAMES = ("film.mp4", "photo.jpg", "bad.jpg", "speech.wav", "film.vtt")


def presets(**film):
    return dataclasses.replace(DEFAULTS, film=dataclasses.replace(DEFAULTS.film, **film))


def test_a_minute_of_film_costs_about_two_minutes_of_one_core():
    assert 90 < film_s(FILM, DEFAULTS) < 180


def test_more_care_costs_more():
    costs = [film_s(FILM, presets(speed=speed)) for speed in ENCODE_S_PER_MP]
    assert costs == sorted(costs)
    assert costs[0] * 4 < costs[-1]


def test_a_film_that_is_small_hdr_or_long_costs_accordingly():
    usual = film_s(FILM, DEFAULTS)
    assert film_s(dataclasses.replace(FILM, duration_s=120.0), DEFAULTS) > 1.9 * usual
    assert film_s(dataclasses.replace(FILM, width_px=640, height_px=360), DEFAULTS) < 0.5 * usual
    assert film_s(dataclasses.replace(FILM, hdr=True), DEFAULTS) > 2 * usual


def test_a_photo_of_a_camera_costs_about_a_second():
    assert 0.5 < photo_s(PHOTO, DEFAULTS.photo) < 3


def test_what_is_made_costs_nothing_more(studio):
    fill(studio)
    wanted = studio.wanted(*NAMES)
    jobs = jobs_to_do(studio.layout, wanted, studio.presets)
    cost = cost_of(jobs, Shelf(), studio.presets)
    assert cost.kinds == {
        MediaKind.FILM: 1,
        MediaKind.PHOTO: 2,
        MediaKind.SOUND: 1,
        MediaKind.CAPTIONS: 1,
    }
    assert cost.in_words() == "影片 1 部，照片 2 张，有声版 1 个，字幕 1 份"
    assert all(seconds > 0 for seconds in cost.seconds.values())
    studio.make(*NAMES)
    assert jobs_to_do(studio.layout, wanted, studio.presets) == []


def test_a_known_length_is_told(studio):
    fill(studio)
    jobs = jobs_to_do(studio.layout, studio.wanted("film.mp4"), studio.presets)
    facts = Shelf(film_facts={jobs[0].label: dataclasses.replace(FILM, duration_s=720.0)})
    assert cost_of(jobs, facts, studio.presets).in_words() == "影片 1 部（片长共约 12 分钟）"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "不到 1 分钟"),
        (60, "约 1 分钟"),
        (725, "约 12 分钟"),
        (41 * 60, "约 40 分钟"),
        (59.9 * 60, "约 55 分钟"),
        (3600, "约 1 小时"),
        (12_000, "约 3 小时 20 分钟"),
        (60 * 3600, "约 60 小时"),
    ],
)
def test_a_time_is_said_roughly(seconds, words):
    assert duration_in_words(seconds) == words


def test_a_machine_learns_its_pace_and_forgets_slowly(tmp_path):
    layout = Layout(tmp_path)
    assert not Pace(layout).is_learned
    Pace(layout).learn(100.0, 25.0)
    Pace(layout).learn(1.0, 500.0)  # too little work to tell
    cost = cost_of([], Shelf(), DEFAULTS)
    assert Pace(layout).is_learned
    assert Pace(layout).seconds_for(dataclasses.replace(cost, seconds={"a": 40.0})) == 10.0
    Pace(layout).learn(100.0, 75.0)
    assert Pace(layout).seconds_for(dataclasses.replace(cost, seconds={"a": 40.0})) == 20.0


@pytest.mark.parametrize(
    "text", ["{}", "[]", "{broken", '{"estimated_s": "x", "took_s": 1.0}', '{"estimated_s": 0.0}']
)
def test_a_spoilt_record_of_the_pace_counts_as_none(tmp_path, text):
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "media-pace-1.json").write_text(text)
    assert not Pace(Layout(tmp_path)).is_learned


def test_a_run_is_learnt_from_only_when_all_of_it_was_made(studio):
    fill(studio)
    long = {f"stars/2024/henan/001/{name}": FILM for name in ("film.mp4",)}
    run = timed(run_jobs, studio.layout, Shelf(film_facts=long))

    def make(*names):
        make_media(studio.layout, studio.wanted(*names), studio.presets, Progress(io.StringIO()), run)

    make("film.mp4", "bad.jpg")
    assert not Pace(studio.layout).is_learned
    fill(studio)
    studio.presets = presets(speed="veryfast")
    make("film.mp4")
    known = json.loads((studio.layout.cache / "media-pace-1.json").read_bytes())
    assert known["estimated_s"] == round(film_s(FILM, studio.presets), 3)
    assert 0 < known["took_s"] < 60


@pytest.mark.parametrize("of", [1, 2, 3, 8, 64])
def test_parts_are_disjoint_and_complete(of):
    keys = [f"{number * 2**61 + number:020x}" for number in range(500)]
    shares = [{key for key in keys if Part(number, of).has(key)} for number in range(1, of + 1)]
    assert sum(map(len, shares)) == len(keys)
    assert set().union(*shares) == set(keys)


@pytest.mark.slow
def test_parts_of_a_run_make_together_what_one_run_makes(studio, tmp_path):
    other = fill(type(studio)(tmp_path / "other"))
    other.make(*NAMES)
    fill(studio)
    made = []
    for number in (1, 2, 3):
        before = set(studio.tree())
        way = Way(part=Part(number, 3))
        quiet = Progress(io.StringIO())
        make_media(studio.layout, studio.wanted(*NAMES), studio.presets, quiet, way=way)
        made.append(set(studio.tree()) - before)
    assert studio.tree() == other.tree()
    assert sum(map(len, made)) == len(studio.tree())


@pytest.mark.parametrize("text", ["", "3", "0/8", "9/8", "1/0", "a/b", "-1/8", "1/8/8", "１/８"])
def test_what_is_no_part_is_refused(text):
    with pytest.raises(ValueError, match="写成 3/8"):
        part_of(text)


def test_the_command_says_the_cost_and_makes_nothing(demo):
    subprocess.run(["rm", "-r", str(demo / "media" / "derivatives")], check=True)
    done = showcase("media", "--dry-run", "--today", TODAY, root=demo)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first.startswith("要做：影片 8 部（片长共不到 1 分钟），照片 ")
    assert second.startswith("这台机器要") and second.endswith("（照一般的机器算，做过一次以后会更准）。")
    assert not (demo / "media" / "derivatives").exists()


def test_the_command_says_when_all_is_made(demo):
    done = showcase("media", "--dry-run", "--today", TODAY, root=demo)
    assert (done.returncode, done.stdout) == (0, "没有要做的，全部做好了。\n")


def test_the_command_says_which_files_cannot_be_made(demo):
    photo = next((demo / "media" / "stars" / "2024").rglob("*.jpg"))
    photo.unlink()  # a hard link: writing into it would spoil the demo itself
    photo.write_bytes(b"no photo")
    done = showcase("media", "--dry-run", "--today", TODAY, root=demo)
    said = "没有别的要做的，全部做好了。\n另有 1 个文件做不了，原因见 showcase check。\n"
    assert (done.returncode, done.stdout) == (0, said)


def test_a_publishing_build_does_not_begin_long_work(demo):
    config = demo / "mkdocs.yml"
    config.write_text(config.read_text().replace("- showcase:\n", "- showcase:\n      media_minutes: 1\n"))
    site = demo / "site"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text("the last good site")
    before = {p: p.stat().st_mtime_ns for p in site.rglob("*")}
    subprocess.run(["rm", "-r", str(demo / "media" / "derivatives")], check=True)
    Pace(Layout(demo)).learn(10.0, 2000.0)  # a slow machine
    done = showcase("build", "--today", TODAY, root=demo)
    assert done.returncode == 1
    assert (
        "超过 mkdocs.yml 里 media_minutes 写的 1 分钟；没有发布，网站保持原样。请先运行：showcase media"
        in done.stderr
    )
    assert {p: p.stat().st_mtime_ns for p in site.rglob("*")} == before
    assert not (demo / "media" / "derivatives").exists()
