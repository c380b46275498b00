"""Nothing but the file that was handed in is opened, and nobody is called: proved by strace."""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path

import pytest
from hostile import NEIGHBOUR, pictures, scripts, with_next_segment, with_outer_data
from tracing import trace, trace_python

from showcase.media.working.runner import ffmpeg_program

FILM = (
    "-f",
    "lavfi",
    "-i",
    "testsrc2=size=320x180:rate=25:duration=1",
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
)
SYSTEM = ("/etc/", "/lib", "/usr/lib", "/usr/share/", "/proc/", "/sys/", "/dev/null")


@contextlib.contextmanager
def listening():
    """Listen on loopback; yield the port and the list of those who called."""
    callers = []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def answer():
            with contextlib.suppress(OSError):
                while True:
                    connection, who = server.accept()
                    callers.append(who)
                    connection.close()

        threading.Thread(target=answer, daemon=True).start()
        yield server.getsockname()[1], callers


def fill(studio, port):
    """Put the neighbour and every hostile file into the studio; return the names of the hostile ones."""
    studio.film(NEIGHBOUR, *FILM, "-fflags", "+bitexact")
    whole = (studio.folder / NEIGHBOUR).read_bytes()
    folder = str(studio.folder)
    files = scripts(port, folder) | pictures(port, folder)
    files["outer.mov"] = with_outer_data(whole, f"{folder}/{NEIGHBOUR}")
    files["frame%03d.mp4"] = b""
    files["inner.m3u8"] = files["playlist.mp4"]
    studio.film("plain.mkv", *FILM, "-metadata", "title=x")
    files["linked.mkv"] = with_next_segment((studio.folder / "plain.mkv").read_bytes(), "next.mkv")
    for name, data in files.items():
        studio.put(name, data)
    for name in ("frame001.mp4", "next.mkv", "subtitles.sub", "subtitles.idx"):
        studio.put(name, whole)
    return sorted(files.keys() - {"inner.m3u8"})


def make_traced(studio, names, folder):
    """Make `names` and look for their facts in another process below strace."""
    return trace_python(
        folder,
        f"""
        import sys
        sys.path[:0] = {[str(Path(__file__).parent)]!r}
        from conftest import QUICK, Studio
        from pathlib import Path
        from showcase.content.layout import Layout
        studio = Studio.__new__(Studio)
        studio.presets, studio.layout = QUICK, Layout(Path({str(studio.layout.root)!r}))
        studio.make(*{names!r})
        """,
    )


def test_hostile_files_read_no_neighbour_and_call_nobody(studio, tmp_path):
    with listening() as (port, callers):
        names = fill(studio, port)
        threads = make_traced(studio, names, tmp_path / "trace")
    opened = {path for thread in threads for path in thread.opened}
    below = {path.removeprefix(f"{studio.folder}/") for path in opened if path.startswith(str(studio.folder))}
    assert below == set(names)
    assert ([line for thread in threads for line in thread.internet], callers) == ([], [])
    problems = studio.make(*names)[1]
    refused = {problem.message.partition("：")[0] for problem in problems}
    assert len(problems) == len(refused)
    assert set(names) - refused <= {"linked.mkv"}


def test_ffmpeg_opens_its_source_its_output_and_the_system(studio, tmp_path):
    studio.film("film.mp4", "-f", "lavfi", "-i", "sine=duration=1", *FILM)
    threads = make_traced(studio, ["film.mp4"], tmp_path / "trace")
    of_ffmpeg = {path for thread in threads if thread.program == ffmpeg_program() for path in thread.opened}
    own = {path for path in of_ffmpeg if not path.startswith(SYSTEM)}
    drafts = {path for path in own if path.endswith(".part")}
    assert own - drafts == {str(studio.folder / "film.mp4")}
    assert {path.rpartition("/")[0].rpartition("/")[0] for path in drafts} == {str(studio.layout.derivatives)}
    assert studio.rules("film.mp4") == []


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("concat.mp4", ("-f", "concat", "-safe", "0")),
        ("playlist.mp4", ("-f", "hls", "-allowed_extensions", "ALL", "-extension_picky", "0")),
        ("outer.mov", ("-enable_drefs", "1", "-use_absolute_path", "1")),
        ("frame%03d.mp4", ("-f", "image2")),
    ],
)
def test_the_traps_would_catch_an_ffmpeg_without_our_limits(studio, tmp_path, name, options):
    fill(studio, 9)
    program = [ffmpeg_program(), "-v", "quiet", *options, "-i", str(studio.folder / name), "-f", "null", "-"]
    threads = trace(tmp_path / "trace", ["sh", "-c", '"$@" || true', "sh", *program])
    opened = {path.rpartition("/")[2] for thread in threads for path in thread.opened}
    assert opened & {NEIGHBOUR, "frame001.mp4"} != set()
