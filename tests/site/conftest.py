"""The demo as a visitor opens it. A file that wants it below a sub-path says its own `home`."""

import pytest

from sites import served


DARK = """document.body.dataset.mdColorScheme = "slate";
Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)))"""
"""Dark, and no colour any longer on its way to it."""


@pytest.fixture(scope="session")
def home(demo_site):
    """The address of the demo's home."""
    with served(demo_site) as address:
        yield address


def _is_wrong(said):
    """Whether a page said an error; a browser that shows a bare picture asks for a favicon beside it."""
    return said.type == "error" and not said.location["url"].endswith("/favicon.ico")


@pytest.fixture
def visit(browser, home):
    """Open a page of the demo as a new visitor: `visit("stars/", 390, elder=True, dark=True)`.

    `first` is a script that runs before the page's own; other words are wishes of the browser's context. Errors
    and requests to other hosts are collected in `page.wrong` and looked at in the end.
    """
    pages = []

    def open_page(address, width=390, *, elder=False, dark=False, first="", **wishes):
        wishes = {"viewport": {"width": width, "height": 844}, "has_touch": width < 700} | wishes
        context = browser.new_context(**wishes)
        if first:
            context.add_init_script(first)
        page = context.new_page()
        pages.append(page)
        page.wrong = []
        page.on("console", lambda said: _is_wrong(said) and page.wrong.append(said.text))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        near = (home, "data:", "blob:")
        page.on("request", lambda asked: asked.url.startswith(near) or page.wrong.append(asked.url))
        page.goto(home + address + ("?mode=elder" if elder else ""))
        if dark:
            page.evaluate(DARK)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert [wrong for page in pages for wrong in page.wrong] == []
