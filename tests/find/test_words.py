"""What people may have meant: synonyms, names that sound alike, fewer words. The literal query always comes first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from showcase.find.alike import alike, likeness
from showcase.find.documents import Document

from .plain_scan import PlainScan

pytestmark = pytest.mark.browser

NEAR = {
    "zhangweizhong": "zanweizon", "shengyulan": "senyunan", "linguolv": "ninguonu", "chenxin": "cenxing",
    "niulaoshi": "liulaosi", "fangai": "fanai",
}  # fmt: skip


def look(page: Page, small, query: str) -> int:
    """Open the search page with `query`; return the number it states."""
    page.goto(f"{small.url}?q={query}")
    expect(page.locator("[data-result-count]")).to_be_visible()
    return int(page.locator("[data-result-count]").inner_text())


@pytest.mark.parametrize(("one", "other"), NEAR.items())
def test_what_many_speakers_do_not_tell_apart_is_alike(one, other):
    assert likeness(one) == likeness(other)


def test_script_and_program_agree_on_what_is_alike(small, page):
    words = [*NEAR, *NEAR.values(), "lvlvling", "zhchsh", "a", ""]
    page.goto(small.url)
    assert page.evaluate("all => all.map(lsFind.likeness)", words) == [likeness(word) for word in words]


def test_names_are_kept_by_likeness_the_newest_first_and_each_once():
    people = [
        Document(address=f"stars/{year}/henan/001", name=name, line="", band=2, year=year, person=True)
        for year, name in ((2021, "沈玉兰"), (2022, "盛玉兰"), (2023, "沈玉兰"), (2024, "沈玉"))
    ]
    assert alike(list(enumerate(people))) == {
        "senyu": "沈玉",
        "senyunan": "沈玉兰\n盛玉兰",
        "yunan": "沈玉兰\n盛玉兰",
    }


def test_a_wrong_form_without_hits_is_looked_for_as_the_right_one(small, page):
    scan = PlainScan(small.documents)
    assert scan.search("终生学习") == []
    assert look(page, small, "终生学习") == len(scan.search("终身学习"))
    assert page.locator("[data-ls-found]").inner_text().startswith("“终身学习”：找到")
    assert page.locator(".ls-count__note").inner_text() == "没有写作“终生学习”的，已按“终身学习”查找。"
    assert page.input_value("[name=q]") == "终生学习"
    assert set(page.locator(".ls-results__text mark, h3 mark").all_inner_texts()) == {"终身学习"}


def test_a_literal_hit_is_counted_as_written_and_the_synonym_is_one_click_away(small, page):
    scan = PlainScan(small.documents)
    literal, other = scan.search("社区学院"), scan.search("老年大学")
    assert look(page, small, "社区学院") == len(literal) > 0
    page.get_by_role("link", name=f"老年大学（{len(other)}条）").click()
    expect(page.locator("[data-ls-found]")).to_have_text(f"“老年大学”：找到{len(other)}条")
    assert page.input_value("[name=q]") == "老年大学"
    expect(page.locator("[data-ls-found]")).to_be_focused()
    page.go_back()
    expect(page.locator("[data-ls-found]")).to_have_text(f"“社区学院”：找到{len(literal)}条")


def test_a_synonym_keeps_the_other_words(small, page):
    scan = PlainScan(small.documents)
    assert look(page, small, "终生学习 口号") == len(scan.search("终身学习 口号")) > 0


def test_a_synonym_that_finds_nothing_plays_no_part(small, page):
    assert look(page, small, "哪里也没有") == 0
    expect(page.locator(".ls-empty__title")).to_have_text("没有找到“哪里也没有”")


@pytest.mark.parametrize("query", ["章花雨", "zanghuayu", "zanhuayu", "花雨"])
def test_a_name_that_sounds_alike_is_offered(small, page, query):
    assert look(page, small, query) == 0
    page.locator(".ls-empty__ways").get_by_role("link", name="张华玉", exact=True).click()
    expect(page.locator("[data-ls-results] h3").first).to_have_text("张华玉")


def test_a_part_that_sounds_alike_leads_to_the_title(small, page):
    assert look(page, small, "楼体间") == 0
    expect(page.locator(".ls-empty__ways").first).to_contain_text("楼梯间读书会")


def test_fewer_words_are_offered_with_their_numbers(small, page):
    found = len(PlainScan(small.documents).search("读书"))
    assert look(page, small, "读书 没有这个词") == 0
    page.get_by_role("link", name=f"读书（{found}条）").click()
    expect(page.locator("[data-ls-found]")).to_have_text(f"“读书”：找到{found}条")


def test_nothing_at_all_still_names_a_way_on(small, page):
    assert look(page, small, "😀😀😀") == 0
    link = page.locator(".ls-empty__ways").get_by_role("link", name="按年份和地区看")
    assert link.get_attribute("href") == "#browse"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("张华玉老师", "张华玉"),
        ("那个叫张华玉的大姐", "张华玉"),
        ("张华玉。", "张华玉"),
        ("姓张的，读书", "张 读书"),
        ("zhang华玉", "zhang 华玉"),
    ],
)
def test_what_was_only_said_along_is_left_out_where_nothing_is_written_so(small, page, query, meant):
    scan = PlainScan(small.documents)
    assert (scan.search(query), len(scan.search(meant)) > 0) == ([], True)
    assert look(page, small, query) == len(scan.search(meant))
    assert page.locator(".ls-count__note").inner_text() == f"没有写作“{query}”的，已按“{meant}”查找。"


def test_a_place_before_a_name_stands_for_itself(small, page):
    person = next(document for _, document in small.documents if document.name == "张华玉")
    place = person.line.split("　")[1]
    assert look(page, small, f"{place}张华玉") == len(PlainScan(small.documents).search(f"{place} 张华玉")) > 0
    expect(page.locator("[data-ls-results] h3").first).to_have_text("张华玉")


@pytest.mark.parametrize("query", ["老师", "，。", "😀", "读书"])
def test_where_nothing_would_stay_or_go_the_query_is_as_it_is(small, page, query):
    page.goto(small.url)
    assert page.evaluate("query => lsFind.page.words.plain(query)", query) == ""


def test_a_name_with_one_wrong_character_leads_to_those_that_have_the_others(small, page):
    found = len(PlainScan(small.documents).search("张 玉"))
    assert look(page, small, "张〇玉") == 0
    page.get_by_role("link", name=f"张 玉（{found}条）").click()
    expect(page.locator("[data-ls-results] h3").first).to_contain_text("张")
