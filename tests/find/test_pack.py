"""The packed index answers from a disk, with the network off, as the files do from a server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from showcase.content.layout import theme_dir
from showcase.find.documents import numbered
from showcase.find.index import files_of
from showcase.find.pack import packed_index
from showcase.model.settings import Settings

from .conftest import documents_of
from .corpus import corpus
from .plain_scan import PlainScan
from .queries import drawn

ENGINE = ("find-fold.js", "find-shards.js", "find-index.js")
ASK = """async (queries) => {
  const index = new lsFind.Index(document.baseURI), answers = [];
  for (const query of queries) answers.push((await index.search(query)).ids);
  return answers;
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def unplugged(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def test_a_pack_of_some_records_answers_from_a_disk_without_a_network(tmp_path, unplugged):
    some = numbered(document for _, document in documents_of(corpus(120)) if "henan" in document.address)
    pack = packed_index(files_of(some, Settings()), "pack.js")
    (tmp_path / pack.path).write_bytes(bytes(pack.data))
    for name in ENGINE:
        shutil.copy(theme_dir() / "assets" / "js" / name, tmp_path / name)
    tags = "".join(f'<script src="{name}"></script>' for name in ("pack.js", *ENGINE))
    (tmp_path / "kit.html").write_text(f'<!doctype html><meta charset="utf-8">{tags}', "utf-8")
    asked: list[str] = []
    unplugged.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    unplugged.goto((tmp_path / "kit.html").as_uri())
    queries = drawn([document for _, document in some], 150)
    scan = PlainScan(some)
    answers = unplugged.evaluate(ASK, queries)
    assert dict(zip(queries, answers, strict=True)) == {query: scan.search(query) for query in queries}
    name = unplugged.evaluate("async () => (await new lsFind.Index(document.baseURI).card(0)).name")
    assert name == some[0][1].name
    assert set(asked) == {"file"}
