"""自然日 and 工作日: holidays and made-up weekends are known, unknown years fall back."""

import pytest

from rules.samples import ANNOUNCEMENT_FILE, announcement, day, problems
from showcase.model.problem import Severity
from showcase.rules.working_days import day_after, days_between, is_known


@pytest.mark.parametrize(
    ("first", "last", "counted", "days"),
    [
        ("2024-06-03", "2024-06-07", "calendar", 5),
        ("2024-06-03", "2024-06-09", "working", 5),
        ("2024-06-07", "2024-06-11", "working", 2),  # 端午节 on Monday the 10th
        ("2024-10-12", "2024-10-13", "working", 1),  # a Saturday made up for 国庆
        ("2024-10-01", "2024-10-07", "working", 0),
        ("2031-10-01", "2031-10-07", "working", 5),  # not decreed: Monday to Friday
    ],
)
def test_days_that_count(first, last, counted, days):
    assert days_between(day(first), day(last), counted) == days


def test_the_day_on_which_five_days_have_run():
    assert day_after(day("2024-06-06"), 5, "working") == day("2024-06-13")
    assert day_after(day("2024-06-06"), 5, "calendar") == day("2024-06-10")
    assert day_after(day("2031-06-06"), 2, "working") == day("2031-06-09")


def test_years_that_are_known():
    assert is_known(day("2024-01-01"))
    assert not is_known(day("2031-01-01"))
    assert not is_known(day("1999-01-01"))


def test_an_announcement_over_a_holiday_is_too_short():
    over = announcement(first_day=day("2024-06-06"), last_day=day("2024-06-12"), counted="working")
    (found,) = problems(announcements=(over,))
    assert (found.rule, found.file) == ("announcement-days", ANNOUNCEMENT_FILE)
    assert found.message == "公示 4 天，通知要求 5 天"
    assert found.fix == "把末日改到 2024-06-13 或更晚"


def test_an_unknown_year_is_counted_with_a_warning_and_never_crashes():
    far = announcement(
        year=2031, first_day=day("2031-03-03"), last_day=day("2031-03-07"), counted="working", outcome=""
    )
    (found,) = problems(announcements=(far,))
    assert (found.rule, found.severity) == ("announcement-holidays", Severity.WARNING)
