"""公示: names only while it is open; the page takes them down by itself when a build is late."""

import pytest

from pages.year_samples import day, page_at, view_of, words_of
from showcase.content.layout import theme_dir
from showcase.model.campaign import Announcement, Candidate
from showcase.model.parts import OfficeContact
from showcase.model.terms import Level
from showcase.pages.announcements import announcement_pages

ONE = Announcement(
    address="announcements/2024-henan-list",
    title="拟推介名单公示",
    year=2024,
    level=Level.PROVINCIAL,
    region="henan",
    first_day=day("6-17"),
    last_day=day("6-21"),
    counted="working",
    candidates=(
        Candidate("公示甲", "某县某校"),
        Candidate("公示项目", "某馆", "project"),
        Candidate("公示乙", "某厂"),
    ),
    office_contact=OfficeContact("某厅职成处", "0000-765"),
    official_url="https://office.example.cn/a",
    outcome="没有收到异议，已列入正式名单。",
)


def main_on(today):
    return page_at(announcement_pages(view_of(f"2024-{today}", announcements=(ONE,))), ONE.address).main


def names_in(html):
    return [name for name in ("公示甲", "公示乙", "公示项目") if name in html]


def test_names_stand_from_the_first_to_the_last_day_only():
    found = {d: len(names_in(main_on(d))) for d in ("6-16", "6-17", "6-21", "6-22")}
    assert found == {"6-16": 0, "6-17": 3, "6-21": 3, "6-22": 0}


def test_an_open_announcement_says_until_when_how_and_to_whom_to_object():
    main = main_on("6-19")
    said = words_of(main)
    assert (
        "公示从2024年6月17日（周一）开始，到2024年6月21日（周五）结束，首尾两天都算在内，按工作日计算。"
        in said
    )
    assert "签上真实姓名、单位和联系方式，送交某厅职成处，电话0000-765。" in said
    assert 'data-ls-open-until="2024-06-21"' in main
    assert '<a href="https://office.example.cn/a" rel="noopener">' in main
    assert "1公示甲某县某校2公示乙某厂" in said and "1公示项目某馆" in said


def test_a_closed_announcement_shows_the_outcome_and_needs_no_script():
    main = main_on("6-22")
    assert "公示时间是2024年6月17日至21日。没有收到异议，已列入正式名单。" in words_of(main)
    assert "announcement.js" not in main and "data-ls-open-until" not in main
    assert " hidden" not in main


def test_the_list_of_lists_says_by_itself_that_one_is_over():
    def index_on(today):
        pages = announcement_pages(view_of(f"2024-{today}", announcements=(ONE,)))
        return page_at(pages, "announcements/").main

    assert 'data-ls-open-until="2024-06-21"' in index_on("6-21") and "announcement.js" in index_on("6-21")
    assert "data-ls-open-until" not in index_on("6-22") and "announcement.js" not in index_on("6-22")


def test_no_announcement_page_enters_a_search_engine():
    pages = list(announcement_pages(view_of(announcements=(ONE,))))
    assert [(page.address, page.noindex) for page in pages] == [("announcements/", True), (ONE.address, True)]
    assert names_in(pages[0].main) == []


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page(timezone_id="America/New_York")
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("moment", "names", "standing"),
    [
        ("2024-06-21T15:59:59Z", 3, "正在公示"),
        ("2024-06-21T16:00:00Z", 0, "公示已结束"),
    ],
)
def test_a_late_build_takes_the_names_down_at_midnight_in_china(tab, moment, names, standing):
    tab.clock.set_fixed_time(moment)
    tab.set_content(main_on("6-21"))
    tab.add_script_tag(path=theme_dir() / "assets/js/announcement.js")
    assert len(names_in(tab.content())) == names
    assert tab.locator("[data-ls-standing]").inner_text() == standing
    assert tab.locator("[data-ls-closed]").is_visible() is (names == 0)
