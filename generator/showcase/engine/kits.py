"""What was made ready for a build, as kits take it; and cut down to a collection on a stick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from showcase.content.layout import Layout
from showcase.content.presets import read_presets
from showcase.engine import theming
from showcase.kit.bench import Bench
from showcase.kit.collection import kits_of, shelf_of
from showcase.kit.live import live_files
from showcase.kit.making import Order, forget_kits_but, make_kits
from showcase.model.artefact import Artefact
from showcase.model.passing import kit_path
from showcase.model.terms import SchoolStage
from showcase.pages.site import Site
from showcase.pages.view import View
from showcase.publish.plan import PublishError
from showcase.publish.prepare import Prepared
from showcase.sheets.typesetting import LayoutFault


def bench_of(layout: Layout, prepared: Prepared, config: MkDocsConfig, stage: SchoolStage) -> Bench:
    """Return the bench of what was made ready for a build."""
    site = Site(prepared.showcase, prepared.shelf, prepared.settings, prepared.today)
    directories = tuple(theming.template_dirs(config))
    return Bench(layout, site, prepared.fonts, directories, read_presets(layout)[0], stage)


def as_collection(prepared: Prepared, name: str) -> Prepared:
    """Return what was made ready cut down to the collection `name`, named as a disk needs it; all for ""."""
    if not name:
        return prepared
    online = prepared.settings
    settings = replace(
        online, directory_urls=False, site_url="", media_url="", precompress=False, online=online
    )
    showcase = kits_of(prepared.showcase, name)
    shelf = shelf_of(prepared.shelf, showcase.kits.values())
    return replace(prepared, settings=settings, showcase=showcase, shelf=shelf)


def shows_of(config: MkDocsConfig, ready: Prepared, view: View, rules: str) -> Iterator[Artefact]:
    """Yield slides, the exhibition, and the kits that the site offers. Raises PublishError.

    What was made of those who may not be given away any more leaves the cache.
    """
    yield from live_files(view, rules)
    layout = Layout(Path(config.config_file_path).parent)
    showcase = ready.showcase
    if showcase.preview or ready.settings.kits == "none":
        return
    forget_kits_but(layout, frozenset(showcase.kits))
    film = ready.settings.kits == "chosen"
    orders = [Order(address, film) for address in sorted(showcase.downloads)]
    bench = bench_of(layout, ready, config, SchoolStage.JUNIOR)
    try:
        for made in make_kits(bench, orders):
            yield Artefact(kit_path(made.order.address), made.place)
    except LayoutFault as fault:
        raise PublishError(f"theme/print 里的版式有错误，没有发布，网站保持原样：{fault}") from fault
