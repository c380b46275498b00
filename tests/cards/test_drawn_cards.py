import dataclasses
import io

import numpy as np
import pytest
from PIL import Image, ImageColor
from rare_characters import RARE

from showcase.cards.canvas import Canvas
from showcase.cards.colours import colours
from showcase.cards.glyphs import glyphs
from showcase.cards.link_card import draw_card, set_name
from showcase.cards.poster import draw_poster
from showcase.cards.words import Words, words_of
from showcase.content.layout import theme_dir
from showcase.model.passing import CARD_PX, POSTER_PX

LEFT = 64


def opened(data):
    return Image.open(io.BytesIO(data))


def ink(image):
    """Where the picture is dark."""
    return np.asarray(image.convert("L")) < 110


def words(**parts):
    usual = {"kind": "star", "address": "stars/2024/henan/001", "head": ("学习之星", "河南", "2024")}
    usual |= {"name": "沈玉兰", "lines": ("挡车工", "桥头社区"), "site": "百姓学习之星", "blank": "沈"}
    return Words(**usual | parts)


def likeness(said, fonts):
    """How much of the ink of the name, set by itself, is found on the card at one place (0 to 1)."""
    card = ink(opened(draw_card(said, fonts)))
    sheet = Canvas(CARD_PX, fonts)
    plate = {"star": 480, "project": 592 if said.pictures else 360}[said.kind]
    face, lines = set_name(sheet, said, CARD_PX[0] - plate - LEFT - 44)
    sheet.lines((LEFT, 0), lines, face, "ink", 1.22)
    name = ink(sheet.image)
    rows = np.flatnonzero(name.any(axis=1))
    name = name[rows[0] : rows[-1] + 1, : CARD_PX[0] - plate - 40]
    profile = np.correlate(card[:, : name.shape[1]].sum(axis=1), name.sum(axis=1).astype(int), "valid")
    found = [_overlap(card[top:], name) for top in np.argsort(profile)[-12:]]
    return max(found)


def _overlap(card, name):
    part = card[: len(name), : name.shape[1]]
    return (part & name).sum() / max((part | name).sum(), 1)


def test_every_card_of_the_demo_bears_its_name(ready, fonts):
    records = [w for w in words_of(ready.showcase, ready.shelf, ready.settings) if w.kind in ("star", "project")]
    assert len(records) == 49
    found = {said.name: likeness(said, fonts) for said in records}
    assert {name: like for name, like in found.items() if like < 0.85} == {}


def test_cards_of_rare_names_bear_them(fonts):
    names = [RARE[at : at + 4] for at in range(0, len(RARE) - 4, 4)]
    assert len("".join(names)) > 270
    found = {name: likeness(words(name=name), fonts) for name in names}
    assert {name: like for name, like in found.items() if like < 0.85} == {}


def test_another_name_is_not_taken_for_it(fonts):
    one, other = (words(name=name) for name in ("沈玉兰", "岑小满"))
    card = ink(opened(draw_card(other, fonts)))
    assert likeness(one, fonts) > 0.85
    sheet = Canvas(CARD_PX, fonts)
    face, lines = set_name(sheet, one, 612)
    sheet.lines((LEFT, 200), lines, face)
    assert (ink(sheet.image) & card).sum() / ink(sheet.image).sum() < 0.5


@pytest.mark.parametrize("draw", [draw_card, lambda said, fonts: draw_poster(said, fonts, "")])
def test_the_same_words_give_the_same_bytes(fonts, draw):
    assert draw(words(), fonts) == draw(words(), fonts)
    assert draw(words(), fonts) != draw(words(name="沈玉蘭"), fonts)


@pytest.mark.parametrize("kind", ["star", "project", "week", "event", "site"])
def test_a_card_is_1200_by_630_and_on_paper(fonts, kind):
    card = opened(draw_card(words(kind=kind, blank="9月\n12" if kind == "event" else "沈"), fonts))
    assert (card.format, card.size) == ("JPEG", CARD_PX)
    paper = np.array(ImageColor.getrgb(colours()["paper"]))
    assert np.abs(np.asarray(card)[5, 5].astype(int) - paper).max() <= 3


def test_the_colours_are_those_of_the_pages():
    tokens = (theme_dir() / "assets/css/tokens.css").read_text("utf-8")
    assert {"paper", "leaf", "ink", "ink-2", "seal", "seal-fill", "on-seal", "vermilion"} <= colours().keys()
    assert all(f"--ls-{name}: {value}" in tokens for name, value in colours().items())


@pytest.mark.parametrize(
    "name", ["丁一", "欧阳春晓明", "阿卜杜热合曼·买买提", "阿依古丽·买买提·吐尔逊·热合曼·艾合买提江", "中" * 40]
)
def test_no_name_runs_out_of_its_place(fonts, name):
    """Left of the plate there is paper, below the name the ruled line, whatever the name."""
    said = words(name=name, lines=("某某县某某镇某某社区居民委员会老年学校", "很长很长的单位名称" * 3))
    card = np.asarray(opened(draw_card(said, fonts))).astype(int)
    plate = CARD_PX[0] - 480
    gap = card[:, plate - 30 : plate - 4]
    paper = np.array(ImageColor.getrgb(colours()["paper"]))
    assert np.abs(gap - paper).max() < 40
    assert opened(draw_poster(said, fonts, "https://example.cn/")).size == POSTER_PX


def test_without_a_portrait_the_surname_stands_for_it(ready, fonts):
    said = next(w for w in words_of(ready.showcase, ready.shelf, ready.settings) if w.kind == "star" and w.pictures)
    bare = dataclasses.replace(said, pictures=(), files=())
    seal, leaf = (np.array(ImageColor.getrgb(colours()[name])) for name in ("seal", "leaf"))
    plate = np.asarray(opened(draw_card(bare, fonts)))[:, 725:].astype(int)
    near = [(np.abs(plate - colour).max(axis=2) < 40).mean() for colour in (seal, leaf)]
    assert near[0] > 0.03 and sum(near) > 0.9
    shown = np.asarray(opened(draw_card(said, fonts)))[:, 725:].astype(int)
    assert (np.abs(shown - leaf).max(axis=2) < 12).mean() < 0.5


def test_a_sheet_does_not_depend_on_what_was_drawn_before(fonts):
    """Shapes of characters are kept between sheets; a sheet drawn with fresh fonts is the same."""
    others = [words(name=name, quote="念书", sentence="灯亮到十点。") for name in ("岑小满", "沈玉兰·𠮷")]
    drawn = [draw_poster(said, fonts, "") for said in others]
    glyphs.cache_clear()
    assert [draw_poster(said, fonts, "") for said in reversed(others)] == drawn[::-1]


def test_no_poster_of_the_demo_is_heavy(ready, fonts):
    records = [w for w in words_of(ready.showcase, ready.shelf, ready.settings) if w.kind in ("star", "project")]
    heaviest = max(len(draw_poster(said, fonts, "https://example.cn/")) for said in records)
    assert heaviest < 125_000
