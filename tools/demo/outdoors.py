"""Scenes under the sky: a river town, terraces, lit windows at night, wheat, grassland."""

from __future__ import annotations

from random import Random

from tools.demo.hands import ear_of_wheat
from tools.demo.landscape import house, outdoors, ridge, tree, worker
from tools.demo.svg import (
    BLUE,
    CREAM,
    GREEN,
    OCHRE,
    PALE_BLUE,
    PAPER,
    RED,
    YELLOW,
    circle,
    layer,
    line,
    moved,
    path,
    rect,
)


def _town(rng: Random, ground: int) -> str:
    x, out = -30, ""
    while x < 1240:
        w, h = rng.randint(120, 190), rng.randint(110, 170)
        out += house(x, ground - h, w, h, rng.choice([PAPER, "#efe7d6", "#e6dcc6"]))
        x += w + rng.randint(24, 60)
    return layer(out)


def _bridge() -> str:
    arch = path("M380 580 C470 430 730 430 820 580 L770 580 C700 490 500 490 430 580Z", "#d9ccb4")
    return layer(arch + line("M398 560 C480 440 720 440 802 560", "#8a7a63", 7))


def river(rng: Random) -> str:
    """Return a town by the water: bridge, boat, red sun."""
    out = outdoors("#e9dfc9") + layer(circle(930, 190, 88, RED, 'opacity=".9"'))
    out += layer(ridge(rng, 400, 170, PALE_BLUE, 0.7)) + layer(ridge(rng, 450, 120, GREEN, 0.75))
    out += _town(rng, 560) + layer(rect(-20, 560, 1240, 260, "#8fa9ae")) + _bridge()
    ripples = (f"M{rng.randint(0, 1050)} {600 + k * 22} q60 -12 130 0" for k in range(9))
    out += layer("".join(line(d, PAPER, 4, 'opacity=".7"') for d in ripples), "wob")
    hull = path("M0 0 Q120 50 250 -2 L230 36 Q120 70 20 36Z", "#5b3f2b")
    roof = path("M60 10 C60 -50 190 -50 192 12Z", OCHRE)
    boat = moved(hull + roof, rng.choice([180, 130, 860]), 690)
    return out + layer(boat) + layer(tree(rng, 1090, 640, 70, GREEN) + tree(rng, 60, 610, 60, "#84a08c"))


def terrace(rng: Random) -> str:
    """Return terraced fields with two houses and a small red flag."""
    out = outdoors("#efe3c8") + layer(circle(rng.choice([250, 930]), 160, 76, YELLOW))
    out += layer(ridge(rng, 330, 200, PALE_BLUE, 0.6)) + layer(ridge(rng, 390, 130, "#8aa58f", 0.9))
    for k, colour in enumerate(("#9fb08a", "#b8b57d", "#c9b878", "#a9a86d", "#8f9a63", "#77875a")):
        out += layer(ridge(rng, 460 + k * 58, 44, colour, 1, step=220))
    out += layer(house(700, 318, 190, 110, PAPER) + house(880, 348, 120, 84, "#efe7d6"))
    out += layer(line("M664 420 V236", "#5b3f2b", 8) + path("M668 240 h70 v44 h-70Z", RED))
    return out + layer(tree(rng, 610, 470, 58, GREEN) + tree(rng, 1040, 500, 66, "#5f8069"))


def _window(x: float, y: float, wall: str, *, lit: bool, reader: bool) -> str:
    out = (
        rect(x, y, 48, 60, "#f0cf86" if lit else "#33434e")
        + rect(x + 22, y, 4, 60, wall)
        + rect(x, y + 28, 48, 4, wall)
    )
    if lit and reader:
        out += circle(x + 16, y + 42, 8, "#7a4f2c") + path(f"M{x + 4} {y + 60} q12 -16 24 0Z", "#7a4f2c")
    return out


def _block(rng: Random, x: int, w: int, h: int, wall: str) -> str:
    out = rect(x, 760 - h, w, h, wall) + path(f"M{x - 26} {768 - h} l30 -46 h{w - 8} l30 46Z", "#22303b")
    for i in range((w - 40) // 74):
        for j in range((h - 60) // 92):
            lit = rng.random() < 0.62
            out += _window(
                x + 30 + i * 74, 800 - h + j * 92, wall, lit=lit, reader=lit and rng.random() < 0.5
            )
    return layer(out)


def night(rng: Random) -> str:
    """Return blocks of flats at night; people sit in some of the lit windows."""
    out = (
        outdoors("#2e3f4d")
        + layer(circle(980, 150, 62, "#f0dfb6"))
        + layer(ridge(rng, 420, 130, "#3b5262", 1))
    )
    for x, w, h, wall in ((40, 300, 460, "#4c5f6b"), (360, 480, 560, "#566a74"), (870, 300, 430, "#49596a")):
        out += _block(rng, x, w, h, wall)
    trees = tree(rng, 350, 770, 58, "#3f5d54") + tree(rng, 860, 772, 66, "#3a564e")
    return out + layer(rect(-20, 752, 1240, 60, "#1f2a33")) + layer(trees)


def field(rng: Random) -> str:
    """Return four people in straw hats in a field of ripe wheat below a red sun."""
    out = outdoors("#f0e2bf") + layer(circle(600, 250, 120, RED, 'opacity=".9"'))
    out += layer(ridge(rng, 360, 120, "#a8b79a", 0.9)) + layer(rect(-20, 380, 1240, 440, "#d9b964"))
    for k in range(11):
        furrow = f"M-20 {400 + k * 38} q300 {rng.randint(-16, 16)} 620 0 t620 0"
        out += layer(line(furrow, "#b68f3c", 4 + k), "wob")
    wheat = ""
    for _ in range(60):
        turn = f"rotate({rng.randint(-14, 14)}) scale({rng.uniform(0.5, 0.9):.2f})"
        wheat += moved(ear_of_wheat(80, 5, "#c9973c"), rng.randint(-10, 1210), rng.randint(660, 850), turn)
    people = ((380, 470, BLUE), (500, 486, "#8c2f24"), (700, 476, "#6b5d55"), (820, 490, GREEN))
    return out + layer("".join(worker(x, y, coat, CREAM) for x, y, coat in people)) + layer(wheat)


def _yurt(x: float, y: float, s: float) -> str:
    wall = path("M-90 0 V-58 H90 V0Z", PAPER) + path("M-104 -52 Q-40 -124 0 -132 Q40 -124 104 -52Z", CREAM)
    trim = (
        line("M-92 -54 H92 M-92 -26 H92", RED, 7)
        + rect(-20, -50, 40, 50, "#7a4b2f")
        + rect(-16, -140, 32, 14, BLUE)
    )
    return moved(wall + trim, x, y, f"scale({s})")


def _sheep(x: float, y: float) -> str:
    wool = "".join(
        circle(dx, dy, 16, PAPER) for dx, dy in ((-18, -30), (0, -36), (18, -30), (-9, -22), (10, -22))
    )
    return moved(line("M-14 -14 V2 M14 -14 V2", "#4b4440", 6) + wool + circle(34, -34, 11, "#4b4440"), x, y)


def steppe(rng: Random) -> str:
    """Return white yurts on summer grassland, a flock of sheep before them."""
    out = (
        outdoors("#dfe4dc")
        + layer(circle(240, 170, 80, YELLOW))
        + layer(ridge(rng, 360, 120, PALE_BLUE, 0.7, step=200))
    )
    for k, colour in enumerate(("#a3b48f", "#93a97d", "#83996c", "#728a5d")):
        out += layer(ridge(rng, 440 + k * 84, 50, colour, 1, step=260))
    out += layer(_yurt(700, 470, 1.25)) + layer(_yurt(960, 500, 0.95)) + layer(_yurt(470, 450, 0.75))
    flock = "".join(_sheep(rng.randint(60, 1120), 560 + k * 16) for k in range(12))
    return out + layer(flock)
