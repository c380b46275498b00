from __future__ import annotations

import datetime

import pytest

from showcase.model.days import Month, chinese_day, chinese_span, monday_of, weekday


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_a_day_is_written_without_zeros():
    assert chinese_day(day("2024-06-07")) == "2024年6月7日"
    assert chinese_day(day("2024-06-07"), year=False) == "6月7日"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024-06-17", "2024-06-17", "2024年6月17日"),
        ("2024-06-17", "2024-06-23", "2024年6月17日至23日"),
        ("2024-06-28", "2024-07-04", "2024年6月28日至7月4日"),
        ("2023-12-27", "2024-01-02", "2023年12月27日至2024年1月2日"),
    ],
)
def test_a_span_repeats_only_what_changes(start, end, text):
    assert chinese_span(day(start), day(end)) == text


def test_the_week_begins_on_monday():
    week = [day("2024-06-17") + datetime.timedelta(days=at) for at in range(7)]
    assert "".join(map(weekday, week)) == "周一周二周三周四周五周六周日"
    assert {monday_of(each) for each in week} == {day("2024-06-17")}


def test_months_have_an_order_and_a_name():
    assert sorted([Month(2024, 10), Month(2024, 9), Month(2023, 12)]) == [
        Month(2023, 12), Month(2024, 9), Month(2024, 10),
    ]  # fmt: skip
    assert str(Month(2024, 9)) == "2024-09"
