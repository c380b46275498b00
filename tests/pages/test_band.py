"""The year band, case by case as the looks draw it."""

import datetime

from pages.year_samples import day, week
from showcase.model.campaign import ActivityWeek
from showcase.model.days import Month
from showcase.model.terms import WeekStatus
from showcase.pages.band import band

TODAY = day("6-19")


def marks(weeks, shelf, kind="spine", events=()):
    drawn = band(weeks, 2024, TODAY, events).shelves[shelf]
    return [m for m in drawn.marks if m.css.startswith(f"ls-band__{kind}")]


def one(weeks, shelf, kind="spine"):
    (mark,) = marks(weeks, shelf, kind)
    return mark.css.removeprefix("ls-band__"), mark.style, mark.text, mark.aria


def test_36_weeks_from_the_monday_of_april_in_six_shelves():
    assert [shelf.aria for shelf in band([], 2024, TODAY).shelves] == [
        "4月1日至5月12日",
        "5月13日至6月23日",
        "6月24日至8月4日",
        "8月5日至9月15日",
        "9月16日至10月27日",
        "10月28日至12月8日",
    ]
    assert band([], 2025, TODAY).shelves[0].aria == "3月31日至5月11日"


def test_a_late_week_moves_the_row_and_a_long_year_adds_a_shelf():
    late = week("hainan", "12-27", "12-27")
    assert band([late], 2024, TODAY).shelves[-1].aria == "11月18日至12月29日"
    early = week("jilin", "4-2", "4-8")
    both = band([early, late], 2024, TODAY)
    assert [len(both.shelves), both.shelves[0].aria] == [7, "4月1日至5月12日"]


def test_each_state_has_its_form():
    weeks = [
        week("hebei", "6-10", "6-16"),
        week("henan", "6-17", "6-23"),
        week("guangxi", "6-24", "6-30"),
        week("ningxia", "7-8", "7-14", WeekStatus.PLANNED),
        week("dalian", "7-15", "7-21", WeekStatus.CANCELLED),
    ]
    found = marks(weeks, 1) + marks(weeks, 2)
    assert [(m.text, m.css.split("--")[-1], m.aria) for m in found] == [
        ("河北", "held", "河北省，6月10日至16日，已举办"),
        ("河南", "now", "河南省，6月17日至23日，正在举办"),
        ("广西", "soon", "广西壮族自治区，6月24日至30日，已确定"),
        ("宁夏", "plan", "宁夏回族自治区，7月8日至14日，计划中"),
        ("大连", "off", "大连市，7月15日至21日，已取消"),
    ]


def test_overlaps_go_one_board_up_first_fit_over_the_whole_year():
    weeks = [
        week("shanxi", "6-14", "6-20"),
        week("henan", "6-17", "6-23"),
        week("qinghai", "6-18", "6-23"),
        week("guangxi", "6-21", "6-27"),
    ]
    drawn = band(weeks, 2024, TODAY)
    assert [(m.text, m.style) for m in marks(weeks, 1)] == [
        ("山西", "--d:32;--n:7;grid-row:3"),
        ("河南", "--d:35;--n:7;grid-row:2"),
        ("青海", "--d:36;--n:6;grid-row:1"),
        ("", "--d:39;--n:3;grid-row:3"),
    ]
    assert [shelf.boards for shelf in drawn.shelves] == [1, 3, 1, 1, 1, 1]
    assert drawn.shared == 1


def test_a_week_across_two_shelves_bears_its_name_on_the_longer_part():
    early, late = week("fujian", "5-8", "5-14"), week("yunnan", "5-11", "5-17")
    first = [(m.css, m.style, m.text, m.hidden) for m in marks([early], 0) + marks([early], 1)]
    assert first == [
        ("ls-band__spine ls-band__spine--held ls-band__spine--cut", "--d:37;--n:5;grid-row:1;--rest:2", "福建", False),
        ("ls-band__spine ls-band__spine--held ls-band__spine--cont", "--d:0;--n:2;grid-row:1", "", True),
    ]
    second = [(m.text, m.address, m.hidden) for m in marks([late], 0) + marks([late], 1)]
    assert second == [("", "", True), ("云南", "weeks/2024/yunnan", False)]
    assert [m.style for m in marks([late], 1)] == ["--d:0;--n:5;grid-row:1;--rest:-2"]


def test_an_unknown_end_is_open():
    assert one([week("xizang", "8-19", status=WeekStatus.PLANNED)], 3) == (
        "spine ls-band__spine--open",
        "--d:14;--n:7;grid-row:1",
        "西藏",
        "西藏自治区，8月19日起，计划中，闭幕日期待定",
    )


def test_a_single_day_is_a_stroke_with_its_name_beside():
    assert one([week("beijing", "8-6", "8-6")], 3) == (
        "spine ls-band__spine--day",
        "--d:1;--n:6;grid-row:1",
        "北京",
        "北京市，8月6日，已确定，只办一天",
    )
    css, style, _, _ = one([week("beijing", "9-14", "9-14")], 3)
    assert (css, style) == ("spine ls-band__spine--day ls-band__spine--day-end", "--d:35;--n:6;grid-row:1")


def test_the_name_of_a_single_day_gives_way_to_the_next_week():
    weeks = [week("beijing", "8-16", "8-16"), week("xizang", "8-19", "8-25")]
    assert [(m.css.split()[-1], m.style) for m in marks(weeks, 3)] == [
        ("ls-band__spine--day-end", "--d:6;--n:6;grid-row:1"),
        ("ls-band__spine--soon", "--d:14;--n:7;grid-row:1"),
    ]


def test_a_month_lies_above_all_boards():
    gansu = ActivityWeek(year=2024, region="gansu", start=Month(2024, 9))
    shandong = week("shandong", "9-2", "9-8")
    assert one([gansu, shandong], 3, "lying") == (
        "lying ls-band__lying--cut",
        "--d:27;--n:15;grid-row:1",
        "甘肃",
        "甘肃省，9月，日期待定",
    )
    assert [m.style for m in marks([gansu, shandong], 3)] == ["--d:28;--n:7;grid-row:2"]
    (rest,) = marks([gansu], 4, "lying")
    assert (rest.text, rest.style, rest.hidden) == ("日期待定", "--d:0;--n:15;grid-row:1", True)


def test_a_moved_week_is_struck_out_where_it_was():
    hainan = week("hainan", "11-25", "12-1", moved_from=day("10-14"))
    assert one([hainan], 4) == (
        "spine ls-band__spine--off",
        "--d:28;--n:7;grid-row:1",
        "海南",
        "海南省，原定10月14日，改到11月25日",
    )
    assert one([hainan], 5)[0] == "spine ls-band__spine--soon"


def test_a_joint_week_is_one_spine_with_both_names():
    joint = week("zhejiang", "10-21", "10-27", joint="宁波市")
    assert one([joint], 4)[2:] == ("浙江暨宁波", "浙江省暨宁波市，10月21日至27日，已确定，两地合办")


def test_empty_weeks_of_one_and_two_are_hatched():
    weeks = [week("henan", "6-24", "7-7"), week("jilin", "7-15", "7-21")]
    assert [(m.style, m.text, m.sr) for m in marks(weeks, 2, "gap")] == [
        ("--d:14;--n:7", "空周", "7月8日至14日，没有活动周"),
        ("--d:28;--n:14", "空两周", "7月22日至8月4日，没有活动周"),
    ]


def test_a_week_with_one_event_day_or_one_single_day_is_not_empty():
    weeks = [week("henan", "6-24", "7-7"), week("jilin", "7-15", "7-15")]
    gaps = marks(weeks, 2, "gap", events=[day("7-10"), day("7-24")])
    assert [m.style for m in gaps] == ["--d:35;--n:7"]


def test_today_stands_first_and_only_in_the_year():
    shelves = band([], 2024, TODAY).shelves
    assert [(m.css, m.style) for m in shelves[1].marks if m.text == "今天"] == [
        ("ls-band__today ls-band__today--end", "--d:37")
    ]
    later = band([], 2024, datetime.date(2025, 1, 1))
    assert [m for shelf in later.shelves for m in shelf.marks if m.text == "今天"] == []


def test_every_month_is_named_once_where_it_begins():
    named = [(m.text, m.style) for s in band([], 2024, TODAY).shelves for m in s.marks if "month" in m.css]
    assert named == [
        ("四月", "--d:0"),
        ("五月", "--d:30"),
        ("六月", "--d:19"),
        ("七月", "--d:7"),
        ("八月", "--d:38"),
        ("九月", "--d:27"),
        ("十月", "--d:15"),
        ("十一月", "--d:4"),
        ("十二月", "--d:34"),
    ]


def test_the_list_is_in_order_of_time():
    weeks = [week("jilin", "7-15", "7-21"), week("henan", "6-24", "6-30"), week("anhui", "7-22", "7-28")]
    timed = [m for m in band(weeks, 2024, TODAY).shelves[2].marks if not m.hidden]
    assert [m.text for m in timed] == ["河南", "空两周", "吉林", "安徽", "空周"]
