"""Rules on events, each on the smallest broken one; and a week's moves."""

import datetime
from dataclasses import replace

import pytest

from rules.samples import day, library, source, star
from showcase.check.runner import check
from showcase.model.campaign import ActivityWeek, Event, Withdrawal
from showcase.model.days import Move
from showcase.model.parts import Count, Honour, OfficeContact, Voice
from showcase.model.settings import Settings
from showcase.model.source import Source
from showcase.model.terms import CountUnit, EventKind

TODAY = day("2024-08-01")
SHEN = "stars/2024/henan/012"
TOUR_ADDRESS = "events/2024/2024-07-01-tour"


def event(hint="school", **changes):
    date = changes.get("date", day("2024-07-12"))
    good = Event(
        address=f"events/{date.year}/{date}-{hint}",
        kind=EventKind.SCHOOL_VISIT,
        date=date,
        title="进校园",
        place="青柳县第二小学",
        records=(SHEN,),
        source=Source(f"content/events/{hint}.md", {"records[0]": (7, 3)}, 9),
    )
    return replace(good, **changes)


TOUR = event(
    "tour", address=TOUR_ADDRESS, kind=EventKind.TOUR, date=day("2024-07-01"), title="巡展", records=()
)
STOP = event("stop", kind=EventKind.TOUR_STOP, tour=TOUR_ADDRESS, end=day("2024-07-18"))


def found(*events, record=None, today=TODAY, withdrawals=(), concern="event-"):
    whole = library(record or star(), events=events, withdrawals=withdrawals)
    problems = check(whole, Settings(), today)
    return [(p.rule, p.severity.value, p.message) for p in problems if p.rule.startswith(concern)]


def test_a_good_visit_and_a_good_tour_have_no_problem():
    assert found(event(), TOUR, STOP) == []


def test_an_end_before_the_beginning():
    message = "最后一天 2024-07-02 早于第一天 2024-07-12"
    assert found(event(end=day("2024-07-02"))) == [("event-days", "error", message)]
    assert found(event(end=day("2024-07-12"))) == []


def test_a_date_outside_the_year_of_its_folder():
    message = "2024 年的活动，日期却是 2023-12-31"
    late = replace(event(), date=day("2023-12-31"), records=())
    assert found(late) == [("event-days", "error", message)]


@pytest.mark.parametrize("kind", [EventKind.SCHOOL_VISIT, EventKind.TALK, EventKind.TOUR_STOP])
def test_a_visit_before_the_approval(kind):
    message = "沈玉兰在 2024-06-20 才批准，活动在 2024-06-19"
    early = event(kind=kind, date=day("2024-06-19"))
    assert found(early) == [("event-before-approval", "warning", message)]
    assert found(event(kind=kind, date=day("2024-06-20"))) == []


def test_a_visit_counts_from_the_first_approval():
    older = Honour(
        **{f: getattr(star().honours[0], f) for f in ("level", "title", "stage", "document")},
        year=2023,
        date=day("2023-06-20"),
    )
    assert found(event(date=day("2024-06-01")), record=star(honours=(star().honours[0], older))) == []


def test_a_visit_of_somebody_who_was_never_approved():
    waiting = star(honours=())
    assert found(event(), record=waiting) == [
        ("event-before-approval", "warning", "沈玉兰还没有批准，活动在 2024-07-12")
    ]


def test_an_activity_of_a_project_may_be_older_than_its_approval():
    assert found(event(kind=EventKind.FEATURED_ACTIVITY, date=day("2024-06-01"))) == []


def test_a_star_sent_to_two_places_on_one_day():
    other = event("talk", place="河口纺织园", title="报告会", time="15:00")
    message = f"2024-07-12 这一天，{SHEN} 已经排在“进校园”（青柳县第二小学）"
    assert found(event(), other) == [("event-two-places", "warning", message)]


@pytest.mark.parametrize(
    "other",
    [
        event("talk", date=day("2024-07-13"), place="河口纺织园"),
        event("talk"),
        event("talk", place="河口纺织园", records=()),
        event("talk", place="河口纺织园", kind=EventKind.TOUR_STOP, end=day("2024-07-18")),
        replace(STOP, place="河口纺织园", end=None),
    ],
    ids=["another day", "the same place", "without the star", "panels for a week", "a stop of a tour"],
)
def test_what_is_not_two_places(other):
    assert [rule for rule, *_ in found(event(), other, TOUR, STOP) if rule == "event-two-places"] == []


@pytest.mark.parametrize(
    ("stop", "message"),
    [
        (replace(STOP, tour="events/2024/2024-07-01-none"), "没有 events/2024/2024-07-01-none 这次活动"),
        (replace(STOP, tour=event().address), "events/2024/2024-07-12-school 不是巡展路线"),
        (replace(TOUR, tour=STOP.address), "路线自己又属于一条路线"),
    ],
)
def test_a_stop_of_what_is_no_tour(stop, message):
    others = [e for e in (event(), TOUR, STOP) if e.address != stop.address]
    assert [row for row in found(*others, stop) if row[0] == "event-tour"] == [
        ("event-tour", "error", message)
    ]


def test_a_tour_that_was_taken_down_is_no_mistake_of_its_stops():
    gone = (Withdrawal(TOUR_ADDRESS, TODAY),)
    assert found(STOP, withdrawals=gone) == []


def test_a_tour_without_stops_with_figures_of_its_own_or_later_than_its_first_stop():
    figures = (Count(3, CountUnit.PEOPLE),)
    assert found(TOUR) == [("event-tour-stops", "note", "这条路线还没有站")]
    assert found(replace(TOUR, attendance=figures), STOP) == [
        ("event-tour-stops", "note", "人数写在了路线上")
    ]
    late = replace(TOUR, date=day("2024-07-13"))
    assert found(late, STOP) == [
        ("event-tour-stops", "note", "第一站在 2024-07-12，早于路线的日期 2024-07-13")
    ]


def test_an_event_to_come_says_where_how_and_whom_to_ask():
    ready = event(
        date=day("2024-09-12"), how_to_join="到场就行", office_contact=OfficeContact("某科", "0000-6600100")
    )
    bare = replace(ready, place="", how_to_join="", office_contact=None)
    message = "2024-09-12 举行，没有写地点、怎样参加、联系谁"
    assert (found(ready), found(bare)) == ([], [("event-notice", "note", message)])
    assert found(bare, today=day("2024-09-13")) == []


def test_figures_and_voices_of_an_event_that_is_still_to_come():
    early = event(
        date=day("2024-09-12"),
        how_to_join="到场就行",
        office_contact=OfficeContact("某科", "0000-6600100"),
        attendance=(Count(3, CountUnit.PEOPLE),),
        voices=(Voice("好。"),),
    )
    assert [message for _, _, message in found(early)] == [
        "2024-09-12 才举行，已经写了人数",
        "2024-09-12 才举行，已经写了听众的话",
    ]
    assert found(early, today=day("2024-09-12")) == []


def week(*moves, **changes):
    good = ActivityWeek(
        year=2024,
        region="henan",
        start=day("2024-09-02"),
        end=day("2024-09-08"),
        moves=moves,
        moved_from=moves[0].start,
        source=source("content/weeks/2024/henan.md"),
    )
    return replace(good, **changes)


FIRST = Move(day("2024-06-17"), day("2024-05-20"))
SECOND = Move(day("2024-07-01"), day("2024-06-20"))


@pytest.mark.parametrize(
    ("one", "messages"),
    [
        (week(FIRST, SECOND), []),
        (week(FIRST), []),
        (week(SECOND, FIRST), ["2024-05-20 宣布的写在 2024-06-20 宣布的后面"]),
        (week(FIRST, replace(SECOND, start=FIRST.start)), ["改期前后都是 2024-06-17"]),
        (
            week(FIRST, moved_from=day("2024-06-18")),
            ["moved_from 是 2024-06-18，moves 的第一条却是 2024-06-17"],
        ),
    ],
)
def test_the_moves_of_a_week_are_in_order_and_move_something(one, messages):
    problems = check(library(star(), weeks=(one,)), Settings(), datetime.date(2024, 8, 1))
    assert [p.message for p in problems if p.rule == "date-week-moves"] == messages
