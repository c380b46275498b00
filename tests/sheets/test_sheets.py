"""What every sheet promises: boxes, one set of bytes, a code that leads to the page, pictures fit for paper."""

import io
import re
from dataclasses import replace

import pytest
from paper import SUBSET, code_on, fonts, outside, overlapping, signs, told
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import NullObject

from showcase.cards.fonts import BOLD, Fonts, carried
from showcase.content.layout import Layout
from showcase.model.campaign import ActivityWeek
from showcase.pages import week_words
from showcase.sheets.formats import PAGES, SIZES, Sheet
from showcase.sheets.printing import pdf
from showcase.sheets.telling import ways_down
from showcase.sheets.wall import wall, years

MM = 72 / 25.4
RECORD_SHEETS = [sheet for sheet in Sheet if sheet is not Sheet.WALL]
SIZED = [(sheet, size) for sheet in RECORD_SHEETS for size in SIZES[sheet]]


def boxes(data):
    pages = PdfReader(io.BytesIO(data)).pages
    named = [(page.mediabox, page.bleedbox, page.trimbox) for page in pages]
    return [[[round(float(edge) / MM, 2) for edge in box] for box in three] for three in named]


def pictures(data):
    """Return every photograph in a PDF as Pillow opens it."""
    found = [image.data for page in PdfReader(io.BytesIO(data)).pages for image in page.images]
    return [Image.open(io.BytesIO(each)) for each in found]


@pytest.mark.parametrize(("sheet", "size"), SIZED)
def test_with_bleed_the_boxes_say_what_is_trimmed_and_what_bleeds(press, star, sheet, size):
    measured = SIZES[sheet][size]
    wide, high, bleed = measured.wide_mm, measured.high_mm, measured.bleed_mm
    outer = bleed + 9
    page = [
        [0, 0, wide + 2 * outer, high + 2 * outer],
        [9, 9, wide + outer + bleed, high + outer + bleed],
        [outer, outer, wide + outer, high + outer],
    ]
    printed = pdf(sheet, [star], press, size=size, bleed=True)
    assert boxes(printed.data) == [page] * PAGES.get(sheet, 1)


def test_without_bleed_the_page_is_the_trimmed_sheet(press, star):
    assert boxes(pdf(Sheet.POSTER, [star], press).data) == [[[0, 0, 297, 420]] * 3]


def test_panels_bleed_as_large_sheets_do():
    assert {size: each.bleed_mm for size, each in SIZES[Sheet.PANEL].items()} == {"80x180": 10, "90x120": 5}


def test_marks_say_where_to_cut_and_stay_outside_of_the_bleed(press, star):
    printed = pdf(Sheet.POSTER, [star], press, bleed=True, preview_ppi=50.8)  # two dots a millimetre
    edge = Image.open(io.BytesIO(printed.previews[0])).convert("L").crop((0, 0, 18, 888))
    marked = {y for x in range(18) for y in range(888) if edge.getpixel((x, y)) < 253}
    assert {round(y / 2) for y in marked} == {12, 12 + 420}


@pytest.mark.parametrize("sheet", RECORD_SHEETS)
def test_the_same_record_gives_the_same_bytes_wherever_it_lies(press, star, sheet, tmp_path):
    again = tmp_path / "elsewhere"
    again.mkdir()
    (again / "media").symlink_to((press.layout.root / "media").resolve())
    elsewhere = replace(press, layout=Layout(again))
    first, second = pdf(sheet, [star], press, bleed=True), pdf(sheet, [star], elsewhere, bleed=True)
    assert first.data == second.data


def test_a_sheet_carries_no_day_and_no_path(press, star):
    data = pdf(Sheet.POSTER, [star], press).data
    info = PdfReader(io.BytesIO(data)).metadata
    assert {key for key in info if "Date" in key} == set()
    assert str(press.layout.root).encode() not in data


@pytest.mark.parametrize("sheet", [Sheet.POSTER, Sheet.HANDOUT, Sheet.PANEL])
def test_the_code_on_the_page_leads_to_the_record(press, star, sheet):
    previews = pdf(sheet, [star], press, preview_ppi=20 if sheet is Sheet.PANEL else 100).previews
    assert code_on(previews[-1]) == ["https://www.example.cn/zsxx/stars/2024/henan/012/"]


def test_without_a_public_address_there_is_no_code_and_a_warning(press, star):
    nowhere = replace(press, settings=replace(press.settings, site_url=""))
    printed = pdf(Sheet.POSTER, [star], nowhere, preview_ppi=100)
    assert code_on(printed.previews[0]) == []
    assert "mkdocs.yml 没有写 site_url，所以没有二维码" in printed.warnings


@pytest.mark.parametrize("sheet", RECORD_SHEETS)
def test_fonts_are_embedded_and_cut_to_what_is_used(press, star, sheet):
    found = fonts(pdf(sheet, [star], press).data)
    assert len(found) >= 2
    assert {
        name: embedded for name, embedded in found.items() if not (embedded and SUBSET.fullmatch(name))
    } == {}


@pytest.mark.parametrize("sheet", [Sheet.POSTER, Sheet.HANDOUT])
def test_a_text_of_usual_length_is_printed_whole(press, star, project, sheet):
    pages = signs(pdf(sheet, [star, project], press).data)
    said = "".join(told(page) for page in pages)
    for paragraph in (*star.showcase_text, *project.showcase_text):
        assert re.sub(r"\s", "", paragraph) in said


def test_a_text_too_long_for_a_poster_ends_with_a_sentence_and_says_so(press, star):
    long = replace(star, showcase_text=tuple(f"第{n}天，她照样去上课。" for n in range(500)))
    printed = pdf(Sheet.POSTER, [long], press)
    said = told(signs(printed.data)[0])
    last = re.search(r"第(\d+)天，她照样去上课。（全文见网页）", said)
    assert said.count("她照样去上课。") == int(last[1]) + 1
    assert "stars/2024/henan/012 的文字太长，只印到一句话为止，后面注明“全文见网页”" in printed.warnings


def test_a_text_too_long_for_the_front_of_a_hand_out_goes_on_behind(press, star):
    long = replace(
        star,
        showcase_text=tuple(f"第{n}天，她照样去上课，雨天也去，雪天也去。" for n in range(32)),
        sections=(),
    )
    printed = pdf(Sheet.HANDOUT, [long], press)
    front, behind = map(told, signs(printed.data))
    assert front.count("她照样去上课") + behind.count("她照样去上课") == 32
    assert behind.count("她照样去上课") > 5
    assert [warning for warning in printed.warnings if "太长" in warning] == []


def test_a_name_ends_its_columns_behind_the_dot(press, star):
    assert ways_down("阿卜杜热合曼·阿不都·买买提·江") == [
        ["阿卜杜热合曼·阿不都·买买提·江"],
        ["阿卜杜热合曼·", "阿不都·买买提·江"],
        ["阿卜杜热合曼·", "阿不都·", "买买提·江"],
        ["阿卜杜热合曼·", "阿不都·", "买买提·", "江"],
    ]
    assert ways_down("沈玉兰") == [["沈玉兰"]]


def test_letters_that_no_font_has_are_named(press, star):
    strange = replace(star, showcase_text=("她会写“ཀ”和“ཁ”。",))
    printed = pdf(Sheet.POSTER, [strange], press)
    assert "她会写“〓”和“〓”。" in told(signs(printed.data)[0])
    assert "stars/2024/henan/012 里的“ཀཁ”手边的字体都没有，印成了“〓”" in printed.warnings


def test_a_wall_sheet_names_every_week_of_the_year(press):
    weeks = [week for week in press.showcase.weeks if week.year == 2024 and not week.city]
    printed = wall(2024, press, bleed=True, preview_ppi=100)
    (page,) = signs(printed.data)
    said = told(page)
    assert [week.region for week in weeks if week_words.whose(week) not in said] == []
    assert (
        outside(page, [float(edge) for edge in PdfReader(io.BytesIO(printed.data)).pages[0].trimbox], 5 * MM)
        == []
    )
    assert overlapping(page) == []
    assert code_on(printed.previews[0]) == ["https://www.example.cn/zsxx/weeks/2024/"]
    assert {sign.text for sign in page if sign.glyph == 0} == set()


def test_wall_sheets_fit_every_year_of_the_demo_and_both_sizes(press):
    for year in years(press):
        for size in SIZES[Sheet.WALL]:
            (page,) = signs(wall(year, press, size=size).data)
            assert overlapping(page) == [], (year, size)


def test_a_year_in_which_every_region_has_a_week_at_once_still_fits(press):
    weeks = tuple(
        replace(week, start=None, end=None) if number % 3 else replace(week, start=press.today.replace(month=6, day=3), end=press.today.replace(month=6, day=9), year=2024)
        for number, week in enumerate(press.showcase.weeks) if isinstance(week, ActivityWeek) and week.year == 2024 and not week.city
    )  # fmt: skip
    crowded = replace(press, showcase=replace(press.showcase, weeks=weeks))
    (page,) = signs(wall(2024, crowded).data)
    assert overlapping(page) == []


def test_without_a_font_of_the_system_everything_is_set_in_the_one_that_comes_along(press, star):
    alone = carried()
    bare = replace(press, fonts=Fonts((alone,), (replace(alone, weight=BOLD),)))
    rare = replace(star, name="𬭎·𫖯𬍛", showcase_text=("𠮷䶮㛃𬭎𫖯𬍛。",))
    printed = pdf(Sheet.POSTER, [rare], bare)
    (page,) = signs(printed.data)
    assert {sign.text for sign in page if sign.glyph == 0} == set()
    assert {name[8:].rpartition("-")[0] for name in fonts(printed.data)} == {"NotoSansCJKsc"}
    assert "𠮷䶮㛃𬭎𫖯𬍛。" in told(page)


def test_without_a_kai_of_the_system_spoken_words_are_set_in_song(press, star):
    plain = replace(press, fonts=replace(press.fonts, kai=()))
    once, again = (pdf(Sheet.POSTER, [star], plain) for _ in range(2))
    assert once.data == again.data
    assert [name for name in fonts(once.data) if "Kai" in name] == []
    assert "字认得慢不要紧" in told(signs(once.data)[0])


def test_no_paragraph_ends_in_a_line_of_one_sign(press, star):
    texts = ["夜里灯还亮着" * 3 + "一二三四五六七八九十"[:extra] + "那一章。" for extra in range(10)] * 4
    printed = pdf(Sheet.HANDOUT, [replace(star, showcase_text=tuple(texts))], press)
    page = signs(printed.data)[0]
    ends = [at for at, sign in enumerate(page) if sign.text == "章" and page[at - 1].text == "一"]
    lines = [{round(sign.box[1]) for sign in page[at - 2 : at + 2]} for at in ends]
    assert len(ends) >= 20
    assert [line for line in lines if len(line) > 1] == []


def alternatives(part):
    """Return what the pictures below a part of a PDF's structure show, in words."""
    part = part.get_object()
    if isinstance(part, list):
        return [words for each in part for words in alternatives(each)]
    if not isinstance(part, dict):
        return []
    return [*filter(None, [part.get("/Alt")]), *alternatives(part.get("/K", NullObject()))]


def test_a_pdf_says_its_language_its_title_and_what_pictures_show(press, star):
    reader = PdfReader(io.BytesIO(pdf(Sheet.POSTER, [star], press).data))
    assert reader.metadata.title == "沈玉兰"
    assert reader.root_object["/Lang"].startswith("zh")
    assert star.photos[0].alt in alternatives(reader.root_object["/StructTreeRoot"])
