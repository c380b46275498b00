"""The head: its outline, ears and the shadow that turns it."""

from __future__ import annotations

from random import Random

from tools.demo.features import beard, brow_and_eye, cheeks, glasses, mouth, nose, wrinkles
from tools.demo.person import Person
from tools.demo.svg import SKIN, Frame, circle, layer, path

_HALF = 'opacity=".55"'

COVERED = {"scarf", "fur"}
"""Headwear that hides the ears."""


def face(person: Person, head: Frame) -> tuple[str, str]:
    """Return the clip of the face and the face itself. `head`: centre, width and height of the face."""
    skin, shade = SKIN[person.skin]
    jaw = ".5t" if person.sex == "f" else ".54t"
    outline = head.d(
        f"M-.5w,-20 C-.5w,-.6t .5w,-.6t .5w,-20C.5w,.24t .3w,{jaw} 0,{jaw} C-.3w,{jaw} -.5w,.24t -.5w,-20Z"
    )
    turned = head.at(person.turn, 0, head.w, head.t)
    side = turned.d("M12,-1t C44,-60 -2,20 38,64 C10,100 34,130 -6,1t H400 V-1t Z")
    ears = circle(head.x - head.w / 2 - 2, head.y + 14, 27, skin)
    ears += circle(head.x + head.w / 2 + 2, head.y + 14, 27, shade)
    shadow = f'<g clip-path="url(#f)">{path(side, shade, extra=_HALF)}</g>'
    clip = f'<clipPath id="f"><path d="{outline}"/></clipPath>'
    return clip, ("" if person.style in COVERED else layer(ears)) + layer(path(outline, skin) + shadow)


def features(person: Person, rng: Random, head: Frame) -> str:
    """Return eyes, nose, mouth and what age and glasses add, a little to the side that the head turns to."""
    front = head.at(person.turn, 0, head.w, head.t)
    eyes = "".join(brow_and_eye(person, front, side, rng.uniform(-3, 3)) for side in (-1, 1))
    drawn = cheeks(front) + wrinkles(person, front) + nose(person, front) + mouth(person, front) + eyes
    over = beard(person, front) if person.beard else ""
    worn = glasses(person, front, head) if person.glasses else ""
    return layer(drawn, "wob") + (layer(over) if over else "") + (layer(worn) if worn else "")
