"""How fast this machine makes media, learned from its earlier runs. Kept in .cache/, safe to delete."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from showcase.content.layout import Layout
from showcase.media.cost import Cost, cost_of
from showcase.media.storing.memory import Memory
from showcase.media.storing.store import Store
from showcase.media.terms.made import Made
from showcase.media.terms.progress import Progress
from showcase.media.terms.refusal import Refusal
from showcase.media.working.jobs import Job, Run
from showcase.media.working.pool import CORES_OF_A_JOB, WORKERS
from showcase.model.media import Shelf
from showcase.model.presets import Presets

_FILE = "media-pace-1.json"  # the number rises when the rates change
_ESTIMATED, _TOOK = "estimated_s", "took_s"
_USUAL_CORES = CORES_OF_A_JOB * WORKERS
_REMEMBERED_S = 3600.0
"""Older runs count for half when newer ones have gathered this much work."""
_TOO_LITTLE_S = 2.0


class Pace:
    """Turns processor seconds of rates.py into seconds that pass here."""

    def __init__(self, layout: Layout) -> None:
        self._memory = Memory(layout.cache / _FILE)

    @property
    def is_learned(self) -> bool:
        """Whether earlier runs told; otherwise a usual machine of as many cores is supposed."""
        return self._sums() is not None

    def seconds_for(self, cost: Cost) -> float:
        """Return the seconds that making it all takes here."""
        sums = self._sums()
        factor = sums[1] / sums[0] if sums else 1 / min(os.cpu_count() or 1, _USUAL_CORES)
        return cost.total_s * factor

    def learn(self, estimated_s: float, took_s: float) -> None:
        """Remember that work estimated at `estimated_s` took `took_s`; too little work teaches nothing."""
        if estimated_s < _TOO_LITTLE_S:
            return
        before = self._sums() or (0.0, 0.0)
        fading = 0.5 if before[0] > _REMEMBERED_S else 1.0
        self._memory.put(_ESTIMATED, round(before[0] * fading + estimated_s, 3))
        self._memory.put(_TOOK, round(before[1] * fading + took_s, 3))
        self._memory.save()

    def _sums(self) -> tuple[float, float] | None:
        estimated, took = self._memory.get(_ESTIMATED), self._memory.get(_TOOK)
        is_right = isinstance(estimated, float) and isinstance(took, float) and estimated > 0 and took > 0
        return (estimated, took) if is_right else None


def timed(run: Run, layout: Layout, facts: Shelf) -> Run:
    """Return `run`, learning from every run of it that was not broken off."""

    def run_and_learn(
        jobs: Sequence[Job], presets: Presets, store: Store, progress: Progress
    ) -> dict[str, Made | Refusal]:
        began = time.monotonic()
        results = run(jobs, presets, store, progress)
        took_s = time.monotonic() - began
        made = [job for job in jobs if _is_made(results.get(job.key))]
        if len(made) == len(jobs):  # what was refused took less than was estimated
            Pace(layout).learn(cost_of(jobs, facts, presets).total_s, took_s)
        return results

    return run_and_learn


def _is_made(result: Made | Refusal | None) -> bool:
    return isinstance(result, Made) and not isinstance(result.product, Refusal)
