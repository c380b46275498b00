"""Scenes of being taught: a workshop with its bench, a classroom with its blackboard."""

from __future__ import annotations

from random import Random

from tools.demo.hands import STEEL
from tools.demo.indoors import lamp
from tools.demo.landscape import crowd, outdoors
from tools.demo.svg import (
    BLUE,
    DARK_WOOD,
    HAIR,
    OCHRE,
    PAPER,
    SKIN,
    circle,
    ellipse,
    layer,
    line,
    moved,
    path,
    rect,
)

_FRAME = f'stroke="{DARK_WOOD}" stroke-width="16"'


def _tools(rng: Random) -> str:
    out = ""
    for k in range(11):
        x, long = 150 + k * 90, rng.randint(70, 130)
        out += rect(x - 6, 120, 12, long, rng.choice([STEEL, "#8b6239"])) + rect(
            x - 20, 116 + long, 40, 26, STEEL, 'rx="6"'
        )
    return layer(out)


def _wheel(x: int, y: int, r: int, colour: str) -> str:
    teeth = "".join(
        rect(-r * 0.13, -r * 1.22, r * 0.26, r * 0.4, colour, f'transform="rotate({a})"')
        for a in range(0, 360, 30)
    )
    return moved(
        teeth + circle(0, 0, r, colour) + circle(0, 0, r * 0.62, STEEL) + circle(0, 0, r * 0.3, PAPER), x, y
    )


def workshop(rng: Random) -> str:
    """Return five people from behind at a bench with gears, tools hanging on the wall above."""
    out = outdoors("#d8d3c4") + layer(rect(90, 80, 1020, 230, "#b9a888")) + _tools(rng)
    out += "".join(lamp(x, BLUE) for x in (330, 870)) + layer(rect(-20, 470, 1240, 44, "#7a5636"))
    wheels = _wheel(250, 410, 62, "#8d8880") + _wheel(352, 440, 34, OCHRE) + _wheel(700, 400, 72, "#8d8880")
    out += layer(wheels + _wheel(980, 424, 50, OCHRE) + rect(480, 430, 110, 44, BLUE))
    return out + crowd(rng, ((560, 1.05, 226, 130 + rng.randint(0, 40)),))


def _flower() -> str:
    petal = line("M0 -14 C34 -60 34 -110 0 -130 C-34 -110 -34 -60 0 -14Z", PAPER, 6)
    return "".join(moved(petal, 380, 220, f"rotate({a})") for a in range(0, 360, 60))


def _teacher() -> str:
    red = "#8c2f24"
    body = path("M-70 240 V120 C-70 60 -44 44 0 44 C44 44 70 60 70 120 V240Z", red)
    head = ellipse(0, 0, 38, 45, SKIN["mid"][0]) + circle(46, 22, 20, HAIR["black"])
    head += path("M-40 4 C-54 -66 54 -66 40 4 C28 -24 -28 -24 -40 4Z", HAIR["black"])
    return layer(moved(body + head + line("M-66 120 L-150 40", red, 30), 900, 210))


def classroom(rng: Random) -> str:
    """Return a teacher before a blackboard with a chalk flower; black-haired children from behind."""
    board = rect(150, 60, 900, 320, "#3f5a50") + rect(150, 60, 900, 320, "none", _FRAME)
    rows = (f"M560 {130 + k * 56} h{rng.randint(110, 190)}" for k in range(4))
    chalk = _flower() + "".join(line(d, PAPER, 7, 'opacity=".7"') for d in rows)
    out = (
        outdoors("#e6dcc2") + layer(board) + layer(chalk, "wob") + layer(rect(-20, 430, 1240, 380, "#cdb48a"))
    )
    seats = ((480, 0.62, 150, 40), (580, 0.74, 168, -10), (690, 0.9, 190, 40))
    return out + _teacher() + crowd(rng, seats, (HAIR["black"], "#3a332f"))
