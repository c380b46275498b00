"""How much there is to make, and about how long that takes. No master is opened for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from showcase.content.layout import Layout
from showcase.media import rates
from showcase.media.storing.masters import find_masters
from showcase.media.storing.pointers import read_pointer
from showcase.media.storing.store import Store
from showcase.media.terms.durations import duration_in_words
from showcase.media.terms.wanted import KIND_NAMES, MediaKind, Wanted
from showcase.media.working.jobs import Job, job_of
from showcase.model.media import Shelf
from showcase.model.presets import Presets

_MEASURES = {MediaKind.FILM: "部", MediaKind.PHOTO: "张", MediaKind.SOUND: "个", MediaKind.CAPTIONS: "份"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What is to be made.

    `seconds` are the estimated processor seconds of each job by its key, on the machine of rates.py;
    `film_s` is the length of the films whose length is known; `kinds` counts the jobs. `unusable` are the
    files beside them that judging has refused.
    """

    seconds: Mapping[str, float]
    kinds: Mapping[MediaKind, int]
    film_s: float = 0.0
    unusable: int = 0

    @property
    def total_s(self) -> float:
        """Estimated processor seconds of everything."""
        return sum(self.seconds.values())

    def in_words(self) -> str:
        """Return `影片 3 部（共约 12 分钟），照片 45 张`; nothing when there is nothing to do."""
        length = f"（片长共{duration_in_words(self.film_s)}）" if self.film_s else ""
        told = {
            kind: f"{KIND_NAMES[kind]} {self.kinds[kind]} {measure}"
            for kind, measure in _MEASURES.items()
            if self.kinds.get(kind)
        }
        if MediaKind.FILM in told:
            told[MediaKind.FILM] += length
        return "，".join(told.values())


def jobs_to_do(layout: Layout, wanted: Iterable[Wanted], presets: Presets) -> list[Job]:
    """Return the jobs whose product is not there yet, each once, in the order of `wanted`."""
    masters, _missing = find_masters(layout, wanted)
    store = Store(layout.derivatives)
    jobs = {job.key: job for job in reversed([job_of(master, presets) for master in masters])}
    return [job for job in reversed(jobs.values()) if store.read(job.key) is None]


def cost_of(jobs: Sequence[Job], facts: Shelf, presets: Presets) -> Cost:
    """Return what `jobs` cost. `facts` are those that judging the records has found."""
    films = [facts.film_facts[job.label].duration_s for job in jobs if job.label in facts.film_facts]
    seconds = {job.key: _seconds(job, facts, presets) for job in jobs}
    return Cost(seconds, Counter(job.kind for job in jobs), sum(films))


def refused(layout: Layout, wanted: Iterable[Wanted], facts: Shelf) -> frozenset[str]:
    """Return the keys of the files that lie here and have no facts: looking at them found a problem."""
    shelves: tuple[Mapping[str, object], ...]
    shelves = (facts.photo_facts, facts.film_facts, facts.sound_facts, facts.captions_facts)
    unknown = {each.key for each in wanted if not any(each.key in known for known in shelves)}
    return frozenset(key for key in unknown if (layout.media / key).is_file())


def _seconds(job: Job, facts: Shelf, presets: Presets) -> float:
    match job.kind:
        case MediaKind.FILM:
            film = facts.film_facts.get(job.label)
            return rates.film_s(film, presets) if film else rates.film_s_of_size(_size(job), presets)
        case MediaKind.PHOTO:
            photo = facts.photo_facts.get(job.label)
            known = photo and rates.photo_s(photo, presets.photo)
            return known or rates.photo_s_of_size(_size(job), presets.photo)
        case MediaKind.SOUND:
            sound = facts.sound_facts.get(job.label)
            return rates.sound_s(sound.duration_s) if sound else rates.sound_s_of_size(_size(job))
        case MediaKind.CAPTIONS:
            return rates.captions_s()


def _size(job: Job) -> int:
    """Return the bytes of a master that lies here or, by its pointer, elsewhere."""
    if job.path.is_file():
        return job.path.stat().st_size
    pointer = read_pointer(job.path)
    return pointer.size_bytes if pointer else 0
