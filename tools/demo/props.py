"""What hands hold: the thing that a person learned by, or works with."""

from __future__ import annotations

from collections.abc import Callable

from tools.demo.hands import STEEL, brush, ear_of_wheat, hand
from tools.demo.person import Person
from tools.demo.svg import (
    BLUE,
    CREAM,
    GREEN,
    GREY,
    INK,
    OCHRE,
    PALE_BLUE,
    PAPER,
    RED,
    YELLOW,
    Frame,
    circle,
    ellipse,
    layer,
    line,
    moved,
    path,
    rect,
)


def _book(person: Person, at: Frame) -> str:
    left = path(at.d("M0,850 C-60,806 -160,808 -226,830 L-226,990 H0Z"), PAPER)
    right = path(at.d("M0,850 C60,806 160,808 226,830 L226,990 H0Z"), "#e7dcc6")
    cover = path(at.d("M-244,826 L0,858 L244,826 V990 H-244Z"), person.cover)
    rows = "".join(
        line(at.d(f"M{s * 236 - 196},{868 + k * 24} q70,-12 150,{8 - 2 * s}"), GREY, 4, 'opacity=".8"')
        for k in range(4)
        for s in (0, 1)
    )
    hands = hand(at.x - 236, 896, person.skin) + hand(at.x + 236, 896, person.skin, -1)
    return layer(cover) + layer(left + right + rows) + hands


def _brush(person: Person, at: Frame) -> str:
    return layer(brush(at.x + 150, 830, 14)) + hand(at.x + 152, 800, person.skin)


def _wheat(person: Person, at: Frame) -> str:
    ears = "".join(
        moved(ear_of_wheat(200, 7, YELLOW), at.x - 150, 980, f"rotate({a})") for a in (-22, -10, 2, 14, 25)
    )
    return layer(ears) + hand(at.x - 152, 890, person.skin)


def _erhu(person: Person, at: Frame) -> str:
    neck = rect(at.x + 176, 380, 16, 600, "#5b3a26", 'rx="7"') + line(
        at.d("M164,430 h52 M160,490 h56"), "#5b3a26", 13
    )
    box = rect(at.x + 132, 800, 108, 120, "#7b4a2c", 'rx="10"')
    strings = line(at.d("M188,430 V800 M196,430 V800"), CREAM, 2.5) + line(
        at.d("M40,856 L330,780"), "#c49a5c", 9
    )
    return layer(neck + box + strings) + hand(at.x + 184, 600, person.skin)


def _shears(person: Person, at: Frame) -> str:
    leaf = "M0 -34 C12 -22 12 -10 0 0 C-12 -10 -12 -22 0 -34Z"
    holes = "".join(moved(path(leaf, PAPER), at.x - 96, 862, f"rotate({a})") for a in range(0, 360, 45))
    for i in range(4):
        holes += circle(at.x - 168 + i * 46, 806 - i * 5, 8, PAPER) + circle(
            at.x - 146 + i * 46, 944 - i * 5, 8, PAPER
        )
    blades = line(at.d("M30,850 L160,800 M30,820 L160,872"), STEEL, 13)
    ring = 'stroke="#3b3733" stroke-width="13"'
    blades += circle(at.x + 186, 790, 28, "none", ring) + circle(at.x + 186, 884, 28, "none", ring)
    hands = hand(at.x + 204, 838, person.skin, -1) + hand(at.x - 208, 886, person.skin)
    return layer(path(at.d("M-200,790 l190,-22 l34,176 l-196,22Z"), RED) + holes) + layer(blades) + hands


def _tablet(person: Person, at: Frame) -> str:
    screen = rect(at.x - 130, 776, 260, 220, INK, 'rx="18"') + rect(at.x - 112, 794, 224, 220, "#dfe6e4")
    screen += rect(at.x - 92, 816, 92, 70, PALE_BLUE)
    screen += "".join(rect(at.x + 14, 818 + k * 24, 80 - k * 12, 10, GREY) for k in range(3))
    screen += "".join(rect(at.x - 92, 904 + k * 24, 184, 10, GREY) for k in range(3))
    return layer(screen) + hand(at.x - 140, 900, person.skin) + hand(at.x + 140, 900, person.skin, -1)


def _gear(person: Person, at: Frame) -> str:
    teeth = "".join(rect(-17, -116, 34, 38, STEEL, f'transform="rotate({a})"') for a in range(0, 360, 36))
    wheel = teeth + circle(0, 0, 92, "#8d8880") + circle(0, 0, 62, STEEL) + circle(0, 0, 30, PAPER)
    return layer(moved(wheel, at.x - 120, 872)) + hand(at.x - 34, 900, person.skin, -1)


def _teapot(_person: Person, at: Frame) -> str:
    pot = path(
        at.d("M-120,880 C-140,800 100,790 96,872 C100,960 60,990 -16,990 C-90,990 -122,950 -120,880Z"), OCHRE
    )
    pot += line(at.d("M86,860 C150,850 136,800 176,794"), OCHRE, 26)
    pot += line(at.d("M-112,850 C-200,830 -200,950 -108,944"), OCHRE, 20)
    return layer(pot + ellipse(at.x - 12, 806, 62, 18, "#8f5a32") + circle(at.x - 12, 782, 15, "#8f5a32"))


def _camera(person: Person, at: Frame) -> str:
    body = rect(at.x - 110, 800, 220, 150, INK, 'rx="16"') + rect(at.x - 44, 772, 88, 40, INK, 'rx="8"')
    body += (
        circle(at.x, 878, 58, "#56504b")
        + circle(at.x, 878, 40, "#26221f")
        + circle(at.x - 12, 866, 11, PALE_BLUE)
    )
    strap = line(at.d("M-104,820 Q-150,740 -96,690 M104,820 Q150,740 96,690"), OCHRE, 16)
    return layer(strap) + layer(body) + hand(at.x + 122, 890, person.skin, -1)


def _loom(person: Person, at: Frame) -> str:
    colours = (RED, CREAM, BLUE, CREAM)
    warp = "".join(
        line(at.d(f"M{k * 20 - 260},990 L{k * 15.4 - 200:.1f},800"), colours[k % 4], 8) for k in range(27)
    )
    shuttle = path(at.d("M-110,880 Q0,830 110,880 Q0,930 -110,880Z"), "#8f5a32") + rect(
        at.x - 44, 868, 88, 22, CREAM
    )
    beam = rect(at.x - 280, 786, 560, 24, "#6d4a2e", 'rx="8"')
    return layer(warp + beam) + layer(shuttle) + hand(at.x + 120, 880, person.skin, -1)


def _wrench(person: Person, at: Frame) -> str:
    jaw = path(at.d("M106,700 q-46,-40 -34,-96 l34,40 h44 l34,-40 q12,56 -34,96 v250 h-44Z"), STEEL)
    return layer(jaw) + hand(at.x + 128, 860, person.skin)


def _phone(person: Person, at: Frame) -> str:
    case = rect(at.x + 84, 720, 124, 220, INK, 'rx="18"') + rect(at.x + 94, 738, 104, 178, "#e6ece8")
    rows = "".join(
        rect(at.x + 106, 756 + k * 26, 78 - k % 2 * 20, 11, GREEN if k == 2 else GREY) for k in range(6)
    )
    return layer(case + rows) + hand(at.x + 190, 900, person.skin, -1)


def _basket(person: Person, at: Frame) -> str:
    bowl = path(at.d("M-190,840 H190 L150,990 H-150Z"), OCHRE)
    weave = "".join(
        line(at.d(f"M{-180 + k * 8},{866 + k * 34} H{180 - k * 8}"), "#8f5a32", 7) for k in range(4)
    )
    fruit = "".join(
        circle(at.x - 140 + k * 47, 828 - k % 2 * 20, 34, RED if k % 3 else YELLOW) for k in range(7)
    )
    return (
        layer(fruit)
        + layer(bowl + weave)
        + hand(at.x - 186, 890, person.skin)
        + hand(at.x + 186, 890, person.skin, -1)
    )


def _nothing(_person: Person, _at: Frame) -> str:
    return ""


PROPS: dict[str, Callable[[Person, Frame], str]] = {
    "": _nothing, "book": _book, "brush": _brush, "wheat": _wheat, "erhu": _erhu, "shears": _shears,
    "tablet": _tablet, "gear": _gear, "teapot": _teapot, "camera": _camera, "loom": _loom, "wrench": _wrench,
    "phone": _phone, "basket": _basket,
}  # fmt: skip
