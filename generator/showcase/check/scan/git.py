"""The history of a git repository, read in two streams: what each commit brought, and the bytes of it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class NoHistory(Exception):  # noqa: N818 - reads as the sentence that it carries
    """There is no history to read; the message is a Chinese sentence with the cure."""


class Commit(NamedTuple):
    """A commit: its id, day, message, and (blob, path) of every file that it brought."""

    id: str
    day: str
    message: str
    files: tuple[tuple[str, str], ...]


class Blob(NamedTuple):
    """A version of a file."""

    id: str
    data: bytes


_LOG = ("log", "--all", "--reverse", "-m", "--root", "--raw", "--no-renames", "--no-abbrev", "-z")
_FORMAT = "--format=%x01%H%x02%cs%x02%B%x02"
_SUBMODULE, _GONE = "160000", "0" * 40


def commits(root: Path) -> Iterator[Commit]:
    """Yield every commit that a branch or tag leads to, old ones first. Raises NoHistory."""
    log = _git(root, *_LOG, _FORMAT).decode("utf-8", "replace")
    for part in log.split("\x01")[1:]:
        head, day, message, files = [*part.split("\x02", 3), ""][:4]
        yield Commit(head, day, message, tuple(_files(files)))


def tag_messages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (name, message) of every tag."""
    said = _git(root, "for-each-ref", "--format=%(refname:short)%02%(contents)%01", "refs/tags")
    for part in said.decode("utf-8", "replace").split("\x01"):
        name, _, message = part.strip("\n").partition("\x02")
        if name:
            yield name, message


def blobs(root: Path, ids: Iterable[str]) -> Iterator[Blob]:
    """Yield the bytes of each blob, in the order asked for, from one `git cat-file`."""
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{one}\n" for one in ids).encode())
        asked.seek(0)
        command = [_program(), "-C", str(root), "cat-file", "--batch", "--buffer"]
        with subprocess.Popen(command, stdin=asked, stdout=subprocess.PIPE) as git:
            assert git.stdout
            while header := git.stdout.readline().split():
                if len(header) == 3:  # "<id> missing" has two: a shallow or partial clone
                    yield Blob(header[0].decode(), git.stdout.read(int(header[2])))
                    git.stdout.read(1)


def _files(raw: str) -> Iterator[tuple[str, str]]:
    """Take ":100644 100644 <old> <new> M", path, …, parted by NUL; what only went has been before."""
    parts = iter(raw.strip("\n").split("\0"))
    for part in parts:
        if part.lstrip("\n").startswith(":"):
            _old_mode, mode, _old, new, _status = part.lstrip("\n").split(" ")
            path = next(parts, "")
            if new != _GONE and mode != _SUBMODULE:
                yield new, path


def _git(root: Path, *arguments: str) -> bytes:
    command = [_program(), "-C", str(root), "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise NoHistory(f"{root} 不在 git 仓库里，没有历史可以检查。")
    return done.stdout


def _program() -> str:
    found = shutil.which("git")
    if not found:
        raise NoHistory("这台电脑没有 git，不能检查历史。请先安装 git。")
    return found
