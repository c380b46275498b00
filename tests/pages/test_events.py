"""Lists of events by time, and the page of one."""

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.model.address import RecordAddress
from showcase.model.campaign import Event
from showcase.model.parts import Count, OfficeContact, Voice
from showcase.model.records import Star
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
