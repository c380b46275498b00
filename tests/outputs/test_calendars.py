import datetime
from dataclasses import replace

import icalendar
import pytest
import vobject
from outputs_sample import EVENTS, WEEKS

from showcase.model.days import Move
from showcase.model.library import Showcase
from showcase.model.terms import EventKind, WeekStatus

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


def test_there_is_a_calendar_for_every_year_and_region_its_events_and_each_week_and_event(site):
    assert [path for path in site() if path.startswith("calendar/")] == [
        "calendar/2024.ics",
        "calendar/2024/hebei.ics",
        "calendar/2024/shanxi.ics",
        "calendar/2024/henan.ics",
        "calendar/2024/events.ics",
        "calendar/2025.ics",
        "calendar/2025/beijing.ics",
        "calendar/weeks/2024/hebei.ics",
        "calendar/weeks/2024/henan.ics",
        "calendar/weeks/2024/henan.zhengzhou.ics",
        "calendar/weeks/2024/shanxi.ics",
        "calendar/weeks/2025/beijing.ics",
        "calendar/events/2024/2024-09-12-late.ics",
        "calendar/events/2024/2024-09-12-other.ics",
        "calendar/events/2024/2024-09-12-school.ics",
        "calendar/events/2024/2024-09-12-talk.ics",
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
    assert str(week["description"]) == "原定：2024年6月1日\n结束日期尚未公布，此处只标首日。"


def test_status_and_sequence_follow_the_week(year):
    found = {uid: (str(e["status"]), e["sequence"]) for uid, e in year.items() if uid.startswith("weeks")}
    assert found == {
        "weeks/2024/henan@example.cn": ("CONFIRMED", 0),
        "weeks/2024/shanxi@example.cn": ("TENTATIVE", 2),
        "weeks/2024/henan.zhengzhou@example.cn": ("CANCELLED", 1),
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


def test_the_calendar_of_one_thing_says_of_it_what_the_year_s_says(site, year):
    files = site()
    found = {}
    for path in files:
        if path.startswith(("calendar/weeks/", "calendar/events/")):
            found |= read(files[path])
    assert found == year


def moved(*moves, **changes):
    """A week of henan as it stood after each of these moves, and nothing else."""
    return Showcase(
        weeks=(replace(WEEKS[0], moves=moves, moved_from=moves[0].start if moves else None, **changes),)
    )


STORY = (
    moved(),
    moved(status=WeekStatus.POSTPONED),
    moved(Move(DAY(2024, 6, 17)), start=DAY(2024, 7, 1), end=DAY(2024, 7, 7), status=WeekStatus.CONFIRMED),
    moved(Move(DAY(2024, 6, 17)), start=DAY(2024, 7, 1), end=DAY(2024, 7, 7), status=WeekStatus.CANCELLED),
    moved(Move(DAY(2024, 6, 17)), Move(DAY(2024, 7, 1)), start=DAY(2024, 9, 2), end=DAY(2024, 9, 8)),
)


def test_a_week_that_moves_keeps_its_uid_and_raises_its_sequence(site):
    told = [read(site(showcase=showcase)["calendar/weeks/2024/henan.ics"]) for showcase in STORY]
    assert [list(entries) for entries in told] == [["weeks/2024/henan@example.cn"]] * len(STORY)
    assert [entry["sequence"] for entries in told for entry in entries.values()] == [0, 1, 2, 3, 4]


def test_a_week_that_is_put_off_says_so_at_the_day_it_gave_up_until_it_has_a_new_one(site):
    june = Move(DAY(2024, 6, 17))
    lost = moved(june, start=None, end=None, status=WeekStatus.POSTPONED)
    again = moved(june, start=DAY(2024, 9, 2), end=None, status=WeekStatus.CONFIRMED)
    told = []
    for showcase in (moved(), lost, again):
        (entry,) = read(site(showcase=showcase)["calendar/2024/henan.ics"]).values()
        told.append(
            (str(entry["summary"]), str(entry["status"]), entry["sequence"], entry["dtstart"].dt.month)
        )
    title = "河南省2024年活动周"
    assert told == [
        (title, "CONFIRMED", 0, 6),
        (f"已延期：{title}", "CANCELLED", 1, 6),
        (title, "CONFIRMED", 2, 9),
    ]


def test_a_joint_week_stands_in_the_calendars_of_both(site):
    joint = Showcase(weeks=(replace(WEEKS[0], region="zhejiang", joint="宁波市"),))
    files = site(showcase=joint)
    for region in ("zhejiang", "ningbo"):
        assert list(read(files[f"calendar/2024/{region}.ics"])) == ["weeks/2024/zhejiang@example.cn"]


def test_an_event_that_moves_keeps_the_address_of_its_first_day(site):
    later = replace(EVENTS[0], date=DAY(2024, 9, 19))
    entry = read(site(showcase=Showcase(events=(later,)))["calendar/2024/events.ics"])
    (entry,) = entry.values()
    assert (str(entry["uid"]), entry["sequence"], entry["dtstart"].dt.day) == (
        "events/2024/2024-09-12-school@example.cn",
        1,
        19,
    )


def test_an_exhibition_lasts_to_its_last_day_and_a_tour_is_its_stops(site):
    tour = replace(EVENTS[1], kind=EventKind.TOUR, address="events/2024/2024-09-01-tour")
    stop = replace(EVENTS[0], end=DAY(2024, 9, 18), tour=tour.address)
    files = site(showcase=Showcase(events=(tour, stop)))
    assert [path for path in files if path.startswith("calendar/events/")] == [f"calendar/{stop.address}.ics"]
    (entry,) = read(files["calendar/2024.ics"]).values()
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (DAY(2024, 9, 12), DAY(2024, 9, 19))


def days_read(data):
    """Return (uid, sequence, begin, end) of every entry as two libraries read them, each by itself."""
    first = [
        (str(e["uid"]), int(e["sequence"]), e["dtstart"].dt, e["dtend"].dt if "dtend" in e else None)
        for e in icalendar.Calendar.from_ical(data).walk("VEVENT")
    ]
    second = [
        (e.uid.value, int(e.sequence.value), e.dtstart.value, e.dtend.value if hasattr(e, "dtend") else None)
        for e in vobject.readOne(data.decode()).contents.get("vevent", [])
    ]
    return first, second


def instants(entries):
    """The same with moments as UTC: the libraries differ in what object stands for a zone."""
    aware = [
        [t.astimezone(datetime.UTC) if isinstance(t, datetime.datetime) else t for t in entry]
        for entry in entries
    ]
    return [tuple(entry) for entry in aware]


def test_two_libraries_read_the_same_days_and_write_them_again(site):
    files = site()
    for path in (p for p in files if p.endswith(".ics")):
        first, second = days_read(files[path])
        assert instants(first) == instants(second), path
        again = icalendar.Calendar.from_ical(files[path]).to_ical()
        assert instants(days_read(again)[0]) == instants(first), path
        if second:
            other = vobject.readOne(files[path].decode()).serialize().encode()
            assert instants(days_read(other)[0]) == instants(first), path


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Asia/Urumqi"])
def test_no_day_shifts_for_who_lives_elsewhere(site, zone, monkeypatch):
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        test_two_libraries_read_the_same_days_and_write_them_again(site)
        first, _ = days_read(site()["calendar/weeks/2024/henan.ics"])
        assert first[0][2:] == (DAY(2024, 6, 17), DAY(2024, 6, 24))
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_calendar_says_its_zone_and_when_to_look_again(site):
    lines = site()["calendar/2024/henan.ics"].decode().split("\r\n")
    assert {line for line in lines if line.startswith(("X-WR-", "REFRESH", "X-PUB"))} == {
        "X-WR-CALNAME:河南省2024年全民终身学习活动周",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    }


def test_an_event_that_moves_or_is_cancelled_keeps_its_uid_and_says_so(site):
    one = replace(EVENTS[0], place="新礼堂")
    first = Move(one.date, DAY(2024, 9, 2), "台风", "旧礼堂")
    later = replace(one, date=DAY(2024, 9, 19), moves=(first,), moved_from=one.date)
    story = (
        one,
        replace(one, status=WeekStatus.POSTPONED),
        later,
        replace(later, status=WeekStatus.CANCELLED),
    )
    told = []
    for event in story:
        (entry,) = read(site(showcase=Showcase(events=(event,)))["calendar/2024.ics"]).values()
        told.append(tuple(str(entry[name]) for name in ("uid", "summary", "status", "sequence")))
    uid, title = "events/2024/2024-09-12-school@example.cn", "进校园：沈玉兰进校园"
    assert told == [
        (uid, title, "CONFIRMED", "0"),
        (uid, f"已延期：{title}", "CANCELLED", "1"),
        (uid, title, "CONFIRMED", "2"),
        (uid, f"已取消：{title}", "CANCELLED", "3"),
    ]
    assert str(entry["description"]) == (
        "原定9月12日，改到9月19日，地点由旧礼堂改到新礼堂。\n原定9月19日，已取消。"
    )
