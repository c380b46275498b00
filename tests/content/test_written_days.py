"""Days in the ways in which people write them into tables."""

import datetime

import pytest

from showcase.content.written_days import Days, NotDays, read_days
from showcase.model.days import Month

JUNE_17, JUNE_23 = datetime.date(2026, 6, 17), datetime.date(2026, 6, 23)
JULY_3 = datetime.date(2026, 7, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-17", "2026-6-17", "2026/6/17", "2026.6.17", "2026.06.17", "2026年6月17日", "6月17日", "6月17号",
        "６月１７日", "6.17", "6/17", "06-17", "六月十七日", "二〇二六年六月十七日", " 6月 17 日 ", "6月17日（周三）",
        "6月17日起", "预计6月17日", "6月17日开幕", "2026年6月17日(星期三)",
    ],
)  # fmt: skip
def test_a_day(text):
    assert read_days(text, 2026) == Days(JUNE_17)


@pytest.mark.parametrize(
    "text",
    [
        "6月17日—23日", "6月17日至23日", "6月17-23日", "6月17日-6月23日", "6月17日—6月23日", "6.17-6.23", "6.17—23",
        "2026年6月17日至2026年6月23日", "2026-06-17至2026-06-23", "2026/6/17-2026/6/23", "6月17日～23日",
        "6月17日（周三）至23日（周二）", "六月十七日至二十三日", "2026-06-17~06-23", "6月17号到23号", "6月17日……23日",
    ],
)  # fmt: skip
def test_a_first_and_a_last_day(text):
    assert read_days(text, 2026) == Days(JUNE_17, JUNE_23)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6月27日—7月3日", Days(datetime.date(2026, 6, 27), JULY_3)),
        ("十月三十日至十一月五日", Days(datetime.date(2026, 10, 30), datetime.date(2026, 11, 5))),
        ("6月", Days(Month(2026, 6))),
        ("6月份", Days(Month(2026, 6))),
        ("大约6月", Days(Month(2026, 6))),
        ("2026-06", Days(Month(2026, 6))),
        ("2026年6月", Days(Month(2026, 6))),
        ("6月（日期待定）", Days(Month(2026, 6))),
        ("9月至10月", Days(Month(2026, 9), Month(2026, 10))),
        ("9—10月", None),
        ("6月17日—6月17日", Days(JUNE_17, JUNE_17)),
    ],
)
def test_spans_and_months(text, days):
    if days is None:
        with pytest.raises(NotDays):
            read_days(text, 2026)
    else:
        assert read_days(text, 2026) == days


@pytest.mark.parametrize("text", ["", "待定", "时间待定", "日期未定", "—", "/", "-", "暂无"])
def test_what_is_not_known_yet(text):
    assert read_days(text, 2026) == Days()


FORMS = "知道日期的写成 2026-06-17 或 6月17日—23日，只知道月份的写“6月”，不知道的写“待定”"


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("6月中旬", "“6月中旬”说不准是哪一天", FORMS),
        ("6月17日左右", "“6月17日左右”说不准是哪一天", FORMS),
        ("下半年", "“下半年”说不准是哪一天", FORMS),
        ("6月31日", "没有“6月31日”这一天", "核对月份和日期"),
        ("13月1日", "没有“13月1日”这一天", "核对月份和日期"),
        ("6月23日—17日", "“6月23日—17日”的最后一天在第一天之前", "核对月份和日期"),
        ("2025年6月17日", "“2025年6月17日”是 2025 年的，这是 2026 年的日程", "核对年份"),
        ("17日", "“17日”没有写月份", FORMS),
        ("端午节", "“端午节”不是日期", FORMS),
        ("（" * 32_767, f"“{'（' * 100}……”不是日期", FORMS),
        ("46190", "“46190”是没有设成日期的单元格", "选中这一列，把单元格格式设成“日期”"),
    ],
)
def test_what_says_no_day_is_refused_with_its_cure(text, message, fix):
    with pytest.raises(NotDays) as refused:
        read_days(text, 2026)
    assert refused.value.args == (message, fix)
