"""A searchable site below /a/b/, served from a folder, and the system's Chromium to search it with."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from showcase.content.layout import theme_dir
from showcase.engine.assets import words_script
from showcase.find.documents import Document, numbered
from showcase.find.index import files_of
from showcase.find.occasions import occasion_documents
from showcase.find.records import record_document
from showcase.find.walk import Limits
from showcase.model.library import Showcase
from showcase.model.media import Shelf
from showcase.model.settings import Settings
from showcase.model.synonym import Synonym

from .corpus import corpus

SCRIPTS = (
    "find-fold.js", "find-say.js", "find-shards.js", "find-index.js", "find-marks.js", "find-words.js", "find-results.js", "find-page.js",
)  # fmt: skip
ON_DEMAND = ("find-box.js", "find-suggest.js")
PAGE = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>找一找</title>
<form class="ls-find" data-ls-find data-ls-index="../find/" action=".">
<input name="q"><button>找</button></form>
<div class="ls-count" role="status"><p data-ls-found></p></div>
<ul class="ls-results" data-ls-results></ul><nav class="ls-pager" data-ls-pager></nav>
"""
BOX = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>一页</title>
<header class="md-header"><form class="md-search__form" action="../search/" data-ls-box data-ls-index="../find/">
<input name="q" aria-label="找人、找项目"><button class="ls-search-close" type="button">关闭</button></form>
<a class="ls-search-link" href="../search/">找</a></header>
<main><textarea></textarea><input type="checkbox"></main>
<script defer src="../assets/showcase/find-box.js"></script>
"""
SYNONYMS = (
    Synonym(word="终身学习", also=("终生学习",)),
    Synonym(word="老年大学", also=("社区学院", "老人大学")),
    Synonym(word="不在任何地方", also=("哪里也没有",)),
)


@dataclass(frozen=True)
class Site:
    """A served index: its documents, the folder it lies in and the address of its search page."""

    documents: Sequence[tuple[int, Document]]
    folder: Path
    url: str


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: hundreds of requests would drown what the test has to say."""


def documents_of(showcase: Showcase, shelf: Shelf | None = None) -> Sequence[tuple[int, Document]]:
    """Return the numbered documents of a showcase without hand-written pages."""
    shelf = shelf or Shelf()
    records = (record_document(record, shelf) for record in (*showcase.stars, *showcase.projects))
    return numbered(chain(records, occasion_documents(showcase, ())))


def write_site(folder: Path, documents: Sequence[tuple[int, Document]], limits: Limits | None = None) -> None:
    """Write index, scripts and search page below folder/a/b/."""
    root = folder / "a" / "b"
    for artefact in files_of(documents, Settings(), limits, SYNONYMS):
        path = root / artefact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(artefact.data))
    assets = root / "assets" / "showcase"
    assets.mkdir(parents=True)
    for name in (*SCRIPTS, *ON_DEMAND):
        put_script(name, assets)
    (root / "search").mkdir()
    (root / "page").mkdir()
    (root / "page" / "index.html").write_text(BOX, "utf-8")
    tags = "".join(f'<script src="../assets/showcase/{name}"></script>' for name in SCRIPTS)
    (root / "search" / "index.html").write_text(PAGE + tags, "utf-8")


def put_script(name: str, folder: Path) -> None:
    """Put a script of the theme, or the one that the build makes of words, into `folder`."""
    if name == "find-say.js":
        (folder / name).write_text(words_script(), "utf-8")
    else:
        shutil.copy(theme_dir() / "assets" / "js" / name, folder / name)


def serve(
    folder: Path, documents: Sequence[tuple[int, Document]], limits: Limits | None = None
) -> Iterator[Site]:
    """Write the site and serve it on a free port until the fixture ends."""
    write_site(folder, documents, limits)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(documents, folder, f"http://127.0.0.1:{server.server_port}/a/b/search/")
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """About 300 records, every key with places."""
    yield from serve(tmp_path_factory.mktemp("small"), documents_of(corpus(300)))


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same records with so low a limit that many keys are common and longer ones stand in."""
    yield from serve(tmp_path_factory.mktemp("crowded"), documents_of(corpus(300)), Limits(common=8, rare=3))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab, in which no script may fail."""
    failures: list[str] = []
    tab = browser.new_page()
    tab.on("pageerror", lambda error: failures.append(str(error)))
    tab.on("dialog", lambda dialog: failures.append(dialog.message))
    yield tab
    tab.close()
    assert failures == []
