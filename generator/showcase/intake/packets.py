"""A packet to files: a folder, a zip or a single file, zips inside it too, each file once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from showcase.content.opening import leftover
from showcase.content.texts import UNSEEN
from showcase.intake.zips import is_junk
from showcase.media.storing.sums import sha256_of
from showcase.media.terms.refusal import Breakdown, Refusal, Refused
from showcase.media.working.isolation import FaultInside, isolated
from showcase.rules.private_facts import find_private

MOST_BYTES = 2_000_000_000
"""A packet with a film for each of ten nominations has about one gigabyte."""

MOST_FILES, MOST_DEPTH = 2_000, 3
_UNZIP = "showcase.intake.zips:unzip"
_SILENCE_S = 900.0
_OFFICE = re.compile(r"\.(?:doc|xls|ppt|od|dot|xlt)[a-z]?|\.(?:wps|et|dps|wpt)", re.IGNORECASE)
_OTHER_ARCHIVES = {b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gz"}


class CannotTake(Exception):  # noqa: N818 - reads as the sentence that it prints
    """A packet that cannot be taken in at all; the message is one Chinese sentence with the cure."""


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One file of a packet. `name` is its path as people see it; a name may tell more than it should."""

    name: str
    path: Path
    sha256: str

    @property
    def shown(self) -> str:
        """The name as reports print it."""
        return shown(self.name)

    @property
    def stem(self) -> str:
        """The last part of the name without its ending."""
        return PurePosixPath(self.name).stem


@dataclass(slots=True)
class Packet:
    """What arrived: the files, each once, how many came twice, and what could not be opened."""

    name: str
    files: list[PacketFile] = field(default_factory=list)
    twice: int = 0
    refused: list[tuple[str, Refusal]] = field(default_factory=list)


def readable(name: str) -> str:
    """Return a file's name as text: on a stick of Chinese Windows its bytes may be GBK."""
    try:
        data = os.fsencode(name)
    except UnicodeEncodeError:
        data = name.encode("utf-8", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def shown(name: str) -> str:
    """Return a file's name without the private facts and the unseen signs that people put into it."""
    name = UNSEEN.sub("", readable(name)).replace("\n", " ")
    for found in reversed(find_private(name)):
        name = f"{name[: found.start]}〔略〕{name[found.end :]}"
    return name


def open_packet(path: Path, staging: Path) -> Packet:
    """Return the files of the packet at `path`; what must be unpacked goes below `staging`.

    Raises CannotTake where nothing of it can be used.
    """
    packet = Packet(readable(path.name))
    if not path.exists():
        raise CannotTake(f"没有找到 {shown(path.name)}，请核对名称和它在哪个文件夹。")
    if path.is_file() and (why := leftover(path.name)):
        raise CannotTake(why)
    found = list(_below(path)) if path.is_dir() else [(packet.name, path)]
    _check_amount(path.name, found)
    unpacking = _Unpacking(packet, staging, MOST_BYTES, MOST_FILES)
    unpacking.take(found, "", 0)
    if path.is_file() and packet.refused and not packet.files:
        said = packet.refused[0][1]
        raise CannotTake(f"{shown(path.name)}：{said.message}；{said.fix}。")
    if not packet.files and not packet.refused:
        raise CannotTake(f"{shown(path.name)} 是空的，请对方重新发送。")
    return packet


@dataclass(slots=True)
class _Unpacking:
    """One packet while its zips are opened; the amounts are for all of them together."""

    packet: Packet
    staging: Path
    bytes_left: int
    files_left: int
    opened: int = 0
    known: set[str] = field(default_factory=set)

    def take(self, found: list[tuple[str, Path]], before: str, depth: int) -> None:
        """Keep files, open zips, in the order of their names: of two forms the later one is used."""
        for name, path in sorted(found, key=_order):
            if other := _archive(name, path):
                self._open(before + name, path, other, depth)
            else:
                self._keep(before + name, path)

    def _keep(self, name: str, path: Path) -> None:
        digest = sha256_of(path)
        if digest in self.known:
            self.packet.twice += 1
            return
        self.known.add(digest)
        self.packet.files.append(PacketFile(name, path, digest))

    def _open(self, name: str, path: Path, kind: str, depth: int) -> None:
        try:
            if kind != "zip":
                message = f"是 {kind} 压缩包，这里打不开"
                raise Refused(
                    "packet-archive-kind", message, "请解开后重新压缩成 zip，或者把解开的文件夹送来"
                )
            if depth >= MOST_DEPTH:
                raise Refused("packet-zip-deep", "压缩包里套了太多层压缩包", "请解开里面的压缩包再送")
            self.opened += 1
            folder = self.staging / f"{self.opened:03d}"
            inside = isolated(_UNZIP, path, folder, self.bytes_left, self.files_left, silence_s=_SILENCE_S)
        except Refused as refused:
            self.packet.refused.append((name, refused.refusal))
            return
        except (Breakdown, FaultInside, OSError):
            refusal = Refusal("packet-zip-broken", "压缩包打不开", "请重新压缩成普通的 zip 再发")
            self.packet.refused.append((name, refusal))
            return
        self.bytes_left -= sum(place.stat().st_size for _, place in inside)
        self.files_left -= len(inside)
        below = str(PurePosixPath(name).with_suffix("")) + "/" if depth or "/" in name else ""
        self.take(inside, below, depth + 1)


def _order(found: tuple[str, Path]) -> tuple[str, str]:
    """表.docx before 表(1).docx: the ending counts last."""
    path = PurePosixPath(found[0])
    return str(path.with_name(path.stem)) if path.name else "", path.suffix


def _archive(name: str, path: Path) -> str:
    """Return "zip" or the name of another archive, "" for a file of its own."""
    suffix = PurePosixPath(name).suffix
    with path.open("rb") as file:
        head = file.read(4)
    for mark, kind in _OTHER_ARCHIVES.items():
        if head.startswith(mark):
            return kind
    is_zip = suffix.lower() == ".zip" or (head == b"PK\x03\x04" and not _OFFICE.fullmatch(suffix))
    return "zip" if is_zip else ""


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a folder in a fixed order. Raises CannotTake at a link that leads elsewhere."""
    for above, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files + [each for each in folders if Path(above, each).is_symlink()]):
            path = Path(above, name)
            shown_name = readable(path.relative_to(folder).as_posix())
            if is_junk(shown_name):
                continue
            if path.is_symlink():
                raise CannotTake(f"{shown(folder.name)} 里有指向别处的链接，请换成文件本身再送。")
            if path.is_file():
                yield shown_name, path


def _check_amount(name: str, found: list[tuple[str, Path]]) -> None:
    if len(found) > MOST_FILES:
        raise CannotTake(f"{shown(name)} 里有 {len(found)} 个文件，超过 {MOST_FILES} 个，请分几次送。")
    if sum(path.stat().st_size for _, path in found) > MOST_BYTES:
        raise CannotTake(f"{shown(name)} 超过 {MOST_BYTES / 1e9:.2g} GB，请分几次送，影片另外送。")
