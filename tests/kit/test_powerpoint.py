"""The slides as PowerPoint reads them: every text is there, in fonts with a name, and fits into its frame."""

from __future__ import annotations

import subprocess
from functools import cache
from math import ceil

import pytest
from PIL import ImageFont
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdf import PdfReader

from rules.samples import star
from showcase.cards.fonts import carried
from showcase.kit.figures import Figure
from showcase.kit.pieces import Pieces
from showcase.kit.powerpoint import slides_file
from showcase.kit.story import Slide, Story
from showcase.pages.honours import HonourRow

DECKS = (
    "stars-2024-henan-012",
    "stars-2024-hebei-010",
    "stars-2024-xinjiang-004",
    "projects-2024-fujian-006",
)
EMU_PT = 12700


def deck(stick, name):
    return Presentation(str(stick / name / "slides.pptx"))


def texts(sheet):
    return [shape.text_frame.text for shape in sheet.shapes if shape.has_text_frame and shape.text_frame.text]


@cache
def face(size):
    return carried().at(size)


def lines(text, size, wide):
    """In how many lines a real font sets a text; half a character less room, for marks that begin no line."""
    font: ImageFont.FreeTypeFont = face(100)
    return max(1, ceil(font.getlength(text) * size / 100 / (wide - size / 2)))


def overflowing(presentation):
    """Every frame whose text would be higher than it is."""
    found = []
    for number, sheet in enumerate(presentation.slides, 1):
        for shape in sheet.shapes:
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            paragraphs = [p for p in shape.text_frame.paragraphs if p.text]
            high = sum(
                lines(p.text, p.runs[0].font.size.pt, shape.width / EMU_PT) * p.runs[0].font.size.pt * 1.5
                for p in paragraphs
            )
            if high > shape.height / EMU_PT * 1.06:
                found.append((number, shape.text_frame.text, round(high), round(shape.height / EMU_PT)))
    return found


@pytest.mark.parametrize("name", DECKS)
def test_every_text_fits_into_its_frame(stick, name):
    assert overflowing(deck(stick, name)) == []


@pytest.mark.parametrize("name", DECKS)
def test_the_last_row_can_read_it(stick, name):
    runs = [
        run.font.size.pt
        for sheet in deck(stick, name).slides
        for shape in sheet.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert min(runs) >= 16


@pytest.mark.parametrize("name", DECKS)
def test_nothing_lies_outside_its_sheet(stick, name):
    presentation = deck(stick, name)
    wide, high = presentation.slide_width, presentation.slide_height
    outside = [
        shape.name
        for sheet in presentation.slides
        for shape in sheet.shapes
        if shape.left < 0
        or shape.top < 0
        or shape.left + shape.width > wide
        or shape.top + shape.height > high
    ]
    assert (outside, round(wide / high, 3)) == ([], 1.778)


def test_the_sheets_say_what_the_page_says(stick):
    presentation = deck(stick, "stars-2024-henan-012")
    said = [texts(sheet) for sheet in presentation.slides]
    assert said[0][:2] == ["百姓学习之星", "沈玉兰"]
    assert "沈玉兰在青柳县棉纺厂挡了二十六年车。" in said[1]
    large = [text for sheet in said for text in sheet if text.startswith(("137", "“字认"))]
    assert large == ["137 本", "“字认得慢不要紧，\n我有的是晚上。”"]
    assert len(said) == 14


def test_notes_are_speaker_notes_and_the_film_lies_inside(stick):
    presentation = deck(stick, "stars-2024-henan-012")
    notes = [sheet.notes_slide.notes_text_frame.text for sheet in presentation.slides]
    assert "沈玉兰在青柳县棉纺厂挡了二十六年车。" in notes[1]
    assert [text for text in notes if not text] == []
    films = [
        part.blob
        for sheet in presentation.slides
        for part in (
            relation.target_part for relation in sheet.part.rels.values() if not relation.is_external
        )
        if part.content_type == "video/mp4"
    ]
    assert films[0] == (stick / "stars-2024-henan-012/film.mp4").read_bytes()


def test_the_next_step_begins_the_film(stick):
    sheets = deck(stick, "stars-2024-henan-012").slides
    (sheet,) = [each for each in sheets if [*each._element.iter(qn("p:video"))]]
    (film,) = [shape for shape in sheet.shapes if [*shape._element.iter(qn("a:videoFile"))]]
    (command,) = sheet._element.iter(qn("p:cmd"))
    assert command.get("cmd") == "playFrom(0.0)"
    assert [each.get("spid") for each in command.iter(qn("p:spTgt"))] == [str(film.shape_id)]
    numbers = [each.get("id") for each in sheet._element.iter(qn("p:cTn"))]
    assert len(numbers) == len(set(numbers)) == 7


def test_chinese_fonts_are_named_for_every_run(stick):
    sheets = deck(stick, "stars-2024-hebei-010").slides
    named = {
        element.get("typeface")
        for sheet in sheets
        for shape in sheet.shapes
        if shape.has_text_frame
        for element in shape._element.iter(qn("a:ea"))
    }
    runs = [run for sheet in sheets for run in sheet._element.iter(qn("a:r"))]
    assert named == {"SimSun", "KaiTi", "Microsoft YaHei"}
    assert [run for run in runs if run.find(qn("a:rPr")).find(qn("a:ea")) is None] == []


ODD = {
    "four parts": "阿卜杜热合曼·买买提吐尔逊·阿卜杜拉·喀迪尔",
    "two characters": "丁一",
    "a long title": "“非遗”技艺传习与数字化传播能力提升行动《一支笔的一百二十八步》乡村振兴终身学习示范项目",
}


@pytest.mark.parametrize("name", ODD.values(), ids=ODD)
def test_odd_names_and_long_texts_fit_too(tmp_path, name):
    row = HonourRow(
        2024, "国", "全国", "全国新时代" + "终身学习" * 6, ("事迹特别感人", "示例函〔2024〕12号" * 2)
    )
    slides = (
        Slide(kind="cover", heading="百姓学习之星", text=name, lines=("退休工人，" * 8, "某市某区" * 12)),
        Slide(kind="step", heading="七", text="学而时习之，" * 20),
        Slide(kind="number", heading="一个数", text="读" * 60, figure=Figure("1234567 多万", "人次", "")),
        Slide(kind="quote", text="字认得慢不要紧，" * 6, lines=(name,)),
        Slide(kind="honours", heading="得到的推介", honours=(row,) * 4),
        Slide(kind="questions", heading="想一想，说一说", lines=("你为什么这样想？" * 6,) * 3),
    )
    file = tmp_path / "odd.pptx"
    file.write_bytes(slides_file(Story(star(name=name), slides, name), Pieces(), "示例数据", "某单位"))
    assert overflowing(Presentation(str(file))) == []


@pytest.mark.slow
def test_libreoffice_draws_every_sheet(stick, tmp_path):
    for name in DECKS:
        (tmp_path / f"{name}.pptx").write_bytes((stick / name / "slides.pptx").read_bytes())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(tmp_path / f"{name}.pptx") for name in DECKS]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=170, check=False)
    assert done.returncode == 0, done.stderr
    for name in DECKS:
        pages = PdfReader(tmp_path / f"{name}.pdf").pages
        sheets = deck(stick, name).slides
        assert len(pages) == len(sheets)
        drawn = ["".join(page.extract_text().split()) for page in pages]
        asked = ["".join("".join(texts(sheet)[1].split())) for sheet in sheets]
        assert [text for text, page in zip(asked, drawn, strict=True) if text[:12] not in page] == []
