"""Setting Chinese lines on a picture: which font draws which character, where a line may end."""

from __future__ import annotations

import re

from PIL import Image

from showcase.cards.fonts import FontFile
from showcase.cards.glyphs import Colour, glyphs

_WORD = re.compile(r"[!-~\u00c0-\u024f]+|.", re.DOTALL)
_CLAUSE = re.compile(r"[，、：；。！？》）]”?(?![，。、])|(?<=.)(?=[“《（])|(?<=.)”(?![，。、：；！？”])|　")
_NOT_FIRST = frozenset("。，、；：？！”’）》〉」』】·—…～%")
_NOT_LAST = frozenset("“‘（《〈「『【")
_ASCENT = 0.88
"""The em box of Chinese fonts: so much of it above the base line."""

Lines = tuple[str, ...]


class Face:
    """A weight at one size: the first of `files` that has a character draws it."""

    def __init__(self, files: tuple[FontFile, ...], size_px: int, spacing: float = 0.0) -> None:
        """Lend every character `spacing` em more room."""
        self.size = size_px
        self._glyphs = glyphs(files, size_px)
        self.space = round(spacing * size_px)

    def width(self, text: str) -> float:
        """Return how wide `text` is, without the room behind its last character."""
        return sum(map(self._glyphs.advance, text)) + self.space * max(len(text) - 1, 0)

    def write(self, image: Image.Image, xy: tuple[float, float], text: str, colour: Colour) -> None:
        """Write `text` with the upper left corner of its first em box at `xy`."""
        x, base = xy[0], xy[1] + _ASCENT * self.size
        for sign in text:
            self._glyphs.stamp(image, x, base, sign, colour)
            x += self._glyphs.advance(sign) + self.space


def wrapped(text: str, face: Face, width: float) -> Lines:
    """Return the lines of `text`, as few as fit into `width`: by clauses where there are two, then even."""
    lines = _broken(text, face, width)
    if len(lines) < 2:
        return lines
    if len(lines) == 2 and (pair := _by_clauses(text, face, width)):
        return pair
    low, high = width / 2, width
    while high - low > face.size / 4:
        middle = (low + high) / 2
        if len(_broken(text, face, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _broken(text, face, high)


def _by_clauses(text: str, face: Face, width: float) -> Lines:
    """Return two lines that part where the sense does, the evenest such; () when none fit."""
    pairs = [(text[: at.end()].rstrip("　"), text[at.end() :].lstrip("　")) for at in _CLAUSE.finditer(text)]
    fitting = [pair for pair in pairs if all(pair) and max(map(face.width, pair)) <= width]
    return min(fitting, key=lambda pair: abs(face.width(pair[0]) - face.width(pair[1])), default=())


def hang(line: str, size_px: int) -> float:
    """Return how far a line moves left so that its opening mark hangs in the margin."""
    return size_px / 2 if line[:1] in _NOT_LAST else 0.0


def filled(text: str, face: Face, width: float) -> Lines:
    """Return the lines of `text`, each as full as can be: how running text is set."""
    return _broken(text, face, width)


def _broken(text: str, face: Face, width: float) -> Lines:
    lines, used = [""], 0.0
    for piece in _pieces(text):
        if lines[-1] and used + face.space + face.width(piece.rstrip("，、。；")) > width:
            lines.append("")
        added = piece if lines[-1] else piece.lstrip("　 ")
        used = face.width(added) + (used + face.space if lines[-1] else 0.0)
        lines[-1] += added
    return tuple(line.rstrip("　 ") for line in lines if line.strip("　 "))


def _pieces(text: str) -> list[str]:
    """Cut `text` where a line may end: not before closing marks, not behind opening ones."""
    pieces: list[str] = []
    for sign in _WORD.findall(text):
        if pieces and (sign[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def name_lines(name: str, face: Face, width: float) -> Lines:
    """Return a name in lines that end behind a middle dot and nowhere else."""
    lines = [""]
    for part in re.findall(r"[^·]+·?|·", name):
        if lines[-1] and face.width(lines[-1] + part.rstrip("·")) > width:
            lines.append("")
        lines[-1] += part
    return tuple(lines)
