"""What makes a face somebody's: brows, eyes, nose, mouth, the lines of the years, beard and glasses."""

from __future__ import annotations

from tools.demo.person import Person
from tools.demo.svg import HAIR, INK, PAPER, RED, SKIN, Frame, circle, line, path, rect


def _brow_colour(person: Person) -> str:
    if person.hair == "white" and person.age > 72:
        return HAIR["white"]
    return "#6b645d" if person.hair in {"white", "grey"} else INK


def brow_and_eye(person: Person, front: Frame, side: int, lift: float) -> str:
    """Return one brow and one eye; `side` -1 left, 1 right; `lift` moves the brow's outer end, in px."""
    eye = front.at(side * front.w * 0.215, 2)
    shade = SKIN[person.skin][1]
    if person.sex == "m":
        out = line(eye.d(f"M-30,{lift - 33:.1f} Q0,{lift - 48:.1f} 30,-32"), _brow_colour(person), 10)
    else:
        out = line(eye.d(f"M-27,{lift - 33:.1f} Q0,{lift - 45:.1f} 27,-32"), _brow_colour(person), 6.5)
    if person.eyes == "smile":
        out += line(eye.d("M-23,6 Q0,-15 23,6"), INK, 6.5)
    else:
        out += line(eye.d("M-24,1 Q0,-16 24,1"), INK, 6) + circle(eye.x + 2, eye.y, 7.5, INK)
    if person.age > 58:
        out += "".join(
            line(eye.d(f"M{side * 31},{k * 9 - 4} q{side * 13},{k * 4} {side * 20},{k * 8}"), shade, 4)
            for k in (0, 1)
        )
        out += line(eye.d("M-17,23 Q0,31 18,22"), shade, 4)
    return out


def nose(person: Person, front: Frame) -> str:
    """Return the nose, drawn further to the side the more the head turns."""
    start = front.at(3 - person.turn * 0.5, 12)
    return line(start.d(f"M0,0 q{10 + person.turn * 0.35:.1f},34 -5,44 q-13,5 -22,-2"), "#8a5a38", 5.5)


def mouth(person: Person, front: Frame) -> str:
    """Return a closed smile, or an open one with teeth."""
    lips = front.at(0, front.t * 0.305)
    if person.mouth != "open":
        return line(lips.d("M-40,-6 Q2,24 42,-8"), "#8d3a2c", 6.5)
    open_lips = lips.d("M-38,-6 Q2,4 40,-8 Q24,34 0,34 Q-26,32 -38,-6Z")
    return path(open_lips, "#7c2d22") + path(lips.d("M-29,-2 Q2,6 31,-3 L26,6 Q0,13 -24,7Z"), PAPER)


def cheeks(front: Frame) -> str:
    """Return a touch of red on both cheeks."""
    return "".join(
        circle(front.x + s * front.w * 0.30, front.y + 52, 23, RED, 'opacity=".20"') for s in (-1, 1)
    )


def wrinkles(person: Person, front: Frame) -> str:
    """Return the folds of a face past 55 and the brow lines past 66."""
    shade, out = SKIN[person.skin][1], ""
    if person.age > 55:
        out += "".join(line(front.d(f"M{s * 37},42 q{s * 24},16 {s * 20},46"), shade, 4.5) for s in (-1, 1))
    if person.age > 66:
        out += "".join(line(front.d(f"M-50,{k * 16 - 88} q50,{k * 3 - 10} 100,0"), shade, 4) for k in (0, 1))
    return out


def beard(person: Person, front: Frame) -> str:
    """Return moustache and beard in the colour of the hair."""
    lips, colour = front.at(0, front.t * 0.305), HAIR[person.hair]
    moustache = lips.d("M-62,-18 Q0,-34 62,-18 Q40,2 4,-10 Q-38,4 -62,-18Z")
    chin = lips.d("M-44,30 Q0,48 44,28 Q36,140 2,172 Q-36,130 -44,30Z")
    return path(moustache, colour) + path(chin, colour)


def _lens(person: Person, x: float, y: float) -> str:
    if person.glasses == "round":
        return circle(x, y, 42, "#fff", f'fill-opacity=".16" stroke="{INK}" stroke-width="6.5"')
    pen = f'rx="15" fill-opacity=".16" stroke="{person.glasses}" stroke-width="8"'
    return rect(x - 43, y - 31, 86, 62, "#fff", pen)


def glasses(person: Person, front: Frame, head: Frame) -> str:
    """Return two lenses, the bridge, and the arms as far as the ears."""
    dx, eye = front.w * 0.215, front.at(0, 6)
    lenses = "".join(_lens(person, eye.x + s * dx, eye.y) for s in (-1, 1))
    bridge = line(eye.d(f"M{41 - dx:.1f},-6 q{dx - 41:.1f},-14 {2 * dx - 82:.1f},0"), INK, 6)
    left, right = head.x - head.w / 2 - 4, head.x + head.w / 2 + 4
    arms = line(f"M{eye.x - dx - 42:.1f} {eye.y - 6:.1f} L{left:.1f} {eye.y - 14:.1f}", INK, 6)
    arms += line(f"M{eye.x + dx + 42:.1f} {eye.y - 6:.1f} L{right:.1f} {eye.y - 14:.1f}", INK, 6)
    return lenses + bridge + arms
