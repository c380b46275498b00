import datetime

import icalendar
import pytest

DAY = datetime.date


def read(data):
    """Return the VEVENTs of a calendar by UID, after asking for RFC 5545's line length and ending."""
    assert data.endswith(b"\r\n") and all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(data)
    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    return {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}


@pytest.fixture
def year(site):
    return read(site()["calendar/2024.ics"])


def test_a_year_holds_every_week_with_a_day_and_every_event(year):
    assert list(year) == [
        "weeks/2024/henan@example.cn",
        "weeks/2024/henan.zhengzhou@example.cn",
        "weeks/2024/shanxi@example.cn",
        "events/2024/2024-09-12-late@example.cn",
        "events/2024/2024-09-12-other@example.cn",
        "events/2024/2024-09-12-school@example.cn",
        "events/2024/2024-09-12-talk@example.cn",
    ]


def test_there_is_a_calendar_for_every_year_and_region(site):
    assert [path for path in site() if path.startswith("calendar/")] == [
        "calendar/2024.ics",
        "calendar/2024/hebei.ics",
        "calendar/2024/shanxi.ics",
        "calendar/2024/henan.ics",
        "calendar/2025.ics",
        "calendar/2025/beijing.ics",
    ]


def test_a_region_s_calendar_holds_its_own_alone(site):
    assert list(read(site()["calendar/2024/shanxi.ics"])) == ["weeks/2024/shanxi@example.cn"]
    assert read(site()["calendar/2024/hebei.ics"]) == {}


def test_the_end_of_a_week_is_the_first_day_after_it(year):
    week = year["weeks/2024/henan@example.cn"]
    assert (week["dtstart"].dt, week["dtend"].dt) == (DAY(2024, 6, 17), DAY(2024, 6, 24))
    assert str(week["summary"]) == "河南省2024年活动周"
    assert str(week["url"]) == "https://example.cn/a/b/weeks/2024/henan/"
    assert str(week["location"]) == "桥头社区; 一楼, 东厅；二楼"
    assert str(week["description"]) == "主题：" + "让学习成为一种生活方式" * 4 + "\n主办：河南省教育厅"


def test_a_week_of_unknown_end_is_its_first_day_with_a_note(year):
    week = year["weeks/2024/shanxi@example.cn"]
    assert (week["dtstart"].dt, week["dtend"].dt) == (DAY(2024, 7, 1), DAY(2024, 7, 2))
    assert str(week["description"]) == "原定：2024-06-01\n结束日期尚未公布，此处只标首日。"


def test_status_and_sequence_follow_the_week(year):
    found = {uid: (str(e["status"]), e["sequence"]) for uid, e in year.items() if uid.startswith("weeks")}
    assert found == {
        "weeks/2024/henan@example.cn": ("CONFIRMED", 0),
        "weeks/2024/shanxi@example.cn": ("TENTATIVE", 1),
        "weeks/2024/henan.zhengzhou@example.cn": ("CANCELLED", 0),
    }


def test_the_stamp_comes_from_the_record(year):
    stamp = year["weeks/2024/henan@example.cn"]["dtstamp"].dt
    assert stamp == datetime.datetime(2024, 6, 17, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("hint", "start", "end"),
    [
        ("school", "2024-09-12T14:00:00+08:00", None),
        ("talk", "2024-09-12T09:30:00+08:00", "2024-09-12T11:00:00+08:00"),
        ("late", "2024-09-12", "2024-09-13"),
    ],
)
def test_an_event_stands_at_its_clock_time_or_all_day(year, hint, start, end):
    entry = year[f"events/2024/2024-09-12-{hint}@example.cn"]
    assert entry["dtstart"].dt.isoformat() == start
    assert (entry["dtend"].dt.isoformat() if "dtend" in entry else None) == end


def test_without_a_site_url_the_uid_stays_valid_and_no_link_is_given(site):
    entry = read(site("")["calendar/2024.ics"])["weeks/2024/henan@showcase.invalid"]
    assert "url" not in entry
