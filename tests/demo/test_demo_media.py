"""The pictures and films: all there, none too many, small, and drawn the same way again."""

import hashlib

import av
import pytest
from PIL import Image, ImageOps

from showcase.model.media import media_key

_MOST_BYTES = 6_000_000


def wanted(library) -> set[str]:
    """Every file that a record, week or event names."""
    keys: set[str] = set()
    for item in (*library.stars, *library.projects, *library.weeks, *library.events):
        keys |= {media_key(str(item.address), photo.file) for photo in item.photos}
        video, audio = getattr(item, "video", None), getattr(item, "audio", None)
        files = [video.file, video.captions] if video else []
        files += [audio.file] if audio else []
        keys |= {media_key(str(item.address), file) for file in files if file}
    return keys


def films(media):
    return {key: path for key, path in media.items() if key.endswith((".mp4", ".mov"))}


def test_every_file_named_is_there_and_no_other(library, media):
    assert sorted(media) == sorted(wanted(library))


def test_all_media_together_are_small(media):
    assert sum(path.stat().st_size for path in media.values()) < _MOST_BYTES
    assert [
        key for key, path in media.items() if key.endswith(".jpg") and path.stat().st_size > 150_000
    ] == []


def test_films_together_are_under_a_minute_and_three_megabytes(media):
    seconds = 0.0
    for path in films(media).values():
        with av.open(str(path)) as film:
            seconds += film.duration / av.time_base
    assert 30 < seconds < 60
    assert sum(path.stat().st_size for path in films(media).values()) < 3_000_000


def test_one_film_is_silent_and_the_phone_film_stands_by_a_flag(media):
    sounds = {}
    for key, path in films(media).items():
        with av.open(str(path)) as film:
            sounds[key] = len(film.streams.audio)
    assert [key for key, count in sounds.items() if not count] == ["stars/2024/xizang/001/film.mp4"]
    with av.open(str(media["stars/2024/chongqing/006/phone.mov"])) as film:
        frame = next(film.decode(video=0))
        assert (frame.width, frame.height, abs(frame.rotation)) == (1280, 720, 90)


def test_one_text_is_read_by_a_machine_that_says_so(public, media):
    """Its consent covers the voice; the whole text is read, in a small file."""
    (star,) = (star for star in public.stars if star.audio)
    assert (star.name, star.audio.spoken_by) == ("白永福", "machine")
    file = media[media_key(star.address, star.audio.file)]
    assert file.stat().st_size < 300_000
    with av.open(str(file)) as sound:
        seconds = sound.duration / av.time_base
        assert (sound.streams.video, [stream.channels for stream in sound.streams.audio]) == ((), [1])
    assert 2 < len("".join(star.showcase_text)) / seconds < 5


def test_portraits_are_900_by_1200_and_no_two_are_the_same(media):
    portraits = [path for key, path in media.items() if key.endswith("/portrait.jpg")]
    assert len(portraits) == 30
    assert {ImageOps.exif_transpose(Image.open(path)).size for path in portraits} == {(900, 1200)}
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in portraits}) == 30


def test_two_pictures_carry_a_place_and_one_is_turned(media):
    exif = {key: Image.open(path).getexif() for key, path in media.items() if key.endswith(".jpg")}
    placed = sorted(key for key, tags in exif.items() if 0x8825 in tags)
    assert placed == ["stars/2024/chongqing/006/portrait.jpg", "stars/2024/ningxia/003/field.jpg"]
    assert exif["stars/2024/ningxia/003/field.jpg"][0x0112] == 6


def test_captions_begin_like_webvtt_and_end_with_the_film(media):
    from tools.demo.films import FILMS, captions

    for cut in FILMS:
        if cut.lines:
            text = media[cut.path.rsplit(".", 1)[0] + ".vtt"].read_text(encoding="utf-8")
            assert text == captions(cut)
            assert f"--> 00:00:{cut.seconds:06.3f}" in text


def test_album_and_films_are_what_lies_in_media(media):
    from tools.demo.films import FILMS
    from tools.demo.pictures import pages_of_the_album
    from tools.demo.sounds import READINGS

    drawn = {path for path, _, _ in pages_of_the_album()} | {cut.path for cut in FILMS}
    drawn |= {cut.path.rsplit(".", 1)[0] + ".vtt" for cut in FILMS if cut.lines}
    drawn |= {reading.path for reading in READINGS}
    assert sorted(drawn) == sorted(media)


def test_a_seed_draws_the_same_bytes_and_another_seed_does_not():
    import dataclasses

    from tools.demo.cast import cast
    from tools.demo.portrait import portrait

    one, again = portrait(cast()["p01"]), portrait(cast()["p01"])
    other = portrait(dataclasses.replace(cast()["p01"], seed=12))
    assert one == again
    assert one != other


@pytest.mark.parametrize("seed", [201, 999])
def test_scenes_are_deterministic(seed):
    from tools.demo.scenes import SCENES, scene

    assert [scene(name, seed) for name in SCENES] == [scene(name, seed) for name in SCENES]


def test_official_lists_are_what_their_script_writes():
    from random import Random

    from tools.demo.names import LISTS, PLANS, SEED, written

    rng = Random(SEED)
    texts = {plan.file: written(plan, rng) for plan in PLANS}
    assert {path.stem: path.read_text(encoding="utf-8") for path in LISTS.glob("*.csv")} == texts
