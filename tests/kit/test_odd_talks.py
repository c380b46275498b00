"""Talks about records that strain a sheet: every text is whole on the screen and in PowerPoint."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import pytest
from pptx import Presentation

from sheets.odd_records import LONG_UNIT, odd_projects, odd_stars
from showcase.cards.fonts import carried
from showcase.content.layout import Layout
from showcase.engine.collections import kit_bench
from showcase.engine.wishes import Wishes
from showcase.kit.assembly import kit_of, shared_files
from showcase.kit.deck import Told, Where, page_of, sheets_of
from showcase.kit.pieces import pieces_of
from showcase.kit.powerpoint import slides_file
from showcase.kit.story import story_of
from showcase.model.terms import SchoolStage
from showcase.pages.cards import place_of
from sites import TODAY

from .conftest import STARS
from .test_powerpoint import overflowing

PROJECT = "projects/2024/henan/003"
CUT = """async () => {
  const found = [], range = document.createRange();
  for (let at = 0; at < Reveal.getTotalSlides(); at += 1) {
    Reveal.slide(at);
    const sheet = Reveal.getCurrentSlide(), box = sheet.getBoundingClientRect(), inner = sheet.querySelector(".ls-slide__in");
    const plate = sheet.querySelector(".ls-slide__plate"), left = plate ? plate.getBoundingClientRect().right : box.left;
    const foot = sheet.querySelector(".ls-slide__foot").getBoundingClientRect();
    for (const one of inner.children) {
      range.selectNodeContents(one);
      const r = range.getBoundingClientRect(), text = one.textContent.trim().slice(0, 20);
      if (text && r.height && (r.top < box.top || r.bottom > foot.top + 1 || r.right > box.right + 1 || r.left < left - 1)) found.push([sheet.id, at, one.className, text]);
    }
  }
  return found;
}"""

TORN = """() => {
  const found = [], range = document.createRange();
  for (const name of document.querySelectorAll(".ls-slide--cover .ls-slide__name")) {
    const walk = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
    let before = null;
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const sign = node.data[at], {top, height} = range.getBoundingClientRect();
        if (before && name.textContent.includes("·") && before.sign !== "·" && Math.abs(top - before.top) > height / 2) found.push(name.textContent);
        before = {sign, top};
      }
  }
  return found;
}"""
"""Names with a line's end elsewhere than behind a middle dot."""


@pytest.fixture(scope="module")
def bench(kit_demo):
    return kit_bench(Layout(kit_demo), Wishes(datetime.date.fromisoformat(TODAY)), SchoolStage.JUNIOR)


@pytest.fixture(scope="module")
def talks(bench):
    """What is odd, with story and pictures of each."""
    kits = bench.site.showcase.kits
    odd = odd_stars(kits[STARS[0]]) | odd_projects(kits[PROJECT])
    del odd["text-undrawable"]  # control characters are refused before anything is made
    odd["unit-longest"] = replace(odd["unit-long"], unit=LONG_UNIT * 4)
    return {
        what: (
            story_of(bench.site, record, place_of(bench.view, record)),
            pieces_of(bench, record, film=False),
        )
        for what, record in odd.items()
    }


@pytest.fixture(scope="module")
def deck(bench, talks, tmp_path_factory):
    """One page with the sheets of all of them."""
    folder = tmp_path_factory.mktemp("odd")
    records = tuple(story.record for story, _ in talks.values())
    members = dict(shared_files(bench, records))
    sheets = []
    for what, (story, pieces) in talks.items():
        members |= pieces.files
        sheets += sheets_of(Told(story, pieces.shown, None, what))
    page = page_of(
        bench.view.templates.env,
        ("", ""),
        sheets,
        Where(files="files/", back="", back_words=""),
        "示例数据",
    )
    for name, member in {**members, "slides.html": page.encode()}.items():
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(member if isinstance(member, bytes) else member.read_bytes())
    return folder / "slides.html"


@pytest.mark.slow
def test_a_kit_is_made_again_when_the_system_gets_a_kai(bench):
    record = bench.site.showcase.kits[STARS[0]]
    keys = {
        kit_of(replace(bench, fonts=replace(bench.fonts, kai=kai)), record, film=False).key
        for kai in ((), (), (carried(),))
    }
    assert len(keys) == 2


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("mode", ["", "?mode=elder"])
def test_no_sheet_of_an_odd_record_is_cut(browser, deck, mode):
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(deck.as_uri() + mode)
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    assert page.evaluate(CUT) == []
    page.evaluate(
        "document.querySelectorAll('.slides > section').forEach((sheet) => { sheet.style.display = 'block'; })"
    )
    assert page.evaluate(TORN) == []
    page.close()


@pytest.mark.slow
def test_no_frame_of_an_odd_record_overflows(talks):
    found = {
        what: overflowing(Presentation(io.BytesIO(slides_file(story, pieces, "示例数据", "某单位"))))
        for what, (story, pieces) in talks.items()
    }
    assert {what: each for what, each in found.items() if each} == {}
