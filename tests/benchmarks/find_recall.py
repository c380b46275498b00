"""`make bench`: 3,000 queries over 20,000 records in Chromium, each compared with a plain scan of all texts.

Ends with 1 when any answer differs: a document more, one less, or in another order.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from benchmarks.find_corpus import showcase
from find.conftest import Site, documents_of, serve
from find.plain_scan import PlainScan
from find.queries import drawn
from showcase.model.folding import fold
from sites import CHROMIUM, QUIET

_ASK = """async (queries) => {
  const answers = [];
  for (const query of queries) answers.push((await lsFind.page.index.search(query)).ids);
  return answers;
}"""
_AT_ONCE = 250
_MORE = ("学习", "终身学习", "线上线下混合教学", "活到老，学到老", "的", "2024", "老年大学", "短视频")


def main() -> int:
    """Ask, compare, print; return the exit status."""
    parser = argparse.ArgumentParser(description="查找找得全不全、准不准")
    parser.add_argument("--records", type=int, default=20_000, help="资料的份数")
    parser.add_argument("--queries", type=int, default=3000, help="抽多少个词来找")
    wishes = parser.parse_args()
    documents = documents_of(showcase(wishes.records))
    queries = list(dict.fromkeys([*_MORE, *drawn([one for _, one in documents], wishes.queries)]))
    with tempfile.TemporaryDirectory() as folder:
        running = serve(Path(folder), documents)
        answers = asked(next(running), queries)
        next(running, None)
    scan = PlainScan(documents)
    return told(documents, {query: (answers[query], scan.search(query)) for query in queries})


def asked(site: Site, queries: Sequence[str]) -> dict[str, list[int]]:
    """Return what the engine answers, a fresh tab for some queries each: a visitor's memory is no archive."""
    found: dict[str, list[int]] = {}
    begun = time.perf_counter()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for begin in range(0, len(queries), _AT_ONCE):
            some = queries[begin : begin + _AT_ONCE]
            tab = browser.new_page()
            tab.goto(site.url)
            found |= dict(zip(some, tab.evaluate(_ASK, some), strict=True))
            tab.close()
        browser.close()
    _say(f"{len(queries)} 次查找，每次 {(time.perf_counter() - begun) / len(queries) * 1000:.0f} 毫秒")
    return found


def told(documents: Sequence[tuple[int, object]], both: dict[str, tuple[list[int], list[int]]]) -> int:
    """Print how answers and the plain scan agree; return 1 if they do not."""
    names = {number: fold(document.name) for number, document in documents}
    missed = sum(len(set(right) - set(found)) for found, right in both.values())
    wrong = sum(len(set(found) - set(right)) for found, right in both.values())
    hits = sum(len(right) for _, right in both.values())
    other = [query for query, (found, right) in both.items() if found != right]
    whole = [query for query in both if fold(query) in set(names.values())]
    first = [query for query in whole if names[both[query][0][0]] == fold(query)] if whole else []
    _say(f"  应有 {hits} 个结果：漏 {missed}，多 {wrong}；次序或内容不同的查找 {len(other)}：{other[:5]}")
    _say(f"  查全名 {len(whole)} 次，排第一 {len(first)} 次")
    return int(bool(other) or len(first) < len(whole))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
