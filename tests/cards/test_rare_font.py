import base64
import datetime
import re

import pytest
from rare_characters import RARE

from showcase.cards.fonts import Fonts
from showcase.cards.rare import FAMILY, rare_font, rare_in, texts_of
from showcase.content.layout import Layout, theme_dir
from showcase.model.address import parse_record_address
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.library import Showcase
from showcase.model.parts import Section, Voice
from showcase.model.records import Star
from showcase.model.terms import EventKind

USUAL = "沈玉兰〇々“”·—…０Ａ，。国國龥"
"""Every system has these: GBK, and marks."""


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path)


def test_only_what_systems_lack_is_rare():
    assert rare_in([USUAL, "Shen 2024"]) == ""
    assert rare_in([RARE[::-1], USUAL, RARE]) == "".join(sorted(RARE))


def test_a_site_without_rare_characters_gets_no_font(layout, fonts):
    assert rare_font(layout, [USUAL], fonts, "assets") == ("", [])


def test_every_text_is_looked_through():
    star = Star(
        address=parse_record_address("stars/2024/henan/001"),
        name="周𠮷生",
        sections=(Section("㛃", "正文㑇"),),
        showcase_text=("一", "䶮"),
    )
    day = datetime.date(2024, 9, 1)
    event = Event(address="events/a", kind=EventKind.TALK, date=day, title="𬎆", voices=(Voice("𫖯"),))
    week = ActivityWeek(year=2024, region="henan", venues=("𬍛",))
    found = rare_in(texts_of(Showcase(stars=(star,), events=(event,), weeks=(week,))))
    assert found == "".join(sorted("𠮷㛃㑇䶮𬎆𫖯𬍛"))


def test_the_rules_name_the_characters_and_small_files(layout, fonts):
    rules, files = rare_font(layout, ["周𠮷生，刘䶮"], fonts, "assets/showcase")
    assert rules.count("unicode-range:U+4DAE,U+20BB7}") == 2
    assert re.findall(r'src:url\("([^"]+)"\)', rules) == [f.path.rpartition("/")[2] for f in files]
    assert all(f.path.startswith("assets/showcase/rare-") for f in files)
    assert [file.data[:4] for file in files] == [b"wOF2", b"wOF2"]
    assert max(len(file.data) for file in files) < 3000


def test_the_family_stands_behind_the_systems_own_fonts():
    tokens = (theme_dir() / "assets/css/tokens.css").read_text("utf-8")
    assert len(re.findall(rf'"{FAMILY}", (?:sans-)?serif;', tokens)) == 3


@pytest.mark.slow
def test_the_same_characters_give_the_same_bytes(tmp_path, fonts):
    one, other = (rare_font(Layout(tmp_path / name), ["𠮷䶮"], fonts, "x") for name in ("a", "b"))
    assert one == other


def test_a_font_once_cut_is_kept(layout, fonts):
    first = rare_font(layout, ["𠮷"], fonts, "x")
    kept = {path: path.stat().st_mtime_ns for path in (layout.cache / "fonts").iterdir()}
    assert rare_font(layout, ["𠮷"], fonts, "x") == first
    assert {path: path.stat().st_mtime_ns for path in (layout.cache / "fonts").iterdir()} == kept


WIDTHS = """async characters => {
  await document.fonts.load('40px "LS Rare"', characters);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = '40px "LS Rare", serif';
  return [...characters].filter(sign => Math.abs(pen.measureText(sign).width - 80) > 1);
}"""


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("which", ["usual", pytest.param("carried", marks=pytest.mark.slow)])
def test_a_browser_draws_every_rare_character_with_the_font(layout, fonts, browser, which):
    """With `size-adjust` the font's characters are twice as wide as any other font's: nothing else drew them."""
    if which == "carried":
        fonts = Fonts(fonts.regular[-1:], fonts.bold[-1:])
    rules, files = rare_font(layout, [RARE], fonts, "x")
    for file in files:
        data = base64.b64encode(file.data).decode()
        rules = rules.replace(file.path.rpartition("/")[2], f"data:font/woff2;base64,{data}")
    page = browser.new_page()
    page.set_content(f"<style>{rules.replace('font-display', 'size-adjust:200%;font-display')}</style>")
    assert page.evaluate(WIDTHS, "".join(sorted(RARE))) == []
    assert page.evaluate(WIDTHS, "沈") == ["沈"]
    page.close()
