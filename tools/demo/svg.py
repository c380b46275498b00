"""The paper-cut workshop: pigments, paper grain and the few shapes that every drawing is cut from."""

from __future__ import annotations

import re
from typing import NamedTuple

INK, PAPER, CREAM = "#2b2622", "#f4ecdc", "#e9dcc3"
RED, OCHRE, YELLOW = "#a8382a", "#b57a4a", "#d3a24c"
GREEN, BLUE, PALE_BLUE, LOTUS, GREY = "#6f8f7c", "#3f5a6f", "#8fa5b0", "#c79d94", "#9a9286"
WOOD, DARK_WOOD = "#7a5a3c", "#6d4a2e"
SKIN = {"light": ("#e6c19b", "#d3a47b"), "mid": ("#d9ab80", "#c18f64"), "deep": ("#c6915f", "#a97547")}
HAIR = {"black": "#2f2a28", "grey": "#8d8780", "salt": "#625c57", "white": "#e4ddd0"}
BOOKS = (BLUE, GREEN, OCHRE, LOTUS, CREAM, RED, PALE_BLUE, CREAM, OCHRE)
GRAIN = 0.18
"""How strongly the paper's tooth shows; more of it makes the pictures heavier."""
COATS = (BLUE, GREEN, OCHRE, LOTUS, "#6b5d55", "#8c2f24", GREY, "#55728a", CREAM)

_TURBULENCE = (
    '<feTurbulence type="fractalNoise" baseFrequency="{freq}" '
    'numOctaves="{octaves}" seed="{seed}" result="n"/>'
)
_WIDE = 'x="-8%" y="-8%" width="116%" height="116%"'
_MOVED = '<feDisplacementMap in="SourceGraphic" in2="n" scale="{scale}" result="d"/>'
_SHADOW = (
    '<feDropShadow in="d" dx="1.5" dy="3" stdDeviation="3.2" flood-color="#33261a" flood-opacity=".30"/>'
)
_LIGHT = (
    '<feDiffuseLighting in="n" lighting-color="#fff" surfaceScale=".9">'
    '<feDistantLight azimuth="225" elevation="62"/></feDiffuseLighting>'
)


def _filter(name: str, box: str, freq: str, octaves: int, seed: int, rest: str) -> str:  # noqa: PLR0917
    noise = _TURBULENCE.format(freq=freq, octaves=octaves, seed=seed)
    return f'<filter id="{name}" {box}>{noise}{rest}</filter>'


def _defs(seed: int, extra: str) -> str:
    moved = _MOVED.format(scale=7)
    far = 'x="-20%" y="-20%" width="140%" height="140%"'
    blurred = _MOVED.format(scale=70) + '<feGaussianBlur in="d" stdDeviation="9"/>'
    return (
        "<defs>"
        + _filter("cut", _WIDE, ".018", 2, seed, moved + _SHADOW)
        + _filter("wob", _WIDE, ".018", 2, seed, moved)
        + _filter("grain", 'x="0" y="0" width="100%" height="100%"', ".55 .5", 3, seed, _LIGHT)
        + _filter("wash", far, ".006 .012", 4, seed, blurred)
        + f"{extra}</defs>"
    )


def svg(width: int, height: int, body: str, seed: int, extra: str = "", grain: float = GRAIN) -> str:  # noqa: PLR0917
    """Return a whole drawing; `grain` is the strength of the paper's tooth (0: none, for films)."""
    tooth = rect(
        0, 0, width, height, "#fff", f'filter="url(#grain)" style="mix-blend-mode:multiply" opacity="{grain}"'
    )
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    sheet = f"{_defs(seed, extra)}{body}{tooth if grain else ''}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{sheet}</svg>'


def layer(body: str, filt: str = "cut") -> str:
    """Return one sheet of paper: its contour moved, its shadow cast ("wob": no shadow)."""
    return f'<g filter="url(#{filt})">{body}</g>'


def moved(body: str, x: float, y: float, more: str = "") -> str:
    """Return `body` drawn at (x, y); `more` adds rotate(…) or scale(…)."""
    return f'<g transform="translate({x:.1f} {y:.1f}) {more}">{body}</g>'


def path(d: str, fill: str = "none", stroke: str = "none", width: float = 0, extra: str = "") -> str:
    """Return a path with round ends."""
    pen = f'stroke="{stroke}" stroke-width="{width:.1f}" stroke-linecap="round" stroke-linejoin="round" '
    return f'<path d="{d}" fill="{fill}" {pen if width else ""}{extra}/>'


def line(d: str, stroke: str, width: float, extra: str = "") -> str:
    """Return a path that is drawn, not filled."""
    return path(d, "none", stroke, width, extra)


def circle(x: float, y: float, r: float, fill: str, extra: str = "") -> str:
    """Return a circle."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" {extra}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, extra: str = "") -> str:  # noqa: PLR0917
    """Return an ellipse."""
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}" {extra}/>'


def rect(x: float, y: float, w: float, h: float, fill: str, extra: str = "") -> str:  # noqa: PLR0917
    """Return a rectangle."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}" {extra}/>'


_COMMAND = re.compile(r"([MCQLHVZcqlhvamz])([^MCQLHVZcqlhvamz]*)")
_TERM = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))([wt]?)")


class Frame(NamedTuple):
    """A place to draw at: `d` turns a path written around (0, 0) into one around (x, y).

    In it `.5w` is half the frame's width and `.5t` half of how tall it is: "M-.5w-16,.2t Q0,0 .5w,9".
    Capital commands are moved; small ones are relative already and only measured.
    """

    x: float
    y: float
    w: float = 1
    t: float = 1

    def number(self, text: str) -> float:
        """Return the value of a sum like -.5w-16."""
        unit = {"w": self.w, "t": self.t, "": 1.0}
        return sum(float(n) * unit[u] for n, u in _TERM.findall(text))

    def d(self, text: str) -> str:
        """Return the path data, in the drawing's own coordinates."""
        return "".join(self._command(c, rest) for c, rest in _COMMAND.findall(text))

    def _command(self, command: str, rest: str) -> str:
        start = {"H": (self.x,), "V": (self.y,)}.get(command, (self.x, self.y))
        if command.islower():
            start = (0, 0)
        tokens = rest.replace(",", " ").split()
        values = (self.number(token) + start[i % len(start)] for i, token in enumerate(tokens))
        return command + " ".join(f"{value:.1f}" for value in values)

    def at(self, dx: float = 0, dy: float = 0, w: float = 1, t: float = 1) -> Frame:
        """Return a frame moved by (dx, dy), with its own size."""
        return Frame(self.x + dx, self.y + dy, w, t)
