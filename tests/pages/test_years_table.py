"""Years side by side: every addressee has a row, every year a column."""

import re

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.model.campaign import ActivityWeek
from showcase.model.days import Month
from showcase.model.settings import Settings
from showcase.model.terms import WeekStatus
from showcase.pages.weeks import week_pages
from showcase.pages.years_table import YearCell, years_table

HENAN = week("henan", "6-17", "6-23")
BEFORE = ActivityWeek(year=2023, region="henan", start=day("2023-11-6"), end=day("2023-11-12"))
OFF = week("dalian", "7-1", "7-7", WeekStatus.CANCELLED)
MONTH = ActivityWeek(year=2024, region="gansu", start=Month(2024, 9))


def table_of(*weeks, **more):
    return years_table(view_of(weeks=weeks, **more).site)


def test_units_stand_by_group_with_a_cell_for_each_year():
    table = table_of(HENAN, BEFORE, OFF, MONTH)
    rows = {row.name: row.cells for _, group in table.groups for row in group}
    assert table.years == [2023, 2024]
    assert [name for name, _ in table.groups] == ["华北", "东北", "华东", "中南", "西南", "西北", "兵团"]
    assert len(rows) == 33  # 31, 兵团 and 大连, which has a week of its own
    none = YearCell("", "", "", "")
    assert rows["河南"] == [
        YearCell("weeks/2023/henan", "11月6日", "至12日", ""),
        YearCell("weeks/2024/henan", "6月17日", "至23日", ""),
    ]
    assert rows["大连"] == [none, YearCell("weeks/2024/dalian", "7月1日", "至7日", "已取消")]
    assert rows["甘肃"] == [none, YearCell("weeks/2024/gansu", "9月，", "日期待定", "")]
    assert rows["西藏"] == [none, none]


def test_one_year_is_no_comparison_and_five_are_enough():
    assert table_of(HENAN, OFF) is None
    many = [ActivityWeek(year=year, region="henan") for year in range(2018, 2026)]
    assert table_of(*many).years == [2021, 2022, 2023, 2024, 2025]


def test_on_a_provinces_own_site_its_cities_have_the_rows():
    cities = [ActivityWeek(year=year, region="henan", city="zhengzhou") for year in (2023, 2024)]
    table = table_of(*cities, OFF, settings=Settings(scope="henan"))
    assert [(name, [row.name for row in rows]) for name, rows in table.groups] == [("", ["郑州市"])]


def test_the_page_says_it_to_eye_and_ear():
    main = page_at(week_pages(view_of(weeks=(HENAN, BEFORE))), "weeks/").main
    assert "几年并排" in words_of(main) and "6月17日至23日" in words_of(main)
    assert re.findall(r'<th scope="col">', main) == ['<th scope="col">'] * 3
    assert 'scope="rowgroup"' in main and 'tabindex="0"' in main
    assert main.count("没有资料") == 31 * 2
