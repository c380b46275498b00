"""A visitor's way through the site, in a real browser, below a sub-path."""

import pytest

from sites import served

pytestmark = pytest.mark.browser


def open_page(browser, width, address, script=True):
    """Return a page of a new visitor and the list that collects what must not happen on it."""
    context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=script)
    page, wrong = context.new_page(), []
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: r.url.startswith((address, "data:", "blob:")) or wrong.append(r.url))
    page.on("response", lambda r: r.status >= 400 and wrong.append(f"{r.status} {r.url}"))
    return page, wrong


@pytest.mark.parametrize("width", [390, 1440])
def test_home_region_star_film_search_result(browser, demo_site, width):
    with served(demo_site, "a/b") as home:
        page, wrong = open_page(browser, width, home)
        page.goto(home)
        page.goto(page.get_by_role("link", name="各地").first.get_attribute("href") and home + "regions/")
        page.locator("main a[href*='henan']").first.click()
        page.wait_for_url("**/regions/henan/")
        page.locator("main [data-record='stars/2024/henan/012'] a").first.click()
        page.wait_for_url("**/stars/2024/henan/012/")
        assert page.locator("main").get_attribute("data-record") == "stars/2024/henan/012"
        assert plays(page)
        page.goto(home + "search/")
        page.fill("main [name=q]", "玉兰")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-ls-results] [data-record]")
        count = int(page.locator("[data-result-count]").inner_text())
        assert count >= page.locator("[data-ls-results] [data-record]").count() > 0
        page.locator("[data-ls-results] [data-record^='stars/'] a").first.click()
        page.wait_for_url("**/stars/20**")
        assert page.locator("main").get_attribute("data-record").startswith("stars/20")
        assert wrong == []


def plays(page):
    """Whether the film on the page runs when it is started."""
    return page.locator("main video").first.evaluate(
        """async film => { film.muted = true; await film.play();
           await new Promise(done => film.addEventListener('timeupdate', () => film.currentTime > 0.2 && done()));
           return film.currentTime > 0.2 && film.videoWidth > 0 }"""
    )


def test_header_box_leads_to_the_search_page(browser, demo_site):
    with served(demo_site, "a/b") as home:
        page, wrong = open_page(browser, 1440, home)
        page.goto(home + "stars/")
        page.fill("header [name=q]", "夜校")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-ls-results] [data-record]")
        assert page.locator("main [name=q]").input_value() == "夜校"
        assert wrong == []


def test_elder_version_is_one_tap_away_and_kept(browser, demo_site):
    with served(demo_site) as home:
        page, wrong = open_page(browser, 390, home)
        page.goto(home)
        page.get_by_role("button", name="长辈版").click()
        page.goto(home + "stars/2024/henan/012/")
        size = page.locator(".ls-prose p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
        assert page.evaluate("document.documentElement.dataset.lsMode") == "elder"
        assert size >= 24
        assert page.get_by_role("button", name="标准版").is_visible()
        assert wrong == []


@pytest.mark.parametrize("mode", ["", "?mode=elder"])
@pytest.mark.parametrize(
    "path",
    ["", "stars/", "stars/2024/", "stars/2024/henan/012/", "projects/", "regions/", "weeks/2024/", "events/", "search/"],
)
def test_no_page_scrolls_sideways_at_320_px(browser, demo_site, path, mode):
    with served(demo_site) as home:
        page, wrong = open_page(browser, 320, home)
        page.goto(home + path + mode)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert wrong == []


def test_without_script_every_page_kind_says_what_it_says(browser, demo_site):
    with served(demo_site) as home:
        page, wrong = open_page(browser, 390, home, script=False)
        page.goto(home + "stars/2024/henan/012/")
        assert page.locator("h1").is_visible()
        assert page.locator(".ls-prose p").first.is_visible()
        page.goto(home + "search/?q=读书")
        assert page.locator("main .ls-search__ways a").first.is_visible()
        assert wrong == []
