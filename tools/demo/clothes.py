"""Shoulders and what is worn on them: cloth and its pattern, collar, apron."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from tools.demo.person import Person
from tools.demo.svg import YELLOW, Frame, circle, layer, line, path, rect

_BODY = "M-330,408 C-318,176 -262,96 -92,38 L0,84 L92,38 C262,96 318,176 330,408Z"


def _dots(_rng: Random, at: Frame, colour: str) -> str:
    places = ((i % 16 * 42 + i // 16 % 2 * 21 - 320, 30 + i // 16 * 36) for i in range(192))
    return "".join(circle(at.x + x, at.y + y, 6, colour) for x, y in places)


def _stripes(_rng: Random, at: Frame, colour: str) -> str:
    return "".join(rect(at.x - 330 + i * 44, at.y, 14, 420, colour) for i in range(16))


def _plaid(_rng: Random, at: Frame, colour: str) -> str:
    fade = 'opacity=".6"'
    down = "".join(rect(at.x - 330 + i * 62, at.y, 16, 420, colour, fade) for i in range(12))
    return down + "".join(rect(at.x - 340, at.y + 30 + i * 62, 680, 16, colour, fade) for i in range(6))


def _knit(_rng: Random, at: Frame, colour: str) -> str:
    stitch = "q9,14 0,28 q-9,14 0,28 " * 7
    return "".join(line(at.d(f"M{i * 36 - 330},0 {stitch}"), colour, 4, 'opacity=".75"') for i in range(19))


def _flowers(rng: Random, at: Frame, colour: str) -> str:
    out = ""
    for _ in range(40):
        x, y = at.x - 310 + rng.randint(0, 620), at.y + 40 + rng.randint(0, 330)
        petals = (k * math.tau / 5 for k in range(5))
        out += "".join(circle(x + math.cos(a) * 10, y + math.sin(a) * 10, 8, colour) for a in petals)
        out += circle(x, y, 5, YELLOW)
    return out


def _cross(_rng: Random, at: Frame, colour: str) -> str:
    places = ((i % 13 * 54 - 320, 50 + i // 13 * 54) for i in range(91))
    return "".join(line(at.d(f"M{x},{y} h16 m-8,-8 v16"), colour, 5) for x, y in places)


def _plain(_rng: Random, _at: Frame, _colour: str) -> str:
    return ""


PATTERNS: dict[str, Callable[[Random, Frame, str], str]] = {
    "": _plain, "dots": _dots, "stripes": _stripes, "plaid": _plaid, "knit": _knit, "flowers": _flowers,
    "cross": _cross,
}  # fmt: skip


def _shirt(person: Person, at: Frame) -> str:
    wings = "".join(
        path(at.d(f"M{s * 88},26 L0,92 L{s * 44},148 L{s * 138},62Z"), person.inner) for s in (-1, 1)
    )
    buttons = "".join(circle(at.x + 3, at.y + 176 + k * 76, 7, person.button) for k in range(3))
    return layer(wings) + layer(buttons, "wob")


def _stand(person: Person, at: Frame) -> str:
    trim = person.coat[1]
    collar = path(at.d("M-94,14 Q0,84 94,14 L100,62 Q0,126 -100,62Z"), trim)
    knots = ""
    for k in range(3):
        y = 150 + k * 74
        knots += line(at.d(f"M-30,{y} h60"), trim, 9)
        knots += "".join(circle(at.x + s * 32, at.y + y, 9, trim) for s in (-1, 1))
    return layer(collar) + layer(knots)


def _vneck(person: Person, at: Frame) -> str:
    inner = path(at.d("M-104,30 L0,250 L104,30 L0,84Z"), person.inner)
    lap = "".join(
        path(at.d(f"M{s * 88},24 L{s * 4},88 L{s * 46},140 L{s * 122},52Z"), person.inner) for s in (-1, 1)
    )
    edge = line(at.d("M-112,40 L0,258 L112,40 M0,258 V408"), person.coat[1], 15)
    return layer(inner) + layer(lap) + layer(edge) + layer(circle(at.x + 22, at.y + 310, 8, person.coat[1]))


def _round(person: Person, at: Frame) -> str:
    return layer(path(at.d("M-104,30 Q0,156 104,30 Q0,116 -104,30Z"), person.coat[1]))


def _scarf(person: Person, at: Frame) -> str:
    wound = path(at.d("M-118,4 Q0,100 118,2 L128,76 Q0,158 -128,78Z"), person.coat[1])
    return layer(wound) + layer(path(at.d("M30,116 l66,-14 l30,236 l-74,12Z"), person.coat[1]))


COLLARS: dict[str, Callable[[Person, Frame], str]] = {
    "shirt": _shirt, "stand": _stand, "vneck": _vneck, "round": _round, "scarf": _scarf,
}  # fmt: skip


def _apron(colour: str, at: Frame) -> str:
    straps = line(at.d("M-128,194 L-104,46 M128,194 L104,46"), colour, 22)
    return layer(path(at.d("M-130,190 h260 l24,250 h-308Z"), colour) + straps)


def clothes(person: Person, rng: Random, at: Frame) -> tuple[str, str]:
    """Return the clip of the body and the body. `at`: the middle of the neck's base."""
    cloth, trim = person.coat
    outline = at.d(_BODY)
    pattern = f'<g clip-path="url(#b)">{PATTERNS[person.cloth](rng, at, trim)}</g>'
    seams = "".join(
        line(at.d(f"M{s * 205},250 C{s * 196},300 {s * 204},318 {s * 210},398"), "#00000028", 5)
        for s in (-1, 1)
    )
    body = layer(path(outline, cloth) + pattern + seams) + COLLARS[person.collar](person, at)
    clip = f'<clipPath id="b"><path d="{outline}"/></clipPath>'
    return clip, body + (_apron(person.apron, at) if person.apron else "")
