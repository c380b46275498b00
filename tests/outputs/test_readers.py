"""Feeds and calendars, read by programs of others and held against their standards."""

import datetime
import json
import re

import feedparser
import pytest
import vobject
from outputs_sample import PAGES, SHOWCASE

from showcase.model.library import Showcase

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
URI = re.compile(r"(?:https?://|tag:)[\x21-\x7e]+")


def atom_faults(data):
    """Return what RFC 4287 forbids in a feed of ours."""
    from xml.etree import ElementTree as ET

    feed = ET.fromstring(data)
    found = [] if feed.tag == f"{ATOM}feed" else ["no feed"]
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):  # 4.1.1, 4.1.2: exactly one each
            found += [] if len(one.findall(ATOM + name)) == 1 else [f"{name} of {one.tag}"]
        found += [] if URI.fullmatch(one.findtext(f"{ATOM}id") or "") else ["an id that is no IRI"]
        found += [] if MOMENT.fullmatch(one.findtext(f"{ATOM}updated") or "") else ["a bad moment"]
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in one.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        found += [] if len(alternates) == len(set(alternates)) else ["two alternates of a kind"]
        if one is not feed and not alternates and one.find(f"{ATOM}content") is None:
            found.append("an entry without content or a page")
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    found += [] if len(ids) == len(set(ids)) else ["an id twice"]
    found += [] if feed.find(f"{ATOM}author") is not None else ["no author"]
    return found


def json_feed_faults(feed):
    """Return what JSON Feed 1.1 forbids."""
    top = {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}
    known = {"id", "title", "content_text", "date_published", "url", "image"}
    found = [f"unknown {name}" for name in set(feed) - top]
    found += [] if feed.get("version") == "https://jsonfeed.org/version/1.1" else ["version"]
    found += [] if feed.get("title") and isinstance(feed.get("items"), list) else ["title or items"]
    for item in feed["items"]:
        found += [f"unknown {name}" for name in set(item) - known]
        found += [] if item.get("id") and item.get("content_text") else ["an item without id or content"]
        found += [] if MOMENT.fullmatch(item["date_published"]) else ["a bad moment"]
        found += [
            f"relative {name}" for name in ("url", "image") if not URI.fullmatch(item.get(name, "tag:x"))
        ]
    ids = [item["id"] for item in feed["items"]]
    return found + ([] if len(ids) == len(set(ids)) else ["an id twice"])


@pytest.mark.parametrize("showcase", [SHOWCASE, Showcase()], ids=["full", "empty"])
@pytest.mark.parametrize("site_url", ["https://example.cn/a/b/", ""])
def test_every_feed_keeps_to_its_standard(site, site_url, showcase):
    files = site(site_url, showcase=showcase)
    feeds = [path for path in files if path.startswith(("feed.", "feeds/"))]
    assert len(feeds) == (10 if showcase is SHOWCASE else 2)
    for path in feeds:
        if path.endswith(".xml"):
            assert atom_faults(files[path]) == [], path
        else:
            assert json_feed_faults(json.loads(files[path])) == [], path


def test_a_reader_of_feeds_sees_what_was_written(site):
    read = feedparser.parse(site()["feed.xml"])
    assert (read.bozo, read.version, read.feed.title) == (False, "atom10", "示例 & 展示")
    entry = read.entries[2]
    assert (entry.title, entry.link) == (
        "沈玉兰：新时代“百姓学习之星”",
        "https://example.cn/a/b/stars/2024/henan/012/",
    )
    assert entry.updated_parsed[:3] == (2024, 10, 19)  # midnight in China, told in UTC
    assert [link.href for link in entry.links if link.rel == "enclosure"] == [
        "https://example.cn/a/b/media/ab/portrait-1200.jpg"
    ]


def test_links_of_a_feed_without_an_address_are_found_from_where_it_lies(site):
    headers = {"content-location": "https://any.example/x/feeds/henan.xml"}
    read = feedparser.parse(site("")["feeds/henan.xml"], response_headers=headers)
    assert read.entries[1].link == "https://any.example/x/stars/2024/henan/012/"


def test_a_second_reader_of_calendars_finds_them_valid_and_says_the_same(site):
    found = {}
    for path, data in site().items():
        if path.endswith(".ics"):
            calendar = vobject.readOne(data.decode())
            assert calendar.validate(raiseException=True), path
            for entry in calendar.contents.get("vevent", []):
                assert entry.validate(raiseException=True)
                found[entry.uid.value] = entry
    week, talk = (found[f"{name}@example.cn"] for name in ("weeks/2024/henan", "events/2024/2024-09-12-talk"))
    assert (week.dtstart.value, week.dtend.value) == (datetime.date(2024, 6, 17), datetime.date(2024, 6, 24))
    assert week.location.value == "桥头社区; 一楼, 东厅；二楼"
    assert (talk.dtstart.value.isoformat(), talk.dtend.value.isoformat()) == (
        "2024-09-12T09:30:00+08:00",
        "2024-09-12T11:00:00+08:00",
    )
    assert found["weeks/2024/henan.zhengzhou@example.cn"].status.value == "CANCELLED"


def test_pages_of_the_sample_are_known_to_the_feeds(site):
    urls = {page.url for page in PAGES}
    for item in json.loads(site()["feed.json"])["items"]:
        if "url" in item:
            assert item["url"].removeprefix("https://example.cn/a/b/") in urls
