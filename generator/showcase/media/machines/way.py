"""How the work of a run is done: by whom, and which share of it."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.media.machines.parts import WHOLE, Part
from showcase.media.working.jobs import Run


@dataclass(frozen=True, slots=True)
class Way:
    """`run`: what runs the jobs, None for the local pool. `part`: the share of them that is this machine's.

    `brings_masters`: masters that lie in the store must be here before `run` begins.
    """

    run: Run | None = None
    part: Part = WHOLE
    brings_masters: bool = True


USUAL = Way()
