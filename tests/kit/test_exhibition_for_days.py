"""The exhibition: one after another, for half an hour of fast time, in the memory with which it began."""

from __future__ import annotations

import json
import shutil

import pytest
from playwright.sync_api import expect

from sites import served

pytestmark = pytest.mark.browser


FILMED = 7
"""Of twenty records in the hall the one with a film."""


@pytest.fixture
def hall(demo_site, tmp_path):
    """The demo with two hundred records in one region, most with a picture, each twentieth with a film."""
    folder = tmp_path / "site"
    shutil.copytree(demo_site, folder)
    place = folder / "exhibition/henan.js"
    slug, items = read(place)
    some = [item for item in items if "film" not in item] or items
    film = next(item for item in items if "film" in item)
    pictured = [
        item
        for path in (folder / "exhibition").glob("*.js")
        for item in read(path)[1]
        if item.get("picture") and "film" not in item
    ]
    many = [
        {
            **(film if at % 20 == FILMED else (some + pictured)[at % len(some + pictured)]),
            "record": f"stars/2024/henan/{at:03}",
        }
        for at in range(200)
    ]
    place.write_text(f"lsExhibition({json.dumps(slug)},{json.dumps(many)});\n", "utf-8")
    return folder


def read(path):
    return json.loads("[" + path.read_text("utf-8").removeprefix("lsExhibition(").removesuffix(");\n") + "]")


def stop_clock(page):
    """From now on only the test moves the page's clock, however slow the machine is."""
    page.clock.install(time="2026-11-22T09:00:00")
    page.clock.pause_at("2026-11-22T09:00:01")


def shown(page):
    return page.locator(".ls-show__layer--on").get_attribute("data-record")


def test_one_begins_by_address_goes_by_itself_and_waits_when_touched(browser, demo_site):
    with served(demo_site) as home:
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        stop_clock(page)
        page.goto(home + "exhibition/#region=henan")
        page.wait_for_selector('.ls-show__layer--on[data-record="stars/2024/henan/012"]')
        page.keyboard.press("ArrowRight")
        page.wait_for_selector('.ls-show__layer--on[data-record="stars/2025/henan/003"]')
        page.mouse.click(300, 300)
        expect(page.get_by_text("已暂停")).to_be_visible()
        page.clock.run_for(120_000)
        assert shown(page) == "stars/2025/henan/003"
        page.keyboard.press(" ")
        page.clock.run_for(20_000)
        page.wait_for_selector('.ls-show__layer--on[data-record="projects/2024/henan/003"]')
        page.keyboard.press("Escape")
        expect(page.get_by_role("link", name="开始展播")).to_be_visible()
        page.close()


def test_films_are_silent_and_have_captions(browser, demo_site):
    with served(demo_site) as home:
        page = browser.new_page()
        stop_clock(page)
        page.goto(home + "exhibition/#region=henan")
        page.wait_for_selector('.ls-show__layer--on[data-record="stars/2024/henan/012"]')
        page.clock.run_for(15_000)
        page.wait_for_function("document.querySelector('.ls-show__layer--on video').currentSrc")
        told = page.evaluate(
            "(({ muted, textTracks }) => [muted, textTracks.length, textTracks[0].mode])(document.querySelector('.ls-show__layer--on video'))"
        )
        assert told == [True, 1, "showing"]
        page.wait_for_function("document.querySelector('.ls-show__layer--on video').currentTime > 0.5")
        page.close()


def test_without_a_network_the_last_one_stays_and_it_goes_on_when_it_is_back(browser, demo_site):
    with served(demo_site) as home:
        page = browser.new_page()
        page.clock.install()
        page.goto(home + "exhibition/#all")
        page.wait_for_selector(".ls-show__layer--on[data-record]")
        page.route("**/exhibition/*.js", lambda route: route.abort())
        page.route("**/media/**", lambda route: route.abort())
        last = len(json.loads(page.evaluate("document.body.dataset.lsPlan"))["regions"]) + 3
        for _ in range(last):
            page.clock.run_for(20_000)
        assert page.locator(".ls-show__stage").is_visible()
        before = count(page)
        assert before > 0
        page.unroute("**/exhibition/*.js")
        page.unroute("**/media/**")
        page.clock.run_for(20_000)
        page.wait_for_function(f"document.querySelector('.ls-show__stage').dataset.shown > {before}")
        page.close()


def test_begun_without_a_network_it_says_so_and_begins_later(browser, demo_site):
    with served(demo_site) as home:
        page = browser.new_page()
        page.clock.install()
        page.route("**/exhibition/*.js", lambda route: route.abort())
        page.goto(home + "exhibition/#region=henan")
        expect(page.get_by_role("status")).to_have_text("网络没有连上，连上以后自己接着放")
        page.unroute("**/exhibition/*.js")
        page.clock.run_for(6_000)
        page.wait_for_selector(f'.ls-show__layer--on[data-record="{HENAN[0]}"]')
        expect(page.locator(".ls-show__state")).to_have_text("")
        page.close()


def test_who_paused_by_touch_leaves_by_touch_and_nothing_says_paused_at_the_next_start(browser, demo_site):
    with served(demo_site) as home:
        page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
        page.goto(home + "exhibition/#region=henan")
        page.wait_for_selector(f'.ls-show__layer--on[data-record="{HENAN[0]}"]')
        page.touchscreen.tap(200, 200)
        leave = page.get_by_role("button", name="退出")
        assert leave.bounding_box()["height"] >= 44
        leave.tap()
        page.get_by_role("link", name="开始展播").tap()
        page.wait_for_selector(".ls-show__layer--on[data-record]")
        expect(page.locator(".ls-show__state")).to_have_text("")
        expect(page.locator(".ls-show__stage--paused")).to_have_count(0)
        page.close()


@pytest.mark.parametrize("address", ["#year=1900", "#region=nowhere", "#%E0%A4%A", "#tour=toString"])
def test_an_address_of_nothing_leads_to_the_choice(browser, demo_site, address):
    wrong = []
    with served(demo_site) as home:
        page = browser.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{home}exhibition/{address}")
        expect(page.get_by_role("link", name="开始展播")).to_be_visible()
        expect(page.locator(".ls-show__stage")).to_be_hidden()
        page.close()
    assert wrong == []


HIDDEN = """hidden => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
NIGHT_MS = 9 * 3_600_000
HENAN = ["stars/2024/henan/012", "stars/2025/henan/003", "projects/2024/henan/003"]


def count(page):
    return int(page.locator(".ls-show__stage").get_attribute("data-shown"))


def sleeps(page, way):
    """Let a night pass: the clock jumps, and what was due comes late (`timers`) or is counted on."""
    page.evaluate(HIDDEN, True)
    if way == "timers late":
        page.clock.fast_forward(NIGHT_MS)
    else:
        page.clock.set_system_time(page.evaluate("Date.now()") + NIGHT_MS)
    page.evaluate(HIDDEN, False)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["timers late", "timers stood still"])
@pytest.mark.parametrize("filming", [False, True])
def test_after_a_night_asleep_the_next_one_comes_and_only_one(browser, demo_site, way, filming):
    with served(demo_site) as home:
        page = browser.new_page()
        stop_clock(page)
        page.goto(home + "exhibition/#region=henan")
        page.wait_for_selector(f'.ls-show__layer--on[data-record="{HENAN[0]}"]')
        if filming:
            page.clock.run_for(14_000)
            page.wait_for_function("document.querySelector('.ls-show__layer--on video').currentTime > 0")
        before = count(page)
        sleeps(page, way)
        page.clock.run_for(1_000)
        if not filming:
            page.wait_for_function("document.querySelector('.ls-show__layer--on video').currentTime > 0")
            assert (shown(page), count(page)) == (HENAN[0], before)
        page.wait_for_selector(f'.ls-show__layer--on[data-record="{HENAN[1]}"]', timeout=120_000)  # a film runs
        assert count(page) == before + 1
        page.clock.run_for(12_000)
        assert (shown(page), count(page)) == (HENAN[1], before + 1)
        page.clock.run_for(3_000)
        page.wait_for_selector(f'.ls-show__layer--on[data-record="{HENAN[2]}"]')
        assert page.locator(".ls-show__stage").get_attribute("data-missed") is None
        page.close()


def test_a_tour_shows_who_is_on_it(browser, demo_site):
    with served(demo_site) as home:
        page = browser.new_page()
        page.goto(home + "exhibition/")
        tour = page.locator(".ls-show__ways--long a").first
        wanted = json.loads(page.evaluate("document.body.dataset.lsPlan"))["tours"]
        tour.click()
        page.wait_for_selector(".ls-show__layer--on[data-record]")
        assert shown(page) in next(iter(wanted.values()))
        page.close()


@pytest.mark.slow
def test_half_an_hour_of_two_hundred_records_costs_no_memory_and_misses_no_picture(browser, hall):
    with served(hall) as home:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        stop_clock(page)
        page.goto(home + "exhibition/#region=henan")
        page.wait_for_selector(".ls-show__layer--on[data-record]")
        session = context.new_cdp_session(page)
        heaps, seen = [], []
        for step in range(130):
            before = shown(page)
            seen.append(before)
            page.clock.run_for(14_000)
            if step % 20 == FILMED:
                page.wait_for_function("document.querySelector('.ls-show__layer--on video').currentTime > 0")
                page.clock.run_for(60_000)
            page.wait_for_function(
                "before => document.querySelector('.ls-show__layer--on').dataset.record !== before",
                arg=before,
            )
            if step % 26 == 25:
                session.send("HeapProfiler.collectGarbage")
                heaps.append(session.send("Runtime.getHeapUsage")["usedSize"])
        assert len(set(seen)) == 130
        assert page.locator(".ls-show__stage").get_attribute("data-missed") is None
        assert page.evaluate("document.querySelectorAll('.ls-show__layer, script').length") == 3
        assert max(heaps[1:]) < heaps[1] * 1.1
        context.close()
