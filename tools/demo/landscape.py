"""Ridges, houses, trees and people seen from behind: what scenes are put together from."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from tools.demo.svg import COATS, HAIR, SKIN, Frame, circle, ellipse, layer, line, path, rect

WIDE, TALL = 1200, 800


def ridge(
    rng: Random, y: float, amp: float, fill: str, opacity: float = 1.0, *, height: int = TALL, step: int = 120
) -> str:
    """Return a range of hills whose foot is at `y` and whose tops are up to `amp` px higher."""
    x = -40.0
    points = [(x, y)]
    while x < WIDE + 60:
        x += step * rng.uniform(0.7, 1.3)
        points.append((x, y - rng.uniform(0, amp)))
    d = f"M{points[0][0]:.0f} {points[0][1]:.0f} "
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        d += f"C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f} "
    return path(d + f"V{height + 20} H-60Z", fill, extra=f'opacity="{opacity}"')


def house(x: float, y: float, w: float, h: float, wall: str, roof: str = "#3b3a3c") -> str:  # noqa: PLR0917
    """Return a tiled house whose wall is w×h px with its upper left corner at (x, y)."""
    at = Frame(x, y, w, h)
    tiles = path(at.d("M-.16w,8 Q.1w,-4 .18w,-.42t H.82w Q.9w,-4 1.16w,8Z"), roof)
    door = rect(x + w * 0.42, y + h * 0.42, w * 0.18, h * 0.58, "#5b3f2b")
    windows = "".join(rect(x + w * k, y + h * 0.30, w * 0.18, h * 0.26, "#6f5237") for k in (0.12, 0.72))
    return rect(x, y, w, h, wall) + tiles + door + windows


def tree(rng: Random, x: float, y: float, r: float, fill: str) -> str:
    """Return a tree that stands at (x, y); `r` is about the radius of its crown."""
    trunk = line(Frame(x, y, 1, r).d("M0,0 C-4,-1t 6,-1.4t 2,-2t"), "#5f452f", r * 0.16)
    crown = ""
    for _ in range(9):
        dx, dy = rng.uniform(-0.8, 0.8) * r, rng.uniform(-0.7, 0.6) * r
        crown += circle(x + dx, y - r * 1.9 + dy, r * rng.uniform(0.38, 0.62), fill)
    return trunk + crown


def listener(rng: Random, x: float, y: float, s: float, hair: str, coat: str) -> str:  # noqa: PLR0917
    """Return one listener seen from behind; `s` scales a figure of 156×256 px."""
    at, skin = Frame(x, y, s, s), SKIN["mid"]
    body = path(at.d("M-78w,190t C-78w,92t -44w,62t 0,58t C44w,62t 78w,92t 78w,190t Z"), coat)
    head = ellipse(x, y, 41 * s, 47 * s, skin[0])
    head += path(at.d("M-43w,16t C-54w,-66t 54w,-66t 43w,16t Q0,40t -43w,16t Z"), hair)
    neck = rect(x - 15 * s, y + 26 * s, 30 * s, 44 * s, skin[1])
    knot = circle(x + rng.choice([-6, 6]) * s, y - 52 * s, 19 * s, hair) if rng.random() < 0.3 else ""
    return layer(body) + layer(neck + knot + head)


def crowd(
    rng: Random, rows: tuple[tuple[int, float, int, int], ...], hairs: tuple[str, ...] = tuple(HAIR.values())
) -> str:
    """Return rows of listeners; a row is (y, scale, gap, shift), all in px but the scale."""
    out = ""
    for y, scale, gap, shift in rows:
        x = -20 + shift
        while x < WIDE + 40:
            dx, dy = rng.randint(-8, 8), rng.randint(-10, 10)
            out += listener(rng, x + dx, y + dy, scale, rng.choice(hairs), rng.choice(COATS))
            x += gap
    return out


def outdoors(sky: str) -> str:
    """Return the sky of a scene."""
    return rect(0, 0, WIDE, TALL, sky)


def worker(x: float, y: float, coat: str, hat: str) -> str:
    """Return a small figure in a field, standing at (x, y)."""
    figure = path("M-44 130 C-44 40 -24 20 0 20 C24 20 44 40 44 130Z", coat) + circle(
        0, -12, 30, SKIN["deep"][0]
    )
    figure += ellipse(0, -28, 58, 15, hat) + path("M-28 -30 C-24 -66 24 -66 28 -30Z", "#d9c79c")
    return f'<g transform="translate({x:.1f} {y:.1f})">{figure}</g>'
