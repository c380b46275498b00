from dataclasses import replace
from xml.etree import ElementTree as ET

from outputs_sample import STARS, picture

from showcase.model.library import Showcase
from showcase.model.media import Film, Rendition, Shelf
from showcase.model.parts import Video
from showcase.outputs.addressing import PageRef

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(data):
    """Return (address, day) of every entry."""
    return [(item.findtext(NS + "loc"), item.findtext(NS + "lastmod")) for item in ET.fromstring(data)]


def test_the_sitemap_is_an_index_of_parts_by_section(site):
    files = site()
    assert read(files["sitemap.xml"]) == [
        ("https://example.cn/a/b/sitemaps/pages-1.xml", None),
        ("https://example.cn/a/b/sitemaps/stars-1.xml", "2024-10-21"),
        ("https://example.cn/a/b/sitemaps/weeks-1.xml", None),
    ]
    assert read(files["sitemaps/stars-1.xml"]) == [
        ("https://example.cn/a/b/stars/", "2024-10-21"),
        ("https://example.cn/a/b/stars/2024/henan/012/", "2024-10-20"),
        ("https://example.cn/a/b/stars/2024/liaoning/003/", None),
    ]


def test_a_part_holds_at_most_five_thousand_addresses(site):
    files = site(pages=[PageRef(f"stars/{n}", f"stars/{n}/", "stars") for n in range(10_001)])
    assert [len(read(files[f"sitemaps/stars-{n}.xml"])) for n in (1, 2, 3)] == [5000, 5000, 1]


def test_addresses_are_percent_encoded_and_escaped(site):
    files = site(pages=[PageRef("关于", "关于 &<我们>/", "About us")])
    address = "https://example.cn/a/b/%E5%85%B3%E4%BA%8E%20%26%3C%E6%88%91%E4%BB%AC%3E/"
    assert read(files["sitemaps/about-us-1.xml"]) == [(address, None)]


FILM = Film((Rendition("media/cd/720.mp4", "video/mp4", 1280, 720, 9),), picture("poster"), 61.4)
VIDEO = "{http://www.google.com/schemas/sitemap-video/1.1}"


def films_of(site, **settings):
    """Return the files of a site whose first star has a film."""
    star = replace(STARS[0], video=Video(file="film.mp4", title="灯 & 书"))
    shelf = Shelf(films={"stars/2024/henan/012/film.mp4": FILM})
    return site(showcase=Showcase(stars=(star, *STARS[1:])), shelf=shelf, **settings)


def test_films_have_a_sitemap_of_their_own(site):
    files = films_of(site)
    place = "https://example.cn/a/b/sitemaps/videos-1.xml"
    assert (place, "2024-10-20") in read(files["sitemap.xml"])
    (url,) = ET.fromstring(files["sitemaps/videos-1.xml"])
    assert url.findtext(NS + "loc") == "https://example.cn/a/b/stars/2024/henan/012/"
    assert [(each.tag.removeprefix(VIDEO), each.text) for each in url.find(VIDEO + "video")] == [
        ("thumbnail_loc", "https://example.cn/a/b/media/ab/poster-1200.jpg"),
        ("title", "灯 & 书"),
        ("description", "第一段。第二段，读了 300 本。"),
        ("content_loc", "https://example.cn/a/b/media/cd/720.mp4"),
        ("duration", "61"),
        ("publication_date", "2024-10-20"),
    ]


def test_a_film_served_from_elsewhere_is_named_there(site):
    (url,) = ET.fromstring(films_of(site, media_url="https://film.example.cn/x")["sitemaps/videos-1.xml"])
    assert url.findtext(f".//{VIDEO}content_loc") == "https://film.example.cn/x/cd/720.mp4"


def test_without_films_or_an_address_there_is_no_sitemap_of_films(site):
    assert "sitemaps/videos-1.xml" not in site()
    assert [path for path in films_of(site, site_url="") if "sitemap" in path] == []


def test_robots_name_the_sitemap(site):
    robots = b"User-agent: *\nDisallow:\n\nSitemap: https://example.cn/a/b/sitemap.xml\n"
    assert site()["robots.txt"] == robots


def test_without_a_site_url_there_is_no_sitemap(site):
    files = site("")
    assert [path for path in files if "sitemap" in path] == []
    assert files["robots.txt"] == b"User-agent: *\nDisallow:\n"
