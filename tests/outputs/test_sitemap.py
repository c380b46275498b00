from xml.etree import ElementTree as ET

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


def test_robots_name_the_sitemap(site):
    robots = b"User-agent: *\nDisallow:\n\nSitemap: https://example.cn/a/b/sitemap.xml\n"
    assert site()["robots.txt"] == robots


def test_without_a_site_url_there_is_no_sitemap(site):
    files = site("")
    assert [path for path in files if "sitemap" in path] == []
    assert files["robots.txt"] == b"User-agent: *\nDisallow:\n"
