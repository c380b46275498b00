"""The search page as a visitor meets it: address, Back, composing, hostile words, the looks' markup."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from playwright.sync_api import Page, Route, expect

from showcase.model.folding import fold, variants_for

from .plain_scan import PlainScan
from .queries import hostile

pytestmark = pytest.mark.browser


def search(page: Page, query: str) -> int:
    """Type a query, press Enter, wait for its sentence; return the number of hits it states."""
    page.fill("[name=q]", query)
    page.press("[name=q]", "Enter")
    expect(page.locator("[data-ls-found]")).to_contain_text(f"“{query}”：找到")
    return int(page.locator("[data-result-count]").inner_text())


def test_a_shared_address_brings_the_list_back(small, page):
    found = PlainScan(small.documents).search("读书")
    page.goto(f"{small.url}?q=%E8%AF%BB%E4%B9%A6&page=2")
    records = page.locator("[data-ls-results] > li")
    expect(records).to_have_count(12)
    expect(page.locator("[data-ls-found]")).to_have_text(f"“读书”：找到{len(found)}条")
    shown = [item.get_attribute("data-record") for item in records.all()]
    assert shown == [dict(small.documents)[place].address for place in found[12:24]]
    assert page.input_value("[name=q]") == "读书"
    assert page.locator("[data-ls-pager] [aria-current=page]").inner_text() == "2"


def test_a_result_has_the_markup_of_the_looks(small, page):
    page.goto(small.url)
    assert search(page, "楼梯间读书会") > 0
    item = page.locator("[data-ls-results] > li").first
    document = dict(small.documents)[PlainScan(small.documents).search("楼梯间读书会")[0]]
    link = item.locator("h3.ls-name > a")
    assert link.evaluate("a => a.href") == small.url.replace("search/", f"{document.address}/")
    assert link.inner_html() == f"<mark>{document.name}</mark>"
    assert item.locator("p.ls-results__kind").inner_text() == document.line
    assert item.locator(".ls-card__plate .ls-card__blank").inner_text() == "楼"


def test_every_passage_marks_the_words_as_they_were_written(small, page):
    page.goto(small.url)
    written_as = {"混合教学": "混合教学|混合教學", "1234": "１２３４", "python": "Python"}
    for query, written in written_as.items():
        assert search(page, query) > 0
        for item in page.locator("[data-ls-results] > li").all():
            marks = item.locator("mark").all_inner_texts()
            assert marks and all(re.fullmatch(written, mark) for mark in marks)


def test_back_returns_to_the_query_before(small, page):
    page.goto(small.url)
    first = search(page, "读书")
    page.get_by_role("link", name="下一页").click()
    expect(page.locator("[data-ls-pager] [aria-current=page]")).to_have_text("2")
    search(page, "沈")
    page.go_back()
    expect(page.locator("[data-ls-found]")).to_have_text(f"“读书”：找到{first}条")
    expect(page.locator("[data-ls-pager] [aria-current=page]")).to_have_text("2")
    page.go_back()
    expect(page.locator("[data-ls-pager] [aria-current=page]")).to_have_text("1")
    assert page.input_value("[name=q]") == "读书"


def test_back_returns_to_the_page_before_however_slowly_the_next_query_was_typed(small, page):
    page.goto(f"{small.url}?q=%E8%AF%BB%E4%B9%A6&page=2")
    number = page.locator("[data-ls-pager] [aria-current=page]")
    expect(number).to_have_text("2")
    for typed in ("沈", "沈玉"):
        page.fill("[name=q]", typed)
        expect(page.locator("[data-ls-found]")).to_contain_text(f"“{typed}”：找到")
    page.press("[name=q]", "Enter")
    page.go_back()
    expect(page.locator("[data-ls-found]")).to_contain_text("“读书”：找到")
    expect(number).to_have_text("2")


def test_a_link_followed_right_after_a_key_is_not_overtaken_by_what_was_typed(small, page):
    page.clock.install()
    page.goto(f"{small.url}?q=%E8%AF%BB%E4%B9%A6")
    expect(page.get_by_role("link", name="下一页")).to_be_visible()
    page.evaluate(
        """() => { const q = document.querySelector("[name=q]");
        q.value = "读书会"; q.dispatchEvent(new InputEvent("input"));
        [...document.querySelectorAll("[data-ls-pager] a")].at(-1).click(); }"""
    )
    page.clock.run_for(1000)
    expect(page.locator("[data-ls-pager] [aria-current=page]")).to_have_text("2")
    assert page.evaluate("new URLSearchParams(location.search).get('page')") == "2"
    assert page.input_value("[name=q]") == "读书"


def test_nothing_found_says_so_and_names_a_way_on(small, page):
    page.goto(small.url)
    assert search(page, "没有这个人名的") == 0
    expect(page.locator(".ls-empty__title")).to_have_text("没有找到“没有这个人名的”")
    assert search(page, "读书") > 0
    expect(page.locator(".ls-empty")).to_be_hidden()


def test_no_query_runs_while_composing(small, page):
    page.goto(f"{small.url}?q=%E6%B2%88")
    expect(page.locator("[data-ls-found]")).to_contain_text("“沈”")
    page.evaluate(
        """() => { const q = document.querySelector("[name=q]");
        q.dispatchEvent(new CompositionEvent("compositionstart"));
        q.value = "du shu"; q.dispatchEvent(new InputEvent("input", { isComposing: true })); }"""
    )
    page.wait_for_timeout(400)
    assert page.locator("[data-ls-found]").inner_text().startswith("“沈”")
    page.evaluate(
        """() => { const q = document.querySelector("[name=q]");
        q.value = "读书";
        q.dispatchEvent(new CompositionEvent("compositionend"));
        q.dispatchEvent(new InputEvent("input")); }"""
    )
    expect(page.locator("[data-ls-found]")).to_contain_text("“读书”：找到")


def test_a_late_answer_never_replaces_a_newer_one(small, page):
    held: list[Route] = []
    free: list[bool] = []
    page.goto(small.url)
    search(page, "沈")
    page.route("**/find/**", lambda route: route.continue_() if free else held.append(route))
    with page.expect_request("**/find/**"):
        page.evaluate("() => { window.late = lsFind.page.show('读书', 1); }")
    answered = page.evaluate("lsFind.page.show('沈', 1).then(() => true)")
    assert held
    free.append(True)
    for route in held:
        route.continue_()
    assert answered
    page.evaluate("late")
    assert page.locator("[data-ls-found]").inner_text().startswith("“沈”")


def test_a_lost_connection_is_said_in_words(small, page):
    page.route("**/find/grams/**", lambda route: route.abort())
    page.goto(f"{small.url}?q=%E6%B2%88")
    expect(page.locator("[data-ls-found]")).to_have_text("索引没有取到，请检查网络后再找一次。")
    page.unroute("**/find/grams/**")
    assert search(page, "沈玉") > 0


@pytest.mark.parametrize("way", ["by itself", "by the link"])
def test_what_the_network_lost_comes_when_it_is_back(small, page, way):
    found = len(PlainScan(small.documents).search("沈"))
    page.route("**/find/grams/**", lambda route: route.abort())
    page.goto(f"{small.url}?q=%E6%B2%88")
    again = page.get_by_role("link", name="再找一次")
    expect(again).to_be_visible()
    page.unroute("**/find/grams/**")
    if way == "by itself":
        page.evaluate("dispatchEvent(new Event('online'))")
    else:
        again.click()
    expect(page.locator("[data-ls-found]")).to_have_text(f"“沈”：找到{found}条")
    expect(again).to_have_count(0)


def test_while_nothing_comes_the_page_says_that_it_looks(small, page):
    held: list[Route] = []
    free: list[bool] = []
    page.route("**/find/**", lambda route: route.continue_() if free else held.append(route))
    page.goto(f"{small.url}?q=%E6%B2%88")
    expect(page.locator("[data-ls-found]")).to_have_text("正在找……")
    free.append(True)
    for route in held:
        route.continue_()
    expect(page.locator("[data-ls-found]")).to_contain_text("“沈”：找到")


def test_hostile_queries_throw_nothing_and_inject_nothing(small, page):
    page.goto(small.url)
    scan = PlainScan(small.documents)
    for query in hostile():
        answer = page.evaluate("async (q) => (await lsFind.page.index.search(q)).ids", query)
        assert answer == scan.search(query)
        page.evaluate("async (q) => { await lsFind.page.go(q, 1); }", query[:200])
    for half in ("\\ud842", "\\udfb7", "沈\\ud842", "\\udfb7\\ud842"):
        page.evaluate(f'async () => {{ await lsFind.page.go("{half}", 1); }}')
    assert page.evaluate("window.injected") is None
    assert page.locator("[data-ls-results] :is(script, svg, [onerror])").count() == 0


def test_hostile_texts_are_shown_as_text(small, page):
    page.goto(small.url)
    for query in ("<img src=x", "<script>window", "onerror=window.injected=1"):
        assert search(page, query) > 0
    assert page.evaluate("window.injected") is None
    assert page.locator("[data-ls-results] :is(script, img)").count() == 0


def test_all_requests_stay_below_the_site(small, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{small.url}?q=sheny")
    expect(page.locator("[data-result-count]")).to_be_visible()
    assert [url for url in asked if not url.startswith(small.url.removesuffix("search/"))] == []


def test_script_and_program_fold_alike(small, page):
    points = [*range(0x20, 0xD800), *range(0xF900, 0x10000), *range(0x20000, 0x323B0)]
    points = [point for point in points if unicodedata.category(chr(point)) != "Cn"]
    texts = ["古丽．阿•热", "3.5", "３．５", "a.b", "第3.版", "v.", ".5", "𠮷·𬭎", "ǘ LÜ e\u0301", "㈱ﬀ"]
    page.goto(small.url)
    page.evaluate("(pairs) => lsFind.learn(pairs)", variants_for(map(chr, points)))
    script = "(p) => JSON.stringify(JSON.parse(p).map((point) => lsFind.fold(String.fromCodePoint(point))))"
    folded = json.loads(page.evaluate(script, json.dumps(points)))
    assert [hex(point) for point, form in zip(points, folded, strict=True) if fold(chr(point)) != form] == []
    assert page.evaluate("(texts) => texts.map(lsFind.fold)", texts) == [fold(text) for text in texts]
