"""Every kind of page in Chromium 109 and in Debian's Firefox as in today's Chromium: its texts, its blocks, its look.

Compared are: every text that is seen, in its order; for each header, section, picture, card, table, button …, where it
begins and how wide it is (2 px); the length of the page (8 %: each browser breaks Chinese lines by its own lights); and
the first window as a picture, blurred to blocks of 30 px. A scroll bar takes no room in any of them.
"""

import json
import shutil
import subprocess

import pytest
from PIL import Image, ImageChops, ImageStat

from page_kinds import EVERYTHING
from sites import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TOOLS = ROOT / "tests/browsers"
MEASURE = (TOOLS / "measure.js").read_text("utf-8")
DRAWN = (TOOLS / "drawn.js").read_text("utf-8")
WIDTHS = (390, 1440)
HIGH_PX, BLOCK_PX = 900, 30
VISITS = [(f"{kind} {width}", address, width) for kind, address in EVERYTHING.items() for width in WIDTHS]


def seen_by(engine, home, folder):
    """What an engine of Playwright's makes of every page: {name: measured}, pictures in `folder`."""
    folder.mkdir()
    found = {}
    for name, address, width in VISITS:
        page, wrong = engine.new_page(viewport={"width": width, "height": HIGH_PX}), []
        page.on("console", lambda said, wrong=wrong: said.type == "error" and wrong.append(said.text))
        page.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))
        page.goto(home + address)
        if "q=" in address:
            page.wait_for_selector("[data-result-count]")
        page.evaluate(DRAWN)
        page.screenshot(path=folder / f"{name}.png")
        found[name] = page.evaluate(MEASURE) | {"wrong": wrong}
        page.close()
    return found


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return tmp_path_factory.mktemp("seen")


@pytest.fixture(scope="module")
def today(browser, home, pictures):
    return seen_by(browser, home, pictures / "today")


def in_firefox(home, folder):
    """The same by Firefox, which Playwright does not drive as Debian builds it."""
    folder.mkdir()
    visits = [
        {
            "name": name,
            "url": home + address,
            "width": width,
            "height": HIGH_PX,
            "shot": str(folder / f"{name}.png"),
        }
        for name, address, width in VISITS
    ]
    job = {"firefox": shutil.which("firefox-esr"), "visits": visits, "measure": MEASURE}
    done = subprocess.run(
        ["node", TOOLS / "firefox.js", json.dumps(job)],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["version"].startswith("firefox/")
    return {page.pop("name"): page for page in told["pages"]}


def otherwise(today, other):
    """What a page is otherwise in another browser; an empty list when it is the same."""
    found = []
    if other["wrong"]:
        found.append(("errors", other["wrong"]))
    if other["said"] != today["said"]:
        found.append(("texts", sorted(set(other["said"]) ^ set(today["said"]))[:5]))
    blocks = [[name for name, _, _ in one["boxes"]] for one in (today, other)]
    if blocks[0] != blocks[1]:
        found.append(("blocks", sorted(set(blocks[0]) ^ set(blocks[1]))[:5]))
    moved = [
        (block, (left, width), (its_left, its_width))
        for (block, left, width), (_, its_left, its_width) in zip(
            today["boxes"], other["boxes"], strict=False
        )
        if abs(left - its_left) > NEAR_PX or abs(width - its_width) > NEAR_PX
    ]
    if moved:
        found.append(("moved", moved[:5]))
    if abs(other["height"] / today["height"] - 1) > 0.08:
        found.append(("height", today["height"], other["height"]))
    return found


NEAR_PX = 4
"""A table in a room of its own may be wider by the spaces that today's browser puts beside figures."""


def unlike(one, other):
    """How far two pictures of a window lie apart, 0–255, when only blocks of 30 px count."""
    first, second = (Image.open(path).convert("RGB") for path in (one, other))
    small = [image.reduce(BLOCK_PX) for image in (first, second)]
    return max(ImageStat.Stat(ImageChops.difference(*small)).mean)


def compared(today, other, pictures, name):
    wrong = {page: found for page in today if (found := otherwise(today[page], other[page]))}
    looks = {
        page: unlike(pictures / "today" / f"{page}.png", pictures / name / f"{page}.png") for page in today
    }
    return wrong, {page: round(far, 1) for page, far in looks.items() if far > LIKE}


LIKE = 11
"""A title that breaks one line earlier comes to 10."""


def test_chromium_109_builds_every_page_as_todays_does(old_chromium, home, today, pictures):
    wrong, looks = compared(today, seen_by(old_chromium, home, pictures / "old"), pictures, "old")
    folded = wrong.pop("search 1440", [])  # its choices lie in columns only where ::details-content is known
    assert (wrong, looks, [what for what, *_ in folded]) == ({}, {}, ["height"])


def test_firefox_builds_every_page_as_chromium_does(home, today, pictures):
    assert compared(today, in_firefox(home, pictures / "firefox"), pictures, "firefox") == ({}, {})


def test_another_page_is_not_taken_for_the_same(today, pictures):
    first, second = "star 1440", "star of four parts 1440"
    assert {what for what, *_ in otherwise(today[first], today[second])} >= {"texts", "blocks"}
    assert unlike(*(pictures / "today" / f"{name}.png" for name in (first, second))) > LIKE
