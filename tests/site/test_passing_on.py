"""Passing a page on, in the built demo: what chats are told, the sheet, the code on screen and on paper."""

import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Error, expect

from sites import build, copy_demo, served

pytestmark = pytest.mark.browser
SITE = "https://www.example.cn/zsxx/"
STAR = "stars/2024/henan/012/"
KINDS = [STAR, "projects/2024/henan/003/", "weeks/2024/henan/", "events/2024/2024-09-12-school/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory, derivatives):
    root = copy_demo(tmp_path_factory.mktemp("passed") / "demo", derivatives)
    config = (root / "mkdocs.yml").read_text("utf-8").replace('site_url: ""', f'site_url: "{SITE}"')
    (root / "mkdocs.yml").write_text(config, "utf-8")
    build(root)
    return root / "site"


@pytest.fixture(scope="module")
def base(site):
    with served(site) as address:
        yield address


SETTLED = """async () => {
  await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)));
  for (const image of document.querySelectorAll("#share .ls-share__code img")) await image.decode();
}"""
"""The sheet has come to rest, and its code is drawn."""


def sheet_of(page):
    """Open the sheet and wait until it has come."""
    page.click('a[href="#share"]')
    expect(page.locator("#share")).to_be_visible()
    page.evaluate(SETTLED)


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def tags(site, address):
    html = (site / address / "index.html").read_text("utf-8")
    return dict(re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', html)), html


def decoded(path):
    return [found.text for found in zxingcpp.read_barcodes(Image.open(path).convert("L"))]


@pytest.mark.parametrize("address", [*KINDS, "", "stars/", "regions/henan/"])
def test_chats_are_told_of_a_card_in_full_addresses(site, address):
    told, html = tags(site, address)
    assert told["og:url"] == SITE + address
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image"].startswith(f"{SITE}media/")
    with Image.open(site / told["og:image"].removeprefix(SITE)) as card:
        assert (card.format, card.size) == ("JPEG", (1200, 630))
    assert f'<link rel="canonical" href="{SITE}{address}"' in html


@pytest.mark.parametrize("address", KINDS)
def test_the_first_picture_of_the_body_is_a_jpeg_of_300_pixels_and_more(site, address):
    body = (site / address / "index.html").read_text("utf-8").partition("<main")[2]
    name = re.search(r'<img\s[^>]*?src="(?:\.\./)*([^"]+)"', body)[1]
    with Image.open(site / name) as first:
        assert first.format == "JPEG" and min(first.size) >= 300


@pytest.mark.parametrize("address", KINDS)
def test_the_code_on_the_sheet_leads_to_the_page(base, phone, tmp_path, address):
    phone.goto(base + address)
    sheet_of(phone)
    phone.locator(".ls-share__code img").screenshot(path=tmp_path / "code.png")
    assert decoded(tmp_path / "code.png") == [SITE + address]
    assert phone.text_content(".ls-share__url") == SITE + address


def test_the_code_on_the_poster_leads_to_the_page(site):
    html = (site / STAR / "index.html").read_text("utf-8")
    poster = re.search(r'(media/\w\w/\w+-poster\.jpg)" download="沈玉兰.jpg"', html)[1]
    assert decoded(site / poster) == [SITE + STAR]


def test_the_code_is_on_paper_and_not_on_the_page(base, phone, tmp_path):
    phone.goto(base + STAR)
    assert not phone.is_visible(".ls-share__paper")
    phone.emulate_media(media="print")
    phone.locator(".ls-share__paper img").evaluate("image => { image.loading = 'eager'; return image.decode() }")
    phone.locator(".ls-share__paper img").screenshot(path=tmp_path / "paper.png")
    assert decoded(tmp_path / "paper.png") == [SITE + STAR]


def test_the_poster_is_fetched_only_when_the_sheet_opens(base, phone):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(base + STAR, wait_until="networkidle")
    assert [url for url in asked if "-poster.jpg" in url or "-card.jpg" in url or "woff2" in url] == []
    phone.click('a[href="#share"]')
    phone.wait_for_function("document.querySelector('.ls-share__poster img').naturalWidth === 900")


def test_the_sheet_by_keyboard(base, phone):
    phone.goto(base + STAR)
    phone.focus('a[href="#share"]')
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.querySelector('dialog[open]:modal').id") == "share"
    assert phone.evaluate("!!document.activeElement.closest('#share')")
    phone.keyboard.press("Escape")
    expect(phone.locator("#share")).to_be_hidden()
    assert phone.evaluate("document.activeElement.getAttribute('href')") == "#share"


def test_back_closes_the_sheet_and_stays_on_the_page(base, phone):
    phone.goto(base)
    phone.goto(base + STAR)
    for _ in range(2):
        phone.click('a[href="#share"]')
        expect(phone.locator("#share")).to_be_visible()
        phone.evaluate("history.back()")
        expect(phone.locator("#share")).to_be_hidden()
        assert phone.url == base + STAR
    phone.click('a[href="#share"]')
    phone.click("[data-ls-share-close]")
    phone.wait_for_function("!(history.state && history.state.lsShare)")
    assert phone.evaluate("document.activeElement.getAttribute('href')") == "#share"
    phone.go_back()
    assert phone.url == base


def test_a_double_tap_leaves_the_sheet_open(base, phone):
    phone.goto(base + STAR)
    phone.click('a[href="#share"]')
    phone.locator("#share").dispatch_event("click")
    expect(phone.locator("#share")).to_be_visible()


def test_copying_says_so(base, phone):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(base + STAR)
    phone.click('a[href="#share"]')
    phone.click("[data-ls-copy]")
    phone.wait_for_function("document.querySelector('.ls-share__said').textContent === '网址已复制'")
    assert phone.evaluate("navigator.clipboard.readText()") == SITE + STAR


def test_without_a_script_the_sheet_opens_by_its_link_and_closes(base, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + STAR)
    assert not page.is_visible("#share")
    page.click('a[href="#share"]')
    for part in ("#share", ".ls-share__code img"):
        expect(page.locator(part)).to_be_visible()
    assert not page.is_visible("[data-ls-copy]")
    page.click("[data-ls-share-close]")
    expect(page.locator("#share")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("mode", ["", "elder"])
def test_axe_finds_nothing_on_the_open_sheet(base, phone, axe, mode):
    phone.goto(f"{base}{STAR}?mode={mode}" if mode else base + STAR)
    sheet_of(phone)
    assert axe(phone) == {}
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    if mode:
        small = "[...document.querySelectorAll('#share :is(.ls-button, button)')].map(e => e.offsetHeight).filter(h => h && h < 60)"
        assert phone.evaluate(small) == []


def test_without_a_site_url_the_sheet_says_so_and_has_no_code(demo_site, browser):
    with served(demo_site) as address:
        page = browser.new_page()
        page.goto(address + STAR)
        page.click('a[href="#share"]')
        for part in (".ls-share__none", ".ls-share__poster"):
            expect(page.locator(part)).to_be_visible()
        assert page.query_selector(".ls-share__code") is None
        page.close()
    assert "og:image" not in tags(demo_site, STAR)[0]


def test_a_rare_name_brings_its_font_along(base, site, phone):
    address = next(p for p in sorted(site.glob("stars/*/*/*/index.html")) if "<title>周𠮷生" in p.read_text("utf-8"))
    phone.goto(base + address.parent.relative_to(site).as_posix() + "/")
    try:
        loaded = phone.evaluate("document.fonts.load('700 40px \"LS Rare\"', '𠮷').then(f => f.map(x => x.status))")
    except Error as error:
        pytest.fail(str(error))
    assert loaded == ["loaded"]
