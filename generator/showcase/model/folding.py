"""Folding: two texts that a reader would call the same become the same characters.

The same rules stand in theme/assets/js/find-fold.js, and a test holds the two together. Folding goes code
point by code point, so that the script can mark what it found in the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from opencc import OpenCC

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x323B0))
_ALNUM = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
_DOT = re.compile(f"(?<![{_ALNUM}])[.．﹒](?![{_ALNUM}])")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U000323af“”‘’…—·"
_SPACE = re.compile(r"\s+")
_GAP = re.compile(f"(?<=[{_WIDE}])\\s+(?=[{_WIDE}])")

_WHITE = re.compile(r"[\t-\r\x85\u1680\u2028\u2029]")
_SILENT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufe00-\ufe0f\ufeff\ud800-\udfff\U000e0100-\U000e01ef]"
)
_MARKS = re.compile("[\u0300-\u036f]")
_MIDDLE_DOTS = re.compile("[\u00b7\u2022\u2027\u22c5\u30fb\uff65]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


class _Table(dict[int, str]):
    """What each code point folds to, found when first asked for (`str.translate` asks)."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = _fold_one(chr(point))
        return folded


def _fold_one(char: str) -> str:
    if _SILENT.match(char):
        return ""
    if _WHITE.match(char):
        return " "
    # ü is typed as v, so it must not lose its dots as é loses its accent
    parts = re.sub("[uU]\u0308", "v", unicodedata.normalize("NFKD", char))
    plain = unicodedata.normalize("NFKC", _MARKS.sub("", parts)).lower()
    return _MIDDLE_DOTS.sub("", plain).translate(_QUOTES).translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    """Traditional and variant characters with their simplified form, one to one, chains resolved."""
    points = [point for first, end in _HAN for point in range(first, end)]
    forms = OpenCC("t2s").convert("\n".join(map(chr, points))).split("\n")
    pairs = {point: form for point, form in zip(points, forms, strict=True) if form != chr(point)}
    return {point: pairs.get(ord(form), form) for point, form in pairs.items()}


_TABLE = _Table()


def fold(text: str) -> str:
    """Return `text` as it is compared: NFKC, lower case, simplified, without marks and middle dots.

    A full stop stays only beside a Latin letter or a digit (3.5); elsewhere it stands for a middle dot.
    """
    return _undotted(text).translate(_TABLE)


def _undotted(text: str) -> str:
    """Drop the full stops that stand for a middle dot."""
    return _DOT.sub("", text) if "." in text or "．" in text or "﹒" in text else text


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold many texts: as `fold`, but each character that occurs is looked up once, the rest is numpy."""
    import numpy as np  # noqa: PLC0415 - slow to load, and most commands fold a few words

    undotted = [*map(_undotted, texts)]
    point = np.frombuffer("".join(undotted).encode("utf-32-le", "surrogatepass"), np.uint32)
    occurring = np.flatnonzero(np.bincount(point, minlength=1))
    forms = [_TABLE[one] for one in occurring.tolist()]
    table = np.zeros(int(occurring[-1]) + 1 if len(occurring) else 1, np.int32)
    table[occurring] = np.arange(len(occurring))
    place = table[point]
    single = np.array([len(form) == 1 for form in forms], bool)
    ends = np.cumsum([0, *map(len, undotted)])
    simple = np.array([ord(form) if len(form) == 1 else 0 for form in forms], np.uint32)
    folded = simple[place].astype("<u4").tobytes().decode("utf-32-le")
    odd = np.searchsorted(np.flatnonzero(~single[place]), ends)
    found = [folded[a:b] for a, b in pairwise(ends.tolist())]
    for n in np.flatnonzero(np.diff(odd)).tolist():
        found[n] = undotted[n].translate(_TABLE)
    return found


def searchable(value: str) -> str:
    """Return the folded `value` without the white space between two Chinese characters (张　三)."""
    return fold(close_gaps(value))


def close_gaps(text: str) -> str:
    """Drop white space between Chinese characters, where it is a wrapped line; collapse the rest."""
    parts = text.split(None, 1)
    if len(parts) == 1 and len(parts[0]) == len(text):
        return text
    return _SPACE.sub(" ", _GAP.sub("", text)).strip()


def variants_for(alphabet: Iterable[str]) -> str:
    """Return "Traditional, simplified, Traditional, …" for the simplified characters of `alphabet`.

    Only these can ever meet a text, so the script needs no more than these.
    """
    known = set(alphabet)
    pairs = (chr(point) + form for point, form in _simplified().items() if form in known)
    return "".join(sorted(pairs))
