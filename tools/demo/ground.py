"""What lies behind a portrait: moon, sun, hills, shelves, a lattice window, bamboo, waves, dunes, snow."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.demo.svg import (
    BLUE,
    BOOKS,
    GREEN,
    OCHRE,
    PALE_BLUE,
    PAPER,
    RED,
    WOOD,
    YELLOW,
    circle,
    layer,
    line,
    path,
    rect,
)

_LATTICE = "#7d5b3d"


def _moon(rng: Random, _tone: str) -> str:
    return layer(circle(360 + rng.randint(-40, 40), 370, 300, PAPER))


def _sun(_rng: Random, _tone: str) -> str:
    return layer(circle(520, 235, 150, RED, 'opacity=".92"'))


def _hills(_rng: Random, _tone: str) -> str:
    far = "M0 560 C120 430 200 470 300 530 C420 420 520 380 720 520 V960 H0Z"
    near = "M0 660 C160 560 300 620 420 640 C560 560 640 600 720 620 V960 H0Z"
    hills = layer(path(far, GREEN, extra='opacity=".55"')) + layer(path(near, GREEN, extra='opacity=".9"'))
    return layer(circle(560, 190, 84, YELLOW)) + hills


def _dunes(rng: Random, _tone: str) -> str:
    low = 560 + rng.randint(-30, 30)
    far = f"M0 {low} C160 {low - 130} 300 {low - 20} 420 {low - 60}"
    far += f" C540 {low - 120} 640 {low - 40} 720 {low - 70} V960 H0Z"
    near = f"M0 {low + 60} C200 {low + 130} 380 {low + 10} 720 {low + 70} V960 H0Z"
    return (
        layer(circle(180, 200, 92, RED, 'opacity=".9"')) + layer(path(far, YELLOW)) + layer(path(near, OCHRE))
    )


def _snow(rng: Random, _tone: str) -> str:
    hill = layer(path("M0 620 C180 520 320 600 430 560 C560 500 650 560 720 540 V960 H0Z", PAPER))
    flakes = "".join(
        circle(rng.randint(0, 720), rng.randint(0, 700), rng.randint(5, 11), PAPER) for _ in range(60)
    )
    trunks = "".join(line(f"M{x} 640 V{220 + x % 90}", "#e2e4dc", 15) for x in (60, 118, 610, 668))
    return layer(trunks) + hill + layer(flakes, "wob")


def _books(rng: Random, bottom: int) -> str:
    x, out = 10, ""
    while x < 710:
        w, h = rng.randint(20, 46), rng.randint(118, 172)
        fade = f'opacity="{rng.uniform(0.72, 0.95):.2f}"'
        out += rect(x, bottom - h, w, h, rng.choice(BOOKS), fade)
        x += w + rng.choice([3, 3, 4, 22])
    return layer(out) + layer(rect(0, bottom, 720, 14, WOOD))


def _shelf(rng: Random, tone: str) -> str:
    rows = "".join(_books(rng, y + 180) for y in (40, 250, 460, 670))
    return rows + rect(0, 0, 720, 960, tone, 'opacity=".42"')


def _lattice(_rng: Random, _tone: str) -> str:
    bars = "".join(rect(60 + i * 120 - 5, 50, 10, 700, _LATTICE) for i in range(6))
    bars += "".join(rect(60, 50 + i * 140 - 5, 600, 10, _LATTICE) for i in range(6))
    pen = f'stroke="{_LATTICE}" stroke-width="8"'
    frames = ((120 + 180 * i, 120 + 280 * j) for i in range(3) for j in range(2))
    bars += "".join(rect(x, y, 120, 140, "none", pen) for x, y in frames)
    return layer(rect(60, 50, 600, 700, PAPER, 'opacity=".95"')) + layer(bars)


def _stem(rng: Random, x: int) -> str:
    y, out = -20, ""
    while y < 960:
        h = rng.randint(120, 190)
        fade = f'rx="6" opacity="{rng.uniform(0.7, 0.95):.2f}"'
        out += rect(x, y, rng.randint(17, 23), h - 7, GREEN, fade)
        y += h
    return layer(out)


def _bamboo(rng: Random, _tone: str) -> str:
    stems = "".join(_stem(rng, x) for x in (80, 150, 590, 662))
    leaves = ""
    for _ in range(26):
        x = rng.choice([rng.randint(20, 210), rng.randint(520, 700)])
        turn = (
            f'transform="translate({x} {rng.randint(10, 560)}) rotate({rng.randint(20, 160)})" opacity=".9"'
        )
        leaves += path("M0 0 C24 -11 62 -9 92 2 C60 12 24 10 0 0Z", GREEN, extra=turn)
    return stems + layer(leaves)


def _stripes(_rng: Random, _tone: str) -> str:
    return layer("".join(rect(i * 90, 0, 45, 960, PAPER, 'opacity=".35"') for i in range(8)), "wob")


def _waves(_rng: Random, _tone: str) -> str:
    arcs = ""
    for j in range(9):
        starts = (-60 + i * 120 + (j % 2) * 60 for i in range(8))
        arcs += "".join(
            line(f"M{x} {40 + j * 74} a60 60 0 0 1 120 0", PAPER, 7, 'opacity=".5"') for x in starts
        )
    return layer(arcs, "wob")


def _wash(_rng: Random, _tone: str) -> str:
    far = "M-60 540 C120 300 240 420 380 330 C520 250 600 380 800 260 V700 H-60Z"
    near = "M-60 700 C140 520 300 600 460 520 C600 460 700 560 800 520 V980 H-60Z"
    ink = path(far, PALE_BLUE, extra='opacity=".55"') + path(near, BLUE, extra='opacity=".38"')
    return layer(ink, "wash") + layer(circle(150, 170, 62, RED, 'opacity=".9"'))


GROUNDS: dict[str, Callable[[Random, str], str]] = {
    "moon": _moon, "sun": _sun, "hills": _hills, "dunes": _dunes, "snow": _snow, "shelf": _shelf,
    "lattice": _lattice, "bamboo": _bamboo, "stripes": _stripes, "waves": _waves, "wash": _wash,
}  # fmt: skip


def ground(kind: str, rng: Random, tone: str) -> str:
    """Return the ground of a portrait of 720×960."""
    return rect(0, 0, 720, 960, tone) + GROUNDS[kind](rng, tone)
