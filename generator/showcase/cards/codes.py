"""QR codes of addresses: small enough to stand in the page itself, and drawn on posters."""

from __future__ import annotations

import base64
import io
from functools import cache

import segno
from PIL import Image, ImageChops, ImageColor
from PIL.Image import Resampling

from showcase.cards.colours import colours
from showcase.media.storing.memory import Memory

QUIET = 4
"""Modules of light margin that a decoder may ask for (ISO/IEC 18004)."""


@cache
def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")


def data_uri(address: str, known: Memory) -> str:
    """Return the code of `address` as a PNG of one dot a module, with its margin; `known` spares the work."""
    if made := known.get(address):
        return str(made)
    code = _code(address)
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=1, border=QUIET, dark="black", light="white")
    made = f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"
    known.put(address, made)
    return made


def code_drawing(address: str, colour: str) -> bytes:
    """Return the code as SVG without margin, for paper of any size."""
    buffer = io.BytesIO()
    how = {"border": 0, "xmldecl": False, "nl": False, "omitsize": True}  # a viewBox: it takes any size
    _code(address).save(buffer, kind="svg", dark=colours()[colour], svgns=True, **how)
    return buffer.getvalue()


def code_picture(address: str, size_px: int) -> Image.Image:
    """Return the code in ink on paper, without margin, as large as whole dots fit into `size_px`."""
    matrix = _code(address).matrix
    modules = len(matrix)
    bits = Image.new("L", (modules, modules))
    bits.putdata([0 if dark else 255 for row in matrix for dark in row])
    scale = max(1, size_px // modules)
    large = bits.resize((modules * scale, modules * scale), Resampling.NEAREST)
    ink = Image.new("RGB", large.size, ImageColor.getrgb(colours()["ink"]))
    paper = Image.new("RGB", large.size, ImageColor.getrgb(colours()["paper"]))
    return Image.composite(ink, paper, ImageChops.invert(large))
