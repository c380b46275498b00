"""Fixtures that several test folders share: the demo, built, and a browser to look at it."""

import signal

import pytest

from sites import CHROMIUM, NPM, QUIET, ROOT, TODAY, build, copy_demo, one_at_a_time, showcase

SLOW_S = 1200
"""A slow test may take this long before it counts as hanging."""
PATIENCE_MS = 30_000
"""How long `expect` waits on a busy machine, as everything else of Playwright's does; its own 5 s are too few."""


def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SLOW_S))


@pytest.fixture(scope="session", autouse=True)
def ctrl_c():
    """Let Ctrl-C reach the commands under test: a script's `make test &` ignores it, which children inherit."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def derivatives(tmp_path_factory):
    """The demo's photos, films and cards, made once and kept for the next run."""
    with one_at_a_time("demo-media"):
        done = showcase("media", "--today", TODAY, root=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr
        if not (ROOT / ".cache" / "cards").is_dir():  # or every build of a copy would draw them all
            build(ROOT, "--site-dir", tmp_path_factory.mktemp("drawn") / "site")
    return ROOT / "media" / "derivatives"


@pytest.fixture
def demo(tmp_path, derivatives):
    """A copy of the demo that a test may change: its own content, the masters and derivatives by link."""
    return copy_demo(tmp_path / "demo", derivatives)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory, derivatives):
    """The demo built once, for tests that only look at it."""
    root = copy_demo(tmp_path_factory.mktemp("built") / "demo", derivatives)
    build(root)
    return root / "site"


@pytest.fixture(scope="session")
def play():
    """The one driver of all browsers (a second one in the same process would fail)."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(play):
    """A real headless Chromium."""
    chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def old_chromium(play):
    """A real headless Chromium 109, the oldest that the site promises to serve (`make browser` unpacks it)."""
    chromium = play.chromium.launch(executable_path=NPM / ".chromium-109/chromium", args=QUIET)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def axe():
    """Give axe: called with a page, it returns the violations as {rule: [places]}, empty when there are none."""
    source = (NPM / "axe-core/axe.min.js").read_text("utf-8")

    def violations(page):
        page.evaluate(source)
        found = page.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => violations)")
        return {one["id"]: [" ".join(map(str, node["target"])) for node in one["nodes"]] for one in found}

    return violations
