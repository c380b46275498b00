"""With pictures off, scripts off or styles off every page still says what it says."""

import pytest

from page_kinds import KINDS
from sites import TODAY

pytestmark = pytest.mark.browser

SAID = """() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const said = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const { parentElement: element, data } = node;
    if (data.trim() && !element.closest("[data-ls-facets]") && !/^(SCRIPT|NOSCRIPT)$/.test(element.tagName) && element.checkVisibility({ checkVisibilityCSS: true }))
      said.push(data.replace(/\\s+/g, ""));
  }
  return said }"""
"""The texts of <main> that a visitor sees, in their order, without blanks; the choices on the search page are its script's."""
ALT = """() => [...document.querySelectorAll("main img")].filter((img) => !img.alt && img.checkVisibility()
  && !img.closest("[hidden], [aria-hidden=true]") && !img.classList.contains("ls-film__still")).map((img) => img.src)"""


@pytest.fixture(scope="module")
def said_by(browser, home):
    """Give {kind: what `look` finds} of all kinds of page when nothing of the types `blocked` arrives."""

    def ask(*blocked, script=True, look=SAID):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=script)
        page, said = context.new_page(), {}
        if script:
            page.clock.set_fixed_time(
                f"{TODAY}T09:00:00+08:00"
            )  # the 公示 of the demo is open, the week is on
        if blocked:
            page.route(
                "**",
                lambda route, asked: route.abort() if asked.resource_type in blocked else route.continue_(),
            )
        for kind, address in KINDS.items():
            page.goto(home + address)
            said[kind] = page.evaluate(look)
        context.close()
        return said

    return ask


@pytest.fixture(scope="module")
def said(said_by):
    """What the pages say when everything arrives."""
    texts = said_by()
    assert min(map(len, texts.values())) >= 3
    return texts


def unsaid(said, now):
    """{kind: texts} that were said and are not now."""
    return {kind: lost for kind in said if (lost := [one for one in said[kind] if one not in now[kind]])}


@pytest.mark.slow
def test_without_pictures_a_page_says_the_same(said, said_by):
    assert said_by("image", "media") == said


@pytest.mark.slow
def test_every_picture_that_says_something_says_it_in_words(said_by):
    assert said_by(look=ALT) == {kind: [] for kind in KINDS}


@pytest.mark.slow
def test_without_script_a_page_says_what_it_says(said, said_by):
    plain = said_by(script=False)
    assert unsaid(said, plain) == {}
    assert "您的浏览器没有开启脚本，上面的框暂时不能用。下面的每一份名单都可以直接打开。" in plain["search"]


@pytest.mark.slow
def test_without_styles_a_page_says_what_it_says(said, said_by):
    assert unsaid(said, said_by("stylesheet")) == {}
