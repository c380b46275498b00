"""axe-core in real Chromium finds nothing on any kind of page, whoever looks at it and on what."""

import itertools

import pytest

from page_kinds import EVERYTHING, KINDS

pytestmark = pytest.mark.browser

MODES = list(itertools.product((False, True), ("light", "dark"), (390, 1440)))
QUICK = [(True, "dark", 390)]


@pytest.fixture
def found_on(visit, home, axe):
    """Give {kind: violations} of pages as one visitor sees them, everything folded in them unfolded."""

    def look(addresses, mode):
        elder, scheme, width = mode
        page, found = visit("404.html", width, elder=elder, color_scheme=scheme, reduced_motion="reduce"), {}
        for kind, address in addresses.items():
            page.goto(home + address)
            if "q=" in address:
                page.wait_for_selector("[data-result-count], .ls-empty:not(:empty)")
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
            if violations := axe(page):
                found[kind] = violations
        dressed = page.evaluate(
            "[document.documentElement.dataset.lsMode, document.body.dataset.mdColorScheme]"
        )
        assert dressed == ["elder" if elder else None, "slate" if scheme == "dark" else "default"]
        return found

    return look


@pytest.mark.parametrize("mode", QUICK)
def test_axe_finds_nothing_on_any_kind_of_page(found_on, mode):
    assert found_on(KINDS, mode) == {}


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_any_page_in_any_mode(found_on, mode):
    assert found_on(EVERYTHING, mode) == {}
