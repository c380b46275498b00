"""The MkDocs plugin. It only forwards: what happens stands in building.py and theming.py."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import PlainConfigSchema
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.api import BaseObserver

from showcase.engine.bar import with_bar
from showcase.engine.building import SiteBuild
from showcase.engine.serving import Preview, watch_records
from showcase.engine.wishes import Wishes
from showcase.model.settings import Settings
from showcase.publish.build import BuildReport
from showcase.publish.lock import forget_lock

_OWN = {"site_name", "site_url", "directory_urls", "online", "source", "words"}


def _scheme() -> PlainConfigSchema:
    """Return the plugin's options: the fields of Settings that are not MkDocs' own."""
    return tuple(
        (field.name, config_options.Type(type(field.default), default=field.default))
        for field in dataclasses.fields(Settings)
        if field.name not in _OWN
    )


class ShowcasePlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # an option list, not a Config class
    """Builds the showcase inside `mkdocs build` and `mkdocs serve`.

    `wishes` may be set by the command before the build; `report` is there after it.
    """

    config_scheme = _scheme()
    wishes = Wishes()
    report: BuildReport | None = None
    build: SiteBuild | None = None
    preview: Preview | None = None
    observer: BaseObserver | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this instance over rebuilds of `mkdocs serve` (MkDocs does so when this event exists)."""
        if command == "serve":
            self.wishes = dataclasses.replace(self.wishes, serving=True)

    def on_shutdown(self) -> None:
        """Leave nothing of a preview behind."""
        if self.observer:
            self.observer.stop()
        if self.build and self.wishes.serving:
            self.build.abandon()
            forget_lock(str(self.build.live))

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge the records, make their media; MkDocs writes to a folder beside the site."""
        self.build = SiteBuild.begin(config, self.wishes)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let the navigation name our sections."""
        assert self.build
        self.build.take_files(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the shells."""
        assert self.build
        self.build.nav = nav
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the text of hand-written pages for home and for the index."""
        assert self.build
        self.build.take_page(page, html)
        return html

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's environment for the shells."""
        assert self.build
        self.build.take_env(env)
        return env

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill the pages and bring the live folder up to date."""
        assert self.build
        self.report = self.build.finish(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was."""
        if self.preview:
            self.preview.fault = error
        if self.build:
            self.build.abandon()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Rebuild when a record, a master or a template changes; say on the pages when that fails."""
        preview = self.preview = Preview(lambda: self.build, builder)
        server.builder = preview
        server.set_app(with_bar(server.serve_request, lambda: preview.wrong))
        self.observer = watch_records(server, config)
        return server
