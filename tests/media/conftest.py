"""A root with one record's media folder, and ways to put odd files into it. Everything is real."""

from __future__ import annotations

import dataclasses
import io
import subprocess
from pathlib import Path

import pytest

from showcase.content.layout import Layout
from showcase.media.making import make_media
from showcase.media.terms.progress import Progress
from showcase.media.terms.wanted import MediaKind, Wanted
from showcase.media.working.runner import ffmpeg_program
from showcase.model.presets import DEFAULTS
from showcase.model.source import Source

RECORD = "stars/2024/henan/001"
QUICK = dataclasses.replace(DEFAULTS, film=dataclasses.replace(DEFAULTS.film, speed="superfast"))
FILMS = ".mp4 .mov .mkv .avi .webm .ts .mpg .wmv .flv .3gp .ogv .rm"
KINDS = {
    **dict.fromkeys(FILMS.split(), MediaKind.FILM),
    ".mp3": MediaKind.SOUND,
    ".wav": MediaKind.SOUND,
    ".m4a": MediaKind.SOUND,
    ".vtt": MediaKind.CAPTIONS,
    ".srt": MediaKind.CAPTIONS,
}


class Studio:
    """One root; `folder` is the media folder of its only record."""

    def __init__(self, root: Path, presets=QUICK) -> None:
        self.layout = Layout(root)
        self.presets = presets
        self.folder = root / "media" / RECORD
        self.folder.mkdir(parents=True)

    def put(self, name, data):
        (self.folder / name).write_bytes(data)

    def photo(self, name, image, form="JPEG", **options):
        image.save(self.folder / name, form, **options)

    def film(self, name, *arguments):
        """Make a master with ffmpeg: `arguments` stand between the program and the file."""
        command = [ffmpeg_program(), "-v", "error", "-nostdin", "-y", *arguments, str(self.folder / name)]
        subprocess.run(command, check=True)

    def wanted(self, *names):
        source = Source("content/stars/2024/henan/001.md", {"photos[0].file": (7, 5)})
        film = next((f"{RECORD}/{n}" for n in names if kind_of(n) == MediaKind.FILM), "")
        return [Wanted(f"{RECORD}/{n}", kind_of(n), source, "photos[0].file", film) for n in names]

    def make(self, *names):
        """Return the shelf, the problems and what progress said."""
        said = io.StringIO()
        shelf, problems = make_media(self.layout, self.wanted(*names), self.presets, Progress(said))
        return shelf, problems, said.getvalue()

    def rules(self, *names):
        """Return the rules of the problems, sorted."""
        return sorted(problem.rule for problem in self.make(*names)[1])

    def tree(self):
        """Return every derivative: path to bytes."""
        folder = self.layout.derivatives
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def kind_of(name):
    return KINDS.get(Path(name).suffix, MediaKind.PHOTO)


@pytest.fixture
def studio(tmp_path):
    return Studio(tmp_path / "root")


@pytest.fixture(scope="module")
def one_studio(tmp_path_factory):
    """A studio that the tests of a file share: what is slow is made once, all together."""
    return Studio(tmp_path_factory.mktemp("one") / "root")


@pytest.fixture
def key():
    return lambda name: f"{RECORD}/{name}"
