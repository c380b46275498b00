"""A pointer stands where a master would stand, and says which bytes are meant: `film.mp4.pointer`.

    # film.mp4 的原件在存储里：showcase media fetch 取回来
    size: 366423040
    sha256: 9f86d081…
    where: s3://bucket/showcase

`where` is for people; the program asks the store that the site's owner chose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from showcase.media.storing.memory import write_atomically

SUFFIX = ".pointer"
_LINE = re.compile(r"(?P<key>size|sha256|where): *(?P<value>\S.*?)[ \r]*")
_LIMIT_BYTES = 4096


class BadPointer(ValueError):  # noqa: N818 - a judgement on a file
    """A file that is named like a pointer and is none."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which bytes are meant. `where` names the store that they were brought to."""

    size_bytes: int
    sha256: str
    where: str = ""


def pointer_path(master: Path) -> Path:
    """Return where the pointer to `master` lies: beside it."""
    return master.with_name(f"{master.name}{SUFFIX}")


def read_pointer(master: Path) -> Pointer | None:
    """Return what the pointer to `master` says, None when there is none; BadPointer when it is broken."""
    try:
        with pointer_path(master).open("rb") as file:
            data = file.read(_LIMIT_BYTES + 1)
    except (OSError, ValueError):
        return None
    if len(data) > _LIMIT_BYTES:
        raise BadPointer
    return _parsed(data)


def write_pointer(master: Path, pointer: Pointer) -> None:
    """Write the pointer to `master`."""
    lines = [
        f"# {master.name} 的原件在存储里：showcase media fetch 取回来",
        f"size: {pointer.size_bytes}",
        f"sha256: {pointer.sha256}",
    ]
    lines += [f"where: {pointer.where}"] if pointer.where else []
    write_atomically(pointer_path(master), "".join(f"{line}\n" for line in lines).encode())


def _parsed(data: bytes) -> Pointer:
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadPointer from None
    found: dict[str, str] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match or match["key"] in found:
            raise BadPointer
        found[match["key"]] = match["value"]
    size, sha256 = found.get("size", ""), found.get("sha256", "")
    if not re.fullmatch(r"[0-9]{1,15}", size) or not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise BadPointer
    return Pointer(int(size), sha256, found.get("where", ""))
