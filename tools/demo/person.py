"""What a drawn person looks like. Every figure is these words plus a seed; the seed moves contours."""

from __future__ import annotations

from dataclasses import dataclass

from tools.demo.svg import BLUE, GREY, PAPER, RED


@dataclass(frozen=True, kw_only=True)
class Person:
    """Words for one portrait. `coat` is cloth and pattern colour; `glasses` "round" or a frame's colour.

    `style` names hair or headwear, `ground` what lies behind, `prop` what the hands hold.
    """

    seed: int
    sex: str
    age: int
    coat: tuple[str, str]
    tone: str
    skin: str = "mid"
    hair: str = "black"
    style: str = "short"
    glasses: str = ""
    beard: bool = False
    eyes: str = "smile"
    mouth: str = ""
    turn: int = 10
    tilt: int = 0
    cloth: str = ""
    collar: str = "shirt"
    inner: str = PAPER
    button: str = GREY
    apron: str = ""
    hat: str = BLUE
    cover: str = RED
    ground: str = "moon"
    prop: str = ""
