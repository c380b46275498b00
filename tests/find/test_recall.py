"""Everything that a plain scan finds, nothing that it does not, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page

from showcase.find.documents import RECORDS, Document
from showcase.model.folding import fold

from .conftest import Site, documents_of, serve
from .corpus import corpus
from .plain_scan import PlainScan
from .queries import drawn

ASK = """async (queries) => {
  const answers = [];
  for (const query of queries) answers.push((await lsFind.page.index.search(query)).ids);
  return answers;
}"""

pytestmark = pytest.mark.browser


def ask(page: Page, site: Site, queries: Sequence[str]) -> dict[str, list[int]]:
    """Return what the engine in the browser answers."""
    page.goto(site.url)
    return dict(zip(queries, page.evaluate(ASK, list(queries)), strict=True))


def members(site: Site) -> list[Document]:
    return [document for _, document in site.documents]


@pytest.mark.parametrize("name", ["small", "crowded"])
def test_the_engine_answers_like_a_plain_scan(name, page, request):
    site = request.getfixturevalue(name)
    queries = drawn(members(site), 500)
    assert len(queries) >= 400
    scan = PlainScan(site.documents)
    assert ask(page, site, queries) == {query: scan.search(query) for query in queries}


def test_a_full_name_comes_first(small, page):
    names = list(dict.fromkeys(document.name for document in members(small)))
    by_id = {place: fold(document.name) for place, document in small.documents}
    answers = ask(page, small, names)
    assert {name: by_id[answers[name][0]] for name in names} == {name: fold(name) for name in names}


def test_a_record_comes_before_a_listed_name_and_the_newer_before_the_older(small, page):
    records = {place: document.year for place, document in small.documents if document.band == RECORDS}
    for query in ("沈玉兰", "桥头社区楼梯间读书会", "丁一"):
        found = ask(page, small, [query])[query]
        same = [place for place in found if fold(dict(small.documents)[place].name) == fold(query)]
        years = [records[place] for place in same if place in records]
        assert years == sorted(years, reverse=True)
        bands = [place in records for place in same]
        assert bands == sorted(bands, reverse=True)


@pytest.mark.slow
def test_the_engine_answers_like_a_plain_scan_over_2000_records(tmp_path, page):
    served = serve(tmp_path, documents_of(corpus(2000)))
    site = next(served)
    queries = drawn(members(site), 1500)
    queries += [document.name for document in members(site)]
    queries = list(dict.fromkeys(queries))
    scan = PlainScan(site.documents)
    assert ask(page, site, queries) == {query: scan.search(query) for query in queries}
    next(served, None)
