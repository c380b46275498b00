"""An unpacked kit in a browser, from a disk, with the network off: today's Chromium and that of 2023."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess

import pytest
import zxingcpp
from PIL import Image

from sites import ROOT

from .conftest import SITE
from .test_exhibition_for_days import stop_clock

pytestmark = pytest.mark.browser

ENGINES = ("browser", "old_chromium")


@pytest.fixture(params=ENGINES)
def visitor(request):
    """A page without a network; what went wrong and what was asked for is kept on it."""
    context = request.getfixturevalue(request.param).new_context(
        offline=True, viewport={"width": 1366, "height": 768}
    )
    page = context.new_page()
    page.wrong, page.asked = [], set()
    page.on("console", lambda said: said.type in ("error", "warning") and page.wrong.append(said.text))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    context.on("request", lambda request: page.asked.add(request.url.partition(":")[0]))
    yield page
    context.close()


def is_quiet(page):
    assert page.wrong == []
    assert page.asked <= {"file", "data", "blob", "about"}


def test_from_the_first_page_through_all_sheets(visitor, stick):
    visitor.goto((stick / "stars-2024-henan-012/start.html").as_uri())
    assert not visitor.get_by_text("请先解压", exact=True).is_visible()
    links = visitor.eval_on_selector_all(
        "main a", "all => all.map(a => a.getAttribute('href').split('#')[0])"
    )
    assert [link for link in links if not (stick / "stars-2024-henan-012" / link).is_file()] == []
    visitor.get_by_role("link", name="放映幻灯片").click()
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    seen = []
    for _ in range(visitor.evaluate("Reveal.getTotalSlides()") + 1):
        seen.append(visitor.evaluate("Reveal.getCurrentSlide().className.match(/--(\\w+)/)[1]"))
        visitor.keyboard.press("PageDown")
    # the first step on the film's sheet begins it, the second goes on
    assert seen == [
        "cover",
        *["step"] * 6,
        "number",
        "step",
        "quote",
        "film",
        "film",
        "honours",
        "questions",
        "code",
    ]
    assert visitor.evaluate("document.querySelector('video').dataset.lsBegun") == "1"
    assert visitor.evaluate("Reveal.isLastSlide()")
    is_quiet(visitor)


SMALLEST = """() => {
  const found = [];
  for (const sheet of Reveal.getSlides()) {
    const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const place = node.parentElement;
      if (node.data.trim() && !place.closest(".notes, video")) found.push(parseFloat(getComputedStyle(place).fontSize));
    }
  }
  return Math.min(...found);
}"""
OUTSIDE = """async () => {
  const found = [];
  for (let at = 0; at < Reveal.getTotalSlides(); at += 1) {
    Reveal.slide(at);
    const sheet = Reveal.getCurrentSlide(), box = sheet.getBoundingClientRect(), foot = sheet.querySelector(".ls-slide__foot").getBoundingClientRect();
    for (const one of sheet.querySelectorAll(".ls-slide__in > *")) {
      const r = one.getBoundingClientRect();
      if (r.top < box.top || r.bottom > foot.top + 1 || r.right > box.right + 1 || r.left < box.left - 1) found.push([at, one.className]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("mode", ["", "?mode=elder"])
@pytest.mark.parametrize(
    "kit",
    ["stars-2024-henan-012", "stars-2024-hebei-010", "stars-2024-xinjiang-004", "projects-2024-fujian-006"],
)
def test_every_sheet_can_be_read_from_the_last_row_and_none_is_cut(browser, stick, kit, mode):
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto((stick / kit / "slides.html").as_uri() + mode)
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    assert page.evaluate(SMALLEST) >= 32
    assert page.evaluate(OUTSIDE) == []
    page.close()


def test_the_speakers_window_has_notes_time_and_the_next_sheet(visitor, stick):
    visitor.goto((stick / "stars-2024-henan-012/slides.html").as_uri())
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    with visitor.expect_popup() as popped:
        visitor.keyboard.press("s")
    speaker = popped.value
    speaker.wait_for_selector(".ls-speaker__now .ls-slide--cover")
    assert (
        speaker.locator(".ls-speaker__next .ls-slide__text").inner_text()
        == "沈玉兰在青柳县棉纺厂挡了二十六年车。"
    )
    assert "先让大家看一会儿照片" in speaker.locator(".ls-speaker__notes").inner_text()
    assert re.fullmatch("0:[0-5][0-9]", speaker.locator(".ls-speaker__clock").inner_text())
    speaker.keyboard.press("PageDown")
    speaker.wait_for_selector(".ls-speaker__now .ls-slide--step")
    visitor.wait_for_function("Reveal.getIndices().h === 1")
    assert "沈玉兰在青柳县棉纺厂挡了二十六年车。" in speaker.locator(".ls-speaker__notes").inner_text()
    speaker.wait_for_function("[...document.images].every(one => one.naturalWidth > 0)")
    is_quiet(visitor)


def test_the_film_plays_with_its_captions(visitor, stick):
    visitor.goto((stick / "stars-2024-henan-012/slides.html").as_uri())
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    visitor.evaluate("Reveal.slide(10)")
    visitor.wait_for_function("document.querySelector('video').textTracks[0].cues?.length > 0")
    cue = visitor.evaluate("document.querySelector('video').textTracks[0].cues[0].text")
    assert cue in (stick / "stars-2024-henan-012/film.vtt").read_text("utf-8")
    assert visitor.evaluate("document.querySelector('video').textTracks[0].mode") == "showing"
    visitor.locator("video").click()
    visitor.wait_for_function("document.querySelector('video').currentTime > 0.5")
    visitor.wait_for_function("document.querySelector('video').textTracks[0].activeCues.length > 0")
    visitor.keyboard.press("PageDown")
    visitor.wait_for_function("document.querySelector('video').paused")
    is_quiet(visitor)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_film_that_a_browser_cannot_play_gives_way_to_words(request, engine, stick, tmp_path):
    folder = tmp_path / "kit"
    shutil.copytree(stick / "stars-2024-henan-012", folder)
    (folder / "film.mp4").write_bytes(b"no film")
    page = request.getfixturevalue(engine).new_page()
    page.goto((folder / "slides.html").as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate("Reveal.slide(10)")
    page.get_by_text("这个浏览器放不了短片，请用资料包里的 film.mp4。", exact=True).wait_for(state="visible")
    assert page.locator("video").count() == 0
    page.close()


def test_inside_the_zip_the_page_says_that_it_must_be_unpacked(visitor, stick, tmp_path):
    alone = tmp_path / "Temp1_kit.zip" / "start.html"
    alone.parent.mkdir()
    shutil.copy(stick / "stars-2024-henan-012/start.html", alone)
    visitor.goto(alone.as_uri())
    assert visitor.get_by_text("请先解压", exact=True).is_visible()


NAMES = "Reveal.getSlides().filter(one => one.matches('.ls-slide--cover')).map(one => one.querySelector('h2').textContent)"


def test_a_programme_is_one_deck_from_the_first_to_the_last(visitor, stick):
    folder = next(stick.glob("programme-*"))
    visitor.goto((folder / "start.html").as_uri())
    assert visitor.locator("h1").inner_text() == "开学第一课"
    assert visitor.locator(".ls-kit__entry").all_inner_texts() == ["沈玉兰", "“一盏灯”渔村夜校"]
    visitor.locator(".ls-kit__show").click()
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    assert visitor.evaluate(NAMES) == ["开学第一课", "沈玉兰", "“一盏灯”渔村夜校"]
    visitor.wait_for_function("[...document.images].every(one => one.naturalWidth > 0)")
    visitor.evaluate("Reveal.slide(14)")
    assert visitor.evaluate("Reveal.getCurrentSlide().className.includes('--code')")
    visitor.keyboard.press("PageDown")
    assert visitor.evaluate("Reveal.getCurrentSlide().id") == "projects-2024-fujian-006"
    is_quiet(visitor)


def test_a_programme_can_begin_with_any_of_its_records_and_leads_back(visitor, stick):
    folder = next(stick.glob("programme-*"))
    visitor.goto((folder / "start.html").as_uri())
    visitor.get_by_role("link", name="从这里放起").nth(1).click()
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    assert visitor.evaluate("Reveal.getCurrentSlide().id") == "projects-2024-fujian-006"
    visitor.goto((folder / "projects-2024-fujian-006/start.html").as_uri())
    visitor.get_by_role("link", name="回到节目单").click()
    assert visitor.locator("h1").inner_text() == "开学第一课"
    is_quiet(visitor)


def test_a_click_on_a_sheet_is_a_step_and_a_black_screen_lights_up_again(visitor, stick):
    visitor.goto((stick / "stars-2024-henan-012/slides.html").as_uri())
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    visitor.mouse.click(700, 300)
    assert visitor.evaluate("Reveal.getIndices().h") == 1
    visitor.keyboard.press("b")
    assert visitor.evaluate("Reveal.isPaused()")
    visitor.keyboard.press("PageDown")
    assert visitor.evaluate("[Reveal.isPaused(), Reveal.getIndices().h]") == [False, 1]
    visitor.keyboard.press("Escape")
    visitor.keyboard.press("PageUp")
    assert visitor.evaluate("Reveal.getIndices().h") == 0
    is_quiet(visitor)


def test_the_link_to_the_film_leads_to_its_sheet_where_captions_show(visitor, stick):
    visitor.goto((stick / "stars-2024-henan-012/start.html").as_uri())
    visitor.get_by_role("link", name="短片，带字幕").click()
    visitor.wait_for_function("window.Reveal && Reveal.isReady()")
    assert visitor.evaluate("Reveal.getCurrentSlide().className.includes('--film')")


def test_a_collection_finds_and_plays_from_a_disk(visitor, stick):
    folder = stick / "collection-henan"
    visitor.goto((folder / "start.html").as_uri())
    visitor.get_by_role("link", name="打开展示网页", exact=True).click()
    visitor.goto((folder / "search/index.html").as_uri() + "?q=%E6%B2%88%E7%8E%89%E5%85%B0")
    visitor.wait_for_selector("[data-result-count]")
    found = visitor.eval_on_selector_all(
        "[data-ls-results] [data-record]", "all => all.map(one => one.dataset.record)"
    )
    assert "stars/2024/henan/012" in found
    visitor.goto((folder / "stars/2024/henan/012/slides.html").as_uri())
    url = f"{SITE}stars/2024/henan/012/"
    assert visitor.locator(".ls-slide--code .ls-slide__url").text_content() == url
    visitor.goto((folder / "stars/2024/henan/012.html").as_uri())
    visitor.wait_for_function("[...document.images].filter(i => !i.loading).every(i => i.complete)")
    visitor.goto((folder / "exhibition/index.html").as_uri() + "#region=henan")
    visitor.wait_for_selector(".ls-show__layer--on[data-record]")
    is_quiet(visitor)
    addresses = {path.relative_to(folder).as_posix() for path in folder.rglob("*/henan/*.html")}
    assert {
        path for path in addresses if "slides" not in path and "index" not in path and path[0] in "sp"
    } == {
        "projects/2024/henan/003.html",
        "stars/2024/henan/012.html",
    }


def test_on_a_stick_the_films_of_the_exhibition_have_captions(visitor, stick):
    stop_clock(visitor)
    visitor.goto((stick / "collection-henan/exhibition/index.html").as_uri() + "#region=henan")
    visitor.wait_for_selector('.ls-show__layer--on[data-record="stars/2024/henan/012"]')
    visitor.clock.run_for(15_000)
    visitor.wait_for_function(
        "document.querySelector('.ls-show__layer--on video').textTracks[0]?.cues?.length > 0"
    )
    visitor.wait_for_function("document.querySelector('.ls-show__layer--on video').currentTime > 0.2")
    is_quiet(visitor)


SETTLED = """async () => {
  for (const image of Reveal.getCurrentSlide().querySelectorAll("img")) await image.decode();
  await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)));
}"""
"""The sheet has come to rest and its pictures are drawn."""


def test_a_telephone_reads_the_code_from_the_screen(browser, stick):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto((stick / "stars-2024-hebei-010/slides.html").as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate("Reveal.configure({ transition: 'none' }); Reveal.slide(Reveal.getTotalSlides() - 1)")
    page.evaluate(SETTLED)
    drawn = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    assert [each.text for each in zxingcpp.read_barcodes(drawn)] == [f"{SITE}stars/2024/hebei/010/"]


def test_without_a_script_every_sheet_stands_below_the_other(browser, stick):
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    page.goto((stick / "stars-2024-henan-012/slides.html").as_uri())
    boxes = [page.locator(".ls-slide").nth(at).bounding_box() for at in range(13)]
    assert [round(box["y"] - boxes[0]["y"]) for box in boxes] == [
        round(at * boxes[0]["height"]) for at in range(13)
    ]
    page.close()


IN_FIREFOX = """async () => {
  const deck = window.Reveal, film = document.querySelector("video");
  if (!deck) return { links: document.querySelectorAll("main a").length, styled: getComputedStyle(document.querySelector(".ls-kit__unpack")).display };
  const kinds = [];
  for (let at = 0; at < deck.getTotalSlides(); at += 1) { deck.slide(at); kinds.push(deck.getCurrentSlide().className.match(/--(\\w+)/)[1]); }
  const cues = () => [...(film && film.isConnected ? film.textTracks[0].cues || [] : [])].length;
  const said = () => document.body.textContent.includes("请用资料包里的 film.mp4");
  for (let tries = 0; tries < 50 && !cues() && !said(); tries += 1) await new Promise((done) => setTimeout(done, 100));
  return { kinds, film: said() ? "words" : cues() > 0 && "captions", pictures: [...document.images].every((one) => one.naturalWidth > 0) };
}"""


@pytest.mark.slow
def test_firefox_with_strict_files_plays_it_too(stick, tmp_path):
    folder = stick / "stars-2024-henan-012"
    visits = [
        {
            "name": name,
            "url": (folder / f"{name}.html").as_uri(),
            "width": 1366,
            "height": 768,
            "shot": str(tmp_path / "x.png"),
        }
        for name in ("start", "slides")
    ]
    job = {
        "firefox": shutil.which("firefox-esr"),
        "visits": visits,
        "measure": IN_FIREFOX,
        "prefs": {"security.fileuri.strict_origin_policy": True, "network.online": False},
    }
    command = ["node", str(ROOT / "tests/browsers/firefox.js"), json.dumps(job)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=170, check=False)
    assert done.returncode == 0, done.stderr
    start, slides = json.loads(done.stdout)["pages"]
    assert (start["styled"], start["wrong"]) == ("none", [])
    # a Firefox without the system's H.264 says which file to open instead
    assert (len(slides["kinds"]), slides["film"] in ("captions", "words")) == (14, True)
    assert (slides["pictures"], slides["wrong"]) == (True, [])
