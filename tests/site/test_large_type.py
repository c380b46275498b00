"""Type of twice the usual size, set in the browser itself, on the narrowest phone and on a desk."""

import pytest

from page_kinds import EVERYTHING, KINDS
from sites import CHROMIUM, QUIET

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def large(play):
    """A Chromium whose user asked for letters of 32 px where 16 px are usual."""
    chromium = play.chromium.launch(
        executable_path=CHROMIUM, args=[*QUIET, "--blink-settings=defaultFontSize=32"]
    )
    yield chromium
    chromium.close()


def wider(large, home, addresses, width, elder):
    """The kinds of page that scroll sideways."""
    page, wide = large.new_page(viewport={"width": width, "height": 700}, reduced_motion="reduce"), []
    page.goto(home + "404.html" + ("?mode=elder" if elder else ""))
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    for kind, address in addresses.items():
        page.goto(home + address)
        if "q=" in address:
            page.wait_for_selector("[data-result-count], .ls-empty:not(:empty)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(kind)
    page.close()
    return wide


@pytest.mark.slow
@pytest.mark.parametrize("elder", [False, True])
def test_type_of_twice_the_size_scrolls_no_page_sideways_on_a_small_phone(large, home, elder):
    assert wider(large, home, KINDS, 320, elder) == []


@pytest.mark.slow
@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [320, 640, 1280])
def test_type_of_twice_the_size_scrolls_no_page_sideways_on_any_screen(large, home, width, elder):
    assert wider(large, home, EVERYTHING, width, elder) == []
