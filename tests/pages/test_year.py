"""The list below the band: sections by the day of the build, and who has not said anything yet."""

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.model.campaign import ActivityWeek
from showcase.model.days import Month
from showcase.model.parts import ProgrammeItem
from showcase.model.settings import Settings
from showcase.model.terms import Mode, WeekStatus
from showcase.pages import year
from showcase.pages.this_week import this_week
from showcase.pages.weeks import week_pages

SHANXI = week("shanxi", "6-14", "6-20")
HENAN = week("henan", "6-17", "6-23")
GUANGXI = week("guangxi", "6-24", "6-30")
GANSU = ActivityWeek(year=2024, region="gansu", start=Month(2024, 9))
THREE = [SHANXI, HENAN, GUANGXI]


def regions(weeks):
    return [w.region for w in weeks]


def test_this_week_runs_from_monday_to_sunday():
    before, monday, sunday, after = (this_week(THREE, day(d)) for d in ("6-16", "6-17", "6-23", "6-24"))
    assert [before.span, monday.span, sunday.span] == ["6月10日至16日", "6月17日至23日", "6月17日至23日"]
    assert [regions(now.weeks) for now in (before, monday, sunday, after)] == [
        ["shanxi"],
        ["shanxi", "henan"],
        ["henan"],
        ["guangxi"],
    ]
    assert [regions(now.following) for now in (before, monday, sunday, after)] == [
        ["henan"],
        ["guangxi"],
        ["guangxi"],
        [],
    ]


def test_who_ends_today_or_tomorrow_is_said_in_words():
    assert this_week(THREE, day("6-19")).ending == "山西省明天闭幕。"
    assert this_week(THREE, day("6-20")).ending == "山西省今天闭幕。"
    both = [*THREE, week("qinghai", "6-18", "6-20")]
    assert this_week(both, day("6-19")).ending == "山西省、青海省明天闭幕。"


def test_the_week_at_the_turn_of_the_year_is_one_week():
    late = ActivityWeek(
        year=2024, region="hainan", start=day("12-30"), end=day("2025-1-5"), status=WeekStatus.CONFIRMED
    )
    assert [this_week([late], day(d)).span for d in ("2024-12-31", "2025-1-1")] == [
        "12月30日至2025年1月5日",
        "12月30日至2025年1月5日",
    ]
    assert [regions(this_week([late], day(d)).weeks) for d in ("2024-12-29", "2025-1-1", "2025-1-6")] == [
        [],
        ["hainan"],
        [],
    ]
    assert regions(this_week([late], day("2024-12-29")).following) == ["hainan"]


def test_when_nothing_is_on_the_next_week_to_come_is_named():
    now = this_week([GUANGXI], day("5-1"))
    assert (now.items, now.following, now.later) == ((), (), GUANGXI)
    assert this_week([GUANGXI], day("7-1")).later is None


def test_todays_programme_stands_with_the_week():
    items = (
        ProgrammeItem(what="公开课", date=day("6-19"), time="19:00", place="桥头社区三楼"),
        ProgrammeItem(what="手机课", date=day("6-19"), time="14:00", mode=Mode.ONLINE),
        ProgrammeItem(what="闭幕", date=day("6-23")),
    )
    (item,) = this_week([week("henan", "6-17", "6-23", programme=items)], day("6-19")).items
    assert item.today == ("公开课，19:00，桥头社区三楼", "手机课，14:00，线上")


def test_cancelled_and_undated_weeks_are_never_this_week():
    off = week("dalian", "6-17", "6-23", WeekStatus.CANCELLED)
    put_off = week("jilin", "6-17", "6-23", WeekStatus.POSTPONED)
    assert this_week([off, put_off, GANSU], day("6-19")).items == ()


def rows(months):
    return [(name, [(r.name, r.when, r.note, r.state) for r in of_month]) for name, of_month in months]


def test_sections_by_time():
    hainan = week("hainan", "11-25", "12-1", WeekStatus.PLANNED, moved_from=day("10-14"))
    hebei, beijing = week("hebei", "6-10", "6-16"), week("beijing", "9-14", "9-14", WeekStatus.PLANNED)
    xizang = week("xizang", "8-19", status=WeekStatus.PLANNED)
    found = year.sections([*THREE, hainan, hebei, beijing, xizang, GANSU], day("6-19"), shown=[SHANXI, HENAN])
    assert rows(found.coming) == [
        ("六月", [("广西壮族自治区", "6月24日至30日", "", "已确定")]),
        ("八月", [("西藏自治区", "8月19日起", "闭幕日期待定", "计划中")]),
        ("九月", [("北京市", "9月14日", "只办一天", "计划中")]),
        ("十月", [("海南省", "10月14日至20日", "改到11月25日", "改期")]),
        ("十一月", [("海南省", "11月25日至12月1日", "原定10月14日", "计划中")]),
    ]
    assert rows(found.past) == [("六月", [("河北省", "6月10日至16日", "", "已举办")])]
    assert [(r.name, r.when, r.state) for r in found.undated] == [("甘肃省", "9月，日期待定", "计划中")]


def test_a_week_put_off_without_a_new_day_says_so():
    week_ = ActivityWeek(year=2024, region="jilin", moved_from=day("7-1"), status=WeekStatus.POSTPONED)
    found = year.sections([week_], day("6-19"))
    assert rows(found.coming) == [("七月", [("吉林省", "7月1日至7日", "已延期，新的日期待定", "已延期")])]
    assert [(r.when, r.note, r.state) for r in found.undated] == [("日期待定", "新的日期待定", "已延期")]


def test_empty_stretches_stand_between_the_weeks():
    found = year.sections([GUANGXI], day("6-19"), empty=[day("7-1"), day("7-8"), day("7-22")])
    assert rows(found.coming)[1] == (
        "七月",
        [("", "7月1日至14日，没有活动周", "", ""), ("", "7月22日至28日，没有活动周", "", "")],
    )


def test_all_32_addressees_are_missed_but_never_hong_kong_macao_taiwan_or_single_cities():
    missing = [region.slug for region in year.missing([])]
    assert len(missing) == 32
    assert {"xjbt", "henan"} <= set(missing)
    assert not {"taiwan", "xianggang", "aomen", "ningbo", "shenzhen"} & set(missing)
    assert len(year.missing([HENAN, week("ningbo", "6-1", "6-7")])) == 31


def test_a_joint_week_speaks_for_both():
    joint = week("ningbo", "10-21", "10-27", joint="浙江省")
    assert "zhejiang" not in [region.slug for region in year.missing([joint])]


def test_a_joint_week_speaks_for_both_however_the_other_is_called():
    for name in ("新疆生产建设兵团", "兵团", "新疆兵团", "xjbt"):
        joint = week("xinjiang", "7-20", "7-26", joint=name)
        assert {"xinjiang", "xjbt"} & {region.slug for region in year.missing([joint])} == set(), name


def test_weeks_whose_days_nobody_wrote_down_stand_at_the_end_and_wait_for_nothing():
    held = ActivityWeek(year=2024, region="gansu", status=WeekStatus.HELD)
    off = ActivityWeek(year=2024, region="jilin", status=WeekStatus.CANCELLED)
    autumn = ActivityWeek(
        year=2024, region="hainan", start=Month(2024, 9), end=Month(2024, 10), status=WeekStatus.CANCELLED
    )
    found = year.sections([HENAN, held, off, autumn], day("6-19"))
    assert [(r.name, r.when, r.state) for r in found.unsaid] == [
        ("海南省", "9月至10月", "已取消"),
        ("吉林省", "日期未注明", "已取消"),
        ("甘肃省", "日期未注明", "已举办"),
    ]
    assert found.undated == ()
    assert [name for name, _ in year.by_month([HENAN, held], day("6-19"))] == ["六月", "日期未注明"]
    page = page_at(week_pages(view_of(weeks=(HENAN, held, off))), "weeks/2024")
    assert "日期未注明吉林省日期未注明已取消甘肃省日期未注明已举办" in words_of(page.main)


def test_the_sentence_of_one_place_and_of_none():
    one = page_at(week_pages(view_of(weeks=(HENAN,))), "weeks/2024")
    assert one.description.startswith("一个地方办一周：1个正在举办。")
    off = week("dalian", "6-17", "6-23", WeekStatus.CANCELLED)
    none = page_at(week_pages(view_of(weeks=(off,))), "weeks/2024")
    assert none.description.startswith("各地的活动周都延期或取消了。36周里，0周有活动")


def test_the_year_page_names_the_missing_and_sums_up():
    page = page_at(week_pages(view_of(weeks=(GANSU, HENAN, SHANXI))), "weeks/2024")
    said = words_of(page.main)
    assert "还没有公布的：北京市、天津市、河北省、内蒙古自治区、" in said
    assert "、台湾省" not in said and "香港" not in said and "宁波" not in said
    assert page.description == (
        "3个地方各办一周：2个正在举办，1个时间待定。36周里，2周有活动，34周空着，1周有两地以上同时举办。"
    )


def test_a_year_without_weeks_is_the_empty_case():
    from showcase.model.campaign import Campaign

    view = view_of(campaigns=(Campaign(year=2025, theme="让学习成为一种生活方式"),))
    page = page_at(week_pages(view), "weeks/2025")
    assert "2025年各地的活动周还没有公布" in words_of(page.main)
    assert "ls-band" not in page.main


def test_on_a_provinces_own_site_its_cities_make_the_year():
    city = ActivityWeek(
        year=2024,
        region="henan",
        city="zhengzhou",
        start=day("6-17"),
        end=day("6-23"),
        status=WeekStatus.CONFIRMED,
    )
    own = view_of(settings=Settings(scope="henan"), weeks=(city, GUANGXI))
    assert year.weeks_of_site(own.site) == [city]
    assert "郑州" in words_of(page_at(week_pages(own), "weeks/2024").main)
    assert year.weeks_of_site(view_of(weeks=(city, GUANGXI)).site) == [GUANGXI]


def test_the_days_decide_before_the_status():
    from showcase.pages.week_words import state

    held = week("henan", "6-17", "6-23", WeekStatus.HELD)
    planned = week("henan", "6-17", "6-23", WeekStatus.PLANNED)
    dates = ("6-16", "6-17", "6-23", "6-24")
    assert [state(held, day(d)).words for d in dates] == ["已确定", "正在举办", "正在举办", "已举办"]
    assert [state(planned, day(d)).words for d in dates] == ["计划中", "计划中", "计划中", "等候消息"]
    may = ActivityWeek(year=2024, region="gansu", start=Month(2024, 5), status=WeekStatus.HELD)
    assert [state(may, day(d)).words for d in ("4-30", "5-1")] == ["计划中", "已举办"]
    assert rows(year.sections([may], day("6-1")).past) == [("五月", [("甘肃省", "5月", "", "已举办")])]
