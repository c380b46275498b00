"""One build inside MkDocs: begin with the records, end with the live folder brought up to date."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils import CountHandler

from showcase.check.printing import as_text
from showcase.content.layout import Layout, theme_dir
from showcase.engine import theming
from showcase.engine.assets import asset_files
from showcase.engine.chrome import Chrome
from showcase.engine.clock import today_in_shanghai
from showcase.engine.handwritten import Handwritten
from showcase.engine.wishes import Wishes
from showcase.engine.wrapping import Wrapping
from showcase.find.index import index_files
from showcase.model.artefact import Artefact, Page
from showcase.model.problem import Problem
from showcase.pages.everything import all_pages
from showcase.pages.site import Site
from showcase.pages.templates import Templates
from showcase.pages.view import View
from showcase.publish.build import BuildReport, Materials, build
from showcase.publish.losing import withheld_media
from showcase.publish.plan import PublishError
from showcase.publish.prepare import Judged, Prepared, judge, prepare
from showcase.publish.removing import addresses_to_remove, without_news


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
    removed: frozenset[str] | None = None
    withheld: frozenset[str] = frozenset()
    written: Handwritten = field(default_factory=Handwritten)
    nav: Navigation | None = None
    files: Files | None = None
    env: Environment | None = None

    @classmethod
    def begin(cls, config: MkDocsConfig, wishes: Wishes) -> SiteBuild:
        """Judge and prepare the records. Raises PluginError when an error stops the build."""
        layout = Layout(Path(config.config_file_path).parent)
        live = Path(config.site_dir)
        judged = judge(layout, wishes.today or today_in_shanghai())
        _tell(judged.problems)
        removed, withheld = None, frozenset[str]()
        if wishes.removals:
            removed, withheld = addresses_to_remove(judged, live), withheld_media(judged)
            prepared = _prepare_removals(judged, live)
        else:
            prepared = _prepare(judged, wishes)
        theming.dress(config)
        staging = live.with_name(f".{live.name}.mkdocs")
        config.site_dir = str(staging)
        return cls(prepared, live, staging, wishes, removed, withheld)

    def take_files(self, files: Files, config: MkDocsConfig) -> None:
        """Remember MkDocs' files, with our section pages among them."""
        theming.add_sections(files, config)
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
            return self._publish(config)
        except PublishError as error:
            raise PluginError(str(error)) from error
        finally:
            config.site_dir = str(self.live)
            self.abandon()

    def abandon(self) -> None:
        """Remove what MkDocs wrote beside the live folder."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _publish(self, config: MkDocsConfig) -> BuildReport:
        assert self.env and self.nav and self.files
        ready = self.prepared
        site = Site(ready.showcase, ready.shelf, ready.settings, ready.today)
        view = View(site, Templates(site, theming.template_dirs(config)))
        chrome = Chrome(self.env, self.nav, self.files, config)
        settings = ready.settings
        description = config.site_description or settings.site_name
        wrapping = Wrapping(
            chrome, site.links.url, settings.site_url, description, full=settings.render == "full"
        )
        materials = Materials(
            showcase=ready.showcase,
            shelf=ready.shelf,
            settings=ready.settings,
            today=ready.today,
            pages=_unless_warned(all_pages(view, self.written.home)),
            wrap=wrapping.wrap,
            assets=[*asset_files(theme_dir()), *self._written_by_mkdocs()],
            index=index_files(ready.showcase, ready.shelf, ready.settings, self.written.texts),
        )
        return build(self.live, materials, removed=self.removed, withheld=self.withheld)

    def _written_by_mkdocs(self) -> Iterator[Artefact]:
        """Yield what MkDocs wrote, less the stand-ins of pages that are ours."""
        assert self.files
        ours = {file.dest_uri for file in self.files if theming.is_ours(file)}
        for path in sorted(self.staging.rglob("*")):
            name = path.relative_to(self.staging).as_posix()
            if path.is_file() and name not in ours:
                yield Artefact(name, path)


def _prepare(judged: Judged, wishes: Wishes) -> Prepared:
    """Make the media of what may be seen. Raises PluginError when an error stops the build."""
    if judged.has_errors:
        raise PluginError("资料有错误，没有发布，网站保持原样。请按上面的提示修改后再来。")
    prepared = prepare(judged, preview=wishes.preview)
    if prepared.problems:
        _tell(prepared.problems)
        raise PluginError("有照片或影片不能用，没有发布，网站保持原样。请按上面的提示更换后再来。")
    return prepared


def _prepare_removals(judged: Judged, live: Path) -> Prepared:
    """Prepare what is live already and without error; what a broken file spoils is left as it is too."""
    prepared = prepare(without_news(judged, live))
    while prepared.problems:
        _tell(prepared.problems)
        judged = replace(judged, problems=judged.problems + prepared.problems)
        prepared = prepare(without_news(judged, live))
    return prepared


def _unless_warned(pages: Iterable[Page]) -> Iterator[Page]:
    """Pass pages on. Under --strict a warning stops the build here, before anything live is touched."""
    yield from pages
    if _has_warned():
        raise PublishError("有警告，而 --strict 要求没有警告；网站保持原样。")


def _tell(problems: tuple[Problem, ...]) -> None:
    if problems:
        print(as_text(problems), file=sys.stderr)  # noqa: T201 - the editor is waiting for it


def _has_warned() -> bool:
    """Whether `--strict` counts a warning so far (MkDocs keeps the count in a log handler)."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
