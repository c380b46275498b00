"""What every command begins with: load → check. What it costs to go on. Light: most commands need no more."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from showcase.check.gate import open_gate
from showcase.check.runner import check
from showcase.check.scan.tree import look_through, with_places
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.presets import read_presets
from showcase.content.settings import read_settings
from showcase.media.cost import Cost, cost_of, jobs_to_do, refused
from showcase.media.facts import facts_of
from showcase.media.machines.parts import WHOLE, Part
from showcase.media.pace import Pace
from showcase.media.photos.page_pictures import page_picture_problems
from showcase.media.sharing.exchange import not_made_elsewhere
from showcase.media.sharing.pointed_facts import with_pointed
from showcase.media.sharing.remote import Remote, open_remote
from showcase.media.sharing.remote_address import chosen_url
from showcase.media.storing.pointers import SUFFIX
from showcase.media.terms.wanted import wanted_media
from showcase.model.library import Library
from showcase.model.media import Shelf
from showcase.model.presets import Presets
from showcase.model.problem import Problem, Severity
from showcase.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Judged:
    """The records of a root and what is wrong with them."""

    layout: Layout
    settings: Settings
    presets: Presets
    library: Library
    today: datetime.date
    problems: tuple[Problem, ...]
    facts: Shelf = field(default_factory=Shelf)
    remote: Remote | None = None

    @property
    def has_errors(self) -> bool:
        """Whether anything stops publishing."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def judge(layout: Layout, today: datetime.date, *, store: str = "") -> Judged:
    """Read everything below `layout` and hold it against the rules, as of `today`.

    `store`: the URL of a store elsewhere, if not the site's own. StoreTrouble when it names none.
    """
    settings, of_settings = read_settings(layout)
    remote = remote_of(settings, store)
    library, of_records = read_library(layout)
    presets, of_presets = read_presets(layout)
    facts, of_media = facts_of(layout, library, presets)
    facts, of_pointers = with_pointed(facts, layout, library, presets, remote)
    of_pages = page_picture_problems(layout)
    read = [*of_settings, *of_records, *of_presets, *of_media, *of_pointers, *of_pages]
    keys = frozenset(media_keys(layout))
    looked = look_through(layout, public=settings.repository == "public")
    problems = check(library, settings, today, facts, keys, read_problems=read, clean_files=looked.clean)
    told = tuple(with_places(problems, looked.problems))
    return Judged(layout, settings, presets, library, today, told, facts, remote)


def remote_of(settings: Settings, store: str = "") -> Remote | None:
    """Return the store elsewhere that was chosen by option, environment or mkdocs.yml; or None."""
    url = chosen_url(store, settings.store)
    return open_remote(url) if url else None


def cost_ahead(judged: Judged, part: Part = WHOLE) -> tuple[Cost, Pace]:
    """Return what is still to be made of all that may be seen, and how fast this machine is."""
    showcase = open_gate(judged.library, judged.settings, judged.today)
    wanted = wanted_media(showcase)
    hopeless = refused(judged.layout, wanted, judged.facts)
    jobs = jobs_to_do(judged.layout, wanted, judged.presets)
    jobs = [job for job in jobs if part.has(job.key) and job.label not in hopeless]
    if judged.remote:
        jobs = not_made_elsewhere(jobs, judged.remote)
    cost = cost_of(jobs, judged.facts, judged.presets)
    return replace(cost, unusable=len(hopeless)), Pace(judged.layout)


def media_keys(layout: Layout) -> Iterator[str]:
    """Yield the key of every file below media/ that may belong to a record; a pointer is its master."""
    top = str(layout.media)
    for folder, folders, files in os.walk(top):
        if folder == top:
            folders[:] = [name for name in folders if name != layout.derivatives.name]
        below = os.path.relpath(folder, top).replace(os.sep, "/")
        yield from (f"{below}/{name.removesuffix(SUFFIX)}" for name in files if below != ".")
