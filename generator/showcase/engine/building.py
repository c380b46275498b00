"""One build inside MkDocs: begin with the records, end with the live folder brought up to date."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils import CountHandler

from showcase.cards.rare import rare_font, texts_of
from showcase.content.layout import Layout, theme_dir
from showcase.content.wording import ui
from showcase.engine import theming
from showcase.engine.assets import FOLDER, asset_files
from showcase.engine.chrome import Chrome
from showcase.engine.compiled import Compiled
from showcase.engine.handwritten import Handwritten
from showcase.engine.inputs import Stamp, has_foreign_plugins, stamp_of
from showcase.engine.judging import faulty_pages, judged_of, prepared_for_removals, prepared_of
from showcase.engine.kits import as_collection, shows_of
from showcase.engine.remembering import index_memory
from showcase.engine.staging_folder import staging_folder
from showcase.engine.wishes import Wishes
from showcase.engine.wrapping import Wrapping
from showcase.find.index import index_files
from showcase.model.artefact import Artefact, Page
from showcase.pages.everything import all_pages
from showcase.pages.site import Site
from showcase.pages.templates import Templates
from showcase.pages.view import View
from showcase.publish.build import BuildReport, Materials, build
from showcase.publish.losing import withheld_media
from showcase.publish.passing import forget_taken_down
from showcase.publish.plan import PublishError
from showcase.publish.prepare import Prepared
from showcase.publish.removing import addresses_to_remove


@dataclass
class SiteBuild:
    """The state of one build, from `on_config` to `on_post_build`.

    `live` is the folder that visitors see; MkDocs writes to `staging` beside it, so that a failed
    build changes nothing.
    """

    prepared: Prepared
    live: Path
    staging: Path
    wishes: Wishes
    stamp: Stamp
    removed: frozenset[str] | None = None
    withheld: frozenset[str] = frozenset()
    faulty: frozenset[str] = frozenset()
    left_out: list[File] = field(default_factory=list)
    written: Handwritten = field(default_factory=Handwritten)
    nav: Navigation | None = None
    files: Files | None = None
    env: Environment | None = None
    config: MkDocsConfig | None = None
    wrapping: Wrapping | None = None
    compiled: Compiled = field(default_factory=Compiled)

    @classmethod
    def begin(cls, config: MkDocsConfig, wishes: Wishes) -> SiteBuild:
        """Judge and prepare the records. Raises PluginError when an error stops the build."""
        live = Path(config.site_dir)
        stamp = stamp_of(config)
        judged = judged_of(config, wishes)
        ui.speak(judged.settings.words)
        removed, withheld, faulty = None, frozenset[str](), frozenset[str]()
        if wishes.removals:
            faulty = faulty_pages(judged)
            removed, withheld = addresses_to_remove(judged, live), withheld_media(judged)
            prepared = prepared_for_removals(judged, live)
        else:
            prepared = prepared_of(judged, wishes)
        prepared = as_collection(prepared, wishes.collection)
        theming.dress(config)
        staging = staging_folder(live)
        config.site_dir = str(staging)
        return cls(prepared, live, staging, wishes, stamp, removed, withheld, faulty)

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Remember MkDocs' files, with our section pages among them."""
        theming.add_sections(files, config)
        self.left_out = theming.leave_out(files, self.faulty, config)
        self.files = files

    def take_page(self, page: ThemePage, html: str) -> None:
        """Remember a hand-written page."""
        if not theming.is_section(page.file):
            self.written.add(page, html)

    def take_env(self, env: Environment) -> None:
        """Remember the theme's environment and give it the owner's words."""
        settings = self.prepared.settings
        theming.add_words(env, settings, self.written.links(), preview=self.wishes.preview)
        self.env = env

    def finish(self, config: MkDocsConfig) -> BuildReport:
        """Write the site; under `--strict` not if anything warned, whose Abort MkDocs would raise later."""
        try:
            report = self._publish(config)
        except PublishError as error:
            raise PluginError(str(error)) from error
        finally:
            config.site_dir = str(self.live)
            if not self.wishes.serving:
                self.abandon()
            if self.removed is not None:
                forget_taken_down(Layout(Path(config.config_file_path).parent), self.live)
        self.config = config
        return report

    def is_reusable(self) -> bool:
        """Whether a whole build would differ from this one only by what records and media say."""
        config = self.config
        whole = config and self.staging.is_dir() and not has_foreign_plugins(config)
        return bool(config and whole and self.stamp == stamp_of(config))

    def again(self) -> BuildReport:
        """Take in changed records, using MkDocs' part as it is. Raises PluginError."""
        assert self.config
        self.prepared = prepared_of(judged_of(self.config, self.wishes), self.wishes)
        return self.finish(self.config)

    def abandon(self) -> None:
        """Remove what MkDocs wrote beside the live folder."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _publish(self, config: MkDocsConfig) -> BuildReport:
        ready = self.prepared
        written = frozenset(page.address for page in self.written.texts)
        site = Site(ready.showcase, ready.shelf, ready.settings, ready.today, written)
        view = View(site, Templates(site, theming.template_dirs(config), self.compiled))
        self.wrapping = self.wrapping or self._wrapping(site, config)
        memory = index_memory(config, self.wishes)
        rules, rare = self._rare(config)
        materials = Materials(
            showcase=ready.showcase,
            shelf=ready.shelf,
            settings=ready.settings,
            today=ready.today,
            pages=_unless_warned(all_pages(view, self.written.home)),
            wrap=self.wrapping.wrap,
            assets=[*asset_files(theme_dir(), rules), *rare, *self._written_by_mkdocs()],
            shows=shows_of(config, ready, view, rules),
            index=index_files(ready.showcase, ready.shelf, ready.settings, self.written.texts, memory),
            siblings=ready.settings.precompress and not self.wishes.serving,
        )
        return build(self.live, materials, removed=self.removed, withheld=self.withheld)

    def _wrapping(self, site: Site, config: MkDocsConfig) -> Wrapping:
        assert self.env and self.nav and self.files
        settings = self.prepared.settings
        chrome = Chrome(self.env, self.nav, self.files, config)
        said = settings.site_url, config.site_description or settings.site_name
        return Wrapping(chrome, site.links.url, *said, full=settings.render == "full")

    def _rare(self, config: MkDocsConfig) -> tuple[str, list[Artefact]]:
        """Return the fonts of the rare characters that stand on this site, and the rules that name them."""
        written = (page.text for page in self.written.texts)
        texts = [*texts_of(self.prepared.showcase), self.written.home, *written]
        layout = Layout(Path(config.config_file_path).parent)
        return rare_font(layout, texts, self.prepared.fonts, FOLDER)

    def _written_by_mkdocs(self) -> Iterator[Artefact]:
        """Yield what MkDocs wrote, less the stand-ins of pages that are ours."""
        assert self.files
        ours = {file.dest_uri for file in self.files if theming.is_ours(file)}
        for path in sorted(self.staging.rglob("*")):
            name = path.relative_to(self.staging).as_posix()
            if path.is_file() and name not in ours:
                yield Artefact(name, path)
        for file in self.left_out:
            if file.is_documentation_page() and (self.live / file.dest_uri).is_file():
                yield Artefact(file.dest_uri, self.live / file.dest_uri)


def _unless_warned(pages: Iterable[Page]) -> Iterator[Page]:
    """Pass pages on. Under --strict a warning stops the build here, before anything live is touched."""
    yield from pages
    if _has_warned():
        raise PublishError("有警告，而 --strict 要求没有警告；网站保持原样。")


def _has_warned() -> bool:
    """Whether `--strict` counts a warning so far (MkDocs keeps the count in a log handler)."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
