"""What the owner says in mkdocs.yml stands on every page, and nothing else does."""

import re

import pytest
from PIL import Image

from sites import build, copy_demo, served

GIVEN = """
      owner: 示例县教育局
      organiser: 示例县老年大学
      icp: 豫ICP备00000000号-1
      police: 豫公网安备00000000000000号
      site_code: "0000000000"
      government_mark: images/mark.png
      government_link: https://www.example.cn/mark
      telephone: 0371-65900000
      letter: 示例县学府路1号示例县教育局职成教股，邮编000000"""


@pytest.fixture(scope="module")
def lawful(tmp_path_factory, derivatives):
    root = copy_demo(tmp_path_factory.mktemp("law") / "demo", derivatives)
    config = (root / "mkdocs.yml").read_text("utf-8")
    config = config.replace("  - showcase:", f"  - showcase:{GIVEN}").replace("demo: true", "demo: false")
    (root / "mkdocs.yml").write_text(
        config.replace('site_url: ""', 'site_url: "https://www.example.cn/a/"'), "utf-8"
    )
    (root / "content/pages/images").mkdir()
    Image.new("RGB", (80, 100), "#a12a1e").save(root / "content/pages/images/mark.png")
    build(root)
    return root / "site"


def with_a_footer(site):
    """Return every page but those that fill the screen: slides and the exhibition."""
    return [path for path in sorted(site.rglob("*.html")) if not {"slides", "exhibition"} & {*path.parts}]


def footers(site):
    """Return the words of the footer's law by page."""
    found = {}
    for path in with_a_footer(site):
        page = path.read_text("utf-8")
        law = re.search(r'(?s)<div class="ls-colophon__law">(.*?)</div>', page)
        found[path] = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", law[1])).strip() if law else ""
    return found


def test_every_page_says_who_answers_for_it(lawful):
    said = (
        "主办：示例县教育局 承办：示例县老年大学 电话：0371-65900000 "
        "来信：示例县学府路1号示例县教育局职成教股，邮编000000 "
        "豫ICP备00000000号-1 豫公网安备00000000000000号 网站标识码：0000000000"
    )
    assert set(footers(lawful).values()) == {said}


def test_every_page_of_a_government_site_names_the_site(lawful):
    lacking = [
        path
        for path in lawful.rglob("*.html")
        if '<meta name="SiteIDCode" content="0000000000">' not in path.read_text("utf-8")
    ]
    assert lacking == []


def test_the_mark_is_the_owners_picture_and_leads_where_the_owner_says(lawful):
    page = (lawful / "stars/2024/henan/012/index.html").read_text("utf-8")
    mark = re.search(
        r'<a class="ls-colophon__mark" href="([^"]*)" rel="noopener"><img src="([^"]*)" alt="([^"]*)"', page
    )
    assert mark.groups() == ("https://www.example.cn/mark", "../../../../images/mark.png", "党政机关网站标识")


def test_the_demo_says_on_every_page_that_it_is_one_and_gives_no_number(demo_site):
    assert set(footers(demo_site).values()) == {"示例站点"}
    banner = '<p class="ls-demo">示例数据：人物、单位、名单与日程均为虚构</p>'
    assert [path for path in with_a_footer(demo_site) if banner not in path.read_text("utf-8")] == []


def test_with_real_records_no_page_says_demo(lawful):
    assert [path for path in lawful.rglob("*.html") if "ls-demo" in path.read_text("utf-8")] == []


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["", "?mode=elder"])
def test_the_sheet_and_a_long_footer_fit_a_small_phone(lawful, browser, mode):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    with served(lawful) as home:
        page.goto(f"{home}corrections/{mode}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


@pytest.mark.browser
def test_the_sheet_has_no_violation(lawful, browser, axe):
    page = browser.new_page()
    with served(lawful) as home:
        page.goto(f"{home}corrections/")
        assert axe(page) == {}
    page.close()
