"""At 2,000 records as hard as real ones: the same answers as a plain scan, in few kilobytes."""

from __future__ import annotations

import gzip
import statistics
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser

from benchmarks.find_corpus import showcase
from showcase.content.layout import theme_dir
from showcase.find.index import files_of
from showcase.model.settings import Settings

from .conftest import documents_of
from .plain_scan import PlainScan
from .queries import drawn

RECORDS, DRAWS = 2000, 400
ENGINE = ("find-fold.js", "find-shards.js", "find-index.js")
COMMON = ["学习", "终身学习", "线上线下混合教学", "社区", "活到老，学到老", "2024", "的", "在", "河南"]
ASK = """async (query) => {
  const index = window.index = window.index || new lsFind.Index(new URL("find/", document.baseURI));
  const begun = performance.now(), answer = await index.search(query);
  await Promise.all(answer.ids.slice(0, 12).map((id) => index.passages(id)));
  return [answer.ids, performance.now() - begun];
}"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@dataclass
class Served:
    """Files in memory, sent with gzip where that is smaller, as static hosts do; counts what it sends."""

    files: dict[str, bytes]
    sent: int = 0
    url: str = ""

    def serve(self) -> Iterator[Served]:
        packed = {
            path: gzip.compress(data, 9) for path, data in self.files.items() if not path.endswith(".bin")
        }
        served = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.partition("?")[0].removeprefix("/")
                found = served.files.get(path)
                body = packed.get(path, found or b"")
                self.send_response(200 if found is not None else 404)
                if path in packed:
                    self.send_header("Content-Encoding", "gzip")
                self.send_header(
                    "Content-Type", "text/html; charset=utf-8" if not path else "text/javascript"
                )
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                served.sent += len(body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{server.server_port}/"
        yield self
        server.shutdown()
        server.server_close()


def site_of(documents: list) -> Served:
    files = {artefact.path: bytes(artefact.data) for artefact in files_of(documents, Settings())}
    files |= {name: (theme_dir() / "assets" / "js" / name).read_bytes() for name in ENGINE}
    tags = "".join(f'<script src="{name}"></script>' for name in ENGINE)
    return Served(
        {
            **files,
            "": f'<!doctype html><meta charset="utf-8"><title>x</title>{tags}'.encode(),
            "favicon.ico": b"",
        }
    )


@dataclass(frozen=True)
class Asked:
    """What the queries brought: answers, bytes and milliseconds of each; a fresh visitor for every forty."""

    documents: list
    answers: dict[str, list[int]]
    first: list[int]
    later: list[int]
    times: list[float]


@pytest.fixture(scope="module")
def asked(browser: Browser) -> Iterator[Asked]:
    documents = documents_of(showcase(RECORDS))
    served = site_of(documents)
    running = served.serve()
    next(running)
    queries = drawn([document for _, document in documents], DRAWS)
    queries = list(dict.fromkeys([*COMMON, *queries]))
    found = Asked(documents, {}, [], [], [])
    for begin in range(0, len(queries), 40):
        context = browser.new_context()
        page = context.new_page()
        before = served.sent
        page.goto(served.url)
        for number, query in enumerate(queries[begin : begin + 40]):
            found.answers[query], took = page.evaluate(ASK, query)
            (found.later if number else found.first).append(served.sent - before)
            found.times.append(took)
            before = served.sent
        context.close()
    yield found
    next(running, None)


def test_answers_are_those_of_a_plain_scan_over_the_honest_corpus(asked):
    scan = PlainScan(asked.documents)
    differing = [query for query, ids in asked.answers.items() if ids != scan.search(query)]
    assert differing == []


def test_a_query_costs_few_kilobytes(asked):
    later, first = sorted(asked.later), sorted(asked.first)
    times = sorted(asked.times)
    median = statistics.median(times)
    sys.stdout.write(
        f"\nfirst {first[0]} to {first[-1]} bytes, later {statistics.median(later)}, most {later[-1]}; "
    )
    sys.stdout.write(f"{median:.0f} ms in the median, {times[-1]:.0f} at most\n")
    assert first[-1] <= 80_000
    assert statistics.median(later) <= 20_000
    assert later[-1] <= 150_000
