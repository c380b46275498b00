"""Narrowing as visitors do: from lists, by mouse, by keyboard, by a shared link; in every mode; in an old Chromium."""

from itertools import product
from urllib.parse import quote

import pytest

from sites import served

pytestmark = pytest.mark.browser
BELOW = "jyw/lifelong"
LISTS = ("stars/2024/henan/", *(pytest.param(one, marks=pytest.mark.slow) for one in ("stars/", "stars/2024/", "projects/")))
AT_ONCE = ((1280, "chosen"), (390, "with results"))
STATES = {
    "with results": "search/?q=学习",
    "without a query": "search/",
    "chosen": "search/?q=学习&kind=stars&year=2024,2023&group=older-people",
    "nothing": "search/?q=沈&year=1999",
    "no such word": "search/?q=饕餮鼎",
}


@pytest.fixture(scope="module")
def home(demo_site):
    with served(demo_site, BELOW) as address:
        yield address


def tab_of(browser, home, address="", **options):
    tab = browser.new_page(**options)
    tab.goto(home + address)
    return tab


@pytest.fixture
def tab(browser, home):
    tab = tab_of(browser, home)
    failures = []
    tab.on("pageerror", lambda error: failures.append(str(error)))
    yield tab
    tab.close()
    assert failures == []


def found(tab):
    """The number that the page says, and the records it shows."""
    tab.locator("[data-result-count]").wait_for()
    shown = tab.locator("[data-ls-results] > li").evaluate_all("all => all.map(one => one.dataset.record)")
    return int(tab.locator("[data-result-count]").inner_text()), shown


def choice(tab, name):
    return tab.locator("[data-ls-facets] .ls-facet").get_by_role("link", name=name)


def show_choices(tab):
    summary = tab.locator("[data-ls-facets] summary")
    summary.wait_for(state="attached")
    if summary.is_visible():
        summary.click()


@pytest.mark.parametrize("address", LISTS)
def test_a_list_promises_as_many_as_the_search_page_finds(tab, home, address):
    tab.goto(home + address)
    links = tab.locator(".ls-facet a[href*='search/']").evaluate_all(
        "all => all.map(one => [one.href, parseInt(one.querySelector('.ls-num').textContent)])"
    )
    assert links
    for link, number in links:
        tab.goto(link)
        assert found(tab)[0] == number, link


def test_back_forward_and_a_shared_link_bring_the_same_list(tab, browser, home):
    tab.goto(f"{home}search/?q={quote('学习')}")
    seen = [(tab.url, found(tab))]
    show_choices(tab)
    for name in ("学习之星", "2024"):
        choice(tab, name).click()
        tab.wait_for_url(lambda url, last=seen[-1][0]: url != last)
        choice(tab, name).and_(tab.locator("[aria-current]")).wait_for()
        seen.append((tab.url, found(tab)))
    assert seen[0][1][0] > seen[1][1][0] > seen[2][1][0] > 0
    for move, (url, list_) in zip(
        (tab.go_back, tab.go_back, tab.go_forward, tab.go_forward), (seen[1], seen[0], seen[1], seen[2]), strict=True
    ):
        move()
        tab.locator(f"[data-result-count]:text-is('{list_[0]}')").wait_for()
        assert (tab.url, found(tab)) == (url, list_)
    shared = tab_of(browser, home, seen[2][0].removeprefix(home))
    assert found(shared) == seen[2][1]
    shared.close()


def test_chosen_ones_go_one_by_one_and_all_at_once(tab, home):
    tab.goto(f"{home}search/?kind=stars&year=2024,2023&level=provincial")
    all_three = found(tab)[0]
    tab.get_by_role("link", name="去掉：2024").click()
    tab.wait_for_url("**/search/?kind=stars&year=2023&level=provincial")
    tab.locator(f"[data-result-count]:not(:text-is('{all_three}'))").wait_for()
    tab.get_by_role("link", name="全部去掉").click()
    tab.wait_for_url("**/search/")
    tab.get_by_role("link", name="全部去掉").wait_for(state="detached")
    assert tab.locator("[data-result-count]").count() == 0


def test_without_the_facets_file_the_page_still_finds(tab, home):
    tab.route("**/find/facets*.json*", lambda route: route.fulfill(status=404))
    tab.goto(f"{home}search/?q={quote('沈玉兰')}&year=1999")
    assert found(tab)[1][0].startswith("stars/")
    assert tab.locator("[data-ls-facets]").is_hidden()


def test_when_the_facets_do_not_come_nothing_is_said_to_be_nowhere(tab, home):
    tab.route("**/find/facets*.json*", lambda route: route.abort())
    tab.goto(f"{home}search/?kind=stars")
    tab.get_by_text("索引没有取到，请检查网络后再找一次。").wait_for()
    tab.unroute("**/find/facets*.json*")
    tab.get_by_role("link", name="再找一次").click()
    assert found(tab)[0] > 0


@pytest.mark.parametrize("width", [390, 1280])
def test_back_from_a_result_leads_to_where_it_stood(browser, home, width):
    tab = tab_of(browser, home, "search/?q=" + quote("读书"), viewport={"width": width, "height": 844})
    assert len(found(tab)[1]) == 12
    link = tab.locator("[data-ls-results] h3 a").nth(8)
    link.scroll_into_view_if_needed()
    place, address = tab.evaluate("scrollY"), link.evaluate("a => a.href")
    link.click()
    tab.wait_for_url(address)
    tab.go_back()
    tab.wait_for_function("place => scrollY === place", arg=place)
    assert len(found(tab)[1]) == 12
    tab.close()


def test_before_the_scripts_have_come_the_page_says_that_it_looks(tab, home):
    held, free = [], []
    tab.route("**/find-page.js", lambda route: route.continue_() if free else held.append(route))
    tab.goto(home + "search/?q=" + quote("读书"), wait_until="commit")
    said = "getComputedStyle(document.querySelector('.ls-browse'), '::before').content"
    tab.wait_for_function(f"document.querySelector('[data-ls-wait]') && {said} === '\"正在找……\"'")
    free.append(True)
    for route in held:
        route.continue_()
    found(tab)
    assert tab.evaluate(said) == "none"


def test_the_whole_path_goes_by_keyboard(tab, home):
    keys = tab.keyboard
    keys.press("/")
    keys.type("沈")
    tab.get_by_role("option").first.wait_for()
    keys.press("Enter")
    tab.wait_for_url(f"**/search/?q={quote('沈')}")
    before = found(tab)[0]
    stars = "[data-ls-choice='kind=stars']:focus"
    go_to(tab, f"[data-ls-facets] summary:focus, {stars}")
    if tab.locator("[data-ls-facets] summary:focus").count():
        keys.press("Enter")
        go_to(tab, stars)
    keys.press("Enter")
    tab.wait_for_url("**kind=stars")
    tab.locator("[data-ls-choice='kind=stars'][aria-current]:focus").wait_for()
    assert 0 < found(tab)[0] < before
    record = found(tab)[1][0]
    go_to(tab, "[data-ls-results] a:focus")
    keys.press("Enter")
    tab.wait_for_url(f"**/{record}/")
    assert tab.locator("main[data-record]").get_attribute("data-record") == record


def go_to(tab, focused):
    """Press Tab until `focused` matches."""
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.locator(focused).count():
            return
    raise AssertionError(f"Tab never came to {focused}")


def test_a_choice_says_its_number_and_is_large_enough_in_elder_mode(browser, home):
    tab = tab_of(browser, home, f"search/?q={quote('学习')}&year=2024", viewport={"width": 390, "height": 800})
    tab.locator(".ls-tool--elder").click()
    show_choices(tab)
    tab.get_by_role("button", name="人群").click()
    choice(tab, "老年人").wait_for()
    links = tab.locator("[data-ls-facets] :is(a, button, summary)")
    small = links.evaluate_all("all => all.filter(one => one.getBoundingClientRect().height < 60).map(one => one.textContent)")
    assert small == []
    assert tab.locator("[data-ls-choice='year=2024']").get_attribute("aria-current") == "true"
    assert tab.get_by_role("link", name="2025 ", exact=False).first.evaluate("one => /^2025 \\d+条$/.test(one.textContent)")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.close()


@pytest.mark.parametrize("mode", ["light", "dark", "elder"])
@pytest.mark.parametrize(
    "view",
    [
        *AT_ONCE,
        *(pytest.param(view, marks=pytest.mark.slow) for view in product((390, 1280), STATES) if view not in AT_ONCE),
    ],
    ids=lambda view: f"{view[1]}-{view[0]}",
)
def test_axe_finds_nothing_on_the_search_page(browser, axe, home, mode, view):
    width, state = view
    scheme = "dark" if mode == "dark" else "light"
    tab = tab_of(browser, home, STATES[state], viewport={"width": width, "height": 900}, color_scheme=scheme)
    if mode == "elder":
        tab.locator(".ls-tool--elder").click()
    tab.wait_for_load_state("networkidle")
    for summary in tab.locator("[data-ls-facets] summary:visible").all():
        summary.click()
    assert axe(tab) == {}
    tab.close()


@pytest.mark.parametrize("address", ["stars/2024/henan/", "projects/2024/"])
def test_axe_finds_nothing_on_lists(browser, axe, home, address):
    tab = tab_of(browser, home, address, viewport={"width": 1280, "height": 900})
    assert axe(tab) == {}
    tab.close()


def test_chromium_109_draws_the_same_search_page(browser, old_chromium, home):
    pages = []
    for engine in (browser, old_chromium):
        tab = tab_of(engine, home, STATES["chosen"])
        show_choices(tab)
        choices = tab.locator("[data-ls-facets] a").evaluate_all("all => all.map(one => [one.textContent, one.getAttribute('href')])")
        plates = tab.locator("[data-ls-results] li").evaluate_all("all => all.map(one => one.getBoundingClientRect().width > 300)")
        pages.append((found(tab), choices, plates))
        tab.close()
    assert pages[0] == pages[1]
    assert pages[0][0][0] > 0
