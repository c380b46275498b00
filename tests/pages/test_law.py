"""What the law asks a site to say: only what the owner has given, days from the records."""

import re

from showcase.model.settings import Settings
from showcase.pages.corrections import corrections_pages
from showcase.pages.everything import all_pages
from showcase.pages.law import law_of, site_tags

from .people import star, view_of

GIVEN = Settings(
    site_name="示例县学习之星",
    site_url="https://www.example.cn/xx/",
    owner="示例县教育局",
    organiser="示例县老年大学",
    icp="豫ICP备00000000号-1",
    police="豫公网安备00000000000000号",
    site_code="0000000000",
    contact="职成教股",
    telephone="0000-0000000",
    letter="示例县学府路1号",
)


def metas(page):
    return re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page.head)


def test_the_footer_says_what_was_given_in_this_order_with_links_for_the_numbers():
    assert law_of(GIVEN).lines == (
        ("主办：示例县教育局", ""),
        ("承办：示例县老年大学", ""),
        ("联系：职成教股", ""),
        ("电话：0000-0000000", ""),
        ("来信：示例县学府路1号", ""),
        ("豫ICP备00000000号-1", "https://beian.miit.gov.cn/"),
        (
            "豫公网安备00000000000000号",
            "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000",
        ),
        ("网站标识码：0000000000", ""),
    )


def test_nothing_given_leaves_no_trace():
    law = law_of(Settings())
    assert (law.lines, law.mark, law.mark_link, site_tags(Settings())) == ((), "", "", "")


def test_a_government_site_names_itself():
    assert site_tags(GIVEN) == (
        '<meta name="SiteName" content="示例县学习之星">\n'
        '<meta name="SiteDomain" content="www.example.cn">\n'
        '<meta name="SiteIDCode" content="0000000000">'
    )


def test_a_stars_page_names_its_column_and_says_when_and_from_whom():
    view = view_of(star(nominated_by=("青柳县教育局",)), settings=GIVEN, today="2024-12-01")
    page = next(page for page in all_pages(view, "") if page.kind == "star")
    assert metas(page) == [
        ("ColumnName", "学习之星"),
        ("ColumnType", "工作动态"),
        ("ArticleTitle", page.title),
        ("PubDate", "2024-10-18"),
        ("ContentSource", "青柳县教育局"),
    ]


def test_a_list_names_its_column_only():
    view = view_of(star(), settings=GIVEN)
    page = next(page for page in all_pages(view, "") if page.kind == "list")
    assert metas(page) == [("ColumnName", "学习之星"), ("ColumnType", "工作动态")]


def test_other_sites_have_no_such_tags():
    pages = list(all_pages(view_of(star()), ""))
    assert [page.address for page in pages if metas(page)] == []


def test_the_page_of_corrections_says_whom_to_tell_and_asks_for_nothing_online():
    (page,) = corrections_pages(view_of(star(), settings=GIVEN))
    told = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page.main)
    assert told == [
        ("打电话", "0000-0000000"),
        ("写信", "示例县学府路1号"),
        ("到单位", "示例县教育局 职成教股"),
    ]
    assert not re.search("<form|<input|<textarea|https?://", page.main)


def test_without_an_office_the_page_sends_to_who_nominated():
    (page,) = corrections_pages(view_of(star()))
    assert "<dl" not in page.main
    assert "请找页面上写的推荐单位" in page.main
