"""The media of a build: open the gate → make what may be seen and is not there yet."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from showcase.check.gate import open_gate
from showcase.media.machines.way import USUAL, Way
from showcase.media.making import make_media
from showcase.media.pace import timed
from showcase.media.sharing.exchange import shared_store
from showcase.media.sharing.shared_store import SharedStore
from showcase.media.storing.store import Store
from showcase.media.terms.progress import Progress
from showcase.media.terms.wanted import wanted_media
from showcase.media.working.pool import run_jobs
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.problem import Problem
from showcase.publish.judged import Judged


@dataclass(frozen=True, slots=True)
class ReadyMedia:
    """What may be seen, its media, and the problems of making them.

    `trouble`: why not everything that was made could be sent to the store elsewhere.
    """

    showcase: Showcase
    shelf: Shelf
    problems: tuple[Problem, ...]
    trouble: str = ""


def ready_media(judged: Judged, *, preview: bool = False, way: Way = USUAL) -> ReadyMedia:
    """Open the gate and make the media of everything that may be seen, in the way that was asked for."""
    showcase = open_gate(judged.library, judged.settings, judged.today, preview=preview)
    progress = Progress(sys.stderr)
    run = way.run or timed(run_jobs, judged.layout, judged.facts)
    wanted = wanted_media(showcase)
    store = shared_store(judged.layout, judged.remote) if judged.remote else Store(judged.layout.derivatives)
    shelf, problems = make_media(judged.layout, wanted, judged.presets, progress, run, store=store, way=way)
    progress.close()
    trouble = str(store.trouble or "") if isinstance(store, SharedStore) else ""
    return ReadyMedia(showcase, shelf, tuple(problems), trouble)
