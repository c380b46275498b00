from __future__ import annotations

import datetime

from showcase.model.address import RecordAddress
from showcase.model.bodies import Body
from showcase.model.campaign import (
    ActivityWeek,
    Announcement,
    Campaign,
    Candidate,
    Event,
    ListedName,
    OfficialList,
    Withdrawal,
)
from showcase.model.days import Month, Move
from showcase.model.parts import (
    Count,
    Learners,
    OfficeContact,
    ProgrammeItem,
    Voice,
)
from showcase.model.records import Project
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.model.terms import (
    CountUnit,
    EventKind,
    Level,
    Mode,
    WeekStatus,
)

from .folder import read


def test_a_project_is_read_whole(tmp_path):
    text = """---
name: “非遗”技艺《剪纸》3．0计划
hosts: [甲馆, 乙校]
organisers: 丙社区
started: 2016
ended: 2024-09
office_contact: {office: 甲馆办公室, telephone: 010-0000}
learners:
- {year: 2023, count: 1200, unit: visits, mode: onsite}
- {year: 2023, count: 300, unit: people}
---
"""
    library, problems = read(tmp_path, {"content/projects/2024/ningbo/0101-x.md": text})
    assert problems == []
    assert library.projects == (
        Project(
            address=RecordAddress("projects", 2024, "ningbo", "0101"),
            name="“非遗”技艺《剪纸》3．0计划",
            hosts=("甲馆", "乙校"),
            organisers=("丙社区",),
            started=2016,
            ended=Month(2024, 9),
            office_contact=OfficeContact("甲馆办公室", "010-0000"),
            learners=(
                Learners(2023, Count(1200, CountUnit.VISITS, Mode.ONSITE)),
                Learners(2023, Count(300, CountUnit.PEOPLE)),
            ),
        ),
    )


def test_a_year_is_read_whole(tmp_path):
    library, problems = read(
        tmp_path,
        {
            "content/weeks/2024/campaign.yml": (
                "theme: 学习\nstart: 2024-06-01\nopening: {date: 2024-06-02, place: 沈阳, region: liaoning}\n"
            ),
            "content/weeks/2024/henan.zhengzhou.md": (
                "---\nstart: 2024-09\nstatus: held\nwith: 某市\n"
                "programme: [{date: 2024-09-01, time: 09:30, what: 开幕, mode: both}]\n"
                "attendance: [{count: 300, unit: people, mode: onsite}]\n"
                "moved_from: 2024-06-17\n---\n一段。\n"
            ),
            "content/weeks/2024/henan.md": "---\n---\n",
            "content/events/2024/2024-09-12-school.md": (
                "---\nkind: school-visit\ntitle: 一课\nrecords: [stars/2024/henan/012]\n"
                "voices: [{text: 好听, who: 五年级学生}]\n---\n"
            ),
            "content/announcements/2025-henan-list.md": (
                "---\ntitle: 公示\nlevel: provincial\nfirst_day: 2025-03-01\nlast_day: 2025-03-07\n"
                "candidates: [{name: 甲･乙, unit: 丙, record: stars/2025/henan/001}]\n"
                "official_url: https://example.org/a?b=1&c=2\n---\n"
            ),
        },
    )
    assert problems == []
    assert library.campaigns == (
        Campaign(
            year=2024,
            theme="学习",
            start=datetime.date(2024, 6, 1),
            opening_date=datetime.date(2024, 6, 2),
            opening_place="沈阳",
            opening_region="liaoning",
        ),
    )
    assert library.weeks == (
        ActivityWeek(year=2024, region="henan"),
        ActivityWeek(
            year=2024,
            region="henan",
            city="zhengzhou",
            start=Month(2024, 9),
            status=WeekStatus.HELD,
            joint="某市",
            programme=(
                ProgrammeItem(what="开幕", date=datetime.date(2024, 9, 1), time="09:30", mode=Mode.BOTH),
            ),
            attendance=(Count(300, CountUnit.PEOPLE, Mode.ONSITE),),
            moved_from=datetime.date(2024, 6, 17),
            text=("一段。",),
        ),
    )
    assert library.events == (
        Event(
            address="events/2024/2024-09-12-school",
            kind=EventKind.SCHOOL_VISIT,
            date=datetime.date(2024, 9, 12),
            title="一课",
            records=("stars/2024/henan/012",),
            voices=(Voice("好听", "五年级学生"),),
        ),
    )
    assert library.announcements == (
        Announcement(
            address="announcements/2025-henan-list",
            title="公示",
            year=2025,
            level=Level.PROVINCIAL,
            region="henan",
            first_day=datetime.date(2025, 3, 1),
            last_day=datetime.date(2025, 3, 7),
            candidates=(Candidate("甲·乙", "丙", "star", "stars/2025/henan/001"),),
            official_url="https://example.org/a?b=1&c=2",
        ),
    )


def test_lists_rulebooks_and_registers_are_read_whole(tmp_path):
    library, problems = read(
        tmp_path,
        {
            "content/lists/2024-provincial-henan.csv": (
                'kind,name,unit,title,document\nstar,甲•乙,丙校,名单,85号\nproject,“书”,"丁,戊",名单,85号\n'
            ),
            "content/rulebooks/henan-2024.yml": (
                "title: 通知\nregions: [henan]\nyears: [2024]\nlimits:\n  star:\n"
                "    showcase_text: {about: 300, tolerance: 0.2, clause: 附件1, soft: true}\n"
                "    age: silent\n"
                "  quota: {knowledge: not-in-copy}\n"
            ),
            "content/bodies.yml": "- {name: 甲局, class: 市, region: henan, aliases: [甲教育局]}\n",
            "content/withdrawn.yml": "- {address: stars/2024/henan/009, date: 2024-08-01}\n",
        },
    )
    assert problems == []
    assert library.lists == (
        OfficialList(
            address="lists/2024-provincial-henan",
            year=2024,
            level=Level.PROVINCIAL,
            region="henan",
            title="名单",
            document="85号",
            names=(ListedName("甲·乙", "丙校", "star", 2), ListedName("“书”", "丁,戊", "project", 3)),
        ),
    )
    limits = {
        "star.showcase_text": Limit(about=300, tolerance=0.2, clause="附件1", soft=True),
        "star.age": Limit(knowledge=Knowledge.SILENT),
        "quota": Limit(knowledge=Knowledge.NOT_IN_COPY),
    }
    assert library.rulebooks == (
        Rulebook(id="henan-2024", title="通知", regions=("henan",), years=(2024,), limits=limits),
    )
    assert library.rulebooks[0].source.place("limits.star.showcase_text.about") == (6, 21)
    assert library.bodies == (Body("甲局", "市", "henan", ("甲教育局",)),)
    assert library.withdrawals == (Withdrawal("stars/2024/henan/009", datetime.date(2024, 8, 1)),)


def test_records_stand_in_the_order_of_their_addresses(tmp_path):
    names = ["2024/henan/012", "2023/hubei/100", "2024/anhui/001", "2024/henan/002-z"]
    files = {f"content/stars/{name}.md": "---\nname: 甲\n---\n" for name in names}
    library, problems = read(tmp_path, files)
    assert problems == []
    assert [str(star.address) for star in library.stars] == [
        "stars/2023/hubei/100",
        "stars/2024/anhui/001",
        "stars/2024/henan/002",
        "stars/2024/henan/012",
    ]


def test_an_empty_folder_is_an_empty_library(tmp_path):
    library, problems = read(tmp_path, {})
    assert (library.stars, problems) == ((), [])


def test_each_take_down_keeps_its_own_line(tmp_path):
    text = "- address: stars/2024/henan/009\n  date: 2024-08-01\n- address: stars/2024/henan/010\n  date: 2024-08-02\n"
    library, problems = read(tmp_path, {"content/withdrawn.yml": text})
    assert problems == []
    assert [each.source.place("date") for each in library.withdrawals] == [(2, 3), (4, 3)]


def test_an_event_is_read_with_its_moves(tmp_path):
    text = """---
kind: talk
title: 一课
date: 2024-09-19
status: cancelled
moves:
- {from: 2024-09-12, place: 旧礼堂, said: 2024-09-02, why: 台风}
- {from: 2024-09-19}
---
"""
    library, problems = read(tmp_path, {"content/events/2024/2024-09-12-talk.md": text})
    assert problems == []
    first, again, said = (datetime.date(2024, 9, day) for day in (12, 19, 2))
    assert library.events == (
        Event(
            address="events/2024/2024-09-12-talk",
            kind=EventKind.TALK,
            date=again,
            title="一课",
            status=WeekStatus.CANCELLED,
            moved_from=first,
            moves=(Move(first, said, "台风", "旧礼堂"), Move(again)),
        ),
    )
