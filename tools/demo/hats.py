"""Headwear: cap, straw hat, head scarf, helmet, embroidered cap, fur cap."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from tools.demo.person import Person
from tools.demo.svg import HAIR, INK, PAPER, RED, YELLOW, Frame, circle, ellipse, layer, line, path


def _sides(person: Person, head: Frame) -> str:
    left = head.d("M-.5w-10,-.25t q-6,40 6,66 l16,-40Z")
    right = head.d("M.5w+10,-.25t q6,40 -6,66 l-16,-40Z")
    return path(left, HAIR[person.hair]) + path(right, HAIR[person.hair])


def _cap(person: Person, _rng: Random, head: Frame) -> tuple[str, str]:
    crown = head.d("M-.5w-20,-.24t C-.5w-24,-.52t-66 .5w+24,-.52t-66 .5w+20,-.24t Z")
    brim = head.d("M-.5w-26,-.25t Q10,-.4t .5w+60,-.21t Q10,-.27t -.5w-26,-.22t Z")
    return "", layer(_sides(person, head)) + layer(path(crown, person.hat)) + layer(path(brim, INK))


def _straw(_person: Person, _rng: Random, head: Frame) -> tuple[str, str]:
    y = head.y - head.t * 0.30
    brim = ellipse(head.x, y, head.w * 0.98, 58, YELLOW)
    for k in range(3):
        pen = 'stroke="#a87a2e" stroke-width="3" opacity=".6"'
        brim += ellipse(head.x, y, head.w * (0.62 + k * 0.12), 36 + k * 7, "none", pen)
    crown = head.d("M-.47w,-.33t C-.44w,-.52t-84 .44w,-.52t-84 .47w,-.33t Q0,-.24t -.47w,-.33t Z")
    band = line(head.d("M-.47w,-.36t Q0,-.27t .47w,-.36t"), RED, 18)
    return "", layer(brim) + layer(path(crown, "#c8963f") + band)


def _scarf(person: Person, _rng: Random, head: Frame) -> tuple[str, str]:
    cloth = head.d(
        "M-.5w-34,96 C-.5w-66,-.5t -.4w,-.52t-56 0,-.52t-56 C.4w,-.52t-56 .5w+66,-.5t .5w+34,96"
        "C.5w+10,-20 .44w,-.36t 0,-.38t C-.44w,-.36t -.5w-10,-20 -.5w-34,96Z"
    )
    angles = [math.pi * (1.03 + 0.94 * i / 11) for i in range(12)]
    dots = "".join(
        circle(head.x + math.cos(a) * head.w * 0.60, head.y - 24 + math.sin(a) * head.t * 0.54, 7, PAPER)
        for a in angles
    )
    under = path(head.d("M-.42w,-.27t Q0,-.5t .42w,-.27t Q0,-.33t -.42w,-.27t Z"), HAIR[person.hair])
    back = path(head.d("M-.5w-34,60 C-150,230 150,230 .5w+34,60Z"), person.hat)
    back += ellipse(head.x, head.y + 6, head.w / 2 + 33, head.t * 0.52, person.hat)
    return layer(back), layer(under) + layer(path(cloth, person.hat) + dots)


def _helmet(person: Person, _rng: Random, head: Frame) -> tuple[str, str]:
    shell = head.d("M-.5w-30,-.22t C-.5w-34,-.52t-78 .5w+34,-.52t-78 .5w+30,-.22t Q0,-.3t -.5w-30,-.22t Z")
    brim = head.d("M-.5w-50,-.2t Q0,-.33t .5w+50,-.2t Q0,-.25t -.5w-50,-.2t Z")
    ridge = head.d("M-18,-.52t-50 h36 l8,96 h-52Z")
    hat = path(shell, person.hat) + path(ridge, "#ffffff40")
    return "", layer(hat) + layer(path(brim, "#00000055") + path(brim, person.hat, extra='opacity=".6"'))


def _doppa(person: Person, _rng: Random, head: Frame) -> tuple[str, str]:
    hair = head.d(
        "M-.5w-14,10 C-.5w-26,-.4t -.3w,-.5t 0,-.5t C.3w,-.5t .5w+26,-.4t .5w+14,10"
        "C.5w,-.2t .4w,-.33t 0,-.35t C-.4w,-.33t -.5w,-.2t -.5w-14,10Z"
    )
    crown = head.d(
        "M-.42w,-.38t L-.37w,-.52t-44 Q0,-.52t-76 .37w,-.52t-44 L.42w,-.38t Q0,-.31t -.42w,-.38t Z"
    )
    petal = "M0,-20 q13,13 0,40 q-13,-27 0,-40Z"
    sewn = "".join(
        path(head.at(k * head.w * 0.2, -head.t * 0.52 + 6).d(petal), PAPER, extra='opacity=".9"')
        for k in (-1, 0, 1)
    )
    return "", layer(path(hair, HAIR[person.hair])) + layer(path(crown, person.hat) + sewn)


def _fur(person: Person, _rng: Random, head: Frame) -> tuple[str, str]:
    crown = head.d("M-.5w-22,-.28t C-.5w-20,-.52t-84 .5w+20,-.52t-84 .5w+22,-.28t Z")
    flaps = head.d(
        "M-.5w-30,-.3t h34 q8,90 -6,170 q-34,10 -44,-24Z M.5w+30,-.3t h-34 q-8,90 6,170 q34,10 44,-24Z"
    )
    front = head.d(
        "M-.5w-34,-.24t Q-.5w-44,-.46t -.4w,-.46t Q0,-.52t .4w,-.46t Q.5w+44,-.46t .5w+34,-.24t"
        "Q0,-.34t -.5w-34,-.24t Z"
    )
    return "", layer(path(flaps, "#6b4f38")) + layer(path(crown, person.hat)) + layer(path(front, "#7d5f45"))


HATS: dict[str, Callable[[Person, Random, Frame], tuple[str, str]]] = {
    "cap": _cap, "straw": _straw, "scarf": _scarf, "helmet": _helmet, "doppa": _doppa, "fur": _fur,
}  # fmt: skip
