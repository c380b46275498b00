"""Official lists: every published name, linked where a record has the same name and unit."""

import re

from pages.year_samples import page_at, view_of, words_of
from showcase.model.address import RecordAddress
from showcase.model.campaign import ListedName, OfficialList
from showcase.model.records import Project, Star
from showcase.model.terms import Level
from showcase.pages.official_lists import SHEET, official_list_pages

STAR = Star(address=RecordAddress("stars", 2024, "xinjiang", "001"), name="古丽娜尔·艾合买提", unit="织绸社")
PROJECT = Project(
    address=RecordAddress("projects", 2024, "henan", "003"), name="夜校", hosts=("甲村", "乙村")
)


def listed(*names):
    return OfficialList(
        address="lists/2024-provincial-henan",
        year=2024,
        level=Level.PROVINCIAL,
        region="henan",
        title="入选推介名单",
        document="示例教〔2024〕1号",
        names=names,
    )


def pages_of(one):
    by_address = {str(record.address): record for record in (STAR, PROJECT)}
    return list(
        official_list_pages(view_of(stars=(STAR,), projects=(PROJECT,), lists=(one,), by_address=by_address))
    )


def test_a_name_is_linked_only_when_name_unit_and_kind_agree():
    one = listed(
        ListedName("古丽娜尔•艾合买提", "织绸社", "star"),
        ListedName("古丽娜尔·艾合买提", "别的单位", "star"),
        ListedName("夜校", "乙村", "project"),
        ListedName("夜校", "乙村", "star"),
    )
    main = page_at(pages_of(one), one.address).main
    assert re.findall(r'<tr data-record="([^"]+)"', main) == [
        "stars/2024/xinjiang/001",
        "projects/2024/henan/003",
    ]
    assert "学习之星3人，品牌项目1个，见示例教〔2024〕1号。" in words_of(main)


def test_two_hundred_names_stand_on_one_page_and_many_more_on_several():
    one = listed(*(ListedName(f"某{n}", "单位", "star") for n in range(200)))
    assert [page.address for page in pages_of(one)] == ["lists/", one.address]
    many = listed(*(ListedName(f"某{n}", "单位", "star") for n in range(SHEET + 1)))
    pages = pages_of(many)
    assert [page.address for page in pages] == ["lists/", many.address, f"{many.address}/page-2"]
    assert f"{SHEET + 1}某{SHEET}单位" in words_of(pages[2].main)
