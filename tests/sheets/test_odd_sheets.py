"""Every sheet of records that strain it: nothing lost, nothing cut, nothing on top of another."""

import io
import re

import pytest
from odd_records import odd_projects, odd_stars
from paper import SUBSET, fonts, outside, overlapping, signs, told
from pypdf import PdfReader

from showcase.sheets.formats import PAGES, SIZES, Sheet
from showcase.sheets.printing import pdf

QUICK = (
    "name-four-parts",
    "name-rarer",
    "text-no-text",
    "text-very-long",
    "quote-longest",
    "bare",
    "everything-long",
)
QUICK_PROJECTS = ("title-longest", "project-everything-long")
ALL = [(sheet, size) for sheet in SIZES if sheet is not Sheet.WALL for size in SIZES[sheet]]
MM = 72 / 25.4


def shown(text):
    return re.sub(r"\s", "", text)


def hold(press, records, sheet, size):
    """Hold a sheet of each record against what every sheet promises."""
    printed = pdf(sheet, list(records.values()), press, size=size, bleed=True)
    count = PAGES.get(sheet, 1)
    pages = signs(printed.data)
    assert len(pages) == printed.pages == len(records) * count
    assert all(embedded and SUBSET.fullmatch(name) for name, embedded in fonts(printed.data).items())
    boxes = [page.trimbox for page in _pages(printed.data)]
    for number, (what, record) in enumerate(records.items()):
        own = pages[number * count : (number + 1) * count]
        trim = [float(edge) for edge in boxes[number * count]]
        assert {sign.text for page in own for sign in page if sign.glyph == 0} == set(), what
        assert [outside(page, trim, 5 * MM) for page in own] == [[]] * count, what
        assert [overlapping(page) for page in own] == [[]] * count, what
        assert all(sign in told(own[0]) for sign in shown(record.name)), what
    return pages


def _pages(data):
    return PdfReader(io.BytesIO(data)).pages


@pytest.mark.parametrize(
    ("sheet", "size"), [(Sheet.POSTER, "a3"), (Sheet.HANDOUT, "a4"), (Sheet.TABLE_CARD, "a4")]
)
def test_odd_records_stand_whole_and_apart(press, star, project, sheet, size):
    stars, projects = odd_stars(star), odd_projects(project)
    chosen = {key: stars[key] for key in QUICK} | {key: projects[key] for key in QUICK_PROJECTS}
    hold(press, chosen, sheet, size)


@pytest.mark.slow
@pytest.mark.parametrize(("sheet", "size"), ALL)
def test_all_odd_records_on_every_sheet(press, star, project, sheet, size):
    hold(press, odd_stars(star) | odd_projects(project), sheet, size)
