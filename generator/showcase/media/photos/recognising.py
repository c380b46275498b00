"""Open what anybody sent as a photo, or say in one sentence what it is instead."""

from __future__ import annotations

import struct
import warnings
from pathlib import Path

import pillow_heif
from PIL import Image, UnidentifiedImageError

from showcase.media.photos.tiffs import RAW, turn_to_photo
from showcase.media.terms.beginnings import head_of, is_markup, told_by
from showcase.media.terms.refusal import Refused

warnings.filterwarnings("ignore", module=r"PIL\.")  # what is wrong with a photo is a problem, not a warning
Image.MAX_IMAGE_PIXELS = None  # the limit is the preset's and gives a problem, not a warning on stderr
pillow_heif.register_heif_opener(thumbnails=False)
pillow_heif.options.DECODE_THREADS = 1  # the pool decides how many work at once

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "TIFF", "BMP", "GIF")
"""What is opened at all; a JPEG with further pictures inside (MPO) opens as JPEG."""
HOSTILE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    Image.DecompressionBombError,
)
"""What decoders have been seen to raise on broken bytes: nearly everything."""

_WORD = ("从 Word 里取出的矢量图（EMF/WMF）", "在 Word 里右键点照片，选“另存为图片”，存成 JPEG 或 PNG")
_FILM = ("影片或声音文件", "影片写在 video 之下；照片请从影片截图，存成 JPEG")
_PACKED = ("压缩包", "解开它，把里面的照片复制过来")
_BESIDE = ("苹果电脑留下的附属文件", "复制照片本身，不是名字以 ._ 开头的那个")
_DRAWING = ("矢量图（SVG）或网页", "在浏览器里打开后截图，存成 PNG")
_EXPORT = "用原来的软件导出为 JPEG 或 PNG"
_RENAMED = "重新导出为 JPEG 或 PNG；改扩展名不会改变文件内容"
_KNOWN = (
    (0, b"\xd7\xcd\xc6\x9a", _WORD),
    (0, b"\x01\x00\x09\x00\x00\x03", _WORD),
    (40, b" EMF", _WORD),
    (4, b"ftypcrx ", RAW),
    (0, b"FUJIFILMCCD-RAW", RAW),
    (0, b"IIRO", RAW),
    (0, b"IIU\0", RAW),
    (4, b"ftyp", _FILM),
    (0, b"\x1a\x45\xdf\xa3", _FILM),
    (8, b"AVI ", _FILM),
    (8, b"WAVE", _FILM),
    (0, b"ID3", _FILM),
    (0, b"%PDF", ("PDF 文件", "打开 PDF，把照片另存为 JPEG 或 PNG")),
    (0, b"PK\x03\x04", ("Word、Excel 文档或压缩包", "打开它，把里面的照片另存为 JPEG 或 PNG")),
    (0, b"Rar!", _PACKED),
    (0, b"7z\xbc\xaf", _PACKED),
    (0, b"\0\5\x16\7", _BESIDE),
    (0, b"\xd0\xcf\x11\xe0", ("旧版 Word、Excel 文档", "打开它，把里面的照片另存为 JPEG 或 PNG")),
    (0, b"8BPS", ("Photoshop 文件", _EXPORT)),
    (0, b"\x00\x00\x00\x0cjP", ("JPEG 2000 图片", _EXPORT)),
    (0, b"\xff\x4f\xff\x51", ("JPEG 2000 图片", _EXPORT)),
    (0, b"\x00\x00\x00\x0cJXL", ("JPEG XL 图片", _EXPORT)),
)
"""Offset, bytes there, what such a file is and what to do."""
_PHOTO_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"hevc", b"mif1", b"msf1")
"""Photos in the container of films: one that cannot be opened is broken, no film."""


def opened(path: Path) -> Image.Image:
    """Return the photo, its pixels not yet decoded; Refused, in words, when it is none."""
    try:
        image = Image.open(path, formats=FORMATS)
        if image.format == "TIFF":
            turn_to_photo(image)
        return image
    except UnidentifiedImageError:
        raise _not_a_photo(path) from None
    except HOSTILE:
        raise cut_off() from None


def cut_off() -> Refused:
    """Return the refusal of a photo that cannot be read to its end."""
    return Refused("photo-truncated", "照片文件不完整或已损坏，无法读完", "请从原处重新复制这张照片")


def _not_a_photo(path: Path) -> Refused:
    head = head_of(path)
    if not head:
        fix = "文件没有复制完整，请从原处重新复制这张照片"
        return Refused("photo-not-an-image", "文件是空的，没有任何内容", fix)
    if head[4:8] == b"ftyp" and head[8:12] in _PHOTO_BRANDS:
        return cut_off()
    if told := told_by(head, _KNOWN) or (_DRAWING if is_markup(head) else None):
        name, fix = told
        gap = " " if name[0].isascii() else ""
        return Refused("photo-not-an-image", f"这不是照片，是{gap}{name}", fix)
    message = "不是可读的照片（JPEG、PNG、WebP、HEIC、TIFF 等），或者文件开头已损坏"
    return Refused("photo-not-an-image", message, _RENAMED)
