"""The words of caption files: whatever encoding they come in, whatever marks stand between them."""

from __future__ import annotations

import codecs
import re

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNMARKED = ("utf-8", "gb18030")
_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FONT = re.compile(r"</?font[^>]*>|\{\\[^}]*\}", re.I)
_LOOSE = re.compile(r"<(?!/?[biu]>)", re.I)
_LATIN_SHARE = 0.3


def decoded(data: bytes) -> str | None:
    """Return the text of a caption file, its lines ended as in Unix; None when it is no text."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = _ENDS.sub("\n", text.removeprefix("\ufeff"))
        return None if "\0" in text else text
    return None


def escaped(line: str) -> str:
    """Return a line of SRT for WebVTT: bold, italics and underlining stay, colours and places go."""
    return _LOOSE.sub("&lt;", _FONT.sub("", line).replace("&", "&amp;"))


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return (encoding,)
    return _wide(data) or _UNMARKED


def _wide(data: bytes) -> tuple[str, ...]:
    """Return UTF-16 when a file without a mark is full of zeros: the digits of its times have one each."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    least = len(data) / 2 * _LATIN_SHARE
    if max(even, odd) < max(least, 1):
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",)
