"""The header's box on the built demo: on a phone, in 长辈版, by keyboard, for a screen reader."""

import gzip

import pytest
from playwright.sync_api import expect

from sites import served

pytestmark = pytest.mark.browser

STAR = "stars/2024/henan/012/"
OPTIONS = ".ls-suggest [role=option]"
FIELD = "header [name=q]"


@pytest.fixture(scope="module")
def home(demo_site):
    """The address of the demo's home, below a sub-path."""
    with served(demo_site, "a/b") as address:
        yield address


def suggest(page, query):
    """Go to the box by its key, type, and wait for the suggestions."""
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.insert_text(query)
    expect(page.locator(OPTIONS).first).to_be_visible()


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_icon_opens_the_box_over_the_header_and_closes_back(visit, width, elder):
    page = visit(STAR, width, elder=elder)
    opener = page.get_by_role("button", name="找人、找项目")
    opener.tap()
    expect(page.locator(FIELD)).to_be_focused()
    assert opener.get_attribute("aria-expanded") == "true"
    form = page.locator("header form.md-search__form").bounding_box()
    assert form["width"] >= width * 0.88
    page.keyboard.insert_text("读书")
    expect(page.locator(OPTIONS)).to_have_count(9)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="关闭").tap()
    expect(page.locator(FIELD)).to_be_hidden()
    expect(opener).to_be_focused()
    assert opener.get_attribute("aria-expanded") == "false"


def test_a_tap_on_a_suggestion_opens_it(visit):
    page = visit("stars/", 390)
    page.get_by_role("button", name="找人、找项目").tap()
    page.keyboard.insert_text("沈玉兰")
    page.locator(OPTIONS).first.tap()
    page.wait_for_url(f"**/{STAR}")


def test_escape_leaves_the_opened_box_step_by_step(visit):
    page = visit(STAR, 390)
    suggest(page, "读书")
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_be_hidden()
    expect(page.get_by_role("button", name="找人、找项目")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1440])
def test_in_the_elder_version_all_of_the_box_is_large(visit, width):
    page = visit(STAR, width, elder=True)
    suggest(page, "读书")
    parts = page.locator(f"{OPTIONS}, .ls-search-close, {FIELD}")
    heights = parts.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 60
    words = page.locator(f"{OPTIONS} span, .ls-search-close, {FIELD}")
    assert min(words.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")) >= 24


@pytest.mark.parametrize("width", [390, 1440])
def test_suggestions_are_easy_to_hit_and_stay_in_the_window(visit, width):
    page = visit(STAR, width)
    suggest(page, "读书")
    boxes = [option.bounding_box() for option in page.locator(OPTIONS).all()]
    assert min(box["height"] for box in boxes) >= 44
    assert min(box["x"] for box in boxes) >= 0
    assert max(box["x"] + box["width"] for box in boxes) <= width
    whole = page.locator(OPTIONS).last.bounding_box()
    assert whole["y"] + whole["height"] <= 844


def test_the_whole_way_by_keyboard(visit):
    page = visit(STAR, 1440)
    suggest(page, "楼梯间")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/2024/henan/003/")
    suggest(page, "读书")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("[data-result-count]")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("main [name=q]")).to_be_focused()


def test_the_home_box_suggests_as_well(visit):
    page = visit("", 390)
    page.locator("main [name=q]").fill("henan")
    expect(page.locator(OPTIONS).first).to_contain_text("河南省")
    page.locator(OPTIONS).first.tap()
    page.wait_for_url("**/regions/henan/")


@pytest.mark.slow
def test_the_box_hangs_below_every_kind_of_page(visit, home):
    for address in ("", "stars/", "weeks/2024/", "about/", "search/"):
        page = visit(address, 1440)
        page.locator(FIELD).fill("沈玉兰")
        expect(page.locator(OPTIONS).first).to_contain_text("沈玉兰")


OTHERS = [(390, ""), (1440, ""), (1440, "elder")]


def found_by(axe, page):
    """What axe finds, save that Material's toggle of the drawer stands before the header, as its styles need."""
    found = axe(page)
    if found.get("region") == ["#__drawer"]:
        del found["region"]
    return found


@pytest.mark.parametrize(
    ("width", "mode"),
    [(390, "elder"), (1440, "dark"), *(pytest.param(*each, marks=pytest.mark.slow) for each in OTHERS)],
)
def test_axe_finds_nothing_while_the_box_is_closed_and_open(visit, axe, width, mode):
    page = visit(STAR, width, elder=mode == "elder", dark=mode == "dark")
    closed = found_by(axe, page)
    suggest(page, "读书")
    page.keyboard.press("ArrowDown")
    assert (closed, found_by(axe, page)) == ({}, {})


@pytest.mark.slow
@pytest.mark.parametrize("query", ["沈玉蓝", "终生学习", "老年大学"])
@pytest.mark.parametrize("elder", [False, True])
def test_axe_finds_nothing_where_something_else_was_meant(visit, axe, query, elder):
    page = visit("search/", 390, elder=elder)
    page.locator("main [name=q]").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("[data-result-count]")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert found_by(axe, page) == {}


@pytest.mark.slow
def test_a_passage_has_three_lines_at_most_and_shows_what_was_found(visit):
    for width, elder in ((390, False), (390, True), (1440, False)):
        page = visit("search/", width, elder=elder)
        page.locator("main [name=q]").fill("读书")
        page.keyboard.press("Enter")
        expect(page.locator("[data-ls-results] > li")).to_have_count(12)
        for passage in page.locator(".ls-results__text").all():
            lines = passage.evaluate("p => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)")
            assert round(lines) <= 3
            hidden = passage.evaluate(
                "p => [...p.querySelectorAll('mark')].slice(0, 1)"
                ".filter(m => m.getBoundingClientRect().bottom > p.getBoundingClientRect().bottom + 2).length"
            )
            assert hidden == 0


def test_chromium_109_suggests_the_same(browser, old_chromium, home):
    shown = []
    for engine in (browser, old_chromium):
        page = engine.new_page(viewport={"width": 390, "height": 844})
        page.goto(home + STAR)
        suggest(page, "读书")
        shown.append(page.locator(OPTIONS).all_inner_texts())
        page.close()
    assert shown[0] == shown[1]
    assert len(shown[0]) == 9


def test_the_box_adds_little_to_a_page(demo_site):
    ours = [demo_site / "assets/showcase" / name for name in ("find-box.js", "ls.css")]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in ours) <= 16 * 1024
