"""Scenes of learning together: shelves and lamps, a stage, a writing desk, an old courtyard."""

from __future__ import annotations

from random import Random

from tools.demo.hands import brush
from tools.demo.landscape import crowd, outdoors, ridge, tree
from tools.demo.svg import (
    BLUE,
    BOOKS,
    DARK_WOOD,
    GREEN,
    HAIR,
    INK,
    PAPER,
    RED,
    SKIN,
    YELLOW,
    circle,
    ellipse,
    layer,
    line,
    moved,
    path,
    rect,
)


def _shelf(rng: Random, y: int) -> str:
    x, out = 0, ""
    while x < 1200:
        w, h = rng.randint(18, 40), rng.randint(86, 128)
        out += rect(x, y + 134 - h, w, h, rng.choice(BOOKS))
        x += w + rng.choice([2, 3, 3, 16])
    return layer(out) + layer(rect(-10, y + 134, 1220, 13, DARK_WOOD))


def lamp(x: int, shade: str) -> str:
    """Return a hanging lamp."""
    hood = path(f"M{x - 78} 190 Q{x - 62} 112 {x} 112 Q{x + 62} 112 {x + 78} 190Z", shade)
    return layer(line(f"M{x} -10 V118", INK, 5) + hood + ellipse(x, 190, 78, 13, "#f3dfae"))


def reading(rng: Random) -> str:
    """Return people from behind at a long table with open books, shelves and three lamps before them."""
    out = (
        outdoors("#d9c6a0")
        + "".join(_shelf(rng, y) for y in (30, 190, 350))
        + rect(0, 0, 1200, 800, "#d9c6a0", 'opacity=".30"')
    )
    shade = rng.choice([RED, BLUE, GREEN])
    out += "".join(lamp(x, shade) for x in (250, 600, 950)) + crowd(rng, ((500, 0.86, 176, 60),))
    books = "".join(path(f"M{110 + k * 230} 640 l60 -26 l60 26Z", PAPER) for k in range(5))
    return (
        out + layer(rect(-20, 640, 1240, 40, "#8a6239")) + layer(books) + crowd(rng, ((660, 1.15, 236, 10),))
    )


def _lantern(x: int, y: int) -> str:
    cord = line(f"M{x} -10 V{y - 38}", INK, 4) + ellipse(x, y, 46, 40, RED)
    return cord + rect(x - 18, y - 44, 36, 9, YELLOW) + rect(x - 18, y + 36, 36, 9, YELLOW)


def _speaker(rng: Random) -> str:
    hair = rng.choice([HAIR["white"], HAIR["black"], HAIR["salt"]])
    body = path(
        "M534 400 V330 C534 244 560 226 600 226 C640 226 666 244 666 330 V400Z",
        rng.choice([BLUE, GREEN, "#8c2f24"]),
    )
    head = ellipse(600, 182, 36, 42, SKIN["mid"][0]) + path(
        "M562 182 C552 118 648 118 638 182 C628 156 572 156 562 182Z", hair
    )
    desk = path("M508 316 H692 L670 402 H530Z", DARK_WOOD)
    return layer(body + head) + layer(desk + path("M600 296 l76 -14 v22 l-76 14 l-76 -14 v-22Z", PAPER))


def stage(rng: Random) -> str:
    """Return a speaker at a desk on a stage with four lanterns, the hall full of listeners."""
    hills = ridge(rng, 360, 110, "#b9c6bd", 0.9, height=370, step=160)
    out = outdoors("#e7d9ba") + layer(rect(180, 70, 840, 330, PAPER)) + layer(hills, "wob")
    out += layer(rect(180, 70, 840, 330, "none", 'stroke="#8c2f24" stroke-width="14"')) + layer(
        circle(840, 170, 54, RED)
    )
    out += layer(_lantern(70, 88) + _lantern(140, 100)) + layer(_lantern(1060, 100) + _lantern(1130, 88))
    out += layer(rect(-20, 400, 1240, 60, "#a07a4c")) + _speaker(rng)
    return out + crowd(rng, ((470, 0.66, 126, 30), (560, 0.86, 158, 0), (670, 1.1, 206, 50)))


def _glyph(rng: Random, k: int) -> str:
    d = (
        f"M-26 -20 q26 {rng.randint(-14, 4)} 54 -4 M2 -40 q{rng.randint(-8, 8)} 40 -4 78"
        "M-24 10 q24 -10 52 4 M-20 40 q16 -24 22 -40 M6 6 q12 26 28 32"
    )
    return moved(line(d, INK, rng.uniform(8, 12)), 290 + k % 5 * 103, 210 + k // 5 * 132, "rotate(-6)")


def desk(rng: Random) -> str:
    """Return a sheet of brush writing on a desk, with brush, ink stone, seal and a dish."""
    out = outdoors("#c9a871") + layer(
        "".join(rect(0, 90 + k * 140, 1200, 5, "#00000016") for k in range(6)), "wob"
    )
    columns = "".join(rect(230 + k * 103, 130, 4, 560, RED, 'opacity=".55"') for k in range(1, 6))
    out += layer(f'<g transform="rotate(-6 520 430)">{rect(230, 130, 620, 560, PAPER)}{columns}</g>')
    out += layer("".join(_glyph(rng, k) for k in range(rng.randint(9, 18))), "wob")
    out += layer(rect(920, 420, 190, 250, "#37322f", 'rx="22"')) + layer(
        ellipse(1015, 520, 70, 66, "#171412")
    )
    out += layer(brush(890, 330, 34)) + layer(
        circle(110, 160, 74, "#e7ded0") + circle(110, 160, 56, "#a9b9a8")
    )
    seal = rect(70, 560, 96, 96, RED, 'rx="6"') + line(
        "M88 578 h60 v60 h-60Z M118 578 v60 M88 608 h60", PAPER, 7
    )
    return out + layer(seal)


def _panel(x: int) -> str:
    bars = "".join(rect(x + i * 52, 200, 6, 340, "#7d5b3d") for i in range(5))
    return (
        rect(x, 200, 208, 340, PAPER)
        + bars
        + "".join(rect(x, 200 + j * 68, 208, 6, "#7d5b3d") for j in range(6))
    )


def yard(rng: Random) -> str:
    """Return four people from behind at a low table in an old courtyard with lattice doors and two trees."""
    out = outdoors("#efe5cf") + layer(rect(-20, 150, 1240, 420, "#e2d3b4"))
    out += layer(path("M-40 170 Q200 110 320 60 H880 Q1000 110 1240 170 L1240 200 H-40Z", "#45423f"))
    out += layer("".join(_panel(40 + k * 228) for k in range(5)))
    out += layer("".join(rect(22 + k * 228, 190, 18, 380, "#8c2f24") for k in range(6))) + layer(
        rect(-20, 560, 1240, 260, "#cdbb97")
    )
    out += layer(tree(rng, 1000, 640, 104, rng.choice(["#c8963f", GREEN])) + tree(rng, 150, 640, 88, GREEN))
    seats = tuple((600 + rng.randint(-4, 4), 0.72, 9999, x) for x in (400, 560, 730, 870))
    return out + layer(path("M330 640 h540 l40 30 h-620Z", "#7a5636")) + crowd(rng, seats)
