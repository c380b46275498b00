"""Sheets of a PowerPoint file: text in a box, a picture cut to its place; all in dots of 1920 × 1080."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from showcase.cards.colours import colours
from showcase.kit.fitting import LINE, fitted

WIDE, HIGH = 1920, 1080
_EMU = 6350
"""English metric units in a dot: 13⅓ inches are 1920."""
SONG, KAI, HEI = "SimSun", "KaiTi", "Microsoft YaHei"
"""By the names that Windows and WPS know; other systems take their own for Chinese."""


class Box(NamedTuple):
    """A place on the sheet, in dots."""

    x: float
    y: float
    wide: float
    high: float

    def emu(self) -> tuple[Any, Any, Any, Any]:
        """Return it as the library counts."""
        from pptx.util import Emu  # noqa: PLC0415 - heavy; only kits need it

        x, y, wide, high = (Emu(round(value * _EMU)) for value in self)
        return x, y, wide, high


class Type(NamedTuple):
    """How a text is set. `sizes` are tried in their order: dots, falling; `apart` lies between paragraphs."""

    face: str
    sizes: Sequence[float]
    colour: str = "ink"
    bold: bool = False
    centred: bool = False
    anchor: str = "top"
    apart: float = 0.0


def write(sheet: Any, box: Box, texts: Sequence[str], how: Type, tail: str = "") -> None:  # noqa: ANN401 - untyped
    """Set paragraphs into a text box that its reader can edit; the largest size that fits is taken.

    `tail` follows the last of them at a third of the size.
    """
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN  # noqa: PLC0415 - as above
    from pptx.util import Pt  # noqa: PLC0415 - as above

    frame = sheet.shapes.add_textbox(*box.emu()).text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}[
        how.anchor
    ]
    size = fitted([*texts[:-1], texts[-1] + tail], how.sizes, box.wide, box.high, how.apart)
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if how.centred else PP_ALIGN.LEFT
        paragraph.line_spacing = Pt(
            round(size / 2 * LINE * 0.96, 1)
        )  # exact: fonts differ in their own lines
        if number and how.apart:
            paragraph.space_before = Pt(how.apart / 2)
        _run(paragraph, text, size, how)
    if tail:
        _run(frame.paragraphs[-1], tail, round(size / 3), how)


def _run(paragraph: Any, text: str, size: float, how: Type) -> None:  # noqa: ANN401 - as above
    from pptx.oxml.ns import qn  # noqa: PLC0415 - as above
    from pptx.util import Pt  # noqa: PLC0415 - as above

    run = paragraph.add_run()
    run.text = text
    font = run.font
    font.size, font.bold, font.name = Pt(size / 2), how.bold, how.face
    font.color.rgb = _rgb(how.colour)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", "zh-CN")
    for script in ("a:ea", "a:cs"):
        properties.append(properties.makeelement(qn(script), {"typeface": how.face}))


def area(sheet: Any, box: Box, colour: str) -> None:  # noqa: ANN401 - as above
    """Fill a place with a colour of the pages."""
    from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415 - as above

    shape = sheet.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu())
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False


def picture(
    sheet: Any,  # noqa: ANN401 - as above
    box: Box,
    source: Path | bytes,
    *,
    alt: str,
    focus: tuple[float, float] = (50.0, 50.0),
) -> None:
    """Place a picture; what its shape has too much is cut off around `focus` (percent)."""
    file = io.BytesIO(source) if isinstance(source, bytes) else str(source)
    shape = sheet.shapes.add_picture(file, *box.emu())
    wide, high = shape.image.size
    across, down = wide / high, box.wide / box.high
    if across > down:
        cut, at = 1 - down / across, focus[0] / 100
        shape.crop_left, shape.crop_right = _edges(cut, at)
    elif across < down:
        cut, at = 1 - across / down, focus[1] / 100
        shape.crop_top, shape.crop_bottom = _edges(cut, at)
    shape._element.nvPicPr.cNvPr.set("descr", alt)
    shape._element.nvPicPr.cNvPr.set("name", "photo")


def _edges(cut: float, at: float) -> tuple[float, float]:
    """Return what goes at each end, as `object-position` cuts it."""
    return cut * at, cut * (1 - at)


def _rgb(colour: str) -> Any:  # noqa: ANN401 - as above
    from pptx.dml.color import RGBColor  # noqa: PLC0415 - as above

    return RGBColor(*bytes.fromhex(colours()[colour].lstrip("#")))  # type: ignore[no-untyped-call]
