"""Looking at pictures over the page: by tap, keyboard, sweep and Back; without script; on paper white."""

import pytest

pytestmark = pytest.mark.browser
PAGE = "projects/2024/henan/003/"
PICTURES = 2


def opened(page, number=0):
    """Tap a picture and wait until it stands over the page, drawn."""
    page.locator("[data-ls-gallery] a").nth(number).click()
    page.wait_for_selector("dialog.ls-viewer[open] img")
    page.locator("dialog.ls-viewer img").evaluate("image => image.decode()")
    return page.locator("dialog.ls-viewer")


def shown(page):
    """The place that the open viewer names."""
    return page.locator(".ls-viewer__count").inner_text().split("\n")[0]


def test_nothing_of_the_viewer_is_fetched_before_the_first_tap(visit):
    page, asked = visit(PAGE), []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.reload()
    assert {"gallery.js"} == {name for name in asked if name.startswith("gallery")}
    opened(page)
    assert {"gallery-viewer.js", "gallery-viewer.css"} <= set(asked)
    assert page.wrong == []


def test_a_picture_stands_over_the_page_with_its_words(visit):
    page = visit(PAGE, 1440)
    viewer = opened(page)
    box = viewer.bounding_box()
    assert (box["width"], box["height"]) == (1440, 844)
    assert viewer.locator("img").evaluate("img => img.decode().then(() => img.naturalWidth)") >= 1200
    assert "周二晚上九点，散了读书会的桥头社区。" in viewer.inner_text()
    assert "图：示例绘图" in viewer.inner_text()
    assert shown(page) == f"第1张，共{PICTURES}张"
    assert viewer.get_attribute("aria-label") == "照片"
    assert "许多窗户亮着黄灯" in viewer.get_by_role("status").text_content()


@pytest.mark.parametrize(
    ("key", "place"), [("ArrowRight", 2), ("ArrowLeft", 2), ("End", 2), ("Home", 1), ("a", 1)]
)
def test_keys_lead_on(visit, key, place):
    page = visit(PAGE)
    opened(page)
    page.keyboard.press(key)
    assert shown(page) == f"第{place}张，共{PICTURES}张"


def test_buttons_lead_round(visit):
    page = visit(PAGE)
    viewer = opened(page)
    seen = []
    for name in ("下一张", "下一张", "上一张"):
        viewer.get_by_role("button", name=name).click()
        seen.append(shown(page)[1])
    assert seen == ["2", "1", "2"]


@pytest.mark.parametrize(("by", "place"), [((-120, 10), 2), ((120, 10), 2), ((-20, 0), 1), ((-60, 200), 1)])
def test_a_sweep_to_the_side_leads_on(visit, by, place):
    page = visit(PAGE)
    opened(page)
    page.locator(".ls-viewer__stage").evaluate(
        """(stage, [x, y]) => {
          const touch = (dx, dy) => new Touch({ identifier: 1, target: stage, clientX: 200 + dx, clientY: 300 + dy });
          stage.dispatchEvent(new TouchEvent("touchstart", { touches: [touch(0, 0)], changedTouches: [touch(0, 0)] }));
          stage.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [touch(x, y)] })) }""",
        by,
    )
    assert shown(page)[1] == str(place)


def test_two_fingers_are_the_browsers(visit):
    page = visit(PAGE)
    opened(page)
    page.locator(".ls-viewer__stage").evaluate(
        """stage => {
          const touch = (id, x) => new Touch({ identifier: id, target: stage, clientX: x, clientY: 300 });
          const two = [touch(1, 100), touch(2, 200)];
          stage.dispatchEvent(new TouchEvent("touchstart", { touches: two, changedTouches: two }));
          stage.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [touch(1, 300)] })) }"""
    )
    assert shown(page)[1] == "1"


WAYS_OUT = {
    "Esc": lambda page: page.keyboard.press("Escape"),
    "button": lambda page: page.get_by_role("button", name="关闭").click(),
    "Back": lambda page: page.go_back(),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_each_way_out_leads_back_to_the_picture_on_the_same_page(visit, home, way):
    page = visit(PAGE)
    before = page.evaluate("history.length")
    opened(page, 1)
    WAYS_OUT[way](page)
    page.wait_for_selector("dialog.ls-viewer[open]", state="detached")
    page.wait_for_function("!(history.state && history.state.lsViewer)")
    assert page.evaluate("document.activeElement === document.querySelectorAll('[data-ls-gallery] a')[1]")
    assert page.url == home + PAGE
    opened(page, 0)
    assert shown(page)[1] == "1"
    assert page.evaluate("history.length") == before + 1


def test_a_double_tap_opens_it_once_and_leaves_it_open(visit):
    page = visit(PAGE)
    before = page.evaluate("history.length")
    page.evaluate("() => { const link = document.querySelector('[data-ls-gallery] a'); link.click(); link.click(); }")
    page.wait_for_selector("dialog.ls-viewer[open] img")
    page.locator(".ls-viewer__stage").dispatch_event("click")
    assert page.locator("dialog.ls-viewer").evaluate("dialog => dialog.open")
    assert page.evaluate("history.length") == before + 1


def test_focus_stays_inside(visit):
    page = visit(PAGE)
    opened(page)
    inside = []
    for _ in range(6):
        page.keyboard.press("Tab")
        inside.append(
            page.evaluate(
                "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
            )
        )
    assert inside == [True] * 6


@pytest.mark.parametrize(
    ("width", "query", "least"),
    [(390, "", 44), (390, "?mode=elder", 60), (320, "?mode=elder", 60), (1440, "?mode=elder", 60)],
)
def test_its_buttons_are_easy_to_hit_and_nothing_stands_outside(visit, width, query, least):
    page = visit(PAGE + query, width)
    viewer = opened(page)
    boxes = [button.bounding_box() for button in viewer.get_by_role("button").all()]
    assert [box for box in boxes if min(box["height"], box["width"]) < least] == []
    assert [
        box
        for box in boxes
        if box["x"] < 0 or box["x"] + box["width"] > width or box["y"] + box["height"] > 844
    ] == []
    assert viewer.locator("img").bounding_box()["height"] > 250


@pytest.mark.parametrize("query", ["", "?mode=elder"])
def test_axe_finds_nothing(visit, axe, query):
    page = visit(PAGE + query, 390)
    opened(page)
    assert axe(page) == {}


def test_without_script_a_picture_leads_to_its_large_file(visit):
    page = visit(PAGE, java_script_enabled=False)
    link = page.locator("[data-ls-gallery] a").first
    address = link.evaluate("link => link.href")
    with page.expect_response(address) as answer:
        link.click()
    assert (answer.value.status, answer.value.headers["content-type"]) == (200, "image/jpeg")


def test_when_the_viewer_cannot_be_fetched_the_link_leads_on(visit):
    page = visit(PAGE)
    page.route("**/gallery-viewer.js", lambda route: route.abort())
    link = page.locator("[data-ls-gallery] a").first
    address = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(address)
    assert page.wrong[0] == "Failed to load resource: net::ERR_FAILED"
    page.wrong.clear()


def test_with_a_key_held_the_browser_decides(visit):
    page = visit(PAGE, 1440)
    page.locator("[data-ls-gallery] a").first.click(modifiers=["Control"])
    assert page.locator("dialog.ls-viewer").count() == 0


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_pictures_take_their_place_before_they_come(visit, width):
    page = visit(PAGE, width)
    page.evaluate(
        """() => { window.shift = 0;
          new PerformanceObserver(list => { for (const one of list.getEntries()) window.shift += one.value })
            .observe({ type: "layout-shift", buffered: true }) }"""
    )
    page.locator(".ls-gallery").scroll_into_view_if_needed()
    page.wait_for_function(
        "[...document.querySelectorAll('.ls-gallery img')].every(img => img.complete && img.naturalWidth)"
    )
    assert page.evaluate("window.shift") < 0.02


def test_on_a_desk_a_row_has_one_height(visit):
    page = visit(PAGE, 1440)
    heights = page.locator(".ls-gallery img").evaluate_all(
        "all => all.map(img => Math.round(img.getBoundingClientRect().height))"
    )
    assert len(heights) == PICTURES
    assert max(heights) - min(heights) <= 1


def test_a_phone_shows_one_column_and_the_elder_version_too(visit):
    for query in ("", "?mode=elder"):
        page = visit(PAGE + query, 390)
        lefts = page.locator(".ls-gallery figure").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().left)"
        )
        assert len(set(lefts)) == 1


def test_a_long_credit_below_a_narrow_picture_stays_inside(visit):
    page = visit(PAGE, 320)
    page.locator(".ls-gallery figure").first.evaluate(
        "one => { one.className = 'ls-gallery__r56'; one.querySelector('.ls-keep').textContent = '图：' + '摄影部'.repeat(30) }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 320
