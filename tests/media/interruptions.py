"""A run of its own in another process, to be broken off, and what is left of it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path

from PIL import Image

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


def wait_until(what, seconds=120.0):
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
