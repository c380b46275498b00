"""Take-downs, what a notice asks for, and the search page without script."""

import re

import pytest

from pages.year_samples import day, page_at, view_of, words_of
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.address import RecordAddress
from showcase.model.campaign import Withdrawal
from showcase.model.parts import Honour
from showcase.model.records import Star
from showcase.model.rulebook import Knowledge, Limit, Rulebook
from showcase.model.terms import Level, Stage
from showcase.pages.notices import notice_pages
from showcase.pages.rulebook_glance import glance
from showcase.pages.rulebook_pages import groups, rulebook_pages
from showcase.pages.search_page import search_pages
from sites import ROOT

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
    assert [(row.label, row.text, row.soft) for row in star.rows] == [("宣传展示材料", "300字左右。", True)]
    assert (star.unsaid, star.unprinted) == (["国籍"], ["填什么表"])
    assert [(row.label, row.text) for row in project.rows] == [("每年参与学习，人次", "不少于1000人次")]
    assert (project.unsaid, project.unprinted) == ([], [])


def said_on(*books):
    return words_of(page_at(rulebook_pages(view_of(rulebooks=books)), f"rulebooks/{books[0].id}").main)


def test_each_limit_is_printed_with_its_clause_and_a_soft_one_as_advice():
    said = said_on(BOOK)
    assert "宣传展示材料建议300字左右。出处：附件1" in said
    assert "通知没有提到的，也就没有要求：国籍。" in said
    assert "我们没有看到，不能说有要求，也不能说没有：填什么表。请以原表为准。" in said


def test_what_our_copy_of_a_notice_lacks_is_said_to_be_lacking():
    assert (
        "发文不在我们手里的文本中文号不在我们手里的文本中日期不在我们手里的文本中地区河南省年份2024年"
        in said_on(BOOK)
    )


REAL = {book.id: book for book in read_library(Layout(ROOT))[0].rulebooks}


def test_the_list_to_tick_says_what_how_many_how_long_and_until_when():
    lists = {
        title: [(line.label, line.amount, line.soft, line.stated) for line in lines]
        for title, lines in glance(REAL["jilin-2022"])
    }
    elsewhere = "写在没有随通知印出的表里，以原表为准"
    assert lists == {
        "每位百姓学习之星": [
            ("填什么表", "推介表、推介汇总表，各3份", False, True),
            ("宣传展示材料", elsewhere, False, False),
            ("主要事迹", elsewhere, False, False),
            ("单位意见和事迹概括", elsewhere, False, False),
            ("照片", "2张", False, True),
            ("照片的种类", "证件照、学习活动照，各1张", False, True),
            ("短片", "鼓励尽可能报送视频资料，MP4格式。", True, True),
            ("短片长度", "3—4分钟", False, True),
        ],
        "每个终身学习品牌项目": [
            ("填什么表", "推介表、推介汇总表，各3份", False, True),
            ("宣传展示材料", elsewhere, False, False),
            ("基本情况", elsewhere, False, False),
            ("工作总结", "1500字左右", True, True),
            ("工作总结的份数", "3份", False, True),
            ("照片", "4—8张", False, True),
            ("短片", "鼓励尽可能报送视频资料，MP4格式。", True, True),
            ("短片长度", "4—5分钟", False, True),
        ],
        "事迹特别感人、特别受百姓喜爱的": [
            ("照片", "3—5张", False, True),
            ("短片", "必须报送音像视频资料。", False, True),
            ("短片长度", "4—5分钟", False, True),
            ("怎样注明", "请在推介登记表备注中注明。", False, True),
        ],
        "什么时候，交给谁": [
            ("截止日期", "2022年8月22日前报送电子版和纸质版。", False, True),
            ("交给谁", "报送吉林省全民终身学习活动周工作领导小组办公室。", False, True),
            ("电子版和纸质版", "报送电子版和加盖公章的纸质版。", False, True),
        ],
    }


def test_a_day_that_a_call_does_not_name_is_said_and_a_notice_without_call_asks_for_reports():
    said = {name: dict(glance(REAL[name]))["什么时候，交给谁"] for name in ("henan-2024", "moe-2024")}
    assert [(line.label, line.amount) for line in said["henan-2024"]] == [
        ("截止日期", "通知没有写明"),
        ("电子版和纸质版", "电子版发到通知写明的邮箱，盖章后的纸质版邮寄。"),
    ]
    assert [line.label for line in said["moe-2024"]] == [
        "特色亮点活动情况表",
        "活动开展情况汇总表",
        "典型案例",
    ]


@pytest.mark.parametrize("name", sorted(REAL))
def test_every_line_of_a_page_has_its_clause_and_every_remark_is_printed(name):
    book = REAL[name]
    assert [row for group in groups(book) for row in group.rows if not row.clause or not row.label] == []
    said = said_on(book)
    assert [remark for remark in book.remarks if "".join(remark.split()) not in said] == []


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
