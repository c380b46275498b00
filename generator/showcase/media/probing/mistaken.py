"""What a file is that cannot be read as a film, by how it begins: so that its sender knows what to do."""

from __future__ import annotations

import struct
from pathlib import Path

from showcase.media.terms.beginnings import head_of, is_markup, told_by
from showcase.media.terms.refusal import Refused

_RULE = "film-unreadable"
_COPY = "请从原处重新复制这段影片"
_ELSE = (
    "不是影片，或者文件已损坏，无法读取",
    "用播放器确认能播放后，重新导出为 MP4（H.264）；改扩展名不会改变文件内容",
)
_EMPTY = ("文件是空的，没有任何内容", f"文件没有复制完整，{_COPY}")
_HALF = ("影片没有复制完整，或者没有录完：缺少索引，无法播放", _COPY)
_PHOTO = ("这不是影片，是照片", f"照片写在 photos 之下；要放影片，{_COPY}")
_MOVING = ("这不是影片，是动图（GIF）", "用制作它的软件导出为 MP4")
_LIST = ("这是播放列表，影片本身在别处", "用下载它的软件把影片另存为 MP4")
_FLASH = ("这是 Flash 动画（SWF），浏览器已经不能播放", "用录屏软件录下来，存成 MP4")
_PACKED = ("这不是影片，是压缩包或文档", "解开它，把里面的影片复制过来")
_PAPER = ("这不是影片，是 PDF 文件", _COPY)
_PAGE = ("这不是影片，是网页", "到原来的网页上下载影片本身")
_CAPTIONS = ("这不是影片，是字幕", "字幕写在 video 之下的 captions；影片写在 file")
_KNOWN = (
    (0, b"\xff\xd8\xff", _PHOTO),
    (0, b"\x89PNG", _PHOTO),
    (8, b"WEBP", _PHOTO),
    (4, b"ftyphei", _PHOTO),
    (4, b"ftypmif1", _PHOTO),
    (4, b"ftypavif", _PHOTO),
    (0, b"GIF8", _MOVING),
    (0, b"#EXTM3U", _LIST),
    (0, b"ffconcat", _LIST),
    (0, b"FWS", _FLASH),
    (0, b"CWS", _FLASH),
    (0, b"PK\x03\x04", _PACKED),
    (0, b"Rar!", _PACKED),
    (0, b"7z\xbc\xaf", _PACKED),
    (0, b"\xd0\xcf\x11\xe0", _PACKED),
    (0, b"%PDF", _PAPER),
    (0, b"WEBVTT", _CAPTIONS),
)
"""Offset, bytes there, what such a file is and what to do."""
_MOST_BOXES = 1000


def unreadable(path: Path) -> Refused:
    """Return the refusal of a file that is no film for us."""
    return Refused(_RULE, *_told(path))


def _told(path: Path) -> tuple[str, str]:
    head = head_of(path)
    if not head.strip(b"\0"):
        return _EMPTY if not head else _HALF
    if told := told_by(head, _KNOWN):
        return told
    if is_markup(head):
        return _PAGE
    return _HALF if head[4:8] == b"ftyp" and _lacks_its_index(path) else _ELSE


def _lacks_its_index(path: Path) -> bool:
    """Whether an MP4 has no `moov`: cameras write it last, so half a copy has none."""
    at = 0
    with path.open("rb") as file:
        for _ in range(_MOST_BOXES):
            file.seek(at)
            head = file.read(16).ljust(16, b"\0")
            length, name, longer = struct.unpack(">I4sQ", head)
            if name == b"moov":
                return False
            length = longer if length == 1 else length
            if length < 8:  # the rest of the file, or its end
                return True
            at += length
    return False
