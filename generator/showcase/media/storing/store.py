"""The folder of derivatives. Content-addressed: a name says what a file is, so it never goes stale.

`<2 hex>/<key>-<what>.<ext>` are the files, `<2 hex>/<key>.json` is written last and says that all of
them are there. Nothing else is trusted: what a killed run left behind is swept or written again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path

from showcase.media.storing.memory import draft_of, write_atomically
from showcase.media.storing.sums import sha256_of
from showcase.media.terms.framing import Framing
from showcase.media.terms.made import Made, from_json, renditions_of, to_json
from showcase.model.media import Rendition
from showcase.model.presets import CaptionsPreset, FilmPreset, PhotoPreset, SoundPreset

Recipe = PhotoPreset | FilmPreset | SoundPreset | CaptionsPreset | Framing
SITE_FOLDER = "media/"
DERIVATIVE = re.compile(r"([0-9a-f]{20})(?:-[a-z0-9-]+)?\.[a-z0-9]+")
"""The name of a derived file, and of the json that completes it; group 1 is the key."""
_DRAFT = re.compile(r"\..+\.(?P<pid>\d+)\.part")
_DRAFT_DAYS = 1


def derivative_key(kind: str, sha256: str, recipe: tuple[Recipe, ...]) -> str:
    """Return 20 hex digits of kind + source bytes + everything in a recipe that changes the output."""
    what = f"[{', '.join((json.dumps(kind), json.dumps(sha256), *map(_as_text, recipe)))}]"
    return hashlib.sha256(what.encode()).hexdigest()[:20]


@cache
def _as_text(part: Recipe) -> str:
    """Return a part of a recipe as JSON; a run asks for the same one for each of its files."""
    return json.dumps(asdict(part), sort_keys=True)


class Store:
    """Reads and writes derivatives below `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, key: str) -> Made | None:
        """Return what was made under `key`, or None unless all of it is there, each file at its size."""
        try:
            made = from_json(self.sidecar(key).read_bytes())
            whole = all(self.on_disk(r).stat().st_size == r.size_bytes for r in renditions_of(made.product))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return made if whole else None

    def finish(self, key: str, made: Made) -> None:
        """Mark `key` complete; every file of it was written before."""
        files = {self.on_disk(each) for each in renditions_of(made.product)}
        sums = {file.name: sha256_of(file) for file in sorted(files)}
        write_atomically(self.sidecar(key), to_json(made, sums))

    def sidecar(self, key: str) -> Path:
        """Return where the json that completes `key` lies."""
        return self._file(key, ".json")

    def put(self, key: str, what: str, data: bytes, mime: str, size_px: tuple[int, int]) -> Rendition:
        """Write one file whose bytes are at hand, atomically."""
        file = self._file(key, f"-{what}")
        write_atomically(file, data)
        return self._rendition(file, mime, size_px)

    @contextmanager
    def drafts(self, key: str, *whats: str) -> Iterator[list[Path]]:
        """Lend temporary paths for another program to write; they get their names when all went well."""
        files = [self._file(key, f"-{what}") for what in whats]
        drafts = [draft_of(file) for file in files]
        files[0].parent.mkdir(parents=True, exist_ok=True)
        try:
            yield drafts
            for draft, file in zip(drafts, files, strict=True):
                draft.replace(file)
        finally:
            for draft in drafts:
                draft.unlink(missing_ok=True)

    def written(self, key: str, what: str, mime: str, size_px: tuple[int, int] = (0, 0)) -> Rendition:
        """Describe a file that `drafts` brought into place."""
        return self._rendition(self._file(key, f"-{what}"), mime, size_px)

    def on_disk(self, rendition: Rendition) -> Path:
        """Return where the bytes of a rendition lie."""
        return self.folder / rendition.path.removeprefix(SITE_FOLDER)

    def sweep(self) -> None:
        """Delete the temporary files of runs that are no more."""
        for file in self.folder.glob("??/.*.part"):
            found = _DRAFT.fullmatch(file.name)
            if found and _is_left_behind(file, int(found["pid"])):
                file.unlink(missing_ok=True)

    def _file(self, key: str, rest: str) -> Path:
        return self.folder / key[:2] / f"{key}{rest}"

    def _rendition(self, file: Path, mime: str, size_px: tuple[int, int]) -> Rendition:
        path = SITE_FOLDER + file.relative_to(self.folder).as_posix()
        return Rendition(path, mime, *size_px, file.stat().st_size)


def _is_left_behind(draft: Path, pid: int) -> bool:
    """Whether nobody writes `draft`: sweeping comes before writing, so our own number is an old run's."""
    with suppress(OSError):
        if time.time() - draft.stat().st_mtime > _DRAFT_DAYS * 86400:
            return True
    return pid == os.getpid() or not is_running(pid)


def is_running(pid: int) -> bool:
    """Whether a process of this number is there; on Windows nobody can say without harm, so yes."""
    if sys.platform == "win32":  # there, signal 0 is Ctrl-C
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _is_waiting_for_its_parent(pid)


def _is_waiting_for_its_parent(pid: int) -> bool:
    """Whether a process has ended and only its number is left, for somebody to ask how it ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] in "ZX"
    return False
