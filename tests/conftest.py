"""Fixtures that several test folders share: the demo, built, and a browser to look at it."""

import pytest

from sites import CHROMIUM, QUIET, ROOT, TODAY, build, copy_demo, one_at_a_time, showcase


@pytest.fixture(scope="session")
def derivatives():
    """The demo's photos and films, made once and kept for the next run."""
    with one_at_a_time("demo-media"):
        done = showcase("media", "--today", TODAY, root=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr
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
def browser():
    """A real headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()
