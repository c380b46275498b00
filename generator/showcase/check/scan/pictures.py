"""What a picture says beside its pixels: EXIF, XMP, IPTC, comments. A place on earth is private."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import IO

from PIL import ExifTags, Image, IptcImagePlugin
from PIL.ImageFile import ImageFile

from showcase.check.scan.spots import Spot
from showcase.rules.private_facts import Kind

PICTURE_ENDINGS = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".avif", ".ico")
)
_IFDS = {"EXIF": 0x8769, "EXIF 互操作": 0xA005}
_GPS = 0x8825
_ELSEWHERE = ("exif", "xmp", "icc_profile", "photoshop", "XML:com.adobe.xmp")
_LONGEST = 4_000
_ELEMENT = re.compile(r"<([\w:.-]++)[^<>]*+>\s*+([^<]++)<")
_ATTRIBUTE = re.compile(r"(?<![\w.-])([\w.-]++:[\w.-]++)=\"([^\"]++)\"")
"""Nothing is tried twice (`++`): somebody may send megabytes that fit neither."""
_WIDE = range(0x9C9B, 0x9CA0)
"""XPTitle … XPSubject: what the Windows Explorer writes, in UTF-16."""
_BLIND = frozenset({0x927C, 0x0201, 0x0202, 0x02BC, 0x83BB, 0x8649, 0x8773})
"""MakerNote, thumbnails, and the blocks that are read for themselves below."""


def picture_spots(file: IO[bytes]) -> Iterator[Spot]:
    """Yield every text of a picture's metadata under the name of its tag, and its place on earth."""
    with Image.open(file) as image:
        yield from _exif(image)
        yield from _xmp(image)
        yield from _iptc(image)
        yield from _comments(image)


def _exif(image: Image.Image) -> Iterator[Spot]:
    exif = image.getexif()
    blocks = {"EXIF": dict(exif)} | {f"{name} ": dict(exif.get_ifd(tag)) for name, tag in _IFDS.items()}
    for name, block in blocks.items():
        for tag, value in block.items():
            if tag not in _BLIND and (text := _text(value, wide=tag in _WIDE)):
                yield Spot(text, where=f"{name.strip()} {ExifTags.TAGS.get(tag, hex(tag))}")
    place = exif.get_ifd(_GPS)
    if {1, 2, 3, 4} & place.keys():
        yield Spot("", where="EXIF GPSInfo", kind=Kind.LOCATION)


def _xmp(image: Image.Image) -> Iterator[Spot]:
    data = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    if "GPSLatitude" in text or "GPSLongitude" in text:
        yield Spot("", where="XMP GPS", kind=Kind.LOCATION)
    for name, value in _ELEMENT.findall(text):
        yield Spot(html.unescape(value), where=f"XMP {name}")
    for name, value in _ATTRIBUTE.findall(text):
        if not name.startswith(("xmlns", "xmpMM")):
            yield Spot(html.unescape(value), where=f"XMP {name}")


def _iptc(image: ImageFile) -> Iterator[Spot]:
    for (record, data), value in (IptcImagePlugin.getiptcinfo(image) or {}).items():
        for item in value if isinstance(value, list) else [value]:
            yield Spot(_text(item), where=f"IPTC {record}:{data:03d}")


def _comments(image: Image.Image) -> Iterator[Spot]:
    if image.format == "PNG":
        image.load()  # texts may stand behind the pixels
    for name, value in {**image.info, **getattr(image, "text", {})}.items():
        if isinstance(value, str | bytes) and name not in _ELSEWHERE:
            yield Spot(_text(value), where=f"图片说明 {name}")


def _text(value: object, *, wide: bool = False) -> str:
    """Return what a value of metadata says; numbers of cameras say nothing about people."""
    if isinstance(value, tuple) and wide:
        value = bytes(value)
    if isinstance(value, bytes):
        return _decoded(value[:_LONGEST], wide=wide)
    return _reread(value[:_LONGEST]) if isinstance(value, str) else ""


def _reread(text: str) -> str:
    """Return Chinese that Pillow took for Latin: EXIF says ASCII, cameras and phones write UTF-8 or GBK."""
    if text.isascii() or max(text) > "\xff":
        return text
    return _decoded(text.encode("latin-1"), wide=False)


def _decoded(data: bytes, *, wide: bool) -> str:
    if wide or data.startswith(b"UNICODE\0"):
        return data.removeprefix(b"UNICODE\0").decode("utf-16-le", "replace").rstrip("\0")
    plain = data.removeprefix(b"ASCII\0\0\0").rstrip(b"\0")
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return plain.decode("gb18030", "replace")
