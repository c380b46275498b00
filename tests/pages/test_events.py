"""Lists of events by time, and the page of one."""

from dataclasses import replace

import pytest

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.content.layout import theme_dir
from showcase.model.address import RecordAddress
from showcase.model.campaign import Event
from showcase.model.parts import Count, OfficeContact, Voice
from showcase.model.records import Star
from showcase.model.settings import Settings
from showcase.model.terms import CountUnit, EventKind, Mode
from showcase.pages.event_lists import by_time
from showcase.pages.events import event_pages, week_of


def event(text, **more):
    date = day(text)
    address = f"events/{date.year}/{date}-hint"
    return Event(address=address, kind=EventKind.SCHOOL_VISIT, date=date, title=f"走进{text}", **more)


EVENTS = tuple(event(text) for text in ("2023-11-1", "5-1", "6-1", "6-19", "7-1", "9-1"))


def test_what_is_to_come_stands_first_the_next_on_top_then_the_newest_past():
    coming, past = by_time(EVENTS, view_of())
    assert [row.title for row in coming] == ["走进6-19", "走进7-1", "走进9-1"]
    assert [row.title for row in past] == ["走进6-1", "走进5-1", "走进2023-11-1"]
    assert coming[0].day == "今天　2024年6月19日"


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
