"""What a program and its children open and call, told by strace."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

_CALLS = "open,openat,openat2,creat,execve,clone,clone3,fork,vfork,%network"
_OPENED = re.compile(r'^(?:open|openat|openat2|creat)\((?:AT_FDCWD, )?"((?:[^"\\]|\\.)*)".* = \d+')
_STARTED = re.compile(r'^execve\("((?:[^"\\]|\\.)*)".* = 0')
_CHILD = re.compile(r"^(?:clone|clone3|fork|vfork)\(.* = (\d+)$")
_INTERNET = re.compile(r"^(?:socket|connect|sendto|bind)\(.*AF_INET")


@dataclass
class Traced:
    """One thread or process."""

    program: str
    opened: list[str] = field(default_factory=list)
    internet: list[str] = field(default_factory=list)
    children: list[int] = field(default_factory=list)


def trace(folder: Path, command: list[str]) -> list[Traced]:
    """Run `command` below strace; return every process and thread with the program that it runs."""
    folder.mkdir()
    words = ["strace", "-ff", "--seccomp-bpf", "-s", "4096", "-e", f"trace={_CALLS}"]
    done = subprocess.run(
        [*words, "-o", str(folder / "t"), *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    threads = {int(file.suffix[1:]): _read(file) for file in folder.iterdir()}
    for number in sorted(threads):
        for child in threads[number].children:
            if child in threads and not threads[child].program:
                threads[child].program = threads[number].program
    return list(threads.values())


def trace_python(folder: Path, program: str) -> list[Traced]:
    """Trace a piece of Python in an interpreter of its own."""
    return trace(folder, [sys.executable, "-c", textwrap.dedent(program)])


def _read(file: Path) -> Traced:
    found = Traced("")
    for line in file.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        if opened := _OPENED.match(line):
            found.opened.append(_name(opened[1]))
        elif started := _STARTED.match(line):
            found.program, found.opened = _name(started[1]), []  # what Python did between fork and exec
        elif child := _CHILD.match(line):
            found.children.append(int(child[1]))
        elif _INTERNET.match(line):
            found.internet.append(line)
    return found


def _name(quoted: str) -> str:
    """Return a path as Python has it; strace writes other bytes than ASCII as octal numbers."""
    raw = re.sub(r"\\([0-7]{1,3})", lambda octal: chr(int(octal[1], 8)), quoted)
    raw = re.sub(
        r"\\(.)", lambda one: {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "f": "\f"}.get(one[1], one[1]), raw
    )
    return raw.encode("latin-1").decode("utf-8", "surrogateescape")
