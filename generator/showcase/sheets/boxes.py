"""The boxes of a PDF's pages: what is trimmed, what bleeds, and the marks outside of both."""

from __future__ import annotations

import io

from showcase.sheets.formats import Size

SLUG_MM = 9.0
"""Beyond the bleed there is so much paper for the marks that say where to cut."""
_POINT_MM = 25.4 / 72


def margin_mm(size: Size, bleed: bool) -> float:
    """Return how much larger than the trimmed sheet the page is, on each side."""
    return size.bleed_mm + SLUG_MM if bleed else 0.0


def with_boxes(pdf: bytes, size: Size, bleed: bool) -> bytes:
    """Return the PDF with TrimBox and BleedBox on every page; the same bytes for the same input.

    The page as Typst sets it is the MediaBox; without bleed all three are one.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - only printing needs it
    from pypdf.generic import RectangleObject  # noqa: PLC0415 - as above

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    outer = margin_mm(size, bleed) / _POINT_MM
    beyond = size.bleed_mm / _POINT_MM if bleed else 0.0
    for page in writer.pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        page.trimbox = RectangleObject((outer, outer, wide - outer, high - outer))
        inner = outer - beyond
        page.bleedbox = RectangleObject((inner, inner, wide - inner, high - inner))
        page.cropbox = RectangleObject((0, 0, wide, high))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
