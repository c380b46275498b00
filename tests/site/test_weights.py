"""What a page weighs on the wire: our own styles and scripts, the HTML, the second page of a visit."""

import gzip
import re

import pytest
import yaml

from page_kinds import EVERYTHING, KINDS
from sites import ROOT, served

OURS = "assets/showcase/"
KB = 1024
RECORDS = {"star", "project"}


def weight(data):
    """Bytes as a server sends them compressed."""
    return len(gzip.compress(data.encode() if isinstance(data, str) else data, 9))


def page(site, address):
    place = site / address.split("?")[0]
    return (place / "index.html" if place.is_dir() else place).read_text("utf-8")


def loaded(html):
    """The names of our styles and scripts that a browser fetches for `html` without being asked."""
    return set(re.findall(rf'<(?:link rel="stylesheet" href|script[^>]*? src)="[^"]*?({OURS}[^"]+)"', html))


def test_the_list_of_kinds_is_whole():
    templates = {path.stem for path in (ROOT / "theme/templates/pages").glob("*.html")}
    assert templates - set(KINDS) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_ours_adds_little_to_the_base_theme(demo_site, kind):
    names = loaded(page(demo_site, KINDS[kind]))
    assert {f"{OURS}ls.css", f"{OURS}print.css", f"{OURS}modes.js"} < names
    size = sum(weight((demo_site / name).read_bytes()) for name in names)
    assert size <= (16 if kind in RECORDS else 32 if kind == "search" else 18) * KB


def sentences(words):
    """The sentences of the interface: what zh.yml holds, however deep."""
    return {words} if isinstance(words, str) else set().union(*map(sentences, words.values()))


OURS_TO_SAY = sentences(yaml.safe_load((ROOT / "theme/words/zh.yml").read_text("utf-8")))


def without_own(html):
    """`html` without what the record says: its facts and words in the head, the text of its <main>, its pictures.

    The words of the interface are not the record's: they stay and weigh, in <main> too.
    """
    html = re.sub(r"(?s)<script type=.application/ld\+json.>.*?</script>", "", html)
    html = re.sub(r'(<title>|<meta[^>]* content=|\salt=|\sdownload=)("?)[^"<]*', r"\1\2", html)
    html = re.sub(r"base64,[A-Za-z0-9+/=]+", "", html)
    head, main, foot = re.split(r"<!--/?ls-main-->", html)
    main = re.sub(
        r'(?<=>)[^<]+(?=<)|(?<=\saria-label=")[^"]*', lambda word: word[0] * (word[0] in OURS_TO_SAY), main
    )
    return head + main + foot


def own_weight(html):
    """Bytes of `html` as they are, uncompressed, without what the record says."""
    return len(without_own(html).encode())


@pytest.fixture(scope="module")
def records(demo_site):
    """The HTML of every record's page of the demo by its address."""
    places = [*demo_site.glob("stars/*/*/*/index.html"), *demo_site.glob("projects/*/*/*/index.html")]
    pages = {path.parent.relative_to(demo_site).as_posix(): path.read_text("utf-8") for path in places}
    return {address: html for address, html in pages.items() if "ls-person__label" in html}


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_a_record_page_is_light_even_with_its_text(demo_site, kind):
    html = page(demo_site, KINDS[kind])
    assert weight(html) <= 9 * KB
    assert weight(without_own(html)) <= 5.25 * KB


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_the_frame_around_a_record_is_small_even_uncompressed(demo_site, kind):
    html = re.sub(
        r"(?s)<!--ls-main-->.*<!--/ls-main-->", "<!--ls-main--><!--/ls-main-->", page(demo_site, KINDS[kind])
    )
    assert own_weight(html) <= 7.75 * KB


def test_a_record_without_film_gallery_and_events_has_at_most_14_kb_even_uncompressed(records):
    plain = {
        address: own_weight(html)
        for address, html in records.items()
        if not re.search("<video|ls-gallery|ls-rows", html)
    }
    assert (len(plain) > 20, {address: size for address, size in plain.items() if size > 14 * KB}) == (
        True,
        {},
    )


def test_the_fullest_record_stays_within_its_measure_and_most_within_14_kb(records):
    sizes = sorted(map(own_weight, records.values()))
    assert sizes[len(sizes) // 2] <= 14 * KB
    assert sizes[-1] <= 20 * KB


def test_a_full_page_of_a_list_is_light(demo_site):
    assert weight(page(demo_site, KINDS["list"])) <= 10 * KB


@pytest.mark.parametrize("first", ["home", "star", "list"])
def test_the_second_page_of_a_visit_costs_little(demo_site, first):
    known, heavy = loaded(page(demo_site, KINDS[first])), {}
    for kind, address in EVERYTHING.items():
        html = page(demo_site, address)
        new = loaded(html) - known
        words = re.sub(r"base64,[A-Za-z0-9+/=]+", "", html)  # placeholders are pictures
        size = weight(words) + sum(weight((demo_site / name).read_bytes()) for name in new)
        if size > 12 * KB and not address.startswith("search"):
            heavy[kind] = size
    assert heavy == {}


MATCHING = """async names => {
  const selectors = (list) => [...list].flatMap((rule) => rule.selectorText ? [rule.selectorText]
    : /print/.test(rule.media?.mediaText) ? [] : selectors(rule.cssRules || []));
  const here = new Set([...document.styleSheets].flatMap((sheet) => selectors(sheet.cssRules)));
  const texts = await Promise.all(names.map(async (name) => (await fetch(name)).text()));
  const others = await Promise.all(texts.map((text) => new CSSStyleSheet().replace(text)));
  return others.flatMap((sheet) => selectors(sheet.cssRules))
    .filter((one) => !here.has(one) && document.querySelector(one.replace(/::[a-z-]+(\\([^)]*\\))?/g, ""))) }"""
"""Selectors of style sheets that the page does not load, that would style something on it."""


@pytest.mark.slow
@pytest.mark.browser
def test_no_page_lacks_a_style_that_is_meant_for_it(demo_site, browser):
    sheets = {path.name for path in (demo_site / OURS).glob("page-*.css")}
    tab, lacking = browser.new_page(), {}
    with served(demo_site) as home:
        for kind, address in EVERYTHING.items():
            tab.goto(home + address)
            others = sheets - {name.rpartition("/")[2] for name in loaded(page(demo_site, address))}
            if found := tab.evaluate(MATCHING, [f"{home}{OURS}{name}" for name in sorted(others)]):
                lacking[kind] = found
    tab.close()
    assert (len(sheets) > 10, lacking) == (True, {})
