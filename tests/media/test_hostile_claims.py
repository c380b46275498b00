"""Files that claim to be more than they are, and names that mean something to programs: one problem, quickly."""

from __future__ import annotations

import io
import os
import struct
import time
import zlib

import pytest
from PIL import Image

from showcase.media.making import make_media
from showcase.media.terms.progress import Progress
from showcase.media.terms.wanted import MediaKind, Wanted
from showcase.model.source import Source

QUICKLY_S = 30  # on a machine that does other work; a second or two alone
PICTURE = ("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=1")
X264 = ("-c:v", "libx264", "-preset", "ultrafast")
FORTY_HOURS_S = 144_000
NAMES = (
    "two words.{}",
    'it\'s "quoted".{}',
    "two\nlines.{}",
    "..{}",
    "...{}",
    "-i.{}",
    "--help.{}",
    "100%d %s.{}",
    "file:name.{}",
    "concat:a|b.{}",
    "pipe:0.{}",
    "$(touch canary);&.{}",
    "back\\slash.{}",
    "*?[a].{}",
    "学习之星🌟.{}",
    "灯" * 83 + "aa.{}",
)


def bomb(studio, name, codec):
    studio.film(name, "-f", "lavfi", "-i", "color=black:size=9000x9000:rate=1", "-frames:v", "1", *codec)


def forty_hours(studio, name):
    apart = f"setpts=N*{FORTY_HOURS_S}/TB"
    studio.film(name, *PICTURE, "-frames:v", "2", "-vf", apart, "-fps_mode", "passthrough", *X264)


def patched(studio, name, old, new):
    file = studio.folder / name
    data = file.read_bytes()
    assert data.count(old) == 1
    file.write_bytes(data.replace(old, new))


def claims_forty_hours(studio):
    studio.film("claim.mkv", *PICTURE, *X264)
    patched(studio, "claim.mkv", b"\x44\x89\x88" + struct.pack(">d", 1000.0), matroska_length(FORTY_HOURS_S))


def hides_forty_hours(studio):
    forty_hours(studio, "hidden.mkv")
    data = (studio.folder / "hidden.mkv").read_bytes()
    at = data.index(b"\x44\x89\x88")
    (studio.folder / "hidden.mkv").write_bytes(data[:at] + matroska_length(2) + data[at + 11 :])


def matroska_length(seconds):
    return b"\x44\x89\x88" + struct.pack(">d", seconds * 1000.0)


def huge_frames(studio):
    """A PNG in MOV whose header says 30,000 x 30,000, its sum right."""
    studio.film("huge.mov", *PICTURE, "-frames:v", "1", "-c:v", "png")
    data = bytearray((studio.folder / "huge.mov").read_bytes())
    at = data.index(b"IHDR")
    data[at + 4 : at + 12] = struct.pack(">II", 30_000, 30_000)
    data[at + 17 : at + 21] = struct.pack(">I", zlib.crc32(data[at : at + 17]))
    (studio.folder / "huge.mov").write_bytes(data)


def jpeg_renamed(studio):
    studio.photo("jpeg.mp4", Image.linear_gradient("L"))


CLAIMS = {
    "far.mp4": lambda studio: forty_hours(studio, "far.mp4"),
    "claim.mkv": claims_forty_hours,
    "hidden.mkv": hides_forty_hours,
    "empty.mp4": lambda studio: studio.put("empty.mp4", b""),
    "text.mp4": lambda studio: studio.put("text.mp4", "这是文字。\n".encode() * 500),
    "jpeg.mp4": jpeg_renamed,
    "bomb-png.mov": lambda studio: bomb(studio, "bomb-png.mov", ("-c:v", "png", "-pred", "none")),
    "bomb-mjpeg.mov": lambda studio: bomb(
        studio, "bomb-mjpeg.mov", ("-c:v", "mjpeg", "-q:v", "31", "-pix_fmt", "yuvj420p")
    ),
    "huge.mov": huge_frames,
}


@pytest.mark.parametrize("name", CLAIMS)
def test_a_film_that_claims_too_much_gets_one_problem_quickly(studio, name):
    CLAIMS[name](studio)
    began = time.monotonic()
    _, problems, _ = studio.make(name)
    assert time.monotonic() - began < QUICKLY_S
    assert [problem.rule.partition("-")[0] for problem in problems] == ["film"]
    assert problems[0].rule != "film-unfinished"
    assert problems[0].message.startswith(f"{name}：")
    assert problems[0].fix


def test_whatever_files_are_called_they_are_made(studio):
    studio.film("a.mp4", *PICTURE, *X264)
    one = (studio.folder / "a.mp4").read_bytes()
    (studio.folder / "a.mp4").unlink()
    films, photos = ([pattern.format(ending) for pattern in NAMES] for ending in ("mp4", "jpg"))
    for number, (film, photo) in enumerate(zip(films, photos, strict=True)):
        studio.put(film, one + struct.pack(">I4sI", 12, b"free", number))  # other bytes, or it is made once
        studio.photo(photo, Image.new("L", (64, 48), number))
    before = sorted(studio.folder.iterdir())
    shelf, problems, _ = studio.make(*films, *photos)
    assert problems == []
    assert (len(shelf.films), len(shelf.pictures)) == (len(NAMES), len(NAMES))
    assert sorted(studio.folder.iterdir()) == before
    assert all(name.isascii() and name == name.lower() for name in studio.tree())


def test_a_name_in_gbk_bytes_is_a_file_like_any_other(studio):
    name = os.fsdecode("学习.jpg".encode("gbk"))
    studio.photo(name, Image.linear_gradient("L"))
    assert studio.rules(name) == []


def test_a_film_in_gbk_bytes_is_a_file_like_any_other(studio):
    studio.film("a.mp4", *PICTURE, *X264)
    name = os.fsdecode("学习.mp4".encode("gbk"))
    (studio.folder / "a.mp4").rename(studio.folder / name)
    assert studio.rules(name) == []


def test_a_name_that_leads_out_is_refused(studio):
    outside = studio.layout.root / "outside.jpg"
    Image.linear_gradient("L").save(outside)
    key = "stars/2024/henan/001/../../../../../outside.jpg"
    wanted = [Wanted(key, MediaKind.PHOTO, Source("content/a.md"), "photos[0].file")]
    _, problems = make_media(studio.layout, wanted, studio.presets, Progress(io.StringIO()))
    assert [problem.message for problem in problems] == ["照片文件名指向 media 文件夹之外"]
