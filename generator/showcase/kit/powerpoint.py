"""The sheets of a talk as .pptx: teachers live in PowerPoint and WPS, so every text can be edited."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping
from typing import Any

from showcase.cards.codes import code_picture
from showcase.content.packing import repacked
from showcase.kit.canvas import HEI, HIGH, KAI, SONG, WIDE, Box, Type, area, picture, write
from showcase.kit.cutting import clauses
from showcase.kit.deck import Playing
from showcase.kit.fitting import even, fitted, lines, tall
from showcase.kit.openings import HEAD, LEFT, LOWER, draw_cover, draw_step, middle, plate
from showcase.kit.pieces import FILM_POSTER, Pieces
from showcase.kit.stepping import begin_by_step
from showcase.kit.story import Slide, Story

RECIPE = 4
"""Raised by hand when the file should change though no word and no picture did."""
_NO_DAY = datetime.datetime(1980, 1, 1)
_CODE_PX = 600
_FOOT = 32.0


def slides_file(story: Story, pieces: Pieces, remark: str, author: str) -> bytes:
    """Return the .pptx of a story; the same input gives the same bytes. Takes a third of a second."""
    from pptx import Presentation  # noqa: PLC0415 - heavy; only kits need it
    from pptx.util import Emu  # noqa: PLC0415 - as above

    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    kept = [slide for slide in story.slides if slide.kind != "film" or pieces.playing]
    for number, slide in enumerate(kept, 1):
        sheet = deck.slides.add_slide(deck.slide_layouts[6])
        area(sheet, Box(0, 0, WIDE, HIGH), "paper")
        left = plate(sheet, slide, pieces)
        _DRAWN[slide.kind](sheet, slide, left, pieces)
        _foot(sheet, story.foot, remark, f"{number}／{len(kept)}", left)
        if slide.notes:
            sheet.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
    _sign(deck, story.record.name, author)
    buffer = io.BytesIO()
    deck.save(buffer)
    return repacked(buffer.getvalue())


def _sign(deck: Any, title: str, author: str) -> None:  # noqa: ANN401 - the library has no types
    """Say what the file is, and nothing of when and by whom it was made."""
    told = deck.core_properties
    told.title, told.author, told.last_modified_by = title, author, author
    told.created = told.modified = told.last_printed = _NO_DAY
    told.subject = told.keywords = told.comments = told.category = ""
    told.revision, told.language = 1, "zh-CN"


def _foot(sheet: Any, foot: str, remark: str, page: str, left: float) -> None:  # noqa: ANN401 - as above
    """Write as much of the foot as one line holds: nothing is set smaller than the last row can read."""
    right = 90 if left > LEFT else LEFT
    room = WIDE - left - right - 170
    whole = ("　".join(filter(None, (foot, remark))), foot, "")
    words = next(text for text in whole if lines(text, _FOOT, room) == 1)
    small = Type(HEI, (_FOOT,), "ink-2")
    if words:
        write(sheet, Box(left, 985, room, 60), [words], small)
    write(sheet, Box(WIDE - right - 150, 985, 150, 60), [page], small)


def _number(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    figure, room = slide.figure, WIDE - 2 * left
    assert figure
    write(sheet, Box(left, 140, room, 70), [slide.heading], HEAD._replace(centred=True))
    large = Type(SONG, (340, 260, 200, 150), "seal", bold=True, centred=True, anchor="middle")
    write(sheet, Box(left, 220, room, 530), [figure.number], large, f" {figure.unit}")
    size = fitted([slide.text], (66, 56, 46), room, 200)
    wide = even(slide.text, size, room)
    write(sheet, Box((WIDE - wide) / 2, 770, wide, 200), [slide.text], Type(SONG, (size,), centred=True))


def _quote(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    said = clauses(slide.text.replace("“", "‘").replace("”", "’"))
    said[0], said[-1] = f"“{said[0]}", f"{said[-1]}”"
    large = Type(KAI, (130, 110, 92, 76, 64, 54, 46, 40, 34), "seal", centred=True, anchor="middle")
    write(sheet, Box(left, 180, WIDE - 2 * left, 600), said, large)
    if slide.lines:
        small = Type(HEI, (44, 36, 32), "ink-2", centred=True)
        write(sheet, Box(left, 810, WIDE - 2 * left, 90), slide.lines, small)


def _film(sheet: Any, slide: Slide, left: float, pieces: Pieces) -> None:  # noqa: ANN401 - as above
    assert pieces.playing
    write(sheet, Box(left, 50, WIDE - 2 * left, 70), [slide.heading], HEAD._replace(centred=True))
    place = _film_box(pieces.playing)
    film, poster = pieces.files[pieces.playing.src], pieces.files[FILM_POSTER]
    shape = sheet.shapes.add_movie(
        str(film), *place.emu(), poster_frame_image=str(poster), mime_type="video/mp4"
    )
    begin_by_step(sheet, shape.shape_id, pieces.duration_s)


def _film_box(playing: Playing) -> Box:
    """Return the place of the film in its own shape, without bars."""
    high = min(820.0, 1620 * playing.height_px / playing.width_px)
    wide = high * playing.width_px / playing.height_px
    return Box((WIDE - wide) / 2, 140, wide, high)


def _honours(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    room, y = WIDE - 2 * left, middle(110 + 166 * len(slide.honours))
    write(sheet, Box(left, y, room, 70), [slide.heading], HEAD)
    y += 110
    for row in slide.honours:
        area(sheet, Box(left, y - 16, room, 2), "vermilion")
        write(sheet, Box(left, y, 160, 80), [str(row.year)], Type(SONG, (50,), bold=True))
        write(sheet, Box(left + 170, y, 80, 80), [row.seal], Type(SONG, (44,), "seal", bold=True))
        write(sheet, Box(left + 260, y, room - 260, 80), [row.title], Type(SONG, (50, 42, 36, 32), bold=True))
        proof = "　".join(row.source)
        write(sheet, Box(left + 260, y + 84, room - 260, 56), [proof], Type(HEI, (36, 32), "ink-2"))
        y += 166


def _questions(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    room = WIDE - 2 * left
    asked = [f"{number}　{line}" for number, line in zip("一二三四五", slide.lines, strict=False)]
    how = Type(SONG, (66, 60, 54, 48, 42, 36), bold=True, apart=44)
    size = fitted(asked, how.sizes, room, 660, how.apart)
    y = middle(110 + tall(asked, size, room, how.apart))
    write(sheet, Box(left, y, room, 70), [slide.heading], HEAD)
    write(sheet, Box(left, y + 110, room, LOWER - y - 110), asked, how)


def _code(sheet: Any, slide: Slide, left: float, _pieces: Pieces) -> None:  # noqa: ANN401 - as above
    buffer = io.BytesIO()
    code_picture(slide.text, _CODE_PX).save(buffer, "PNG")
    picture(sheet, Box((WIDE - 520) / 2, 150, 520, 520), buffer.getvalue(), alt=slide.heading)
    middle = Type(SONG, (60,), bold=True, centred=True)
    write(sheet, Box(left, 720, WIDE - 2 * left, 100), [slide.heading], middle)
    small = Type(HEI, (34, 32), "ink-2", centred=True)
    write(sheet, Box(left, 840, WIDE - 2 * left, 110), [slide.text], small)


Draw = Callable[[Any, Slide, float, Pieces], None]

_DRAWN: Mapping[str, Draw] = {
    "cover": draw_cover,
    "step": draw_step,
    "number": _number,
    "quote": _quote,
    "film": _film,
    "honours": _honours,
    "questions": _questions,
    "code": _code,
}
