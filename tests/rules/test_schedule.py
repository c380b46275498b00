"""Rules on events that were moved, put off or cancelled, each on the smallest broken one."""

from dataclasses import replace

import pytest

from rules.samples import day, library, star
from rules.test_event import STOP, TODAY, TOUR, event, found
from showcase.check.runner import check
from showcase.model.campaign import ActivityWeek, Campaign
from showcase.model.days import Move
from showcase.model.parts import Count, OfficeContact, Voice
from showcase.model.settings import Settings
from showcase.model.terms import CountUnit, WeekStatus

OLD, NEW, LATER = day("2024-07-01"), day("2024-07-12"), day("2024-07-19")
NAMED = "events/2024/2024-07-01-school"


def moved(*moves, **changes):
    """A visit that was named for 1 July and is to be on the 12th."""
    first = moves[0].start if moves else None
    return event(**{"address": NAMED, "moves": moves, "moved_from": first, **changes})


def of_rule(rule, *events):
    return [(severity, message) for name, severity, message in found(*events) if name == rule]


@pytest.mark.parametrize(
    ("one", "messages"),
    [
        (moved(Move(OLD)), []),
        (moved(moved_from=OLD), []),
        (moved(Move(NEW, place="旧礼堂")), []),
        (moved(Move(OLD), Move(NEW), status=WeekStatus.CANCELLED), []),
        (moved(Move(NEW), status=WeekStatus.POSTPONED), []),
        (moved(Move(NEW)), ["改期前后都是 2024-07-12"]),
        (moved(moved_from=NEW), ["改期前后都是 2024-07-12"]),
        (moved(Move(NEW, place="青柳县第二小学")), ["改期前后都是 2024-07-12"]),
        (moved(Move(OLD), Move(OLD)), ["改期前后都是 2024-07-01"]),
        (moved(Move(OLD, place="旧礼堂"), Move(OLD)), []),
        (moved(Move(OLD), moved_from=LATER), ["moved_from 是 2024-07-19，moves 的第一条却是 2024-07-01"]),
        (
            moved(Move(OLD, day("2024-06-20")), Move(LATER, day("2024-06-10"))),
            ["2024-06-10 宣布的写在 2024-06-20 宣布的后面"],
        ),
    ],
)
def test_a_move_leads_to_another_day_or_place(one, messages):
    assert of_rule("event-moves", one) == [("error", message) for message in messages]


def test_another_day_than_the_file_s_asks_for_the_day_it_first_had():
    message = "日期是 2024-07-12，文件名里是 2024-07-01"
    assert found(moved()) == [("event-moved-unsaid", "note", message)]
    assert found(moved(moved_from=OLD)) == []


@pytest.mark.parametrize("status", [WeekStatus.CANCELLED, WeekStatus.POSTPONED])
def test_nobody_was_at_what_did_not_take_place(status):
    figures = {"attendance": (Count(3, CountUnit.PEOPLE),), "voices": (Voice("好", "学生"),)}
    messages = [f"status 是 {status}，却写了人数", f"status 是 {status}，却写了听众的话"]
    assert found(event(status=status, **figures)) == [("event-off-figures", "error", m) for m in messages]
    assert found(event(**figures)) == []
    assert found(event(status=status)) == []


def test_a_cancelled_tour_has_no_stop_that_goes_on():
    off = replace(TOUR, status=WeekStatus.CANCELLED)
    message = "路线取消了，进校园等 1 站没有取消"
    assert found(off, STOP) == [("event-tour-off", "warning", message)]
    assert found(off, replace(STOP, status=WeekStatus.CANCELLED)) == []


def test_what_is_cancelled_takes_nobody_s_day_and_needs_no_notice():
    other = event("talk", place="文化馆")
    assert [rule for rule, *_ in found(event(), other)] == ["event-two-places"]
    assert found(event(), replace(other, status=WeekStatus.CANCELLED)) == []
    coming = event(date=day("2024-09-12"), place="", office_contact=OfficeContact("某科"))
    assert [rule for rule, *_ in found(coming)] == ["event-notice"]
    assert found(replace(coming, status=WeekStatus.CANCELLED)) == []
    early = event(date=day("2024-06-19"))
    assert [rule for rule, *_ in found(early)] == ["event-before-approval"]
    assert found(replace(early, status=WeekStatus.CANCELLED)) == []


def test_a_cancelled_event_does_not_fill_a_week_of_the_year():
    weeks = (ActivityWeek(year=2024, region="henan", start=day("2024-06-17"), end=day("2024-06-23")),)
    fills = event(date=day("2024-07-03"))

    def gaps(*events):
        whole = library(star(), weeks=weeks, events=events, campaigns=(Campaign(year=2024),))
        return [p.message for p in check(whole, Settings(), TODAY) if p.rule == "week-gap"]

    assert gaps(fills) != gaps() == gaps(replace(fills, status=WeekStatus.CANCELLED))
