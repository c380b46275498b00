import datetime
import shutil

import pytest
from PIL import ImageFont
from rare_characters import RARE

from showcase.cards.fonts import Fonts, find_fonts
from showcase.cards.undrawable import undrawable_names
from showcase.content.layout import Layout
from showcase.model.address import parse_record_address
from showcase.model.campaign import Announcement, Candidate
from showcase.model.library import Showcase
from showcase.model.problem import Severity
from showcase.model.records import Star
from showcase.model.settings import Settings
from showcase.model.source import Source
from showcase.model.terms import Level
from showcase.publish.passing import fonts_for

NOBODYS = "\U0002a000"
"""A character of extension B that stands in no font of ours."""


@pytest.fixture
def carried(fonts):
    """What there is on a computer without a 宋体 of its own: the fonts of the wheel."""
    return Fonts(fonts.regular[-1:], fonts.bold[-1:])


def is_drawn(font, sign):
    """Whether the font leaves other ink for the character than for one that nobody has."""
    box = font.getmask("\U0010fffd")
    ink = font.getmask(sign)
    return ink.getbbox() is not None and (ink.size, bytes(ink)) != (box.size, bytes(box))


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_rare_characters_of_names_leave_ink_and_no_box(fonts, carried, weight):
    assert len(set(RARE)) > 270
    for chain in (fonts, carried):
        files = getattr(chain, weight)
        faces = [file.at(40) for file in files]
        missing = [
            sign
            for sign in RARE
            if not any(sign in f.coverage and is_drawn(g, sign) for f, g in zip(files, faces, strict=True))
        ]
        assert missing == []


def test_a_character_that_nobody_draws_is_known_before_it_is_drawn(fonts):
    assert not fonts.draws(NOBODYS)
    assert not any(is_drawn(file.at(40), NOBODYS) for file in fonts.bold)


def test_coverage_says_what_the_font_says(fonts):
    from fontTools.ttLib import TTFont

    for file in fonts.bold:
        with TTFont(file.path, fontNumber=file.index, lazy=True) as font:
            told = set(font.getBestCmap())
        codes = [*range(0x20, 0x3200), *range(0x3400, 0x34FF), *range(0x9F00, 0xA000), *range(0x20000, 0x20C00)]
        assert [c for c in codes if (c in told) != (chr(c) in file.coverage)] == []


def test_the_fonts_have_mainland_shapes(fonts):
    files = (*fonts.regular, *fonts.bold)
    assert {ImageFont.truetype(str(f.path), 12, index=f.index).getname()[0].split()[-1] for f in files} == {"SC"}


def test_the_owners_font_is_asked_first(tmp_path, fonts):
    shutil.copy(fonts.regular[-1].path, tmp_path / "own.otc")
    found, problems = fonts_for(Layout(tmp_path), Settings(name_font="own.otc"))
    assert (found.bold[0].path, problems) == (tmp_path / "own.otc", [])
    assert found.bold[1:] == find_fonts().bold
    assert found.mark != find_fonts().mark


@pytest.mark.parametrize("content", [None, b"", b"no font at all"])
def test_a_file_that_is_no_font_is_named_with_its_line(tmp_path, content):
    if content is not None:
        (tmp_path / "own.ttf").write_bytes(content)
    settings = Settings(name_font="own.ttf", source=Source("mkdocs.yml", {"name_font": (31, 7)}))
    found, (problem,) = fonts_for(Layout(tmp_path), settings)
    assert (problem.rule, problem.file, problem.line) == ("setting-font", "mkdocs.yml", 31)
    assert found == find_fonts()


def test_a_name_that_nobody_draws_is_an_error_with_its_line(fonts):
    source = Source("content/stars/2024/henan/001.md", {"name": (2, 7)})
    star = Star(address=parse_record_address("stars/2024/henan/001"), name=f"周{NOBODYS}", source=source)
    named = Star(address=parse_record_address("stars/2024/henan/002"), name="周𠮷 生", source=source)
    listed = Announcement(
        address="announcements/a",
        title="公示",
        year=2024,
        level=Level.COUNTY,
        first_day=datetime.date(2024, 1, 1),
        last_day=datetime.date(2024, 1, 8),
        candidates=(Candidate("沈", "某"), Candidate(f"{NOBODYS}一", "某")),
        source=Source("content/announcements/a.md", {"candidates[1].name": (9, 5)}),
    )
    showcase = Showcase(stars=(star, named), announcements=(listed,))
    found = list(undrawable_names(showcase, fonts))
    assert [(p.rule, p.severity, p.file, p.line, p.column) for p in found] == [
        ("name-undrawable", Severity.ERROR, "content/stars/2024/henan/001.md", 2, 7),
        ("name-undrawable", Severity.ERROR, "content/announcements/a.md", 9, 5),
    ]
    assert "U+2A000" in found[0].message and "name_font" in found[0].fix


def test_every_name_of_the_demo_can_be_drawn(ready, fonts):
    assert list(undrawable_names(ready.showcase, fonts)) == []
