import json
from xml.etree import ElementTree as ET

from showcase.model.library import Showcase

NS = "{http://www.w3.org/2005/Atom}"
HOSTILE = "“甲” <b>&\"'乙" + "长" * 60


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall(NS + "link")}


def test_the_newest_decision_comes_first(site):
    feed = ET.fromstring(site()["feed.xml"])
    assert [entry.findtext(NS + "id") for entry in feed.findall(NS + "entry")] == [
        "tag:example.cn,2024:a/b/stars/2024/henan/007",
        "tag:example.cn,2024:a/b/stars/2024/liaoning/003",
        "tag:example.cn,2024:a/b/stars/2024/henan/012",
        "tag:example.cn,2023:a/b/projects/2023/henan/001",
    ]


def test_a_feed_has_what_atom_asks_for(site):
    feed = ET.fromstring(site(owner="示例中心")["feed.xml"])
    assert feed.findtext(NS + "id") == "tag:example.cn,2005:a/b/feed"
    assert feed.findtext(NS + "title") == "示例 & 展示"
    assert feed.findtext(NS + "updated") == "2024-10-21T00:00:00+08:00"
    assert feed.findtext(f"{NS}author/{NS}name") == "示例中心"
    assert links(feed) == {
        "self": "https://example.cn/a/b/feed.xml",
        "alternate": "https://example.cn/a/b/",
    }


def test_an_entry_tells_of_the_approved_honour_with_link_and_portrait(site):
    entry = ET.fromstring(site()["feed.xml"]).findall(NS + "entry")[2]
    assert entry.findtext(NS + "title") == "沈玉兰：新时代“百姓学习之星”"
    assert entry.findtext(NS + "updated") == "2024-10-20T00:00:00+08:00"
    assert entry.findtext(NS + "content") == "第一段。"
    assert links(entry) == {
        "alternate": "https://example.cn/a/b/stars/2024/henan/012/",
        "enclosure": "https://example.cn/a/b/media/ab/portrait-1200.jpg",
    }


def test_hostile_names_come_through_xml(site):
    entry = ET.fromstring(site()["feed.xml"]).findall(NS + "entry")[1]
    assert entry.findtext(NS + "title") == f"{HOSTILE}：新时代“百姓学习之星”"
    assert entry.findtext(NS + "content") == "]]></content>&nbsp;\n第二行"


def test_without_a_site_url_ids_are_whole_and_links_relative(site):
    files = site("")
    entry = ET.fromstring(files["feeds/henan.xml"]).findall(NS + "entry")[1]
    assert entry.findtext(NS + "id") == "tag:showcase.invalid,2024:stars/2024/henan/012"
    assert links(entry)["alternate"] == "../stars/2024/henan/012/"
    assert "url" not in json.loads(files["feed.json"])["items"][0]


def test_the_json_feed_says_the_same(site):
    feed = json.loads(site()["feed.json"])
    assert {key: feed[key] for key in ("version", "title", "home_page_url", "feed_url", "language")} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "示例 & 展示",
        "home_page_url": "https://example.cn/a/b/",
        "feed_url": "https://example.cn/a/b/feed.json",
        "language": "zh-CN",
    }
    assert feed["items"][2] == {
        "id": "tag:example.cn,2024:a/b/stars/2024/henan/012",
        "title": "沈玉兰：新时代“百姓学习之星”",
        "content_text": "第一段。",
        "date_published": "2024-10-20T00:00:00+08:00",
        "url": "https://example.cn/a/b/stars/2024/henan/012/",
        "image": "https://example.cn/a/b/media/ab/portrait-1200.jpg",
    }


def test_an_empty_site_has_a_valid_empty_feed(site):
    files = site(showcase=Showcase())
    feed = ET.fromstring(files["feed.xml"])
    assert (feed.findtext(NS + "updated"), feed.findall(NS + "entry")) == ("2005-01-01T00:00:00+08:00", [])
    assert [path for path in files if path.startswith("feeds/")] == []
