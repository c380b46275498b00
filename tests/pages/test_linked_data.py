"""JSON-LD of every kind of page, held against what schema.org allows; dates and descriptions from records."""

import datetime
from dataclasses import replace

import pytest

from pages.people import linked_data, photo, picture, project, star, view_of
from schema_org import faults, graphs_of
from showcase.model.campaign import ActivityWeek, Event
from showcase.model.media import Film, Rendition, Shelf
from showcase.model.parts import Count, OfficeContact, ProgrammeItem, Video
from showcase.model.settings import Settings
from showcase.model.terms import CountUnit, EventKind, Mode, WeekStatus
from showcase.pages.everything import all_pages

SITE = "https://x.example/a/"
ADDRESSED = Settings(site_url=SITE, owner="示例中心")
DAY = datetime.date
HOSTILE = "</script>“甲”\\&<b>"


def week(**more):
    facts = {"year": 2024, "region": "henan", "start": DAY(2024, 6, 17), "end": DAY(2024, 6, 23)}
    return ActivityWeek(**(facts | more))


def event(**more):
    facts = {"kind": EventKind.TALK, "date": DAY(2024, 9, 12), "title": "报告会", "region": "henan"}
    return Event(address="events/2024/2024-09-12-x", **(facts | more))


def everything(settings, **more):
    """Every page of a small site with all that JSON-LD can tell of."""
    here = "stars/2024/henan/001"
    rendition = Rendition("media/cd/a.mp4", "video/mp4", 1280, 720, 1)
    shelf = Shelf(
        pictures={f"{here}/portrait.jpg": picture("p")},
        films={f"{here}/film.mp4": Film((rendition,), picture("f"), 61.4, captions="media/cd/a.vtt")},
    )
    video = Video(file="film.mp4", captions="a.vtt", transcript="第一句\n第二句")
    records = (
        star(photos=(photo(),), video=video, post="挡车工", topics=("阅读",), showcase_text=(HOSTILE,)),
        project(venue="文化宫", audience="老人", started=2016, organisers=("馆",), topics=("阅读",)),
    )
    days = {
        "weeks": (week(hosts=("厅",), venues=("馆",), live="https://live.example/x"),),
        "events": (event(time="9:30-11:00", place="馆", office_contact=OfficeContact("科")),),
    }
    view = view_of(*records, shelf=shelf, settings=settings, **(days | more))
    return {page.address: page for page in all_pages(view, "<p>欢迎</p>")}


@pytest.mark.parametrize("settings", [ADDRESSED, Settings()], ids=["with-address", "without"])
def test_every_graph_is_what_schema_org_allows(settings):
    found = {
        (address, fault)
        for address, page in everything(settings).items()
        for graph in graphs_of(page.head)
        for fault in faults(graph, settings.site_url)
    }
    assert found == set()


def test_without_an_address_no_relative_one_takes_its_place():
    pages = everything(Settings())
    assert [address for address, page in pages.items() if "\x02" in page.head or "http://" in page.head] == []
    person = linked_data(pages["stars/2024/henan/001"])["Person"]
    assert set(person) & {"url", "image"} == set()


def test_the_film_says_since_when_where_and_what_is_said_in_it():
    film = linked_data(everything(ADDRESSED)["stars/2024/henan/001"])["VideoObject"]
    assert film == {
        "@type": "VideoObject",
        "name": "沈玉兰的短片",
        "duration": "PT61S",
        "description": f"桥头社区，挡车工。{HOSTILE}",
        "uploadDate": "2024-10-18",
        "thumbnailUrl": f"{SITE}media/ab/f-360.jpg",
        "contentUrl": f"{SITE}media/cd/a.mp4",
        "caption": f"{SITE}media/cd/a.vtt",
        "transcript": "第一句\n第二句",
        "inLanguage": "zh-CN",
    }


def test_home_says_how_to_search():
    site = linked_data(everything(ADDRESSED)[""])["WebSite"]
    assert site["url"] == SITE
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}search/?q={{words}}"
    assert "potentialAction" not in linked_data(everything(Settings())[""])["WebSite"]


@pytest.mark.parametrize(
    ("changes", "state", "first", "previous"),
    [
        ({}, "EventScheduled", "2024-06-17", None),
        ({"moved_from": DAY(2024, 6, 3)}, "EventRescheduled", "2024-06-17", "2024-06-03"),
        ({"status": WeekStatus.CANCELLED}, "EventCancelled", "2024-06-17", None),
        ({"status": WeekStatus.POSTPONED}, "EventPostponed", "2024-06-17", None),
        (
            {"status": WeekStatus.POSTPONED, "start": None, "end": None, "moved_from": DAY(2024, 6, 3)},
            "EventPostponed",
            "2024-06-03",
            None,
        ),
    ],
)
def test_a_week_says_how_it_stands(changes, state, first, previous):
    thing = linked_data(everything(ADDRESSED, weeks=(week(**changes),))["weeks/2024/henan"])["Event"]
    assert thing["eventStatus"] == f"https://schema.org/{state}"
    assert (thing["startDate"], thing.get("previousStartDate")) == (first, previous)


def test_a_week_without_any_day_is_no_event():
    pages = everything(ADDRESSED, weeks=(week(start=None, end=None),))
    assert "Event" not in linked_data(pages["weeks/2024/henan"])


def test_how_one_takes_part_is_said_only_where_it_is_known():
    def mode_and_place(**changes):
        thing = linked_data(everything(ADDRESSED, weeks=(week(**changes),))["weeks/2024/henan"])["Event"]
        places = thing.get("location", [])
        kinds = [place["@type"] for place in (places if isinstance(places, list) else [places])]
        return thing.get("eventAttendanceMode", "").removeprefix("https://schema.org/"), kinds

    online = (ProgrammeItem(what="讲座", mode=Mode.ONLINE),)
    assert mode_and_place() == ("", [])
    assert mode_and_place(venues=("馆",)) == ("OfflineEventAttendanceMode", ["Place"])
    live = {"programme": online, "live": "https://live.example/x"}
    assert mode_and_place(**live) == ("OnlineEventAttendanceMode", ["VirtualLocation"])


def test_an_event_begins_at_its_hour():
    thing = linked_data(everything(ADDRESSED)["events/2024/2024-09-12-x"])["Event"]
    assert (thing["startDate"], thing["endDate"]) == (
        "2024-09-12T09:30:00+08:00",
        "2024-09-12T11:00:00+08:00",
    )
    mixed = event(attendance=(Count(3, CountUnit.VISITS, Mode.BOTH),))
    thing = linked_data(everything(ADDRESSED, events=(mixed,))["events/2024/2024-09-12-x"])["Event"]
    assert (thing["startDate"], thing["endDate"]) == ("2024-09-12", "2024-09-12")
    assert thing["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_a_page_is_as_new_as_what_it_tells():
    pages = everything(ADDRESSED)
    days = {address: page.lastmod for address, page in pages.items() if not page.noindex}
    assert {address: day for address, day in days.items() if day} == {
        "weeks/2024/henan": "2024-06-23",
        "weeks/2024": "2024-06-23",
        "weeks/": "2024-06-23",
        "": "2024-06-23",
        "events/2024/2024-09-12-x": "2024-09-12",
        "events/2024": "2024-09-12",
        "events/": "2024-09-12",
    }  # the honours are of October, and the site was built on the first of it


def test_titles_and_descriptions_say_who_what_and_where():
    pages = everything(Settings())
    told = {address: (pages[address].title, pages[address].description) for address in (
        "stars/2024/henan/001", "projects/2024/henan/001", "weeks/2024/henan", "regions/henan", "regions/hebei",
    )}  # fmt: skip
    assert told == {
        "stars/2024/henan/001": ("沈玉兰　学习之星　2024河南", f"桥头社区，挡车工。{HOSTILE}"),
        "projects/2024/henan/001": ("“一盏灯”夜校　品牌项目　2024河南", "县教育局主办，面向老人。"),
        "weeks/2024/henan": ("河南省2024年全民终身学习活动周", "6月17日至23日，馆。"),
        "regions/henan": (
            "河南省　学习之星、品牌项目、活动周",
            "河南省的学习之星1人、品牌项目1个，以及历年活动周。",
        ),
        "regions/hebei": ("河北省　学习之星、品牌项目、活动周", "河北省历年的活动周。"),
    }


def test_a_week_that_is_off_says_so_in_a_chat():
    pages = everything(Settings(), weeks=(replace(week(), status=WeekStatus.CANCELLED),))
    assert pages["weeks/2024/henan"].description == "6月17日至23日（已取消）。"
