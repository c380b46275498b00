"""The page of one activity week."""

import json
import re

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.model.address import RecordAddress
from showcase.model.campaign import ActivityWeek, Campaign
from showcase.model.days import Month
from showcase.model.parts import Count, Honour, ProgrammeItem
from showcase.model.records import Star
from showcase.model.terms import CountUnit, Level, Mode, Stage, WeekStatus
from showcase.pages import week_facts, week_page
from showcase.pages.events import event_pages
from showcase.pages.regions import region_pages
from showcase.pages.weeks import week_pages

HENAN = week(
    "henan",
    "6-17",
    "6-23",
    theme="夜夜有书声",
    subtitle="中原灯火",
    hosts=("甲厅", "乙厅"),
    organisers=("丙县",),
    co_organisers=("丁校", "戊馆"),
    venues=("文化宫", "图书馆"),
    live="https://live.example.cn/a",
    next_host="guangxi",
    attendance=(
        Count(312, CountUnit.PEOPLE, Mode.ONSITE),
        Count(86400, CountUnit.VISITS, Mode.ONLINE),
    ),
)


def main_of(one, today="6-19", **showcase):
    weeks = (one, *showcase.pop("weeks", ()))
    return page_at(week_pages(view_of(f"2024-{today}", weeks=weeks, **showcase)), one.address)


def test_hosts_organisers_and_helpers_stand_in_their_order():
    assert week_facts.facts(HENAN) == [
        ("时间", "6月17日至23日，周一至周日"),
        ("主会场", "文化宫"),
        ("分会场", "图书馆"),
        ("主办", "甲厅、乙厅"),
        ("承办", "丙县"),
        ("协办", "丁校、戊馆"),
    ]


def test_people_and_visits_onsite_and_online_are_kept_apart():
    assert week_facts.figures(HENAN.attendance) == [("现场", "312", "人"), ("线上", "86,400", "人次")]
    said = words_of(main_of(HENAN).main)
    assert "现场312人线上86,400人次现场和线上分开数" in said
    assert "86,712" not in said


def test_the_programme_is_by_day_and_hour_with_the_undated_last():
    items = (
        ProgrammeItem(what="展览"),
        ProgrammeItem(what="报告会", date=day("6-17"), time="15:00", place="二小"),
        ProgrammeItem(what="开幕式", date=day("6-17"), time="9:30", place="文化宫", mode=Mode.BOTH),
        ProgrammeItem(what="读书", date=day("6-19"), time="19:00", place="线上直播间", mode=Mode.ONLINE),
    )
    found = week_facts.programme(week("henan", "6-17", "6-23", programme=items), day("6-19"))
    assert [(d.name, d.note, [(i.what, place) for i, place in d.lines]) for d in found] == [
        ("6月17日", "周一", [("开幕式", "线上线下，文化宫"), ("报告会", "二小")]),
        ("6月19日", "周三", [("读书", "线上直播间")]),
        ("日期待定", "", [("展览", "")]),
    ]


def test_the_next_host_is_a_link_when_it_has_a_week():
    guangxi = week("guangxi", "6-24", "6-30")
    view = view_of(weeks=(guangxi, HENAN))
    assert week_page.handover(view, HENAN) == ("广西", "weeks/2024/guangxi")
    assert week_page.handover(view_of(weeks=(HENAN,)), HENAN) == ("广西", "")
    town = week("henan", "6-17", "6-23", next_host="洛川市")
    assert week_page.handover(view, town) == ("洛川市", "")


def test_a_live_stream_is_linked_only_when_it_is_a_web_address():
    assert '<a href="https://live.example.cn/a" rel="noopener">看直播</a>' in main_of(HENAN).main
    said = week("henan", "6-17", "6-23", live="javascript:alert(1)")
    assert 'href="javascript' not in main_of(said).main


def test_a_week_without_days_is_the_empty_case():
    gansu = ActivityWeek(year=2024, region="gansu", start=Month(2024, 9))
    said = words_of(main_of(gansu, campaigns=(Campaign(year=2024, theme="生活方式"),)).main)
    assert "甘肃省2024年的活动周还没有公布日期知道的是：大约在9月。公布后，订阅的日历会自己更新。" in said
    unknown = ActivityWeek(year=2024, region="gansu")
    assert "知道的是" not in words_of(main_of(unknown).main)


def test_cancelled_and_moved_are_said_in_words():
    off = week("dalian", "7-1", "7-7", WeekStatus.CANCELLED)
    assert "大连市2024年全民终身学习活动周已取消" in words_of(main_of(off).main)
    assert week_facts.facts(off)[0] == ("时间", "原定7月1日，已取消")
    moved = week("hainan", "11-25", "12-1", moved_from=day("10-14"))
    assert week_facts.facts(moved)[0] == ("时间", "11月25日至12月1日，周一至周日（原定10月14日）")


def test_a_joint_week_and_a_city_have_their_own_titles():
    joint = week("zhejiang", "10-21", "10-27", joint="宁波市")
    assert main_of(joint).title == "浙江省暨宁波市2024年全民终身学习活动周"
    city = ActivityWeek(year=2024, region="henan", city="zhengzhou", start=day("6-14"))
    page = main_of(city)
    assert (page.address, page.title) == (
        "weeks/2024/henan.zhengzhou",
        "郑州市2024年全民终身学习活动周",
    )


def test_a_joint_week_shows_the_faces_events_and_page_of_both():
    from showcase.model.campaign import Event
    from showcase.model.terms import EventKind

    joint = week("zhejiang", "10-21", "10-27", joint="宁波")
    talk = Event(
        address="events/2024/2024-10-22-a",
        kind=EventKind.TALK,
        date=day("10-22"),
        title="宁波的一场",
        region="ningbo",
    )
    view = view_of(weeks=(joint,), stars=(star("001", "ningbo", 2024),), events=(talk,))
    page = page_at(week_pages(view), joint.address)
    assert page.title == "浙江省暨宁波市2024年全民终身学习活动周"
    assert re.findall(r'data-record="([^"]+)"', page.main) == ["stars/2024/ningbo/001"]
    assert "宁波的一场" in words_of(page.main)
    region = page_at(region_pages(view), "regions/ningbo")
    assert "2024年浙江省暨宁波市，10月21日至27日" in words_of(region.main)
    assert 'weeks/2024/zhejiang/"' in page_at(event_pages(view), talk.address).main


def star(serial, region, year):
    honour = Honour(year=year, level=Level.PROVINCIAL, title="星", stage=Stage.APPROVED)
    return Star(address=RecordAddress("stars", year, region, serial), name=serial, honours=(honour,))


def test_the_years_stars_of_the_region_and_its_earlier_weeks_stand_below():
    stars = (star("001", "henan", 2023), star("002", "henan", 2024), star("003", "hubei", 2024))
    before = ActivityWeek(year=2023, region="henan", start=day("11-6", 2023), end=day("11-12", 2023))
    page = main_of(HENAN, weeks=(before,), stars=stars)
    assert re.findall(r'data-record="([^"]+)"', page.main) == ["stars/2024/henan/002"]
    assert "往年2023年11月6日至12日" in words_of(page.main)


def test_the_way_to_all_of_them_stands_only_where_more_are():
    links = [
        "全部9人"
        in words_of(main_of(HENAN, stars=[star(f"{n:03}", "henan", 2024) for n in range(1, 10)]).main),
        "全部" in words_of(main_of(HENAN, stars=[star("001", "henan", 2024)]).main),
    ]
    assert links == [True, False]


def test_json_ld_says_what_when_where_and_by_whom():
    head = main_of(HENAN).head
    graph = json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', head)[1].replace("\x02", "")
    )
    (event,) = [thing for thing in graph["@graph"] if thing["@type"] == "Event"]
    assert event == {
        "@type": "Event",
        "name": "河南省2024年全民终身学习活动周",
        "startDate": "2024-06-17",
        "endDate": "2024-06-23",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "description": "6月17日至23日，文化宫，主题：夜夜有书声，中原灯火。",
        "location": [
            {
                "@type": "Place",
                "name": "文化宫",
                "address": {"@type": "PostalAddress", "addressCountry": "CN", "addressRegion": "河南省"},
            },
            {"@type": "VirtualLocation", "url": "https://live.example.cn/a"},
        ],
        "organizer": [
            {"@type": "Organization", "name": "甲厅"},
            {"@type": "Organization", "name": "乙厅"},
        ],
    }


def test_hostile_words_stay_words():
    one = week("henan", "6-17", "6-23", theme='</script><b>"&', venues=("<i>馆",))
    page = main_of(one)
    assert "<b>" not in page.main and "<i>" not in page.main
    assert page.head.count("</script>") == 1


def test_the_opening_is_named_from_the_events_else_from_the_programme():
    from showcase.model.campaign import Event
    from showcase.model.terms import EventKind

    item = ProgrammeItem(what="开幕式暨展演", date=day("6-17"), time="9:30", place="文化宫")
    one = week("henan", "6-17", "6-23", programme=(ProgrammeItem(what="报告会"), item))
    assert ("开幕式", "6月17日，9:30，文化宫") in week_facts.facts(one, week_facts.opening_of(one, ()))
    event = Event(
        address="events/2024/2024-06-17-a",
        kind=EventKind.OPENING,
        date=day("6-17"),
        title="开幕",
        place="大剧院",
        region="henan",
    )
    talk = Event(
        address="events/2024/2024-06-25-a",
        kind=EventKind.TALK,
        date=day("6-25"),
        title="以后",
        region="henan",
    )
    page = main_of(one, events=(event, talk))
    assert "开幕式6月17日，大剧院" in words_of(page.main)
    assert re.findall(r'href="\x02(events/2024/[^"]+)/"', page.main) == ["events/2024/2024-06-17-a"]
    off = week("henan", "6-17", "6-23", WeekStatus.CANCELLED, programme=(item,))
    assert "<dt>开幕式" not in main_of(off).main


def test_the_live_address_is_a_link_and_can_be_read_on_paper():
    assert '>看直播</a> <span class="ls-week__live">https://live.example.cn/a</span>' in main_of(HENAN).main


def test_a_week_is_put_into_a_calendar_until_it_is_over():
    file = "calendar/weeks/2024/henan.ics"
    assert [file in main_of(HENAN, today=today).main for today in ("6-1", "6-23", "6-24")] == [
        True,
        True,
        False,
    ]


def test_months_read_naturally():
    from showcase.pages import week_words

    autumn = ActivityWeek(year=2024, region="gansu", start=Month(2024, 9), end=Month(2024, 10))
    held = ActivityWeek(year=2024, region="gansu", start=Month(2024, 5), status=WeekStatus.HELD)
    assert (week_words.when(autumn), week_words.when(held)) == ("9月至10月，日期待定", "5月")
