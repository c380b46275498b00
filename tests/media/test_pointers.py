"""A pointer stands for its master: found, held against it, and read with care."""

import hashlib
import os
import re

import pytest
from small_site import DAY, media_of, run, small_site

from showcase.media.storing.masters import find_masters
from showcase.media.storing.pointers import BadPointer, Pointer, pointer_path, read_pointer, write_pointer

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n\xe4\xbd\xa0\xe5\xa5\xbd\n"
SUM = hashlib.sha256(VTT).hexdigest()


def test_a_pointer_is_read_as_it_was_written(tmp_path):
    pointer = Pointer(366_423_040, SUM, "s3://bucket/showcase")
    write_pointer(tmp_path / "film.mp4", pointer)
    assert read_pointer(tmp_path / "film.mp4") == pointer
    assert read_pointer(tmp_path / "other.mp4") is None
    assert pointer_path(tmp_path / "film.mp4").read_text(encoding="utf-8") == (
        "# film.mp4 的原件在存储里：showcase media fetch 取回来\n"
        f"size: 366423040\nsha256: {SUM}\nwhere: s3://bucket/showcase\n"
    )


def test_a_pointer_of_a_windows_editor_is_read(tmp_path):
    text = f"\ufeff# x\r\nsize: 12\r\n\r\nsha256: {SUM}\r\n"
    (tmp_path / "a.jpg.pointer").write_bytes(text.encode())
    assert read_pointer(tmp_path / "a.jpg") == Pointer(12, SUM)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no pointer",
        b"\xff\xfe\x00",
        f"size: 12\nsha256: {SUM[:-1]}".encode(),
        f"size: 12\nsha256: {SUM[:-1]}/".encode(),
        f"size: -1\nsha256: {SUM}".encode(),
        f"size: 1\nsize: 2\nsha256: {SUM}".encode(),
        f"size: 1\nsha256: {SUM}\nrun: x".encode(),
        f"size: 1\nsha256: {SUM}\n".encode() + b"#" * 5000,
    ],
)
def test_what_is_no_pointer_is_a_problem(studio, data):
    (studio.folder / "film.vtt.pointer").write_bytes(data)
    with pytest.raises(BadPointer):
        read_pointer(studio.folder / "film.vtt")
    assert studio.rules("film.vtt") == ["pointer-unreadable"]


def test_a_pointer_that_disagrees_with_the_file_beside_it_is_a_problem(studio):
    studio.put("film.vtt", VTT)
    write_pointer(studio.folder / "film.vtt", Pointer(len(VTT), SUM))
    (master,), problems = find_masters(studio.layout, studio.wanted("film.vtt"))
    assert (master.sha256, master.pointer, problems) == (SUM, None, [])
    studio.put("film.vtt", VTT + b"\n")
    assert studio.rules("film.vtt") == ["pointer-differs"]


def test_a_pointer_alone_names_the_bytes_and_cannot_be_made_without_a_store(studio):
    write_pointer(studio.folder / "film.vtt", Pointer(len(VTT), SUM))
    (master,), problems = find_masters(studio.layout, studio.wanted("film.vtt"))
    assert (master.sha256, master.pointer, problems) == (SUM, Pointer(len(VTT), SUM), [])
    assert studio.rules("film.vtt") == ["captions-absent"]


def test_what_was_made_here_is_shown_without_its_master(studio):
    studio.put("film.vtt", VTT)
    made = studio.make("film.vtt")
    (studio.folder / "film.vtt").unlink()
    write_pointer(studio.folder / "film.vtt", Pointer(len(VTT), SUM))
    shelf, problems, said = studio.make("film.vtt")
    assert (shelf, problems, said) == (made[0], [], "")


def test_verify_finds_here_what_rotted_is_missing_or_belongs_to_nobody(tmp_path):
    root = small_site(tmp_path / "root")
    assert run(root, "media", "--today", DAY).returncode == 0
    assert run(root, "media", "verify").stdout.splitlines()[-1] == "没有发现问题。"
    photo = media_of(root) / "portrait.jpg"
    rot(photo)
    film = next((root / "media/derivatives").glob("??/*-720p.mp4"))
    rot(film)
    next((root / "media/derivatives").glob("??/*-captions.vtt")).unlink()
    (root / "media/derivatives/ab").mkdir(exist_ok=True)
    (root / "media/derivatives/ab" / f"{'ab' * 10}-720.jpg").write_bytes(b"left")
    (media_of(root) / "film.vtt.pointer").write_bytes(b"broken")
    write_pointer(media_of(root) / "old.jpg", Pointer(1, SUM))
    done = run(root, "media", "verify")
    found = re.findall(r"^(\S+?)(?::\d+:\d+)?: error\[([a-z-]+)\]", done.stdout, re.MULTILINE)
    assert done.returncode == 1
    short = {(file.rpartition("/")[2].rpartition("-")[2], rule) for file, rule in found}
    assert short >= {
        ("portrait.jpg", "store-flipped"),
        ("720p.mp4", "store-flipped"),
        ("720.jpg", "store-orphan"),
        ("old.jpg.pointer", "store-orphan"),
        ("shen.md", "pointer-unreadable"),
    }
    assert len(found) == 6  # the captions, whose master cannot be told any more, are nobody's
    assert done.stdout.count("修改：") == 6


def rot(file):
    """Flip a byte without touching size or time, as a bad disk does."""
    state = file.stat()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
