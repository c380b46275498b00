import pytest

from rules.samples import (
    ANNOUNCEMENT_FILE,
    FILE,
    LINES,
    PROJECT_FILE,
    announcement,
    consent,
    day,
    honour,
    problems,
    project,
    star,
)
from showcase.model.campaign import Candidate
from showcase.model.problem import Problem, Severity
from showcase.model.terms import Level

CLAUSE = "示例教〔2024〕1号 七"


def open_now(first: str, last: str, **changes):
    return announcement(first_day=day(first), last_day=day(last), **changes)


def test_too_few_days_while_it_can_still_be_mended():
    assert problems(announcements=(open_now("2024-07-31", "2024-08-02"),)) == [
        Problem(
            "announcement-days",
            Severity.ERROR,
            ANNOUNCEMENT_FILE,
            LINES["last_day"],
            3,
            "公示 3 天，通知要求 5 天",
            CLAUSE,
            "把末日改到 2024-08-04 或更晚",
        )
    ]


def test_a_short_announcement_of_the_past_is_noted():
    found = problems(announcements=(open_now("2024-06-03", "2024-06-05"),))
    assert [(p.rule, p.severity) for p in found] == [("announcement-days", Severity.NOTE)]


def test_working_days_leave_out_the_weekend():
    week = open_now("2024-08-01", "2024-08-05", counted="working")
    (found,) = problems(announcements=(week,))
    assert (found.message, found.fix) == ("公示 3 天，通知要求 5 天", "把末日改到 2024-08-07 或更晚")


@pytest.mark.parametrize(
    "good",
    [
        open_now("2024-07-30", "2024-08-03"),
        open_now("2024-08-01", "2024-08-07", counted="working"),
        open_now("2024-07-31", "2024-08-01", region="jilin"),
        open_now("2024-07-31", "2024-08-01", year=2023),
    ],
)
def test_five_days_or_no_notice_pass(good):
    assert problems(announcements=(good,)) == []


def test_an_announcement_that_ends_before_it_begins():
    (found,) = problems(announcements=(open_now("2024-06-07", "2024-06-03"),))
    assert (found.severity, found.message) == (Severity.ERROR, "公示末日 2024-06-03 早于首日 2024-06-07")


def test_an_approval_before_the_end_of_the_announcement():
    early = star(honours=(honour(date=day("2024-06-06")),))
    assert problems(early, announcements=(announcement(),)) == [
        Problem(
            "announcement-early-approval",
            Severity.ERROR,
            FILE,
            LINES["honours[0].date"],
            3,
            "批准日期 2024-06-06 早于公示末日 2024-06-07（announcements/2024-henan-list）",
            "",
            "公示期满后再改为 stage: approved；日期写正式文件的日期",
        )
    ]


def test_a_candidate_is_known_by_its_record_too():
    named = announcement(candidates=(Candidate("旧名", "旧单位", "star", "stars/2024/henan/012"),))
    early = star(honours=(honour(date=day("2024-06-06")),))
    assert [p.rule for p in problems(early, announcements=(named,))] == ["announcement-early-approval"]


def test_a_project_is_known_by_its_host():
    named = announcement(candidates=(Candidate("楼梯间读书会", "青柳县老年大学", "project"),))
    early = project(honours=(honour(date=day("2024-06-06")),), consent=consent())
    (found,) = problems(early, announcements=(named,))
    assert (found.rule, found.file) == ("announcement-early-approval", PROJECT_FILE)


@pytest.mark.parametrize(
    "honours",
    [
        (honour(date=day("2024-06-07")),),
        (honour(date=day("2024-06-06"), level=Level.CITY),),
        (honour(date=day("2023-06-06"), year=2023),),
    ],
)
def test_approvals_on_the_last_day_or_elsewhere_pass(honours):
    assert problems(star(honours=honours), announcements=(announcement(),)) == []
