"""How the site looks and feels, measured in a real browser: every size, both schemes, 长辈版, paper."""

import re

import pytest

pytestmark = pytest.mark.browser

STAR = "stars/2024/henan/012/"
FOUR_PART_NAME = "stars/2025/xinjiang/002/"
KINDS = [
    "", "stars/", "stars/2024/henan/", STAR, FOUR_PART_NAME, "projects/", "projects/2024/henan/003/", "regions/",
    "regions/henan/", "weeks/", "weeks/2024/", "weeks/2024/henan/", "events/", "events/2024/2024-09-12-school/",
    "announcements/", "announcements/2026-henan-list/", "lists/", "lists/2024-provincial-henan/",
    "rulebooks/henan-2024/", "search/", "about/", "privacy/", "404.html", "stars/2024/hebei/004/",
]  # fmt: skip
"""One page of every kind."""
SECTIONS = ["首页", "学习之星", "品牌项目", "一省一周", "各地", "活动", "怎样参与"]


# The drawer and the tab row


def drawer(page):
    """The words that stand in the open drawer, inside the window."""
    page.wait_for_function(
        "document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0"
    )
    links = page.locator(".md-sidebar--primary .md-nav__link:visible")
    return [words.strip() for words in links.all_inner_texts()]


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("address", [STAR, "stars/", "take-part/", "404.html"])
def test_the_drawer_lists_the_sections_on_a_phone(visit, address, elder):
    page = visit(address, 390, elder=elder)
    page.locator(".md-header label[for=__drawer]").click()
    assert drawer(page) == SECTIONS


def test_the_drawer_opens_without_script(visit):
    page = visit(STAR, 390, java_script_enabled=False)
    page.locator(".md-header label[for=__drawer]").click()
    side = page.locator(".md-sidebar--primary")
    for _ in range(300):  # it slides in
        if side.bounding_box()["x"] == 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError(side.bounding_box())


def test_the_drawer_opens_from_the_keyboard_and_a_closed_one_takes_no_focus(visit):
    page = visit(STAR, 390)
    for name in ("ls-skip", "ls-menu"):
        page.keyboard.press("Tab")
        assert page.evaluate("name => document.activeElement.classList.contains(name)", name)
    seen = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.closest('.md-sidebar') !== null"))
    assert seen == {False}
    menu = page.get_by_role("button", name="菜单")
    menu.focus()
    page.keyboard.press("Space")
    assert drawer(page) == SECTIONS
    assert menu.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("address", ["", STAR, "take-part/"])
def test_a_desk_has_tabs_and_no_sidebar_nor_menu(visit, address, elder):
    page = visit(address, 1440, elder=elder)
    assert page.locator(".md-tabs__link:visible").all_inner_texts() == SECTIONS
    assert page.locator(".md-sidebar:visible, .md-header label[for=__drawer]:visible").count() == 0


def test_the_tab_row_comes_back_after_scrolling(visit):
    page = visit("weeks/2024/", 1440)
    page.mouse.wheel(0, 2500)
    page.wait_for_selector(".md-tabs[hidden]", state="attached")
    page.mouse.wheel(0, -4000)
    page.wait_for_selector(".md-tabs:not([hidden])")
    page.wait_for_function("getComputedStyle(document.querySelector('.md-tabs__link')).opacity === '1'")


# Colours


PAIRS = [
    ("ink", "paper"), ("ink", "leaf"), ("ink-2", "paper"), ("ink-2", "leaf"), ("seal", "paper"), ("seal", "leaf"),
    ("on-seal", "seal-fill"), ("ink", "wash"), ("ink", "mark"), ("paper", "ink"),
]  # fmt: skip
"""Every colour of type and the ground that it stands on."""


def luminance(rgb):
    """Relative luminance by WCAG 2.2 of (red, green, blue), 0–255."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    """Contrast ratio of two colours, 1–21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def token(page, name):
    """The value of a colour token as the browser resolves it inside <body>."""
    return page.evaluate(
        """name => { const probe = document.body.appendChild(document.createElement("i"));
           probe.style.cssText = `transition: none; color: var(--ls-${name})`;
           const value = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(Number);
           probe.remove(); return value }""",
        name,
    )


def test_contrast_counts_as_wcag_does():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("elder", "dark", "least"), [(0, 0, 4.5), (0, 1, 4.5), (1, 0, 7), (1, 1, 7)])
def test_type_stands_out_from_its_ground(visit, elder, dark, least):
    page = visit("", 1440, elder=elder, dark=dark)
    faint = {
        pair: round(ratio, 2)
        for pair in PAIRS
        if (ratio := contrast(token(page, pair[0]), token(page, pair[1]))) < least
    }
    assert faint == {}


# Sizes


TARGETS = ".md-header :is(label[for=__drawer], .ls-search-link, .ls-tool, .md-header__title a, .md-search__form), .md-tabs__link"


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize(("elder", "least"), [(False, 44), (True, 60)])
def test_buttons_of_the_header_are_easy_to_hit(visit, width, elder, least):
    page = visit(STAR, width, elder=elder)
    boxes = {
        part.get_attribute("class"): part.bounding_box()
        for part in page.locator(TARGETS).all()
        if part.is_visible()
    }
    assert len(boxes) >= 3
    assert {name: box["height"] for name, box in boxes.items() if box["height"] < least} == {}


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_the_header_stands_in_one_line(visit, width):
    page = visit(STAR, width)
    boxes = [part.bounding_box() for part in page.locator(TARGETS).all() if part.is_visible()]
    middles = {round(box["y"] + box["height"] / 2) for box in boxes if box["y"] < 90}
    assert max(middles) - min(middles) <= 1


@pytest.mark.parametrize("elder", [False, True])
def test_written_pages_are_set_in_reading_size(visit, elder):
    page = visit("privacy/", 390, elder=elder)
    sizes = page.locator(".ls-handwritten :is(p, li, td)").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= (24 if elder else 18)


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (390, False)])
def test_headings_of_a_written_page_hang_beside_their_text_on_a_desk(visit, width, beside):
    page = visit("take-part/", width)
    tops = (
        "all => all.map(one => [one, one.nextElementSibling].map(part => part.getBoundingClientRect().top))"
    )
    pairs = page.locator(".ls-handwritten h2").evaluate_all(tops)
    assert len(pairs) == 4
    assert {abs(heading - text) < 1 for heading, text in pairs} == {beside}


@pytest.mark.parametrize(("width", "below"), [(1440, False), (390, True)])
def test_the_form_for_corrections_keeps_room_for_answers_on_a_phone(visit, width, below):
    page = visit("corrections/", width)
    boxes = [page.locator(f".ls-sheet__table tr:nth-child(3) {part}").bounding_box() for part in ("th", "td")]
    question, answer = boxes
    assert (answer["y"] >= question["y"] + question["height"] - 1) is below
    assert answer["height"] >= 44


def test_rows_of_a_list_with_a_story_and_without_are_of_one_height(visit):
    page = visit("lists/2024-national/", 1440)
    heights = page.locator(".ls-table:first-of-type tbody tr:has(.ls-name)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert len(heights) == 34 and max(heights) - min(heights) <= 3


WIDER = [(320, True), (768, False), (1280, True)]


@pytest.mark.parametrize(
    ("width", "elder"),
    [(320, False), *(pytest.param(*each, marks=pytest.mark.slow) for each in WIDER)],
)
def test_nothing_is_wider_than_the_window(visit, home, width, elder):
    page, wide = visit("", width, elder=elder), []
    for address in KINDS:
        page.goto(home + address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    assert wide == []


# Names, pictures, the way in


BROKEN = """all => all.map(link => {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), range = document.createRange();
  let before = null, wrong = null;
  for (let node; (node = walker.nextNode()); ) for (let i = 0; i < node.length; i++) {
    range.setStart(node, i); range.setEnd(node, i + 1);
    const here = { letter: node.data[i], top: range.getBoundingClientRect().top };
    if (before && here.top > before.top + 4 && !"·・".includes(before.letter)) wrong = link.textContent;
    before = here;
  }
  return wrong }).filter(Boolean)"""
"""Names whose line ends anywhere but after a middle dot."""


@pytest.mark.parametrize(
    ("width", "elder"), [(320, False), (390, False), (768, False), (320, True), (390, True)]
)
def test_no_name_is_broken_in_a_card(visit, width, elder):
    page = visit("stars/", width, elder=elder)
    names = page.locator(".ls-card:not(.ls-card--project) .ls-card__name a")
    assert names.count() > 20
    assert names.evaluate_all(BROKEN) == []


def test_a_broken_name_is_noticed(visit):
    page = visit("stars/", 390)
    name = page.locator(".ls-card__name a").first
    name.evaluate("link => { link.innerHTML = link.textContent.replace(/^./, '$&<br>') }")
    assert len(name.evaluate_all(BROKEN)) == 1


def test_every_picture_has_width_and_height(demo_site):
    bare, seen = [], 0
    for address in KINDS:
        place = demo_site / address
        html = (place / "index.html" if place.is_dir() else place).read_text("utf-8")
        drawn = re.findall(r"<(?:img|video)\b[^>]*>", html)
        bare += [one for one in drawn if not re.search(r'\swidth="?\d+.*\sheight="?\d+', one)]
        seen += len(drawn)
    assert (bare, seen > 50) == ([], True)


def test_tab_shows_the_way_to_the_text_and_it_leads_there(visit, home):
    page, lost = visit("", 1440), []
    for address in KINDS:
        page.goto(home + address)
        page.keyboard.press("Tab")
        box = page.locator(".ls-skip:focus").bounding_box()
        page.keyboard.press("Enter")
        if box["x"] < 0 or page.locator("#main").count() != 1:
            lost.append(address)
    assert lost == []


# Paper


@pytest.mark.parametrize("address", [STAR, "weeks/2024/", "privacy/"])
def test_paper_shows_the_page_and_not_its_chrome(visit, address):
    page = visit(address, 800)
    page.emulate_media(media="print")
    chrome = page.locator("header, .md-tabs, .md-sidebar, footer, .ls-path, .ls-button, video, .ls-skip")
    assert [part.get_attribute("class") for part in chrome.all() if part.is_visible()] == []
    assert page.locator("h1").first.is_visible()
    assert page.get_by_text("示例数据").is_visible()
