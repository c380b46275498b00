"""The build as a list: every step of the way from what may be seen to the live folder, on one screen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from showcase.check.scan.site import office_numbers
from showcase.model.artefact import Artefact, Page
from showcase.model.hosting import is_streamed
from showcase.model.library import Showcase
from showcase.model.links import Links
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.outputs.addressing import PageRef
from showcase.outputs.everything import output_files
from showcase.publish.inspecting import inspect
from showcase.publish.live import LiveSite, scan
from showcase.publish.plan import Plan
from showcase.publish.removals import public_addresses, removal_plan, taken_down
from showcase.publish.sync import sync

HANDWRITTEN = "robots.txt"
"""The one output that gives way when the owner's own files hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """All that goes into a site.

    `pages` is asked for once and streamed; `wrap` puts the theme's chrome around one page. `assets` are
    the files that pages stand on: the theme's, MkDocs' own output, hand-written pages. `index` is the
    search index, `shows` are slides, the exhibition and kits. `siblings`: texts get compressed copies
    beside them.
    """

    showcase: Showcase
    shelf: Shelf
    settings: Settings
    today: datetime.date
    pages: Iterable[Page]
    wrap: Callable[[Page], bytes]
    assets: Iterable[Artefact] = ()
    index: Iterable[Artefact] = ()
    shows: Iterable[Artefact] = ()
    siblings: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What the live folder holds after a build, and what the build did to it."""

    records: int
    pages: int
    photos: int
    films: int
    written: int
    unchanged: int
    deleted: int


@dataclass(slots=True)
class _Progress:
    """What later steps must know of earlier ones: a line for each page, and hand-written outputs."""

    pages: list[PageRef] = field(default_factory=list)
    handwritten: set[str] = field(default_factory=set)


def build(
    site_dir: Path,
    materials: Materials,
    *,
    removed: Collection[str] | None = None,
    withheld: Collection[str] = (),
) -> BuildReport:
    """Bring `site_dir` up to `materials`; with `removed`, publish only the removal of these addresses.

    `withheld` are then the keys of media that leave the pages of records that stay.
    Raises PublishError; the live folder then is as it was, less the take-downs.
    """
    progress = _Progress()
    plan = _plan(materials, progress, site_dir)
    if removed is not None:
        plan = removal_plan(plan, scan(str(site_dir)), removed, materials.shelf.files, withheld)
    done = sync(site_dir, plan)
    return BuildReport(
        records=len(materials.showcase.stars) + len(materials.showcase.projects),
        pages=len(progress.pages),
        photos=len(materials.shelf.pictures),
        films=len(materials.shelf.films),
        written=done.written,
        unchanged=done.unchanged,
        deleted=done.deleted,
    )


def _plan(materials: Materials, progress: _Progress, site_dir: Path) -> Plan:
    """Return the list: each group is made only when the one before it is through."""
    groups = (
        _assets(materials, progress),
        _media(materials),
        materials.index,
        _pages(materials, progress),
        materials.shows,
        _outputs(materials, progress),
    )
    allowed = office_numbers(materials.showcase, materials.settings)
    return Plan(
        groups,
        gone=_gone(materials),
        inspect=lambda changed: inspect(changed, allowed, site_dir),
        siblings=materials.siblings,
    )


def _gone(materials: Materials) -> Callable[[LiveSite], list[str]]:
    public = public_addresses(materials.showcase)
    return lambda live: taken_down(live, public, materials.shelf.files)


def _assets(materials: Materials, progress: _Progress) -> Iterator[Artefact]:
    for artefact in materials.assets:
        if artefact.path == HANDWRITTEN:
            progress.handwritten.add(artefact.path)
        yield artefact


def _media(materials: Materials) -> Iterator[Artefact]:
    """Yield derived media, but films and sounds that the owner serves from elsewhere (media_url)."""
    for path, file in sorted(materials.shelf.files.items()):
        if not (materials.settings.media_url and is_streamed(path)):
            yield Artefact(path, file)


def _pages(materials: Materials, progress: _Progress) -> Iterator[Artefact]:
    """Wrap each page as it comes; only its reference is kept."""
    links = Links(materials.settings.directory_urls)
    for page in materials.pages:
        url = links.url(page.address)
        progress.pages.append(
            PageRef(page.address, url, page.section, page.title, page.lastmod, page.noindex)
        )
        yield Artefact(links.path(page.address), materials.wrap(page))


def _outputs(materials: Materials, progress: _Progress) -> Iterator[Artefact]:
    m = materials
    for artefact in output_files(m.showcase, m.shelf, m.settings, m.today, progress.pages):
        if artefact.path not in progress.handwritten:
            yield artefact
