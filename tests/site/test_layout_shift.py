"""Nothing on a page moves while it loads and while somebody scrolls through it."""

import pytest

from page_kinds import EVERYTHING, KINDS

pytestmark = pytest.mark.browser

WATCH = """(() => { window.shifts = [];
  new PerformanceObserver((list) => { for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput) shifts.push([value, ...sources.map(({ node }) => node?.className || node?.nodeName)]) })
    .observe({ type: "layout-shift", buffered: true }) })()"""
THROUGH = """async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
    scrollTo(0, at);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
  return shifts }"""


def moved(page, home, addresses):
    """{kind: (shift, parts)} of pages whose layout shift is 0.02 and more."""
    found = {}
    for kind, address in addresses.items():
        page.goto(home + address)
        if "q=" in address:
            page.wait_for_selector("[data-result-count]")
        shifts = page.evaluate(THROUGH)
        if (total := sum(value for value, *_ in shifts)) >= 0.02:
            found[kind] = (total, shifts)
    return found


@pytest.mark.slow
def test_nothing_moves_on_any_kind_of_page(visit, home):
    assert moved(visit("404.html", 390, first=WATCH), home, KINDS) == {}


@pytest.mark.slow
@pytest.mark.parametrize(("width", "elder"), [(390, True), (768, False), (1440, False), (1440, True)])
def test_nothing_moves_on_any_page_on_any_screen(visit, home, width, elder):
    assert moved(visit("404.html", width, elder=elder, first=WATCH), home, EVERYTHING) == {}


@pytest.mark.slow
def test_what_moves_is_noticed(visit, home):
    page = visit("404.html", 390, first=WATCH)
    page.wait_for_timeout(600)  # what follows a press within half a second is not counted
    page.evaluate(
        "document.body.prepend(Object.assign(document.createElement('p'), { style: 'block-size: 300px' }))"
    )
    page.wait_for_function("shifts.reduce((sum, [value]) => sum + value, 0) > 0.02")
