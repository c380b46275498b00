"""A hand, and two things that are drawn in hands and in scenes alike: a brush, a stalk of wheat."""

from __future__ import annotations

from tools.demo.svg import INK, SKIN, ellipse, layer, line, moved, path, rect

STEEL = "#77736d"


def hand(x: float, y: float, skin: str, flip: int = 1) -> str:
    """Return a closed hand at (x, y); `flip` -1 mirrors it."""
    light, shade = SKIN[skin]
    fist = "M-52 44 C-64 6 -38 -30 2 -30 C34 -32 56 -14 58 12 C60 38 44 60 6 62 C-24 64 -44 60 -52 44Z"
    fingers = "".join(line(f"M{k * 22 - 26} -24 q-5 26 0 44", shade, 4.5) for k in range(4))
    return layer(moved(path(fist, light) + fingers, x, y, f"scale({flip} 1)"))


def ear_of_wheat(tall: float, grains: int, colour: str) -> str:
    """Return a stalk of wheat standing on (0, 0), `tall` px to its ear."""
    ear = ""
    for j in range(grains):
        for s in (-1, 1):
            y = -tall - j * 24
            ear += ellipse(s * 12, y, 9, 17, colour, f'transform="rotate({s * 24} {s * 12} {y})"')
    return line(f"M0 0 V{-tall - grains * 23}", "#a8833c", 7) + ear


def brush(x: float, y: float, turn: int) -> str:
    """Return a writing brush whose tip hangs below (x, y)."""
    tip = path("M-14 34 C-20 74 -8 98 0 122 C10 98 20 74 14 34Z", "#4b4440")
    return moved(
        rect(-9, -300, 18, 300, "#8b6239", 'rx="8"') + rect(-14, -6, 28, 40, INK) + tip,
        x,
        y,
        f"rotate({turn})",
    )
