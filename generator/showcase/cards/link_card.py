"""The card of a link in a chat: 1200×630, words left, picture right, one seal."""

from __future__ import annotations

from pathlib import Path

from showcase.cards.canvas import Canvas
from showcase.cards.fonts import Fonts
from showcase.cards.typesetting import Face, Lines, name_lines, wrapped
from showcase.cards.words import Words
from showcase.content.wording import ui
from showcase.model.passing import CARD_PX

WIDE, HIGH = CARD_PX
_QUALITY = 80
_LEFT, _TOP, _GAP = 64, 62, 44
_FOOT = HIGH - 118
_PLATES = {"star": 480, "project": 592, "week": 592, "event": 592}
_BARE = {"star": 480, "project": 360, "week": 360, "event": 360}
"""How wide the right side is without a picture."""
_NAME_SIZES = {"star": (124, 104, 88, 74, 62, 52, 44), "site": (112, 92, 76, 64, 52)}
_TITLE_SIZES = (76, 66, 58, 52, 46, 40)
_SMALL = 56


def draw_card(words: Words, fonts: Fonts) -> bytes:
    """Return the card as JPEG."""
    sheet = Canvas(CARD_PX, fonts)
    room = WIDE - 2 * _LEFT
    if words.kind != "site":
        plate = (_PLATES if words.pictures else _BARE)[words.kind]
        room = WIDE - plate - _LEFT - _GAP
        _plate(sheet, words, plate)
    _label(sheet, words, room)
    _foot(sheet, words, room)
    return sheet.jpeg(_QUALITY)


def _plate(sheet: Canvas, words: Words, wide: int) -> None:
    """Fill the right side: the picture, or a second sheet of paper with what stands for it."""
    box = (WIDE - wide, 0, WIDE, HIGH)
    if words.pictures:
        sheet.picture(best(words, wide, HIGH), box, words.focus)
        return
    sheet.area(box, "leaf")
    if words.kind == "week":
        spine(sheet, words.blank, (WIDE - wide // 2, 70), HIGH - 140)
    elif words.kind == "event":
        leaf_of_calendar(sheet, words.blank, (WIDE - wide // 2, HIGH // 2), 210)
    else:
        initial(sheet, words.blank, (WIDE - wide // 2, HIGH // 2), 250 if len(words.blank) == 1 else 190)


def best(words: Words, wide: int, high: int) -> Path:
    """Return the picture that fills this size: of just the size, of twice it, or any larger."""
    scales = [min(r.width_px / wide, r.height_px / high) for r in words.pictures]
    costs = [0 if 1 <= s < 1.03 else 1 if 2 <= s < 2.06 else 2 if s >= 1 else 3 for s in scales]
    at = min(range(len(costs)), key=lambda i: (costs[i], scales[i] if costs[i] < 3 else -scales[i]))
    return words.files[at]


def initial(sheet: Canvas, blank: str, middle: tuple[int, int], size_px: int) -> None:
    """Set the surname large, running down."""
    face = sheet.bold(size_px)
    top = middle[1] - size_px * len(blank) / 2
    sheet.column((middle[0] - size_px / 2, top), blank, face, "seal")


def spine(sheet: Canvas, name: str, top: tuple[int, int], high: int) -> None:
    """Draw a week as the spine of a book, its region's name running down; `top` is its upper middle."""
    middle, y = top
    size = min(108, (high - 90) // max(len(name), 1))
    half = max(84, size * 3 // 4)
    sheet.area((middle - half, y, middle + half, y + high), "seal-fill")
    for line in (y + 16, y + high - 18):
        sheet.rule(middle - half, middle + half, line, "on-seal")
    start = y + (high - len(name) * size * 1.08) / 2
    sheet.column((middle - size / 2, start), name, sheet.bold(size), "on-seal", 1.08)


def leaf_of_calendar(sheet: Canvas, blank: str, middle: tuple[int, int], size_px: int) -> None:
    """Set month and day like a leaf of a calendar."""
    month, day = blank.split("\n")
    small, large = sheet.bold(size_px // 3), sheet.bold(size_px)
    sheet.text((middle[0] - small.width(month) / 2, middle[1] - size_px * 0.86), month, small, "seal")
    sheet.text((middle[0] - large.width(day) / 2, middle[1] - size_px * 0.42), day, large)


def _label(sheet: Canvas, words: Words, room: int) -> None:
    """Write head, name and lines, together in the middle of the height above the foot."""
    face, name = set_name(sheet, words, room)
    small = sheet.regular(34)
    below = [line for text in words.lines for line in wrapped(text, small, room)][:5]
    head = sheet.regular(28)
    high = head.size * 2.1 + len(name) * face.size * 1.22 + 22 + len(below) * small.size * 1.5
    y = _TOP + max(0.0, (_FOOT - _TOP - high) / 2)
    sheet.text((_LEFT, y), "　".join(words.head), head, "ink-2")
    y = sheet.lines((_LEFT, y + head.size * (2.1 if words.head else 0)), name, face, "ink", 1.22)
    sheet.lines((_LEFT, y + 22), tuple(below), small, "ink-2")


def set_name(sheet: Canvas, words: Words, room: float) -> tuple[Face, Lines]:
    """Return the largest face in which the name fits into two lines, or three small ones; and its lines."""
    is_name = words.kind in _NAME_SIZES
    sizes = _NAME_SIZES.get(words.kind, _TITLE_SIZES)
    for size in sizes:
        face = sheet.bold(size, 0.06 if is_name and len(words.name) < 7 else 0.0)
        lines = name_lines(words.name, face, room) if is_name else wrapped(words.name, face, room)
        fits = all(face.width(line.rstrip("·")) <= room for line in lines)
        if fits and len(lines) <= (2 if size > _SMALL else 3):
            return face, lines
    return face, wrapped(words.name, face, room)[:4]


def seal_words() -> str:
    """Return the four characters of the site's seal."""
    return ui.seal.first + ui.seal.second + ui.seal.third + ui.seal.fourth


def _foot(sheet: Canvas, words: Words, room: int) -> None:
    """Below a rule: the seal, the site's name, and that all is invented where it is."""
    sheet.rule(_LEFT, _LEFT + room, _FOOT)
    if words.kind == "site":
        sheet.seal((WIDE - _LEFT - 190, _FOOT - 230), 190, seal_words())
    else:
        sheet.seal((_LEFT, _FOOT + 26), 60, ui.seal.first)
        sheet.text((_LEFT + 78, _FOOT + 41), words.site, sheet.bold(30))
    if words.remark:
        face = sheet.regular(22)
        sheet.text((_LEFT + room - face.width(words.remark), _FOOT + 46), words.remark, face, "ink-2")
