"""Bytes of an editor's file to text: size, encoding, line ends and characters that nobody can see."""

from __future__ import annotations

import io
import os
import re

from showcase.content.reading import Reading

LIMIT_BYTES = 1_000_000
"""A record is a few kilobytes; more is a mistake (a picture renamed) or an attack."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
"""Control characters, other line ends, marks of writing direction, characters without width."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
"""What git leaves in a file when two people changed the same line: `<<<<<<< HEAD`, `>>>>>>> 1a2b3c4`."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WHOLE_FILE = (0, 0)


def read_text(reading: Reading, path: str) -> str | None:
    r"""Return the text of a UTF-8 file without BOM and with `\n` at line ends; None when unusable."""
    try:
        data = _bytes(path)
    except OSError as error:
        reading.at(_WHOLE_FILE, "record-unreadable", f"文件打不开：{error.strerror}", "检查文件的权限")
        return None
    if data is None:
        message = f"文件超过 {LIMIT_BYTES // 1_000_000} MB，不像是一份记录，没有读取"
        reading.at(_WHOLE_FILE, "record-size", message, "照片和视频放在 media/ 下，这里只写文字")
        return None
    return _decoded(reading, data)


def _bytes(path: str) -> bytes | None:
    with io.FileIO(path) as file:
        size = os.fstat(file.fileno()).st_size
        return None if size > LIMIT_BYTES else file.read(size)


def _decoded(reading: Reading, data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _report_encoding(reading, data, error.start)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        reading.at(_WHOLE_FILE, "record-empty", "文件是空的", "写上内容，或者删去这个文件")
        return None
    return None if _has_unseen(reading, text) or _has_conflict(reading, text) else text


def _report_encoding(reading: Reading, data: bytes, start: int) -> None:
    probably = _probable_encoding(data)
    guess = f"，很可能是 {probably}" if probably else "，看不出是哪一种编码，也可能不是文本文件"
    line = 1 if probably == "UTF-16" else data.count(b"\n", 0, start) + 1
    fix = "用编辑器打开后“另存为”，编码选 UTF-8"
    reading.at((line, 1), "record-encoding", f"文件不是 UTF-8 编码{guess}", fix)


def _probable_encoding(data: bytes) -> str:
    if data.startswith(_UTF16):
        return "UTF-16"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK（GB 18030）" if re.search("[\u4e00-\u9fff]", text) else ""


def _has_unseen(reading: Reading, text: str) -> bool:
    """Report each line's first character that cannot be seen."""
    if not UNSEEN.search(text):
        return False
    for number, line in enumerate(text.split("\n"), 1):
        if found := UNSEEN.search(line):
            message = f"有一个看不见的控制字符（U+{ord(found[0]):04X}）"
            place = (number, found.start() + 1)
            reading.at(place, "record-control-character", message, "把光标移到这里，删去这个字符后重新输入")
    return True


def _has_conflict(reading: Reading, text: str) -> bool:
    """Report the first mark of a conflict: below the front matter it would be read as text, and published."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if found:
        message = "这里是 git 留下的冲突记号：两个人改了同一处"
        fix = "两份里留下对的一份，删去以“<<<<<<<”“=======”“>>>>>>>”开头的行"
        reading.at((text.count("\n", 0, found.start()) + 1, 1), "record-conflict", message, fix)
    return bool(found)
