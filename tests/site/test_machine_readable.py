"""The demo with an address of its own, as programs read it: JSON-LD, sitemaps, data, feeds, siblings."""

import gzip
import json
import re
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import brotli
import feedparser
import frictionless
import icalendar
import pytest
import vobject
from jsonschema import Draft202012Validator

from schema_org import faults, graphs_of
from sites import build, copy_demo

SITE = "https://www.example.cn/zsxx/"
GONE = "stars/2024/henan/012"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory, derivatives):
    """The root of the demo, built with a site_url and compressed siblings."""
    root = copy_demo(tmp_path_factory.mktemp("addressed") / "demo", derivatives)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace('site_url: ""', f"site_url: {SITE}")
    text = text.replace("- showcase:\n", "- showcase:\n      precompress: true\n")
    config.write_text(text, encoding="utf-8")
    build(root)
    return root


def pages_of(root):
    """Return {address below the site: HTML} of every page that is no error page."""
    site = root / "site"
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }
    return {path.removesuffix("index.html"): html for path, html in found.items() if path != "404.html"}


def targets(value):
    """Yield every address in JSON-LD."""
    if isinstance(value, dict):
        for each in value.values():
            yield from targets(each)
    elif isinstance(value, list):
        for each in value:
            yield from targets(each)
    elif isinstance(value, str) and value.startswith(SITE):
        yield value


def test_json_ld_of_every_page_is_valid_and_its_addresses_lead_somewhere(addressed):
    kinds, lost = set(), set()
    for address, html in pages_of(addressed).items():
        for graph in graphs_of(html):
            assert faults(graph, SITE) == [], address
            kinds |= {thing["@type"] for thing in graph}
            for target in targets(graph):
                path = target.removeprefix(SITE).partition("?")[0]
                path = path + "index.html" if path.endswith("/") or not path else path
                if not (addressed / "site" / path).is_file():
                    lost.add(target)
    assert lost == set()
    assert kinds == {"Person", "CreativeWork", "VideoObject", "Event", "BreadcrumbList", "WebSite", "Dataset"}


def test_without_an_address_json_ld_is_valid_and_names_none(demo_site):
    for path in demo_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert [fault for graph in graphs_of(html) for fault in faults(graph)] == [], path
        assert 'rel="canonical"' not in html and 'property="og:url"' not in html


def test_every_page_names_its_own_full_address(addressed):
    wrong = {
        address
        for address, html in pages_of(addressed).items()
        if re.findall(r'<link rel="canonical" href="([^"]*)"', html) != [SITE + address]
        or re.findall(r'<meta property="og:url" content="([^"]*)"', html) not in ([SITE + address], [])
    }
    assert wrong == set()


def test_descriptions_end_where_a_sentence_or_a_clause_ends(demo_site):
    for path in demo_site.rglob("*.html"):
        (words,) = re.findall(
            r'<meta name="description" content="([^"]*)"', path.read_text(encoding="utf-8")
        )[:1]
        address = path.relative_to(demo_site).as_posix()
        if re.match(r"(stars|projects|weeks|events)/", address):
            assert re.search(r"(?:。|！|？|……|”|）|》)$", words), (address, words)
            assert 5 < len(words) <= 160, (address, words)


def test_sitemaps_name_every_page_that_may_be_found_and_every_film(addressed):
    site = addressed / "site"
    parts = [item.findtext(f"{SITEMAP}loc") for item in ET.parse(site / "sitemap.xml").getroot()]
    found, films = [], 0
    for part in parts:
        tree = ET.parse(site / part.removeprefix(SITE)).getroot()
        places = [url.findtext(f"{SITEMAP}loc") for url in tree]
        if "/videos-" in part:
            films = len(places)
            assert set(places) <= set(found) or not found
        else:
            found += places
            for day in (url.findtext(f"{SITEMAP}lastmod") for url in tree):
                assert day is None or "2016" < day <= "2026-11-22"
    pages = {
        SITE + a for a, html in pages_of(addressed).items() if 'name="robots" content="noindex"' not in html
    }
    assert len(found) == len(set(found)) and set(found) <= pages
    assert {page for page in pages - set(found) if "data-record" in page} == set()
    assert films == sum('"VideoObject"' in html for html in pages_of(addressed).values()) > 5


def test_the_data_package_schemas_feeds_and_calendars_of_the_demo_are_valid(addressed):
    site = addressed / "site"
    report = frictionless.validate(str(site / "data" / "datapackage.json"))
    assert (report.errors, report.flatten(["name", "message"])) == ([], [])
    schemas = {
        path.stem: json.loads(path.read_bytes()) for path in (site / "data" / "schemas").glob("?*.json")
    }
    for path in (site / "data").rglob("*.json"):
        if path.parent.name != "schemas" and path.stem in schemas:
            checker = Draft202012Validator(schemas[path.stem])
            assert [error.message for error in checker.iter_errors(json.loads(path.read_bytes()))] == [], path
    for path in (site / "feed.xml", *(site / "feeds").glob("*.xml")):
        read = feedparser.parse(path.read_bytes())
        assert (read.bozo, read.version) == (False, "atom10"), path
        assert read.entries or path.stem.startswith("changes-"), path
        for entry in read.entries:
            assert (site / entry.link.removeprefix(SITE) / "index.html").is_file()
    for path in (site / "calendar").rglob("*.ics"):
        assert icalendar.Calendar.from_ical(path.read_bytes())
        assert vobject.readOne(path.read_text(encoding="utf-8")).validate(raiseException=True), path


def test_each_year_has_a_feed_of_changes_also_before_the_first_one(addressed):
    """RFC 4287, 4.1.1: a feed holds any number of entries. Who subscribes before a change hears of it."""
    site, told = addressed / "site", {}
    for page in site.glob("weeks/*/changes/index.html"):
        html = page.read_text(encoding="utf-8")
        (link,) = re.findall(r'href="([^"]*feeds/changes-[^"]*)"', html)
        entries = feedparser.parse((page.parent / link).read_bytes()).entries
        assert len(entries) == html.count("ls-rows__date"), page
        told[(page.parent / link).resolve().name] = len(entries)
    assert set(told) == {path.name for path in (site / "feeds").glob("changes-*.xml")}
    assert 0 in told.values() and max(told.values()) > 0


def test_every_link_of_the_page_of_data_leads_to_a_file(addressed):
    html = (addressed / "site" / "data" / "index.html").read_text(encoding="utf-8")
    main = html.partition("<main")[2].partition("</main>")[0]
    links = re.findall(r'href="([^"]+\.(?:csv|json|xml))"', main)
    assert len(links) > 60
    for link in links:
        assert (addressed / "site" / urljoin("data/", link).removeprefix("../")).resolve().is_file(), link


def siblings(root):
    """Return the paths of compressed siblings, each after it was held against the file beside it."""
    found = []
    for ending, decode in ((".gz", gzip.decompress), (".br", brotli.decompress)):
        for path in (root / "site").rglob(f"*{ending}"):
            assert decode(path.read_bytes()) == path.with_suffix("").read_bytes(), path
            found.append(path.relative_to(root / "site").as_posix())
    return found


@pytest.mark.slow
def test_siblings_stand_beside_every_text_and_leave_with_who_is_taken_down(addressed):
    before = siblings(addressed)
    texts = [path for path in (addressed / "site").rglob("*.html") if path.stat().st_size >= 1024]
    assert sum(path.endswith(".html.gz") for path in before) == len(texts)
    assert {"data/stars.csv.br", "find/lexicon.json.gz", f"{GONE}/index.html.br"} <= set(before)
    name = "沈玉兰"
    assert name in pages_of(addressed)[f"{GONE}/"]
    with (addressed / "content" / "withdrawn.yml").open("a", encoding="utf-8") as file:
        file.write(f"- {{address: {GONE}, date: 2026-11-21}}\n")
    build(addressed, "--removals")
    after = siblings(addressed)
    assert f"{GONE}/index.html.gz" in after
    page = gzip.decompress((addressed / "site" / GONE / "index.html.gz").read_bytes()).decode()
    assert "撤下" in page and name not in page
    telling = {path for path in after if path.startswith(("data/", "feed")) and path.endswith(".gz")}
    for path in telling:
        assert GONE not in gzip.decompress((addressed / "site" / path).read_bytes()).decode(), path
