"""Make all media of a build: find masters, make what is missing, put it on the shelf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from showcase.content.layout import Layout
from showcase.media.machines.way import USUAL, Way
from showcase.media.sharing.exchange import at_hand, send_all
from showcase.media.sharing.shared_store import SharedStore
from showcase.media.storing.masters import Master, find_masters, problem_of
from showcase.media.storing.store import Store
from showcase.media.terms.made import Captions, Made, renditions_of
from showcase.media.terms.progress import Progress
from showcase.media.terms.refusal import Refusal
from showcase.media.terms.wanted import Wanted
from showcase.media.working.jobs import Job, Run, job_of
from showcase.media.working.pool import run_jobs
from showcase.model.media import Film, FilmFacts, PhotoFacts, Picture, Shelf, Sound
from showcase.model.presets import Presets
from showcase.model.problem import Problem

Results = Mapping[str, Made | Refusal]


def make_media(
    layout: Layout,
    wanted: Sequence[Wanted],
    presets: Presets,
    progress: Progress,
    run: Run = run_jobs,
    *,
    store: Store | None = None,
    way: Way = USUAL,
) -> tuple[Shelf, list[Problem]]:
    """Return the shelf with everything `wanted`, and a problem for each file that could not be made.

    `run` runs the jobs that are left and belong to the part of `way`. What was made before is not made
    again; a SharedStore is asked first, and gets what was made. KeyboardInterrupt passes through after all
    children ended. Raises StoreTrouble when a shared store cannot be asked.
    """
    store = store or Store(layout.derivatives)
    store.sweep()
    masters, problems = find_masters(layout, wanted)
    jobs = [job_of(master, presets) for master in masters]
    known, missing = _look_up(store, jobs)
    ours = [job for job in missing if way.part.has(job.key)]
    with at_hand(layout, store, ours, progress, bring=way.brings_masters) as (elsewhere, left):
        results = known | elsewhere | run(left, presets, store, progress)
    if isinstance(store, SharedStore):
        send_all(store, known, progress)
    done = [(master, job) for master, job in zip(masters, jobs, strict=True) if job.key in results]
    pairs = [(master, _as_made(results[job.key])) for master, job in done]
    return _shelf(store, pairs), problems + _problems(pairs)


def _look_up(store: Store, jobs: Sequence[Job]) -> tuple[dict[str, Made | Refusal], list[Job]]:
    """Return what is there already, and the jobs still to do, each key once."""
    known: dict[str, Made | Refusal] = {}
    missing: dict[str, Job] = {}
    for job in jobs:
        if job.key in known or job.key in missing:
            continue
        made = store.read(job.key)
        if made:
            known[job.key] = made
        else:
            missing[job.key] = job
    return known, list(missing.values())


def _as_made(result: Made | Refusal) -> Made:
    return Made(result) if isinstance(result, Refusal) else result


def _problems(pairs: Sequence[tuple[Master, Made]]) -> list[Problem]:
    return [
        problem_of(master.wanted, made.product) for master, made in pairs if isinstance(made.product, Refusal)
    ]


def _shelf(store: Store, pairs: Sequence[tuple[Master, Made]]) -> Shelf:
    products = {master.wanted.key: made.product for master, made in pairs}
    facts = {master.wanted.key: made.facts for master, made in pairs}
    return Shelf(
        pictures={key: each for key, each in products.items() if isinstance(each, Picture)},
        films=_films(pairs),
        sounds={key: each for key, each in products.items() if isinstance(each, Sound)},
        photo_facts={key: each for key, each in facts.items() if isinstance(each, PhotoFacts)},
        film_facts={key: each for key, each in facts.items() if isinstance(each, FilmFacts)},
        files=_files(store, pairs),
    )


def _films(pairs: Sequence[tuple[Master, Made]]) -> dict[str, Film]:
    """Return the films, each with the captions that belong to it."""
    captions = {
        master.wanted.film: made.product.rendition.path
        for master, made in pairs
        if isinstance(made.product, Captions)
    }
    return {
        master.wanted.key: replace(made.product, captions=captions.get(master.wanted.key, ""))
        for master, made in pairs
        if isinstance(made.product, Film)
    }


def _files(store: Store, pairs: Sequence[tuple[Master, Made]]) -> dict[str, Path]:
    renditions = {each.path: each for _, made in pairs for each in renditions_of(made.product)}
    return {path: store.on_disk(renditions[path]) for path in sorted(renditions)}
