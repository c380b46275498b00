"""Cells that somebody filled with much more than they can mean."""

from showcase.desk.week_labels import key_of
from showcase.intake.cells import plain, without_day
from showcase.intake.values import counts_in

MUCH = 500_000


def test_a_number_with_too_many_digits_is_no_count():
    said = [count for count, _ in counts_in(f"{'9' * 400}人次，2023年1,200人次", "人次", 2024)]
    assert said == [{"year": 2023, "count": 1200, "unit": "visits"}]


def test_gaps_without_end_are_passed_once():
    assert plain(f"有{' ' * MUCH}年  月  日{' ' * MUCH}") == "有"
    lines = "\n" * MUCH
    assert without_day(f"同意推介{lines}2024年5月6日{lines}") == "同意推介"


def test_a_day_of_the_form_without_its_figures_goes_and_one_with_them_stays():
    assert plain("同意　　年　月　日") == "同意"
    assert plain("2024 年 5 月") == "2024 年 5 月"
    assert plain("5年 月") == "5年 月"


def test_a_heading_of_brackets_that_never_close_is_no_column():
    assert key_of("（" * MUCH) == ""
    assert (key_of("日期（公历）"), key_of("日期")) == (key_of("日期"), key_of("日期（"))
