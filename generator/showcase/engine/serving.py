"""The live preview: what is watched, and how little is done again when only records changed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from showcase.check.printing import as_text
from showcase.content.layout import Layout, theme_dir
from showcase.engine.building import SiteBuild
from showcase.engine.judging import Refused

POLL_S = 0.2
"""Between two looks at the records. Polling also sees network drives and folders of containers."""


@dataclass
class Preview:
    """Builds again when something changed. A build that fails leaves the last good preview.

    `last` gives the last build, `whole` makes a new one through MkDocs, whose Abort does not say why:
    the plugin leaves the reason in `fault`. `wrong` is for the editor to read; empty when all is well.
    """

    last: Callable[[], SiteBuild | None]
    whole: Callable[[], None]
    fault: Exception | None = None
    wrong: str = ""

    def __call__(self) -> None:
        """Build, and say what came of it; never raise, or the server would hold back every page."""
        started, self.fault = time.perf_counter(), None
        try:
            self._build()
        except Exception as error:  # whatever it is, the preview goes on
            self.wrong = _reason(self.fault or error)
            _say("没有更新，预览停在上一次正确的样子。改好后会自动更新。")
        else:
            self.wrong = ""
            _say(f"预览已更新，用时 {time.perf_counter() - started:.1f} 秒。")

    def _build(self) -> None:
        last = self.last()
        if last and last.is_reusable():
            last.again()
        else:
            self.whole()


def _reason(error: Exception) -> str:
    if isinstance(error, Refused):
        return as_text(error.problems)
    return str(error) if isinstance(error, MkDocsException) else f"{type(error).__name__}：{error}"


def watch_records(server: LiveReloadServer, config: MkDocsConfig) -> BaseObserver:
    """Watch records, masters and templates, whatever folders come later; return the running observer."""
    layout = Layout(Path(config.config_file_path).parent)
    ours: BaseObserver = PollingObserverVFS(os.stat, listing(layout), polling_interval=POLL_S)
    theirs = server.observer
    # only so long that the server ties its own reaction to our observer
    server.observer = ours  # type: ignore[assignment]
    server.watch(str(layout.root))
    server.observer = theirs
    for folder in filter(None, (config.theme.custom_dir, str(theme_dir()))):
        server.watch(folder)
    ours.start()
    return ours


def listing(layout: Layout) -> Callable[[str | None], Iterator[os.DirEntry[str]]]:
    """Return `os.scandir` less everything that is no record and no master: what a build writes above all."""
    top = {layout.content.name, layout.media.name}
    root, media = str(layout.root), str(layout.media)

    def entries(folder: str | None) -> Iterator[os.DirEntry[str]]:
        with os.scandir(folder) as found:
            for entry in found:
                is_made = folder == media and entry.name == layout.derivatives.name
                if not (is_made or entry.name.startswith(".") or (folder == root and entry.name not in top)):
                    yield entry

    return entries


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - the editor is waiting for it
