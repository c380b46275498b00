"""The scenes by name, each a drawing of 1200×800."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.demo import indoors, lessons, outdoors
from tools.demo.landscape import TALL, WIDE
from tools.demo.svg import GRAIN, svg

SCENES: dict[str, Callable[[Random], str]] = {
    "river": outdoors.river,
    "terrace": outdoors.terrace,
    "reading": indoors.reading,
    "stage": indoors.stage,
    "desk": indoors.desk,
    "night": outdoors.night,
    "yard": indoors.yard,
    "field": outdoors.field,
    "steppe": outdoors.steppe,
    "workshop": lessons.workshop,
    "classroom": lessons.classroom,
}


def scene(name: str, seed: int, grain: float = GRAIN) -> str:
    """Return the drawing of a scene; the same name and seed give the same bytes."""
    return svg(WIDE, TALL, SCENES[name](Random(seed)), seed, grain=grain)
