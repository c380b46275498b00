"""An event that was cancelled, put off or moved says so wherever a visitor meets it."""

import json
from dataclasses import replace

import pytest

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.content.move_words import off_word
from showcase.find.occasions import occasion_documents
from showcase.model.address import RecordAddress
from showcase.model.campaign import Campaign, Event
from showcase.model.days import Move
from showcase.model.media import Shelf
from showcase.model.moves import sequence_of, takes_place
from showcase.model.records import Project, Star
from showcase.model.settings import Settings
from showcase.model.terms import EventKind, WeekStatus
from showcase.outputs.addressing import PageRef
from showcase.outputs.feeds import feed_files
from showcase.pages.changes import change_pages
from showcase.pages.event_data import event_thing
from showcase.pages.event_lists import by_time
from showcase.pages.events import event_pages
from showcase.pages.visits import visits
from showcase.pages.week_facts import opening_of
from showcase.pages.weeks import year_band

STAR = Star(address=RecordAddress("stars", 2024, "henan", "001"), name="沈玉兰")
PLAIN = Event(
    address="events/2024/2024-07-01-school",
    kind=EventKind.SCHOOL_VISIT,
    date=day("7-1"),
    title="走进示例小学",
    place="示例小学",
    region="henan",
    how_to_join="到场就行。",
    records=(str(STAR.address),),
)
WHY = Move(day("7-1"), day("6-18"), "台风")
CANCELLED = replace(PLAIN, status=WeekStatus.CANCELLED, moves=(WHY,), moved_from=day("7-1"))
BARE = replace(PLAIN, status=WeekStatus.CANCELLED)
POSTPONED = replace(CANCELLED, status=WeekStatus.POSTPONED)
MOVED = replace(
    PLAIN, date=day("7-8"), moves=(replace(WHY, place="旧礼堂"),), moved_from=day("7-1"), time="14:00"
)
ELSEWHERE = replace(PLAIN, moves=(replace(WHY, place="旧礼堂"),), moved_from=day("7-1"))
TWICE = replace(MOVED, moves=(WHY, Move(day("7-3"))), status=WeekStatus.CANCELLED)
EVERY = (PLAIN, CANCELLED, BARE, POSTPONED, MOVED, ELSEWHERE, TWICE)


def view(*events, today="2024-6-19", **more):
    by_address = {str(STAR.address): STAR}
    return view_of(today, events=events, stars=(STAR,), by_address=by_address, **more)


def main_of(event, today="2024-6-19"):
    return page_at(event_pages(view(event, today=today)), event.address).main


def test_whether_an_event_takes_place():
    assert [takes_place(event) for event in EVERY] == [True, False, False, False, True, True, False]
    assert [off_word(event) for event in EVERY] == ["", "已取消", "已取消", "已延期", "", "", "已取消"]


def test_the_number_of_versions_rises_with_every_change():
    unsaid = replace(PLAIN, date=day("7-8"))
    again = replace(POSTPONED, status=WeekStatus.CONFIRMED, date=day("7-8"))
    moved_then_off = replace(MOVED, status=WeekStatus.CANCELLED)
    story = (PLAIN, POSTPONED, again, moved_then_off)
    assert [sequence_of(event) for event in story] == [0, 1, 2, 3]
    assert [sequence_of(event) for event in (unsaid, BARE, CANCELLED, TWICE)] == [1, 1, 1, 5]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            CANCELLED,
            "这场活动已取消原定7月1日，已取消。原因：台风。2024年6月18日宣布。请不要前往。看别的活动",
        ),
        (BARE, "这场活动已取消原定7月1日，已取消。请不要前往。看别的活动"),
        (
            POSTPONED,
            "这场活动已延期原定7月1日，已延期，新的日期待定。原因：台风。2024年6月18日宣布。"
            "新的日期还没有公布。公布后，订阅的日历会自己更新。请不要前往。",
        ),
        (
            MOVED,
            "这场活动有改动原定7月1日，改到7月8日，地点由旧礼堂改到示例小学。原因：台风。2024年6月18日宣布。",
        ),
        (ELSEWHERE, "这场活动有改动地点由旧礼堂改到示例小学。原因：台风。"),
        (
            TWICE,
            "这场活动已取消原定7月8日，已取消。原定7月3日，改到7月8日。原定7月1日，改到7月3日。原因：台风。",
        ),
    ],
)
def test_a_notice_on_top_says_what_became_of_it(event, words):
    said = words_of(main_of(event))
    assert words in said
    assert said.index(words) < said.index("时间")


def test_an_event_as_it_was_said_has_no_notice():
    assert "ls-empty" not in main_of(PLAIN)


def test_what_does_not_take_place_invites_nobody():
    for event, state in ((CANCELLED, "已取消"), (POSTPONED, "已延期")):
        main = main_of(event)
        assert f'<span class="ls-state ls-state--off" data-ls-standing="已举行">{state}</span>' in main
        assert f"时间原定2024年7月1日，周一，{state}" in words_of(main)
        assert "原定要来的学习之星" in words_of(main)
        found = [
            "到场就行" in main,
            "calendar/events/" in main,
            "将要举行" in main,
            "<article data-ls" in main,
        ]
        assert found == [False] * 4


def test_when_and_where_a_moved_event_was_first_stands_beside_what_holds_now():
    assert "时间2024年7月8日，周一，14:00（原定7月1日）地点示例小学（原定旧礼堂）" in words_of(main_of(MOVED))
    assert "时间2024年7月1日，周一地点示例小学（原定旧礼堂）" in words_of(main_of(ELSEWHERE))


def test_afterwards_a_cancelled_event_was_still_not_held_and_a_moved_one_was():
    said = words_of(main_of(CANCELLED, "2024-7-2"))
    assert ("已举行" in said, "请不要前往" in said, "这场活动已取消" in said) == (False, False, True)
    said = words_of(main_of(MOVED, "2024-7-9"))
    assert ("已举行" in said, "有改动" in said, "（原定7月1日）" in said) == (True, False, True)


def test_a_page_that_is_old_takes_back_what_no_longer_holds():
    assert '<div class="ls-empty" data-ls-open-until="2024-07-01">' in main_of(CANCELLED)
    assert "<p data-ls-open><strong>请不要前往。</strong></p>" in main_of(CANCELLED)
    assert '<div class="ls-empty" data-ls-open>' in main_of(MOVED)
    assert ["announcement.js" in main_of(event) for event in (CANCELLED, MOVED)] == [True, True]
    assert "announcement.js" not in main_of(CANCELLED, "2024-7-2")


def test_the_list_strikes_out_what_is_off_and_tells_of_the_move():
    on = replace(PLAIN, address="events/2024/2024-07-01-other", title="走进别处")
    main = page_at(event_pages(view(CANCELLED, on)), "events/").main
    assert "<s>走进示例小学</s>" in main and "<s>走进别处</s>" not in main
    assert "进校园，河南，示例小学，已取消" in words_of(main)
    moved = page_at(event_pages(view(MOVED)), "events/").main
    assert "将要举行2024年7月8日走进示例小学进校园，河南，示例小学，原定7月1日" in words_of(moved)


def test_what_is_off_is_never_going_on_and_needs_no_calendar():
    for_days = replace(CANCELLED, end=day("7-7"))
    times = by_time([for_days], view(for_days, today="2024-7-2"))
    assert [len(rows) for rows in times] == [0, 1, 0]
    assert [(r.standing, r.mark, r.last) for r in times.coming] == [("已取消", "", "")]
    assert "events.ics" not in page_at(event_pages(view(CANCELLED)), "events/").main


def test_a_star_s_page_says_of_a_visit_that_it_is_off():
    held = replace(PLAIN, address="events/2024/2024-06-01-talk", date=day("6-1"))
    part = visits(view(held, CANCELLED), STAR)
    assert (part.title, part.note) == ("去过的地方", "")
    assert [(row.standing, row.off, row.last) for row in part.rows] == [("", False, ""), ("已取消", True, "")]
    assert visits(view(CANCELLED), STAR).title == "安排过的活动"
    assert visits(view(MOVED), STAR).rows[0].line == "进校园，示例小学，原定7月1日"


def test_a_stop_that_is_off_has_no_number_on_the_route():
    tour = Event(address="events/2024/2024-06-20-tour", kind=EventKind.TOUR, date=day("6-20"), title="巡展")
    stops = [
        replace(PLAIN, address=f"events/2024/2024-07-0{n}-stop", date=day(f"7-{n}"), title=f"第{n}县")
        for n in (1, 2, 3)
    ]
    stops = [replace(stop, tour=tour.address, kind=EventKind.TOUR_STOP) for stop in stops]
    stops[1] = replace(stops[1], status=WeekStatus.CANCELLED)
    pages = {page.address: page.main for page in event_pages(view(tour, *stops))}
    assert "共2站" in words_of(pages[tour.address]) and "<s>第2县</s>" in pages[tour.address]
    assert "巡展，第2站，共2站" in words_of(pages[stops[2].address])
    assert "上一站第1县" in words_of(pages[stops[2].address])
    assert "路线巡展" in words_of(pages[stops[1].address])
    assert "，第" not in words_of(pages[stops[1].address])
    last = replace(stops[2], status=WeekStatus.CANCELLED)
    ends = page_at(event_pages(view(tour, *stops[:2], last)), tour.address).main
    assert "时间2024年7月1日，" in words_of(ends)


def test_the_facts_for_machines_say_how_it_stands():
    found = [event_thing(view(event), event, "", None) for event in EVERY]
    assert [thing["eventStatus"].removeprefix("https://schema.org/Event") for thing in found] == [
        *("Scheduled", "Cancelled", "Cancelled", "Postponed", "Rescheduled", "Scheduled", "Cancelled")
    ]
    assert [thing.get("previousStartDate") for thing in found] == [None] * 4 + ["2024-07-01"] + [None] * 2
    assert found[4]["startDate"] == "2024-07-08T14:00:00+08:00"


def test_the_change_log_and_its_feed_tell_of_events_too():
    weeks = (week("henan", "9-2", "9-8"),)
    pages = [PageRef(CANCELLED.address, "a/", "event", CANCELLED.title)]
    one = view(CANCELLED, MOVED, weeks=weeks)
    said = words_of(page_at(change_pages(one), "weeks/2024/changes").main)
    assert "2024年6月18日走进示例小学原定7月1日，已取消台风" in said
    assert "走进示例小学原定7月1日，改到7月8日，地点由旧礼堂改到示例小学台风" in said
    files = feed_files(one.site.showcase, Shelf(), Settings(), pages)
    (data,) = [file.data for file in files if file.path == "feeds/changes-2024.json"]
    assert [(item["title"], item["content_text"]) for item in json.loads(data)["items"]] == [
        ("走进示例小学：原定7月1日，已取消", "台风"),
        ("走进示例小学：原定7月1日，改到7月8日，地点由旧礼堂改到示例小学", "台风"),
    ]


def test_a_week_says_when_and_why_it_was_cancelled():
    off = week("henan", "9-2", status=WeekStatus.CANCELLED, moves=(Move(day("9-2"), day("8-30"), "台风"),))
    said = words_of(page_at(change_pages(view_of(weeks=(off,))), "weeks/2024/changes").main)
    assert "2024年8月30日河南省原定9月2日，已取消台风" in said
    assert said.count("河南省") == 1


def test_a_cancelled_opening_is_not_the_week_s_and_its_day_is_empty():
    opening = replace(PLAIN, kind=EventKind.OPENING)
    assert opening_of(week("henan", "7-1"), [replace(opening, status=WeekStatus.CANCELLED)]) == ""
    assert opening_of(week("henan", "7-1"), [opening]) == "7月1日，示例小学"
    weeks = (week("henan", "6-17", "6-23"),)
    campaigns = (Campaign(year=2024),)
    gaps = [year_band(view(event, weeks=weeks, campaigns=campaigns), 2024) for event in (PLAIN, CANCELLED)]
    assert gaps[0] != gaps[1] == year_band(view(weeks=weeks, campaigns=campaigns), 2024)


def test_what_is_found_says_it_first():
    documents = {d.name: d.line for d in occasion_documents(view(CANCELLED).site.showcase, ())}
    assert documents["走进示例小学"] == "已取消　进校园　河南　2024"


def test_a_project_s_page_says_it_as_well():
    project = Project(address=RecordAddress("projects", 2024, "henan", "001"), name="夜校")
    event = replace(CANCELLED, records=(str(project.address),))
    part = visits(view_of(events=(event,)), project)
    assert [(row.title, row.standing) for row in part.rows] == [("走进示例小学", "已取消")]
