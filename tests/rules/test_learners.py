"""参与学习人数 in the words of four notices."""

from pathlib import Path

import pytest

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.parts import Count
from showcase.model.terms import CountUnit, Mode
from showcase.rules.learners import _enough, _limits

BOOKS = {book.id: _limits(book) for book in read_library(Layout(Path(__file__).parents[2]))[0].rulebooks}
HENAN, CITY, JILIN, ZHEJIANG = "henan-2024", "city-districts-2024", "jilin-2022", "zhejiang-2021"
PEOPLE, VISITS = CountUnit.PEOPLE, CountUnit.VISITS
ONSITE, ONLINE, BOTH = Mode.ONSITE, Mode.ONLINE, Mode.BOTH


@pytest.mark.parametrize(
    ("value", "unit", "mode", "enough_for"),
    [
        (1000, VISITS, ONSITE, {HENAN, CITY}),
        (999, VISITS, ONSITE, set()),
        (1000, PEOPLE, ONSITE, {HENAN, CITY, JILIN}),
        (1000, VISITS, ONLINE, {HENAN}),
        (1000, VISITS, BOTH, set()),
        (3000, VISITS, BOTH, {HENAN, JILIN}),
        (3000, VISITS, ONLINE, {HENAN, CITY, JILIN}),
        (2000, PEOPLE, BOTH, {ZHEJIANG}),
        (2000, VISITS, ONSITE, {HENAN, CITY}),
        (6000, VISITS, ONLINE, {HENAN, CITY, JILIN, ZHEJIANG}),
        (5999, VISITS, BOTH, {HENAN, JILIN}),
    ],
)
def test_one_count_by_four_notices(value, unit, mode, enough_for):
    count = Count(value, unit, mode)
    assert {name for name, limits in BOOKS.items() if limits and _enough(count, limits)} == enough_for


def test_the_national_notice_asks_for_no_number():
    assert BOOKS["moe-2024"] == {}
