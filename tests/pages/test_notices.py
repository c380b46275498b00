"""Take-downs, what a notice asks for, and the search page without script."""

import re

from pages.year_samples import day, page_at, view_of, words_of
from showcase.model.address import RecordAddress
from showcase.model.campaign import Withdrawal
from showcase.model.parts import Honour
from showcase.model.records import Star
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.model.terms import Level, Stage
from showcase.pages.notices import notice_pages
from showcase.pages.rulebook_pages import groups, rulebook_pages
from showcase.pages.search_page import search_pages

ADDRESS = RecordAddress("stars", 2023, "henan", "012")


def test_a_withdrawn_page_says_the_day_and_no_name():
    gone = Withdrawal(str(ADDRESS), day("11-2"))
    (page,) = notice_pages(view_of(withdrawn=(gone,)))
    assert (page.address, page.noindex, page.record) == ("stars/2023/henan/012", True, "")
    assert (page.title, page.description) == ("这一页已应要求撤下", "撤下日期：2024年11月2日。")
    assert words_of(page.main) == "这一页已应要求撤下撤下日期：2024年11月2日。回首页"


def test_a_line_of_a_list_had_no_page_and_gets_none():
    assert (
        list(notice_pages(view_of(withdrawn=(Withdrawal("lists/2024-a#0123456789ab", day("11-2")),)))) == []
    )


BOOK = Rulebook(
    id="henan-2024",
    title="通知",
    regions=("henan",),
    years=(2024,),
    limits={
        "star.showcase_text": Limit(text="300字左右。", soft=True, clause="附件1"),
        "star.nationality": Limit(knowledge=Knowledge.SILENT),
        "project.learners.visits": Limit(low=1000),
        "star.forms": Limit(knowledge=Knowledge.NOT_IN_COPY),
    },
)


def test_stated_silent_and_not_in_our_copy_are_three_different_things():
    star, project = groups(BOOK)
    assert [(row.label, row.text, row.soft, row.stated) for row in star.rows] == [
        ("宣传展示材料", "300字左右。", True, True),
        ("填什么表", "写在没有随通知印出的表里，请以原件为准。", False, False),
    ]
    assert (star.unsaid, project.unsaid) == (["国籍"], [])
    assert [(row.label, row.text) for row in project.rows] == [("每年参与学习，人次", "不少于1000")]


def test_each_limit_is_printed_with_its_clause_and_a_soft_one_as_advice():
    said = words_of(page_at(rulebook_pages(view_of(rulebooks=(BOOK,))), "rulebooks/henan-2024").main)
    assert "宣传展示材料建议300字左右。出处：附件1" in said
    assert "通知没有提到的：国籍。" in said


def star(year, region):
    honour = Honour(year=2024, level=Level.PROVINCIAL, title="星", stage=Stage.APPROVED)
    return Star(address=RecordAddress("stars", year, region, "001"), name="沈玉兰", honours=(honour,))


def test_without_script_every_list_by_year_and_region_is_a_plain_link():
    (page,) = search_pages(view_of(stars=(star(2024, "jilin"), star(2023, "henan"))))
    assert re.findall(r'href="\x02(stars/[^"]+)"', page.main) == [
        "stars/2024/",
        "stars/2024/jilin/",
        "stars/2024/henan/",
    ]
    assert "您的浏览器没有开启脚本" in re.search(r"<noscript>(.*?)</noscript>", page.main)[1]


def test_the_search_page_offers_the_places_that_the_script_fills():
    (page,) = search_pages(view_of())
    for hook in ("data-ls-find", 'name="q"', "data-ls-found", "data-ls-results", "data-ls-pager"):
        assert hook in page.main
    assert 'data-ls-index="\x02find/"' in page.main
