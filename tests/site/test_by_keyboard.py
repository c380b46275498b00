"""From the first page to a person, her film and a friend, without a mouse: 首页 → 找 → 人物 → 短片和字幕 → 转发."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

STAR = "stars/2024/henan/012/"
HERE = "document.activeElement"
RING = """element => { const marked = element.closest(".ls-card, .md-search__form, .ls-choice, label") || element;
  return [element, marked, element.nextElementSibling].some((one) => one && parseFloat(getComputedStyle(one).outlineWidth) > 0
    && getComputedStyle(one).outlineStyle !== "none") || element.tagName === "VIDEO" }"""
"""Whether the focus can be seen: on the element, on the part that it stands for, or on the label beside it."""


def tab_to(page, wanted, back=False):
    """Press Tab until `wanted` has the focus, as somebody does who sees where the focus is."""
    for _ in range(80):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(f"{HERE} === document.body"):
            continue
        assert page.evaluate(f"({RING})({HERE})"), page.evaluate(f"{HERE}.outerHTML")
        if wanted.evaluate(f"element => element === {HERE}"):
            return
    raise AssertionError(f"not reached by Tab: {wanted}")


@pytest.mark.parametrize(
    ("width", "elder"),
    [(390, False), *(pytest.param(*each, marks=pytest.mark.slow) for each in ((1440, False), (390, True)))],
)
def test_the_whole_way_without_a_mouse(visit, width, elder):
    page = visit("", width, elder=elder, reduced_motion="reduce")
    # find: the box of the first page, suggestions by arrow
    tab_to(page, page.locator("main [name=q]"))
    page.keyboard.type("沈玉")
    # no longer what the first character alone brought
    expect(page.locator("main .ls-suggest [role=option] mark").first).to_have_text("沈玉")
    page.keyboard.press("ArrowDown")
    expect(page.locator("main [role=option][aria-selected=true]")).to_contain_text("沈玉兰")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{STAR}")
    # star: past the chrome by the skip link, then to the film
    tab_to(page, page.locator(".ls-skip"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="看短片"))
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#film'")
    video = page.locator("video")
    tab_to(page, video)
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('video').currentTime > 0")
    assert video.evaluate("film => [...film.textTracks].map(({ kind, mode, language }) => [kind, mode, language])") == [
        ["captions", "showing", "zh-Hans"]
    ]  # fmt: skip
    page.wait_for_function("document.querySelector('video').textTracks[0].activeCues.length > 0")
    page.keyboard.press("Space")
    page.wait_for_function("document.querySelector('video').paused")
    tab_to(page, page.locator("summary", has_text="文字稿"))
    page.keyboard.press("Enter")
    expect(page.locator(".ls-film details p").first).to_be_visible()
    # share: back to the button, the sheet holds the focus and gives it back
    button = page.get_by_role("link", name="转给朋友")
    tab_to(page, button, back=True)
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="转给朋友")
    expect(sheet).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{HERE} === document.body || document.getElementById('share').contains({HERE})")
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("elder", [False, True])
def test_the_search_page_without_a_mouse(visit, elder):
    page = visit("search/", 390, elder=elder, reduced_motion="reduce")
    tab_to(page, page.locator("main [name=q]"))
    page.keyboard.type("读书")
    page.keyboard.press("Enter")
    expect(page.locator("[data-result-count]")).to_be_visible()
    first = page.locator("[data-ls-results] a").first
    tab_to(page, first)
    address = first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
