"""`make bench`: the same records searched here and with Pagefind, in the same Chromium.

Prints what the index costs (CPU, peak memory, compressed bytes; CPU after one edit), what a first and a later query fetch and take, and how
much of what a plain scan finds each side finds. Ends with 1 when ours misses anything.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.find_corpus import ALL_277, SHORT_277, showcase
from benchmarks.find_sides import Numbered, Side, edits, ours, theirs, write_asking_page
from find.conftest import documents_of
from find.plain_scan import PlainScan
from showcase.model.folding import fold
from sites import CHROMIUM, QUIET, served

_NAMES = ("本项目", "Pagefind")
_EDITS = {"word": "添几个字", "paragraph": "删一段", "name": "改姓名"}
COMMON = ("学习", "终身学习", "线上线下混合教学", "老年大学", "短视频")


@dataclass(frozen=True, slots=True)
class Asked:
    """What one query brought: the documents, bytes fetched, milliseconds."""

    found: list[int]
    fetched: int
    elapsed_ms: float


def main() -> int:
    """Measure and print; return the exit status."""
    wishes = _wishes()
    documents = documents_of(showcase(wishes.records, wishes.asked))
    queries = drawn(documents, wishes.queries)
    scan = PlainScan(documents)
    right = [set(scan.search(query)) for query in queries]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        both = made(Path(folder), wishes, documents)
        after = edits(Path(folder) / "ours", wishes.records, wishes.asked)
        _say([f"{wishes.records} 份资料，{len(queries)} 次查找　　{'　'.join(_NAMES[: len(both)])}"])
        _say([f"  改一处后重建的 CPU 秒（{words}）：{after[kind]:.3f}" for kind, words in _EDITS.items()])
        asked = [answers(browser, side, queries) for side in both]
        _say(table(both, asked, right))
    return int(any(wanted - {*one.found} for one, wanted in zip(asked[0][0], right, strict=True)))


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="与 Pagefind 比查找")
    parser.add_argument("--records", type=int, default=2000, help="资料的份数")
    parser.add_argument("--queries", type=int, default=60, help="从资料里抽多少个词来找")
    parser.add_argument("--short-mean", action="store_true", help="一般的材料各 277 字，长材料另算（更难）")
    parser.add_argument("--alone", action="store_true", help="不与 Pagefind 比")
    wishes = parser.parse_args()
    wishes.asked = SHORT_277 if wishes.short_mean else ALL_277
    return wishes


def drawn(documents: Numbered, count: int, seed: int = 11) -> list[str]:
    """Return common words, and by turns whole names, two characters of a name, 2–6 characters of a text."""
    draw, found = random.Random(seed), dict.fromkeys(COMMON)
    while len(found) < count + len(COMMON):
        _, document = draw.choice(documents)
        text = draw.choice(document.texts)
        size, start = draw.randint(2, 6), draw.randrange(max(1, len(text) - 6))
        query = (document.name, document.name[:2], text[start : start + size])[len(found) % 3]
        if len(query) > 1 and all("\u4e00" <= char <= "\u9fff" for char in fold(query)):
            found[query] = None
    return list(found)


def made(folder: Path, wishes: argparse.Namespace, documents: Numbered) -> list[Side]:
    """Index both sides below `folder`, or ours alone."""
    places = folder / "ours", folder / "pagefind"
    for place in places:
        place.mkdir()
    mine = ours(places[0], wishes.records, wishes.asked, documents)
    write_asking_page(places[0])
    return [mine] if wishes.alone else [mine, theirs(places[1], documents)]


def answers(browser: Browser, side: Side, queries: Sequence[str]) -> tuple[list[Asked], list[int]]:
    """Ask all queries on one page; return the answers, and the bytes of some of them asked first on a fresh page."""
    with served(side.folder) as home:
        firsts = []
        for query in queries[:: max(1, len(queries) // 8)]:
            with browser.new_context() as context:
                tab = context.new_page()
                fetched = counted(tab, side, home)
                tab.goto(home + side.page)
                side.ask(tab, query)
                firsts.append(fetched())
        tab = browser.new_page()
        fetched = counted(tab, side, home)
        tab.goto(home + side.page)
        side.ask(tab, "学校")  # what every first query fetches
        fetched()
        found = []
        for query in queries:
            documents, elapsed_ms = side.ask(tab, query)
            found.append(Asked(documents, fetched(), elapsed_ms))
        tab.close()
    return found, firsts


def counted(tab: Page, side: Side, home: str) -> Callable[[], int]:
    """Return a function that says the bytes fetched since it was called last; the page itself does not count."""
    paths: list[str] = []
    tab.on("requestfinished", lambda request: paths.append(request.url.removeprefix(home).partition("?")[0]))

    def fetched() -> int:
        tab.wait_for_timeout(20)
        files = [side.folder / path for path in paths if not path.endswith((side.page, ".ico"))]
        paths.clear()
        return sum(side.size_of(path) for path in files if path.is_file())

    return fetched


def table(
    both: Sequence[Side], asked: Sequence[tuple[list[Asked], list[int]]], right: Sequence[set[int]]
) -> list[str]:
    """Return a line a figure, ours before theirs."""
    rows: list[tuple[str, list[float]]] = [
        ("建索引的 CPU 秒", [side.cost.cpu_s for side in both]),
        ("内存峰值 MB", [side.cost.peak_mb for side in both]),
        ("索引压缩后 MB", [side.total() / 1e6 for side in both]),
        ("第一次查找 KB（含脚本），最多", [max(firsts) / 1e3 for _, firsts in asked]),
        (
            "以后查找 KB，中位数",
            [statistics.median(one.fetched for one in found) / 1e3 for found, _ in asked],
        ),
        ("以后查找 KB，最多", [max(one.fetched for one in found) / 1e3 for found, _ in asked]),
        ("毫秒，中位数", [statistics.median(one.elapsed_ms for one in found) for found, _ in asked]),
        ("毫秒，最慢", [max(one.elapsed_ms for one in found) for found, _ in asked]),
        ("找全（召回）", [_share(found, right, of=1) for found, _ in asked]),
        ("找准（精确）", [_share(found, right, of=0) for found, _ in asked]),
    ]
    return [f"  {name}：{'　'.join(f'{value:.3f}' for value in values)}" for name, values in rows]


def _share(asked: Sequence[Asked], right: Sequence[set[int]], *, of: int) -> float:
    """Return the mean share of true hits `of` those found (0, precision) or those to be found (1, recall)."""
    shares = []
    for one, wanted in zip(asked, right, strict=True):
        whole = ({*one.found}, wanted)[of]
        shares.append(len({*one.found} & wanted) / len(whole) if whole else 1.0)
    return statistics.mean(shares)


def _say(lines: Sequence[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
