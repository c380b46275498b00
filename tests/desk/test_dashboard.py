"""What the year still lacks: each kind on the smallest library that lacks it, and nothing on one that does not."""

import datetime
from dataclasses import replace

import pytest

from rules.samples import announcement, consent, day, library, photo, project, source, star
from showcase.check.runner import check
from showcase.desk.dashboard import dashboard, dashboard_page
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.days import Month
from showcase.model.parts import Count, OfficeContact, Video
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import Asset, CountUnit, EventKind, WeekStatus

TODAY = day("2024-08-01")
COUNTED = (Count(300, CountUnit.PEOPLE),)
ADDRESSEES = [slug for slug, r in REGIONS.items() if not r.parent and r.group != "港澳台"]
FILM = Video(file="film.mp4")
PAST = Event(
    address="events/2024/2024-06-18-a",
    kind=EventKind.TALK,
    date=day("2024-06-18"),
    title="报告会",
    region="henan",
    attendance=COUNTED,
)
NEXT = replace(
    PAST,
    address="events/2024/2024-09-01-b",
    date=day("2024-09-01"),
    attendance=(),
    place="某馆",
    how_to_join="到场就行",
    office_contact=OfficeContact("某科", "0000-1"),
)


def week(region, **changes):
    good = ActivityWeek(
        year=2024,
        region=region,
        start=day("2024-06-17"),
        end=day("2024-06-23"),
        attendance=COUNTED,
        status=WeekStatus.HELD,
    )
    return replace(good, **{"source": source(f"content/weeks/2024/{region}.md"), **changes})


WEEKS = tuple(week(region) for region in ADDRESSEES)


def lacking(*records, today=TODAY, **changes):
    """Everything that is missing: title → [(what, note)]."""
    parts = {"weeks": WEEKS, "events": (PAST, NEXT), "announcements": (announcement(),), **changes}
    parts["weeks"] = tuple(parts["weeks"])
    whole = library(*(records or (star(video=FILM),)), **parts)
    found = dashboard(whole, Settings(), 2024, today, check(whole, Settings(), today))
    return {one.title: [(x.what, x.note) for x in one.lacks] for one in found if one.lacks}


def test_a_year_without_a_lack_lacks_nothing():
    assert lacking() == {}


def test_places_without_a_week_are_named_with_what_they_have():
    assert lacking(weeks=[w for w in WEEKS if w.region not in ("henan", "xjbt")]) == {
        "还没有活动周的地方": [("河南省", "已有1人、2场活动"), ("新疆生产建设兵团", "还没有任何内容")]
    }


def test_the_other_half_of_a_joint_week_is_not_missing():
    weeks = [*(w for w in WEEKS if w.region not in ("hebei", "hubei")), week("hubei", joint="河北省")]
    assert lacking(weeks=weeks) == {}


@pytest.mark.parametrize("start", [None, Month(2024, 9)])
def test_a_week_without_a_day_is_told(start):
    weeks = [*WEEKS[:-1], week("xjbt", start=start, end=None, status=WeekStatus.PLANNED)]
    (found,) = lacking(weeks=weeks).items()
    assert found == ("日期没有定下来的活动周", [("新疆生产建设兵团", "9月" if start else "待定")])


def test_a_week_that_is_over_without_attendance_is_told_and_a_cancelled_one_is_not():
    weeks = [
        *WEEKS[:-2],
        week("xinjiang", attendance=()),
        week("xjbt", attendance=(), status=WeekStatus.CANCELLED),
    ]
    title = "已经办完、没有人数的活动周"
    assert lacking(weeks=weeks) == {title: [("新疆维吾尔自治区", "6月17日至23日，没有写人数（attendance）")]}


def test_stars_without_a_film_are_told_of_the_year_alone():
    older = star(honours=(replace(star().honours[0], year=2023),))
    assert lacking(star(), older) == {"没有短片的学习之星和品牌项目": [("沈玉兰", "没有短片（video）")]}


def test_a_picture_whose_words_say_nothing_is_told_with_its_line():
    found = lacking(star(video=FILM, photos=(photo("a.jpg", alt="照片"),)))
    ((what, note),) = found["没有替代文字的照片"]
    assert "a.jpg" in what and note


@pytest.mark.parametrize(
    ("until", "note"),
    [
        ("2024-07-31", "视频的同意已经到期：2024年7月31日"),
        ("2024-08-01", "视频的同意将要到期：2024年8月1日"),
        ("2024-08-31", "视频的同意将要到期：2024年8月31日"),
        ("2024-09-01", None),
    ],
)
def test_a_consent_that_ended_or_soon_will_is_told(until, note):
    given = consent().permissions | consent(Asset.VIDEO, until=day(until)).permissions
    found = lacking(star(video=FILM, consent=replace(consent(), permissions=given)))
    assert found == ({"到期和快到期的同意": [("沈玉兰", note)]} if note else {})


def test_an_approved_record_whose_text_nobody_may_show_is_told():
    found = lacking(star(video=FILM, consent=consent(Asset.PORTRAIT)))
    assert found["批准了、没有同意公开文字的"] == [("沈玉兰", "没有在有效期内的文字同意（consent.text）")]


@pytest.mark.parametrize(
    ("today", "note"),
    [
        ("2024-06-03", None),
        ("2024-06-04", "2024年6月7日结束，还有3天"),
        ("2024-06-07", "今天结束"),
        ("2024-06-08", "2024年6月7日已经结束，没有写 outcome"),
    ],
)
def test_a_list_about_to_close_and_one_closed_without_outcome_are_told(today, note):
    found = lacking(today=day(today), announcements=(announcement(outcome=""),))
    said = [line for _, line in found.get("公示", [])]
    assert said == ([note] if note else [])


def test_an_event_to_come_says_where_how_and_whom_to_ask():
    bare = replace(NEXT, place="", how_to_join="", office_contact=None)
    note = "2024年9月1日举行，没有 place、how_to_join、office_contact"
    assert lacking(events=(bare,)) == {"就要举行、还缺说明的活动": [("报告会", note)]}


def test_a_cancelled_event_lacks_nothing():
    off = {"status": WeekStatus.CANCELLED, "attendance": (), "place": "", "office_contact": None}
    assert lacking(events=(replace(PAST, **off), replace(NEXT, **off))) == {}


def test_an_event_that_is_over_says_how_many_came():
    assert lacking(events=(replace(PAST, attendance=()),)) == {
        "已经办完、没有人数的活动": [("报告会", "2024年6月18日，没有写人数（attendance）")]
    }


def test_the_page_stands_alone_and_counts_every_kind():
    whole = library(star(), project(name="<b>夜校</b>", honours=star().honours), weeks=WEEKS)
    found = dashboard(whole, Settings(site_name="示例"), 2024, TODAY, [])
    html = dashboard_page(found, Settings(site_name="示例"), 2024, TODAY)
    assert html.count("<section ") == sum(bool(one.lacks) for one in found)
    assert "&lt;b&gt;夜校&lt;/b&gt;" in html and "noindex" in html
    assert ("http" in html, "src=" in html) == (False, False)
    assert datetime.date(2024, 8, 1) == TODAY and "2024年8月1日" in html
