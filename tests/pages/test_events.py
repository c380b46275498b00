"""Lists of events by time, and the page of one."""

from dataclasses import replace

import pytest

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.content.layout import theme_dir
from showcase.model.address import RecordAddress
from showcase.model.campaign import Event
from showcase.model.parts import Count, OfficeContact, PressReport, ProgrammeItem, Voice
from showcase.model.records import Star
from showcase.model.settings import Settings
from showcase.model.terms import CountUnit, EventKind, Mode
from showcase.pages.event_lists import by_time
from showcase.pages.events import event_pages, week_of
from showcase.pages.weeks import week_pages


def event(text, **more):
    date = day(text)
    address = f"events/{date.year}/{date}-hint"
    return Event(address=address, kind=EventKind.SCHOOL_VISIT, date=date, title=f"走进{text}", **more)


EVENTS = tuple(event(text) for text in ("2023-11-1", "5-1", "6-1", "6-19", "7-1", "9-1"))


def test_what_is_on_stands_first_then_what_comes_next_then_the_newest_past():
    now, coming, past = by_time(EVENTS, view_of())
    assert [row.title for row in now] == ["走进6-19"]
    assert [row.title for row in coming] == ["走进7-1", "走进9-1"]
    assert [row.title for row in past] == ["走进6-1", "走进5-1", "走进2023-11-1"]
    assert (now[0].mark, now[0].day) == ("今天　", "2024年6月19日")


def test_what_is_going_on_has_a_heading_of_its_own():
    main = words_of(page_at(event_pages(view_of(events=EVENTS)), "events/").main)
    headings = ["正在举行今天2024年6月19日", "将要举行2024年7月1日", "已经办过的2024年6月1日"]
    assert [heading in main for heading in headings] == [True] * 3


def test_each_year_has_its_list():
    pages = {page.address: page for page in event_pages(view_of(events=EVENTS))}
    assert [
        address for address in pages if not address.startswith("events/202") or address.count("/") == 1
    ] == [
        "events/",
        "events/2024",
        "events/2023",
    ]
    assert "走进2023-11-1" in pages["events/2023"].main
    assert "走进5-1" not in pages["events/2023"].main


def test_no_events_is_the_empty_case():
    assert "还没有活动" in words_of(page_at(event_pages(view_of()), "events/").main)


def test_an_event_links_its_records_and_its_week():
    address = RecordAddress("stars", 2024, "henan", "001")
    star = Star(address=address, name="沈玉兰")
    one = event(
        "6-17",
        region="henan",
        records=("stars/2024/henan/001", "stars/2024/henan/099"),
        attendance=(Count(240, CountUnit.PEOPLE, Mode.ONSITE), Count(1300, CountUnit.VISITS, Mode.ONLINE)),
        voices=(Voice("我也不能偷懒。", "五年级学生"),),
        office_contact=OfficeContact("县教育局", "0000-123"),
    )
    henan = week("henan", "6-17", "6-23")
    view = view_of(events=(one,), weeks=(henan,), stars=(star,), by_address={str(address): star})
    main = page_at(event_pages(view), one.address).main
    assert 'href="\x02stars/2024/henan/001/"' in main and "099" not in main
    assert 'href="\x02weeks/2024/henan/"' in main
    said = words_of(main)
    assert "“我也不能偷懒。”五年级学生" in said
    assert "现场240人线上1,300人次" in said
    assert "联系县教育局，0000-123" in said


def test_an_event_belongs_to_the_week_that_its_day_lies_in():
    henan = week("henan", "6-17", "6-23")
    view = view_of(weeks=(henan,))
    assert [week_of(view, event(d, region="henan")) for d in ("6-16", "6-17", "6-23", "6-24")] == [
        None,
        henan,
        henan,
        None,
    ]


def test_before_an_event_the_page_says_how_to_take_part_and_afterwards_no_more():
    one = event("6-21", how_to_join="到场就行。", place="某馆")
    before, on_the_day, after = (
        page_at(event_pages(view_of(f"2024-6-{d}", events=(one,))), one.address).main for d in (20, 21, 22)
    )
    assert [("到场就行。" in html, "calendar/events/" in html) for html in (before, on_the_day, after)] == [
        (True, True),
        (True, True),
        (False, False),
    ]
    standings = [
        words_of(html).count(word)
        for html, word in ((before, "将要举行"), (on_the_day, "今天举行"), (after, "已举行"))
    ]
    assert standings == [1, 1, 1]


def test_the_list_and_every_visit_say_how_to_ask_for_one():
    settings = Settings(owner="示例协会", contact="示例路1号", telephone="0000-6600100")
    view = view_of(events=EVENTS, settings=settings)
    said = words_of(page_at(event_pages(view), "events/").main)
    assert "想请学习之星来" in said and "打电话0000-6600100" in said and "示例协会示例路1号" in said
    assert 'href="\x02events/#ask"' in page_at(event_pages(view), EVENTS[-1].address).main


def test_without_a_contact_the_list_sends_to_the_recommending_body():
    said = words_of(page_at(event_pages(view_of(events=EVENTS)), "events/").main)
    assert "请告诉人物页面上写的推荐单位" in said


def test_more_than_a_hundred_past_events_are_found_by_year():
    many = tuple(replace(event("5-1"), address=f"events/2024/2024-05-01-n{n}") for n in range(120))
    pages = {page.address: page for page in event_pages(view_of(events=many))}
    assert [pages[a].main.count("-n") for a in ("events/", "events/2024")] == [100, 120]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("moment", "shown"), [("2024-06-21T15:59:59Z", True), ("2024-06-21T16:00:00Z", False)]
)
def test_a_late_build_says_by_itself_that_an_event_is_over(browser, moment, shown):
    one = event("6-21", how_to_join="到场就行。")
    page = browser.new_page(timezone_id="America/New_York")
    page.clock.set_fixed_time(moment)
    page.set_content(page_at(event_pages(view_of("2024-6-20", events=(one,))), one.address).main)
    page.add_script_tag(path=theme_dir() / "assets/js/announcement.js")
    assert ("到场就行。" in page.content(), page.locator("[data-ls-standing]").inner_text()) == (
        shown,
        "将要举行" if shown else "已举行",
    )
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("moment", "shown"), [("2024-06-19T15:59Z", True), ("2024-06-19T16:00Z", False)])
def test_a_late_list_and_a_late_week_call_nothing_today_that_was_yesterday(browser, moment, shown):
    one = event("6-19", region="henan", place="某馆")
    henan = week("henan", "6-17", "6-19", programme=(ProgrammeItem(what="公开课", date=day("6-19")),))
    view = view_of(events=(one,), weeks=(henan,))
    mains = [page_at(event_pages(view), "events/").main, page_at(week_pages(view), henan.address).main]
    page = browser.new_page(timezone_id="America/New_York")
    page.clock.set_fixed_time("2024-06-19T15:00Z")
    page.set_content(f"<style>[hidden]{{display:none}}</style>{''.join(mains)}")
    page.add_script_tag(path=theme_dir() / "assets/js/announcement.js")
    page.clock.set_fixed_time(moment)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    said = page.evaluate("document.body.innerText")
    state = page.locator("[data-ls-standing]").inner_text()
    assert (said.count("今天　"), said.count("　今天"), state) == (
        (2, 1, "正在举办") if shown else (0, 0, "已举办")
    )
    assert said.count("进校园，河南，某馆，已举行") == (0 if shown else 2)
    page.close()


def test_the_events_to_come_have_a_calendar_to_subscribe_to():
    settings = Settings(site_url="https://example.cn/")
    coming, over = (
        page_at(event_pages(view_of(today, events=EVENTS, settings=settings)), "events/").main
        for today in ("2024-6-19", "2024-9-2")
    )
    assert "webcal://example.cn/calendar/2024/events.ics" in coming and "calendar/" not in over


def test_reports_of_the_press_stand_with_the_event_and_the_week():
    reports = (
        PressReport(title="一盏灯", outlet="某日报", date=day("6-20"), url="https://example.cn/a?b=1&c"),
        PressReport(title="两盏灯", outlet="某电视台"),
    )
    one, henan = event("6-1", press=reports), week("henan", "6-10", "6-16", press=reports)
    view = view_of(events=(one,), weeks=(henan,))
    for page in (page_at(event_pages(view), one.address), page_at(week_pages(view), henan.address)):
        assert "媒体报道2024年6月20日一盏灯某日报两盏灯某电视台" in words_of(page.main)
        assert 'href="https://example.cn/a?b=1&amp;c" rel="noopener"' in page.main
