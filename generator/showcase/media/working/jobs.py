"""A job makes one derivative. It is plain data, so it can run here or on another machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from showcase.media.storing.masters import Master
from showcase.media.storing.store import Recipe, Store, derivative_key
from showcase.media.terms.framing import Framing
from showcase.media.terms.made import Made
from showcase.media.terms.progress import Progress
from showcase.media.terms.refusal import Refusal
from showcase.media.terms.wanted import MediaKind
from showcase.model.presets import Presets


@dataclass(frozen=True, slots=True)
class Job:
    """Make what `key` names. `label` is the media key that people see."""

    key: str
    kind: MediaKind
    path: Path
    sha256: str
    label: str
    framing: Framing = field(default_factory=Framing)


@dataclass(frozen=True, slots=True)
class Watch:
    """How a running job is seen from outside: it reports its share, and ends when `stop` is set."""

    report: Callable[[float], None]
    stop: threading.Event

    def teller(self, length_s: float) -> Callable[[float], None]:
        """Return a function that reports seconds of output as a share of `length_s`."""
        return lambda done_s: self.report(min(done_s / max(length_s, 0.1), 0.99))


Run = Callable[[Sequence[Job], Presets, Store, Progress], dict[str, Made | Refusal]]
"""What runs jobs (the local pool, a cluster); results by key, none for a job that was left to others."""


def job_of(master: Master, presets: Presets) -> Job:
    """Return the job for a master; the same bytes wanted twice give the same job key."""
    kind = master.wanted.kind
    recipes: dict[MediaKind, tuple[Recipe, ...]] = {
        MediaKind.PHOTO: (presets.photo, master.wanted.framing),
        MediaKind.FILM: (presets.film, presets.photo),  # the poster frame is a picture
        MediaKind.SOUND: (presets.sound,),
        MediaKind.CAPTIONS: (presets.captions,),
    }
    key = derivative_key(kind, master.sha256, recipes[kind])
    return Job(key, kind, master.path, master.sha256, master.wanted.key, master.wanted.framing)
