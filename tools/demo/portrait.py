"""A portrait of 720×960: ground, shoulders, head, hands."""

from __future__ import annotations

from random import Random

from tools.demo.clothes import clothes
from tools.demo.face import face, features
from tools.demo.ground import ground
from tools.demo.hair import hair
from tools.demo.person import Person
from tools.demo.props import PROPS
from tools.demo.svg import GRAIN, SKIN, Frame, layer, path, svg

_NECK_BASE = 582


def _measure(person: Person, rng: Random) -> Frame:
    x, y = 360 + rng.randint(-12, 12), 398 + rng.randint(-8, 8)
    wide = (222 if person.sex == "f" else 236) + rng.randint(-8, 8)
    return Frame(x, y, wide, 292 + rng.randint(-8, 10))


def _neck(person: Person, head: Frame, base: Frame) -> str:
    top = head.y + 80 - _NECK_BASE
    d = base.d(f"M-58,{top} V30 Q0,104 58,30 V{top}Z")
    return layer(path(d, SKIN[person.skin][1]))


def portrait(person: Person, grain: float = GRAIN) -> str:
    """Return the drawing of a person; the same words and seed give the same bytes."""
    rng = Random(person.seed)
    head = _measure(person, rng)
    base = Frame(head.x, _NECK_BASE)
    face_clip, bare = face(person, head)
    body_clip, torso = clothes(person, rng, base)
    behind, on_top = hair(person, rng, head)
    tilt = f'transform="rotate({person.tilt} {head.x} {head.y + 200})"'
    whole_head = f"<g {tilt}>{bare}{features(person, rng, head)}{on_top}</g>"
    held = PROPS[person.prop](person, Frame(head.x, 0))
    figure = f"<g {tilt}>{behind}</g>{_neck(person, head, base)}{torso}{whole_head}{held}"
    placed = f'<g transform="translate(360 960) scale(1.06) translate(-360 -960)">{figure}</g>'
    return svg(
        720, 960, ground(person.ground, rng, person.tone) + placed, person.seed, face_clip + body_clip, grain
    )
