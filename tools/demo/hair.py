"""Hair: what lies behind the head, and what lies on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from tools.demo.hats import HATS
from tools.demo.person import Person
from tools.demo.svg import BLUE, HAIR, RED, Frame, circle, layer, line, path, rect

Worn = tuple[str, str]
"""Behind the head, on the head."""


def _cap_of_hair(person: Person, head: Frame, low: float, part: float = 0) -> str:
    d = head.d(
        f"M-.5w-16,{low} C-.5w-36,-.42t -.36w,-.52t-34 0,-.52t-36"
        f"C.38w,-.52t-34 .5w+36,-.42t .5w+16,{low} C.5w+4,-.2t .4w,-.27t .26w{part:+},-.335t"
        f"C.05w{part:+},-.3t -.2w{part:+},-.3t -.3w,-.24t C-.44w,-.18t -.5w-2,-.14t -.5w-16,{low}Z"
    )
    return path(d, HAIR[person.hair])


def _strands(person: Person, head: Frame) -> str:
    tint = "#ffffff30" if person.hair == "black" else "#00000030"
    strand = "M{a:.2f}w,-.33t Q{b:.2f}w,-.52t-8 {c},-.52t-20"
    return "".join(
        line(head.d(strand.format(a=k * 0.19 - 0.4, b=k * 0.16 - 0.32, c=12 + k * 20)), tint, 3.4)
        for k in range(5)
    )


def _short(person: Person, _rng: Random, head: Frame) -> Worn:
    return "", layer(_cap_of_hair(person, head, -14) + _strands(person, head))


def _crop(person: Person, _rng: Random, head: Frame) -> Worn:
    d = head.d(
        "M-.5w-8,-30 C-.5w-14,-.5t -.34w,-.52t-14 0,-.52t-16 C.36w,-.52t-14 .5w+14,-.5t .5w+8,-30"
        "C.46w,-.3t .36w,-.36t 0,-.37t C-.36w,-.36t -.46w,-.3t -.5w-8,-30Z"
    )
    return "", layer(path(d, HAIR[person.hair]))


def _bald(person: Person, _rng: Random, head: Frame) -> Worn:
    left = "M-.5w-2,-56 C-.5w-34,-50 -.5w-34,4 -.5w-6,20 C-.5w+4,-10 -.5w+6,-34 -.5w-2,-56Z"
    right = "M.5w+2,-56 C.5w+34,-50 .5w+34,4 .5w+6,20 C.5w-4,-10 .5w-6,-34 .5w+2,-56Z"
    return "", layer("".join(path(head.d(side), HAIR[person.hair]) for side in (left, right)))


def _bob(person: Person, _rng: Random, head: Frame) -> Worn:
    back = head.d(
        "M-.5w-40,104 C-.5w-70,-.5t -.4w,-.52t-44 0,-.52t-44"
        "C.4w,-.52t-44 .5w+70,-.5t .5w+40,104 C60,134 -60,134 -.5w-40,104Z"
    )
    top = _cap_of_hair(person, head, 50, -14) + _strands(person, head)
    return layer(path(back, HAIR[person.hair])), layer(top)


def _bun(person: Person, _rng: Random, head: Frame) -> Worn:
    knot = head.at(26, -head.t * 0.52)
    band = line(knot.d("M-62,-8 h124"), BLUE if person.hair == "white" else RED, 11)
    back = circle(knot.x, knot.y - 40, 62, HAIR[person.hair]) + band
    return layer(back), layer(_cap_of_hair(person, head, -4, 10) + _strands(person, head))


def _low_bun(person: Person, _rng: Random, head: Frame) -> Worn:
    knot = circle(head.x + head.w / 2 + 26, head.y + 64, 58, HAIR[person.hair])
    return layer(knot), layer(_cap_of_hair(person, head, 14, -20) + _strands(person, head))


def _ring(person: Person, rng: Random, head: Frame, count: int, spread: float, size: float) -> str:  # noqa: PLR0917
    out = ""
    for k in range(count):
        angle = math.pi * (1 + (1 - spread) / 2 + spread * k / (count - 1))
        x = head.x + math.cos(angle) * (head.w / 2 + 26) * size * 1.02
        y = head.y - 6 + math.sin(angle) * head.t * 0.60 * size
        out += circle(x, y, rng.uniform(33, 44), HAIR[person.hair])
    return out


def _perm(person: Person, rng: Random, head: Frame) -> Worn:
    colour, tint = HAIR[person.hair], "#ffffff30" if person.hair == "black" else "#00000030"
    out = _ring(person, rng, head, 14, 0.88, 1.0) + _ring(person, rng, head, 13, 0.80, 0.86)
    for side in (-1, 1):
        edge = head.at(side * head.w / 2)
        out += circle(edge.x + side * 18, edge.y - 12, 36, colour)
        out += circle(edge.x + side * 22, edge.y + 34, 29, colour)
    for k in range(5):
        x = head.x + (k * 0.17 - 0.34) * head.w
        out += circle(x, head.y - head.t * 0.36 + (8 if k in {0, 4} else 0), 31, colour)
    places = ((-104, -112), (-58, -152), (0, -166), (58, -150), (98, -108), (-120, -52), (116, -50))
    out += "".join(line(head.d(f"M{x},{y} a17,17 0 1 1 22,12"), tint, 3.6) for x, y in places)
    return layer(circle(head.x, head.y - head.t * 0.22, head.w * 0.60, colour)), layer(out)


def _plait(person: Person, _rng: Random, head: Frame) -> Worn:
    start = head.at(head.w / 2, 0)
    back = "".join(
        circle(start.x + 30 + math.sin(k) * 7, start.y + 70 + k * 46, 33 - k * 1.2, HAIR[person.hair])
        for k in range(7)
    )
    back += rect(start.x + 8, start.y + 384, 48, 20, RED)
    return layer(back), layer(_cap_of_hair(person, head, 24, -26) + _strands(person, head))


def _tail(person: Person, _rng: Random, head: Frame) -> Worn:
    hanging = head.d("M.3w,-.52t Q.5w+120,-.5t .5w+70,120 Q.5w+40,180 .5w+24,90 Q.5w+40,-60 .1w,-.48t Z")
    knot = circle(head.x + head.w * 0.34, head.y - head.t * 0.52, 20, person.hat)
    top = _cap_of_hair(person, head, -10, 16) + _strands(person, head)
    return layer(path(hanging, HAIR[person.hair])) + layer(knot), layer(top)


STYLES: dict[str, Callable[[Person, Random, Frame], Worn]] = {
    "short": _short, "crop": _crop, "bald": _bald, "bob": _bob, "bun": _bun, "lowbun": _low_bun,
    "perm": _perm, "plait": _plait, "tail": _tail, **HATS,
}  # fmt: skip


def hair(person: Person, rng: Random, head: Frame) -> Worn:
    """Return what lies behind the head and what lies on it."""
    return STYLES[person.style](person, rng, head)
