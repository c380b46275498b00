"""The frame that stands for a film, and what else a film is made into."""

from __future__ import annotations

import dataclasses
import importlib.util
from pathlib import Path

import av
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from media.film_checks import conforms
from media.film_samples import PICTURE, TONE, X264, lavfi, make
from showcase.media.films.posters import poster_frame

PHOTOS = Path(importlib.util.find_spec("skimage").origin).parent / "data"
SIZE = (320, 180)


def photo(name):
    return Image.open(PHOTOS / name).convert("RGB").resize(SIZE)


BLACK, WHITE = Image.new("RGB", SIZE, "black"), Image.new("RGB", SIZE, "white")
PERSON, CUP = photo("astronaut.png"), photo("coffee.png")
BLURRED = PERSON.filter(ImageFilter.GaussianBlur(9))


def film_of(folder, *scenes):
    """Write a film; each scene is (from, to, seconds) and goes from one picture to the other."""
    frames = [
        Image.blend(begin, end, step / max(round(seconds * 25) - 1, 1))
        for begin, end, seconds in scenes
        for step in range(round(seconds * 25))
    ]
    for number, frame in enumerate(frames):
        frame.save(folder / f"{number:04d}.bmp")
    make(folder / "film.mp4", "-framerate", "25", "-i", str(folder / "%04d.bmp"), *X264, "-g", "100")
    return folder / "film.mp4"


def difference(one, other):
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


SHOWN = {
    "black": (BLACK, BLACK, 1.6),
    "white": (WHITE, WHITE, 1.6),
    "blurred": (BLURRED, BLURRED, 1.6),
    "cross-fade": (PERSON, CUP, 1.6),
    "fade-in": (BLACK, CUP, 1.6),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_poster_shows_a_scene_and_nothing_on_the_way_to_it(tmp_path, name):
    film = film_of(tmp_path, SHOWN[name], (CUP, CUP, 0.8), (*SHOWN[name][::-1][1:], 1.6), (BLACK, BLACK, 0.4))
    assert difference(poster_frame(film, film), CUP) < 8


def test_all_of_a_films_poor_frames_still_give_a_poster(tmp_path):
    film = film_of(tmp_path, (BLACK, BLACK, 0.2))
    assert poster_frame(film, film).size == SIZE


def test_of_two_scenes_as_good_the_earlier_stands_for_the_film(tmp_path):
    film = film_of(tmp_path, (CUP, CUP, 1.0), (CUP.transpose(Image.Transpose.FLIP_LEFT_RIGHT),) * 2 + (1.0,))
    assert difference(poster_frame(film, film), CUP) < 8


def test_a_preset_can_ask_for_av1_beside_the_rest(studio, key):
    av1 = dataclasses.replace(studio.presets.film.sizes[0], name="av1", codec="av1", crf=40)
    sizes = (*studio.presets.film.sizes, av1)
    film = dataclasses.replace(studio.presets.film, sizes=sizes, av1_speed=12)
    studio.presets = dataclasses.replace(studio.presets, film=film)
    studio.film("film.mp4", *PICTURE, *TONE, *X264, "-c:a", "aac")
    shelf, problems, _ = studio.make("film.mp4")
    assert problems == []
    plain, small = shelf.films[key("film.mp4")].renditions
    conforms(shelf.files[plain.path], (320, 180))
    assert (small.type, small.path.partition("-")[2]) == ('video/mp4; codecs="av01.0.05M.08"', "av1.mp4")
    with av.open(str(shelf.files[small.path])) as opened:
        assert opened.streams.video[0].codec_context.codec.canonical_name == "av1"


def test_the_same_master_gives_the_same_bytes(studio, key):
    studio.film("film.mov", *lavfi("testsrc2=size=1280x720:rate=30:duration=0.5", "sine=duration=0.5"), *X264)
    studio.make("film.mov")
    first = studio.tree()
    for file in studio.layout.derivatives.rglob("*.*"):
        file.unlink()
    studio.make("film.mov")
    assert studio.tree() == first


def test_what_was_cut_away_from_a_film_is_not_in_ours(studio, key):
    """A phone trims by a note in the file; the rest is still there, and must not be published."""
    red_then_blue = "color=red:size=320x180:rate=25:duration=1[a];color=blue:size=320x180:rate=25:duration=1[b];[a][b]concat"
    studio.film("whole.mp4", "-f", "lavfi", "-i", red_then_blue, *X264, "-g", "250", "-bf", "0")
    studio.film("film.mp4", "-ss", "1.2", "-i", str(studio.folder / "whole.mp4"), "-c", "copy")
    shelf, problems, _ = studio.make("film.mp4")
    assert problems == []
    path = shelf.files[shelf.films[key("film.mp4")].renditions[0].path]
    with av.open(str(path)) as opened:
        colours = [frame.to_image().getpixel((160, 90)) for frame in opened.decode(video=0)]
    assert len(colours) == pytest.approx(20, abs=1)
    assert all(blue > 200 > red for red, _, blue in colours)
    assert shelf.film_facts[key("film.mp4")].trimmed
