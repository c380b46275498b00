"""The poster of a record: a phone's screen of name, picture, one sentence and the way to the page."""

from __future__ import annotations

import re

from showcase.cards.canvas import Canvas
from showcase.cards.codes import code_picture
from showcase.cards.fonts import Fonts
from showcase.cards.link_card import best, initial, seal_words, set_name
from showcase.cards.typesetting import Face, Lines, filled, wrapped
from showcase.cards.words import Words
from showcase.content.wording import ui
from showcase.model.passing import POSTER_PX

WIDE, HIGH = POSTER_PX
_QUALITY = 58
_LEFT, _RIGHT = 60, WIDE - 60
_TOP, _FOOT = 153, 1340
_STAR, _SCENE = (_RIGHT - 534, _TOP, _RIGHT, _TOP + 712), (_LEFT, _TOP, _RIGHT, _TOP + 520)
_DOWN = 4
"""Names up to this length run down beside the picture; longer ones stand below it."""
_ASIDE = 17
_CODE = 174
_LINE = 1.62


def draw_poster(words: Words, fonts: Fonts, address: str) -> bytes:
    """Return the poster as JPEG; `address` is the page's full one, "" draws no code."""
    sheet = Canvas(POSTER_PX, fonts)
    _head(sheet, words)
    box = _STAR if words.kind == "star" else _SCENE
    if words.pictures:
        sheet.picture(best(words, box[2] - box[0], box[3] - box[1]), box, words.focus)
    else:
        sheet.area(box, "leaf")
        middle = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
        initial(sheet, words.blank, middle, 275 if len(words.blank) == 1 else 225)
    y = _beside(sheet, words) if words.kind == "star" else _SCENE[3] + 46
    y = _below(sheet, words, y)
    _said(sheet, words, y)
    _foot(sheet, words, address)
    return sheet.jpeg(_QUALITY)


def _head(sheet: Canvas, words: Words) -> None:
    face = sheet.bold(28, 0.06)
    sheet.text((_LEFT, 70), words.head[0], face)
    right = "　".join(words.head[1:])
    sheet.text((_RIGHT - face.width(right), 70), right, face)
    sheet.rule(_LEFT, _RIGHT, 123)


def _beside(sheet: Canvas, words: Words) -> float:
    """Write down the left of a star's picture; return where the lines below it begin."""
    left, _, _, bottom = _STAR
    sheet.seal((_LEFT, bottom - 104), 104, seal_words())
    if len(words.name) <= _DOWN:
        sheet.column((left - 36 - 143, _TOP - 8), words.name, sheet.bold(143), "ink", 1.08)
    if (aside := _aside(words)) and len(words.name) <= 3:
        sheet.column((_LEFT - 3, _TOP + 5), aside, sheet.regular(30), "ink-2", 1.08)
    return bottom + 46


def _aside(words: Words) -> str:
    """Return the post when it is short enough to run down beside the name."""
    post = words.lines[0] if len(words.lines) > 1 else ""
    return post.replace("，", "　") if len(post) <= _ASIDE and len(words.name) <= 3 else ""


def _below(sheet: Canvas, words: Words, y: float) -> float:
    """Write what has no place beside the picture: a long name, a title, a long post, the hosts."""
    room = _RIGHT - _LEFT
    if words.kind != "star" or len(words.name) > _DOWN:
        face, name = set_name(sheet, words, room)
        y = sheet.lines((_LEFT, y - 6), name, face, "ink", 1.25) + 12
    small = sheet.regular(32)
    told = words.lines if words.kind != "star" else () if _aside(words) else words.lines[:-1]
    lines = [line for text in told for line in wrapped(text, small, room)][:3]
    return sheet.lines((_LEFT, y), tuple(lines), small, "ink-2", 1.45) + (22 if lines else 0)


def _said(sheet: Canvas, words: Words, y: float) -> None:
    """Write the person's own words in red, and as much of ours as there is room for."""
    room = _RIGHT - _LEFT
    if words.quote:
        inner = words.quote.replace("“", "‘").replace("”", "’")
        face = sheet.regular(47)
        lines = wrapped(f"“{inner}”", face, room + face.size / 2)
        y = sheet.lines((_LEFT, y), lines, face, "seal") + 20
    face = sheet.regular(37)
    most = int((_FOOT - 16 - y) // (_LINE * face.size))
    sheet.lines((_LEFT, y), _sentences(words.sentence, face, room, most), face, "ink", _LINE)


def _sentences(text: str, face: Face, room: float, most: int) -> Lines:
    """Return the lines of as many whole sentences as fit into `most` of them."""
    ends = [found.end() for found in re.finditer("[。！？]”?", text)]
    settings = (filled(text[:end], face, room) for end in reversed(ends))
    return next((lines for lines in settings if len(lines) <= most), ())


def _foot(sheet: Canvas, words: Words, address: str) -> None:
    """Below a rule: where the person belongs to, the site, the code."""
    sheet.rule(_LEFT, _RIGHT, _FOOT)
    room = _RIGHT - _LEFT - (_CODE + 34 if address else 0)
    y = _FOOT + 36.0
    if words.kind == "star" and words.lines:
        y = sheet.lines((_LEFT, y), wrapped(words.lines[-1], sheet.bold(34), room)[:2], sheet.bold(34))
    sheet.text((_LEFT, y), words.site, sheet.bold(28), "ink-2" if words.kind == "star" else "ink")
    small = sheet.regular(25)
    told = "，".join(filter(None, (ui.share.read if address else "", words.remark)))
    sheet.text((_LEFT, y + 48), told, small, "ink-2")
    if address:
        code = code_picture(address, _CODE)
        sheet.image.paste(code, (_RIGHT - code.width, _FOOT + 40))
