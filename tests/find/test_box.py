"""The box on any page: its keys, its suggestions, composing, and what it costs while nobody types."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, expect

from showcase.content.layout import theme_dir

from .plain_scan import PlainScan
from .queries import hostile

pytestmark = pytest.mark.browser

OPTIONS = ".ls-suggest [role=option]"


@pytest.fixture
def box(small, page) -> Page:
    """A page that has only the box."""
    page.goto(small.url.replace("/search/", "/page/"))
    return page


def suggest(page: Page, query: str) -> list[str]:
    """Type a query into the box; return its suggestions."""
    page.keyboard.press("/")
    page.fill("[name=q]", query)
    expect(page.locator("[name=q]")).to_have_attribute("aria-expanded", "true")
    return page.locator(OPTIONS).all_inner_texts()


def test_a_page_loads_nothing_but_the_small_script_until_somebody_goes_to_the_box(small, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(small.url.replace("/search/", "/page/"))
    page.wait_for_load_state("networkidle")
    assert asked == ["", "find-box.js"]
    page.focus("[name=q]")
    page.wait_for_function("!!(window.lsFind && window.lsFind.suggest)")
    assert [name for name in asked if not name.endswith(".js")] == ["", "find-suggest.css"]


def test_the_small_script_is_small():
    source = (theme_dir() / "assets/js/find-box.js").read_bytes()
    assert len(gzip.compress(source, 9)) <= 2500


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_leads_to_the_box_and_is_not_typed(box, key):
    box.keyboard.press(key)
    expect(box.locator("[name=q]")).to_be_focused()
    assert box.input_value("[name=q]") == ""


@pytest.mark.parametrize("key", ["Control+f", "Alt+s", "Meta+f", "x"])
def test_other_keys_lead_nowhere(box, key):
    box.keyboard.press(key)
    assert box.evaluate("document.activeElement.tagName") == "BODY"


def test_a_key_typed_into_a_field_stays_there(box):
    box.focus("textarea")
    box.keyboard.type("/fs")
    assert box.input_value("textarea") == "/fs"
    box.focus("[type=checkbox]")
    box.keyboard.press("f")
    expect(box.locator("[name=q]")).to_be_focused()


def test_suggestions_are_the_best_results_and_the_way_to_all(small, box):
    scan, documents = PlainScan(small.documents), dict(small.documents)
    ids = scan.search("读书")
    shown = suggest(box, "读书")
    assert len(shown) == 9
    best = [documents[place] for place in ids[:8]]
    assert shown == [*(f"{one.name} {one.line}" for one in best), f"查看全部{len(ids)}条结果"]
    assert set(box.locator(f"{OPTIONS} mark").all_inner_texts()) == {"读书"}


def test_namesakes_are_told_apart_by_unit_or_place(small, box):
    documents = dict(small.documents)
    places = [place for place in PlainScan(small.documents).search("丁一") if documents[place].name == "丁一"]
    lines = [text.removeprefix("丁一 ") for text in suggest(box, "丁一")[: len(places)]]
    assert len(places) > 1
    assert lines == [documents[place].line for place in places][:8]
    assert all("学习之星" in line and len(line.split("　")) >= 4 for line in lines)


@pytest.mark.parametrize("query", ["河南", "henan", "河南省", "Henan"])
def test_a_region_with_a_page_is_suggested(small, box, query):
    assert suggest(box, query)[0].split() == ["河南省", "各地"]
    box.keyboard.press("ArrowDown")
    box.keyboard.press("Enter")
    box.wait_for_url("**/regions/henan/")


def test_the_combobox_says_what_it_is_and_where_it_stands(box):
    suggest(box, "读书")
    field, options = box.locator("[name=q]"), box.locator(OPTIONS)
    assert box.get_by_role("combobox", name="找人、找项目").count() == 1
    assert box.get_by_role("listbox", name="建议").count() == 1
    assert field.get_attribute("aria-controls") == box.locator(".ls-suggest").get_attribute("id")
    expect(box.locator("form [role=status]")).to_have_text(
        re.compile(r"^8条建议，共\d+条结果，用上下键选择$")
    )
    assert field.get_attribute("aria-activedescendant") is None
    for place in (0, 1):
        box.keyboard.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == options.nth(place).get_attribute("id")
        assert options.nth(place).get_attribute("aria-selected") == "true"
        assert box.locator(f"{OPTIONS}[aria-selected=true]").count() == 1
    box.keyboard.press("ArrowUp")
    box.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    box.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    expect(field).to_be_focused()


def test_enter_goes_to_the_chosen_suggestion(small, box):
    place = PlainScan(small.documents).search("楼梯间读书会")[0]
    suggest(box, "楼梯间读书会")
    box.keyboard.press("ArrowDown")
    box.keyboard.press("Enter")
    box.wait_for_url(f"**/{dict(small.documents)[place].address}/")


def test_the_last_row_and_enter_alone_go_to_the_search_page(small, box):
    suggest(box, "读书 茶")
    box.locator(OPTIONS).last.click()
    box.wait_for_url("**/search/?q=*")
    assert box.input_value("[name=q]") == "读书 茶"
    box.go_back()
    suggest(box, "读书")
    box.keyboard.press("Enter")
    box.wait_for_url("**/search/?q=*")
    assert box.input_value("[name=q]") == "读书"


def test_escape_closes_then_clears(box):
    suggest(box, "读书")
    box.keyboard.press("Escape")
    expect(box.locator(".ls-suggest")).to_be_hidden()
    expect(box.locator("[name=q]")).to_have_attribute("aria-expanded", "false")
    assert box.input_value("[name=q]") == "读书"
    box.keyboard.press("ArrowDown")
    expect(box.locator(".ls-suggest")).to_be_visible()
    box.keyboard.press("Escape")
    box.keyboard.press("Escape")
    assert box.input_value("[name=q]") == ""


def test_leaving_the_box_closes_it(box):
    suggest(box, "读书")
    box.focus("textarea")
    expect(box.locator(".ls-suggest")).to_be_hidden()


def test_composing_asks_nothing_and_its_enter_goes_nowhere(box):
    box.keyboard.press("/")
    box.wait_for_function("!!(window.lsFind && window.lsFind.suggest)")
    session = box.context.new_cdp_session(box)
    session.send("Input.imeSetComposition", {"text": "dushu", "selectionStart": 5, "selectionEnd": 5})
    box.wait_for_timeout(300)
    expect(box.locator(".ls-suggest")).to_be_hidden()
    box.evaluate(
        """() => { const q = document.querySelector("[name=q]");
        for (const init of [{ isComposing: true }, { keyCode: 229 }])
          if (q.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init })))
            throw new Error("Enter was let through");
        q.form.requestSubmit(); }"""
    )
    assert box.url.endswith("/page/")
    session.send("Input.insertText", {"text": "读书"})
    expect(box.locator(OPTIONS)).to_have_count(9)
    assert box.input_value("[name=q]") == "读书"
    box.keyboard.press("Enter")
    box.wait_for_url("**/search/?q=*")


def test_nothing_found_offers_what_sounds_or_means_alike(box):
    assert suggest(box, "章花雨")[0] == "张华玉 您是不是要找"
    said = box.locator("form [role=status]")
    expect(said).to_have_text(re.compile(r"^没有找到，有\d条相近的$"))
    box.fill("[name=q]", "老人大学")
    expect(box.locator(OPTIONS)).to_contain_text(["老年大学"])
    box.fill("[name=q]", "😀😀😀")
    expect(said).to_have_text("没有找到")
    expect(box.locator(OPTIONS)).to_have_text(["没有找到，看看别的找法"])
    box.fill("[name=q]", "张华玉老师")
    expect(box.locator(OPTIONS).first).to_have_text("张华玉 您是不是要找")
    box.fill("[name=q]", "张华玉还有别的")
    expect(box.locator(OPTIONS).first).to_have_text(re.compile(r"^张华玉（\d+条）$"))


def test_odd_input_throws_nothing_and_injects_nothing(box):
    box.keyboard.press("/")
    box.wait_for_function("!!document.querySelector('form').lsBox")
    for query in hostile():
        box.evaluate(
            "q => { const b = document.querySelector('form').lsBox; b.input.value = q; return b.ask(); }",
            query,
        )
    for half in ("\\ud842", "\\udfb7", "沈\\ud842", "\\udfb7\\ud842"):
        box.evaluate(
            f"() => {{ const b = document.querySelector('form').lsBox; b.input.value = '{half}'; return b.ask(); }}"
        )
    assert box.evaluate("window.injected") is None
    assert box.locator(".ls-suggest :is(script, svg, img, [onerror])").count() == 0


@pytest.mark.parametrize("place", ["page/", "search/"])
def test_a_strict_policy_for_scripts_stops_nothing(small, page, place):
    def guarded(route):
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": "default-src 'self'"}
        )

    address = small.url.replace("search/", place)
    page.route(address, guarded)
    page.goto(address)
    page.locator("[name=q]").press_sequentially("读书")
    found = OPTIONS if place == "page/" else "[data-ls-results] > li"
    expect(page.locator(found)).to_have_count(9 if place == "page/" else 12)


def test_without_script_the_box_is_a_form(small, browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(small.url.replace("/search/", "/page/"))
    tab.fill("[name=q]", "读书")
    tab.press("[name=q]", "Enter")
    tab.wait_for_url("**/search/?q=*")
    context.close()


def test_a_lost_connection_leaves_the_form(box):
    box.route("**/find/**", lambda route: route.abort())
    box.keyboard.press("/")
    box.fill("[name=q]", "读书")
    box.wait_for_timeout(400)
    expect(box.locator(".ls-suggest")).to_be_hidden()
    box.keyboard.press("Enter")
    box.wait_for_url("**/search/?q=*")


def test_what_did_not_come_is_asked_for_again(box):
    box.route("**/find-index.js", lambda route: route.abort())
    box.keyboard.press("/")
    box.keyboard.insert_text("读")
    box.wait_for_function("!document.querySelector('head script[src*=find-suggest]')")
    box.unroute("**/find-index.js")
    box.keyboard.insert_text("书")
    expect(box.locator(OPTIONS).first).to_contain_text("读书")


def test_a_box_that_lost_the_network_answers_when_it_is_back(box):
    suggest(box, "沈")
    box.route("**/find/**", lambda route: route.abort())
    with box.expect_event("requestfailed"):
        box.fill("[name=q]", "读书")
    expect(box.locator(".ls-suggest")).to_be_hidden()
    box.unroute("**/find/**")
    box.evaluate("dispatchEvent(new Event('online'))")
    expect(box.locator(OPTIONS).first).to_contain_text("读书")


def test_while_nothing_comes_the_box_says_that_it_looks(box):
    suggest(box, "沈")
    held, free = [], []
    box.route("**/find/**", lambda route: route.continue_() if free else held.append(route))
    box.fill("[name=q]", "读书")
    expect(box.locator(".ls-suggest")).to_have_text("正在找……")
    expect(box.locator("form [role=status]")).to_have_text("正在找……")
    free.append(True)
    for route in held:
        route.continue_()
    expect(box.locator(OPTIONS).first).to_contain_text("读书")


def test_the_list_ends_where_the_keyboard_of_a_phone_begins(box):
    box.set_viewport_size({"width": 390, "height": 844})
    box.evaluate("""() => Object.defineProperty(visualViewport, "height", { get: () => 380 })""")
    box.evaluate("""() => { document.querySelector("header").style.cssText = "position: relative" }""")
    assert len(suggest(box, "读书")) == 9
    assert box.locator(".ls-suggest").evaluate("list => list.getBoundingClientRect().bottom") <= 380
