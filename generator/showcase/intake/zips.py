"""Zips as people make them, and as nobody should. Runs in a worker; writes below its folder only."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from showcase.media.terms.refusal import Refused

_CHUNK = 1 << 20
_BOMB_BYTES, _BOMB_RATIO = 20_000_000, 200
"""A part that unpacks to so much and to so many times its size holds nothing that people wrote."""

_UNICODE_FLAG, _LOCKED_FLAG, _UNICODE_PATH = 0x800, 0x1, 0x7075
_JUNK = re.compile(r"\..*|Thumbs\.db|desktop\.ini|~\$.*|__MACOSX", re.IGNORECASE)
_AGAIN = "请在自己的电脑上解开，重新压缩成普通的 zip 再发"


def unzip(path: Path, folder: Path, most_bytes: int, most_files: int) -> list[tuple[str, Path]]:
    """Unpack a zip below `folder`; return (name as people see it, where it lies now) in the zip's order.

    Files on disk get numbers for names, so that no name can lead anywhere. Raises Refused: locked, cut off,
    with a way out of its folder, with links, or with more than `most_bytes` or `most_files` inside.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = list(_wanted(archive, most_bytes, most_files))
            return list(_written(archive, parts, folder, most_bytes))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError):
        message = "压缩包不完整或已损坏，打不开"
        raise Refused("packet-zip-broken", message, "请重新发送这个压缩包") from None
    except NotImplementedError:
        message = "压缩包用了少见的压缩方法，打不开"
        raise Refused("packet-zip-method", message, _AGAIN) from None


def is_junk(name: str) -> bool:
    """Whether a path holds what file managers and editors leave behind."""
    return any(_JUNK.fullmatch(part) for part in name.split("/"))


def _wanted(
    archive: zipfile.ZipFile, most_bytes: int, most_files: int
) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield the parts to unpack, looked at before a byte of them is."""
    parts = [(_name(part), part) for part in archive.infolist()]
    if len(parts) > most_files:
        message = f"压缩包里有 {len(parts)} 个文件，超过 {most_files} 个"
        raise Refused("packet-too-many", message, "请分几次送，一次一个单位")
    if sum(part.file_size for _, part in parts) > most_bytes:
        message = f"压缩包解开以后超过 {most_bytes / 1e9:.2g} GB"
        raise Refused("packet-too-large", message, "请分几次送，影片另外送")
    for name, part in parts:
        _check(name, part)
        if not part.is_dir() and not name.endswith("/") and not is_junk(name):
            yield name, part


def _check(name: str, part: zipfile.ZipInfo) -> None:
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        message = "压缩包里有文件要写到别的文件夹去，可能有害，没有打开"
        raise Refused("packet-zip-slip", message, _AGAIN)
    if stat.S_ISLNK(part.external_attr >> 16):
        message = "压缩包里有指向别处的链接，可能有害，没有打开"
        raise Refused("packet-zip-link", message, _AGAIN)
    if part.flag_bits & _LOCKED_FLAG:
        raise Refused("packet-zip-locked", "压缩包设了密码，打不开", "请取消密码，重新压缩再发")
    if part.file_size > _BOMB_BYTES and part.file_size > _BOMB_RATIO * max(part.compress_size, 1):
        message = "压缩包里有解开后异常巨大的文件（压缩炸弹），没有打开"
        raise Refused("packet-zip-bomb", message, _AGAIN)


def _name(part: zipfile.ZipInfo) -> str:
    """Return the path of a part: UTF-8 where it says so or is it, the GBK of Chinese Windows else.

    `orig_filename` is what was written: `filename` is cut at a NUL, and Chinese bytes may hold one.
    """
    if part.flag_bits & _UNICODE_FLAG:
        name = part.orig_filename
    else:
        name = _unicode_path(part.extra) or _decoded(part.orig_filename)
    return name.replace("\\", "/").replace("\0", "")


def _decoded(name: str) -> str:
    try:
        data = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _unicode_path(extra: bytes) -> str:
    """Return the name that Info-ZIP keeps beside the old one, or ""."""
    while len(extra) >= 4:
        kind, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


def _written(
    archive: zipfile.ZipFile, parts: list[tuple[str, zipfile.ZipInfo]], folder: Path, most_bytes: int
) -> Iterator[tuple[str, Path]]:
    """Write the parts; what a part says of its size is not believed."""
    left = most_bytes
    for number, (name, part) in enumerate(parts, 1):
        place = folder / f"{number:04d}{_suffix(name)}"
        with archive.open(part) as source, place.open("wb") as target:
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    message = "压缩包里有解开后异常巨大的文件（压缩炸弹），没有打开"
                    raise Refused("packet-zip-bomb", message, _AGAIN)
                target.write(chunk)
        yield name, place


def _suffix(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""
