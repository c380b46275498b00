"""Chromium 109 (Windows 7, older WeChat) answers as today's does: the same queries, the same documents in the same order."""

import pytest

from .queries import drawn

ASK = """async (queries) => {
    const index = new lsFind.Index(new URL("../find/", document.baseURI)), found = [];
    for (const query of queries) found.push((await index.search(query)).ids);
    return found;
}"""


def test_old_chromium_is_the_floor_we_promise(old_chromium):
    assert old_chromium.version.split(".")[0] == "109"


def answers(engine, site, queries):
    tab = engine.new_page()
    failures = []
    tab.on("pageerror", lambda error: failures.append(str(error)))
    tab.goto(site.url)
    found = tab.evaluate(ASK, queries)
    tab.close()
    assert failures == []
    return found


@pytest.mark.parametrize("built", ["small", pytest.param("crowded", marks=pytest.mark.slow)])
def test_chromium_109_finds_the_same_documents_in_the_same_order(browser, old_chromium, request, built):
    site = request.getfixturevalue(built)
    queries = drawn([document for _, document in site.documents], 80, seed=109)
    today, then = (answers(engine, site, queries) for engine in (browser, old_chromium))
    assert then == today
    assert sum(map(bool, today)) > len(queries) * 3 // 4


def test_axe_sees_a_page_that_is_wrong(browser, axe):
    tab = browser.new_page()
    tab.set_content('<html lang="zh"><title>页</title><main><h1>页</h1><button id="b"></button></main>')
    assert axe(tab) == {"button-name": ["#b"]}
    tab.close()
