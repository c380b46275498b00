"""Read a PDF as a printer would: where each sign stands, which glyph it is, in which font."""

import io
import re
from dataclasses import dataclass

import numpy as np
import zxingcpp
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from PIL import Image
from pypdf import PdfReader

SUBSET = re.compile(r"/[A-Z]{6}\+.+")


@dataclass(frozen=True)
class Sign:
    """One glyph on a page: its number in the font, the text it means, its box in points."""

    glyph: int
    text: str
    box: tuple[float, float, float, float]


class _Signs(PDFLayoutAnalyzer):
    def __init__(self, manager):
        super().__init__(manager)
        self.found = []

    def render_char(self, matrix, font, size, *rest):
        before = len(self.cur_item._objs)
        advance = super().render_char(matrix, font, size, *rest)
        _, _, cid, *_ = rest
        char = self.cur_item._objs[before]
        self.found.append(Sign(cid, char.get_text(), char.bbox))
        return advance


def signs(data):
    """Return the signs of each page, in the order in which they are drawn."""
    manager, pages = PDFResourceManager(), []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        device = _Signs(manager)
        PDFPageInterpreter(manager, device).process_page(page)
        pages.append(device.found)
    return pages


def told(page):
    """Return the text of a page without spaces."""
    return re.sub(r"[\s\u200b]", "", "".join(sign.text for sign in page))


def fonts(data):
    """Return (name, embedded) of each font of a PDF, those of Type 0 by their descendant."""
    found = {}
    for page in PdfReader(io.BytesIO(data)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            found[inner["/BaseFont"]] = any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
    return found


def overlapping(page):
    """Return pairs of signs of which one stands upon the heart of the other."""
    inked = [sign for sign in page if sign.text.strip() and sign.text != "\u200b"]
    box = np.array([_heart(sign.box) for sign in inked]).reshape(-1, 4)
    apart = (box[:, None, 2] <= box[None, :, 0]) | (box[:, None, 3] <= box[None, :, 1])
    both = ~(apart | apart.T)
    return [(inked[a].text, inked[b].text) for a, b in zip(*np.nonzero(np.triu(both, 1)), strict=True)]


def _heart(box):
    left, low, right, top = box
    wide, high = right - left, top - low
    return left + 0.3 * wide, low + 0.35 * high, right - 0.3 * wide, top - 0.35 * high


def outside(page, trim, margin):
    """Return what stands nearer than `margin` points to the edge of the trimmed page, or beyond it."""
    left, low, right, top = trim
    near = (left + margin, low + margin, right - margin, top - margin)
    inked = [sign for sign in page if sign.text.strip()]
    return [
        sign.text
        for sign in inked
        if sign.box[0] < near[0] or sign.box[1] < near[1] or sign.box[2] > near[2] or sign.box[3] > near[3]
    ]


def code_on(png):
    """Return the address that a reader finds on a picture of a page."""
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))]
