"""The two sides of the search benchmark: the same documents, indexed by us and by Pagefind, each asked in Chromium."""

from __future__ import annotations

import gzip
import html
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.measure import Cost, cost_of
from find.conftest import SCRIPTS
from showcase.find.documents import Document

Numbered = Sequence[tuple[int, Document]]

_INDEX = Path(__file__).with_name("find_index.py")
_READY = {"pf_fragment", "pf_index", "pf_meta", "pf_filter", "pagefind", "bin"}
_PAGE = '<!doctype html><html lang="zh-cn"><meta charset="utf-8"><title>找一找</title>'
_OURS = """async (query) => {
    window.index = window.index || new lsFind.Index(new URL("../find/", document.baseURI));
    const start = performance.now(), { ids } = await index.search(query), first = ids.slice(0, 12);
    await Promise.all(first.flatMap((id) => [index.card(id), index.passages(id)]));
    return [ids.map(String), performance.now() - start];
}"""
_THEIRS = """async (query) => {
    window.found = window.found || await import(new URL("pagefind/pagefind.js", document.baseURI).href);
    const start = performance.now(), { results } = await found.search(query);
    await Promise.all(results.slice(0, 12).map((one) => one.data()));
    return [results.map((one) => one.id), performance.now() - start];
}"""


class Side:
    """An index on disk, the page that asks it, what it cost to make, and how its ids become ours."""

    def __init__(self, folder: Path, page: str, script: str, cost: Cost, ids: dict[str, int]) -> None:
        """Hold what was made below `folder`; `page` is the address of the asking page below it."""
        self.folder, self.page, self.script, self.cost, self.ids = folder, page, script, cost, ids
        self._sizes: dict[str, int] = {}

    def size_of(self, path: Path) -> int:
        """Return the bytes that travel: compressed, unless the file already is."""
        if str(path) not in self._sizes:
            data = path.read_bytes()
            packed = len(data) if path.suffix[1:] in _READY else len(gzip.compress(data, 9))
            self._sizes[str(path)] = min(len(data), packed)
        return self._sizes[str(path)]

    def total(self) -> int:
        """Return the compressed bytes of all files of the index."""
        index = self.folder / ("a/b/find" if self.script == _OURS else "pagefind")
        return sum(self.size_of(path) for path in index.rglob("*") if path.is_file())

    def ask(self, tab: Page, query: str) -> tuple[list[int], float]:
        """Return the numbers of the documents found, best first, and the milliseconds until twelve can be drawn."""
        ids, elapsed_ms = tab.evaluate(self.script, query)
        return [self.ids.get(one, -1) for one in ids], elapsed_ms


def ours(folder: Path, count: int, asked: int, documents: Numbered) -> Side:
    """Index in a process of its own."""
    cost = cost_of([sys.executable, str(_INDEX), str(count), str(folder), str(asked)], folder)
    said = json.loads(cost.output.splitlines()[-1])
    shown = Cost(said["cpu_s"], said["wall_s"], cost.peak_mb)
    return Side(folder, "a/b/search/ask.html", _OURS, shown, {str(number): number for number, _ in documents})


def edits(folder: Path, count: int, asked: int) -> dict[str, float]:
    """Return the CPU seconds of our index after one edit of each kind, in a process that starts anew."""
    command = [sys.executable, str(_INDEX), str(count), str(folder / "kept"), str(asked), "edits"]
    cost_of(command, folder)
    said: dict[str, float] = json.loads(cost_of(command, folder).output.splitlines()[-1])
    return said


def write_asking_page(folder: Path) -> None:
    """Write a page with our scripts, but without the search page's own, which would ask by itself."""
    tags = (
        f'<script src="../assets/showcase/{name}"></script>' for name in SCRIPTS if name != "find-page.js"
    )
    (folder / "a" / "b" / "search" / "ask.html").write_text(_PAGE + "".join(tags), "utf-8")


def theirs(folder: Path, documents: Numbered) -> Side:
    """Write a page a document, with the same words, and let Pagefind's program index them."""
    for number, document in documents:
        path = folder / f"{number}.html"
        values = "".join(f"<p>{html.escape(value)}</p>" for value in (*document.facts, *document.texts))
        path.write_text(
            f"{_PAGE}<main data-pagefind-body><h1>{html.escape(document.name)}</h1>{values}</main>", "utf-8"
        )
    (folder / "ask.htm").write_text(_PAGE, "utf-8")
    cost = cost_of([sys.executable, "-m", "pagefind_bin_extended", "--site", str(folder), "--quiet"], folder)
    ids = {}
    for path in (folder / "pagefind" / "fragment").iterdir():
        told = re.search(rb'"url":"/?(\d+)\.html"', gzip.decompress(path.read_bytes()))
        ids[path.stem] = int(told[1])
    return Side(folder, "ask.htm", _THEIRS, cost, ids)
