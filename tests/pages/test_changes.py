"""The change log of the schedule, as page and as feed, from the weeks alone."""

import json

import pytest

from pages.year_samples import day, page_at, view_of, week, words_of
from showcase.model.days import Month, Move
from showcase.model.media import Shelf
from showcase.model.moves import changes_of, sequence_of
from showcase.model.settings import Settings
from showcase.model.terms import WeekStatus
from showcase.outputs.addressing import PageRef
from showcase.outputs.feeds import feed_files
from showcase.pages.changes import change_pages

TWICE = week(
    "henan",
    "9-2",
    "9-8",
    moved_from=day("6-17"),
    moves=(Move(day("6-17"), day("5-20"), "场馆检修"), Move(Month(2024, 7), day("6-20"))),
)
OLD = week("shanxi", "7-1", moved_from=day("6-1"))
OFF = week("hebei", "8-1", status=WeekStatus.CANCELLED)
WAITS = week("hubei", "8-1", status=WeekStatus.POSTPONED, moves=(Move(day("8-1"), day("7-30")),))
AGAIN = week("hubei", "9-1", moves=WAITS.moves)
WEEKS = (OFF, TWICE, week("hunan", "6-3", "6-9"), OLD, WAITS)


def main_of(*weeks):
    return page_at(change_pages(view_of(weeks=weeks)), "weeks/2024/changes").main


def test_each_move_stands_with_both_days_when_it_was_said_and_why_the_last_said_first():
    said = words_of(main_of(*WEEKS))
    lines = (
        "2024年7月30日湖北省原定8月1日，已延期，新的日期待定"
        "2024年6月20日河南省原定7月，改到9月2日"
        "2024年5月20日河南省原定6月17日，改到7月场馆检修"
        "未注明宣布日期河北省原定8月1日，已取消"
        "未注明宣布日期山西省原定6月1日，改到7月1日"
    )
    assert lines in said


def test_every_line_leads_to_the_week():
    assert main_of(TWICE).count('href="\x02weeks/2024/henan/"') == 2


def test_a_year_in_which_nothing_moved_says_so():
    assert "没有改期" in words_of(main_of(week("hunan", "6-3", "6-9")))


def test_there_is_an_entry_for_each_change_and_none_else():
    assert [(c.thing.region, c.number) for c in changes_of(WEEKS)] == [
        ("hubei", 1),
        ("henan", 2),
        ("henan", 1),
        ("hebei", 1),
        ("shanxi", 1),
    ]


@pytest.mark.parametrize(
    ("one", "number"), [(WEEKS[2], 0), (OFF, 1), (OLD, 2), (WAITS, 1), (AGAIN, 2), (TWICE, 4)]
)
def test_the_number_of_versions_rises_with_every_change(one, number):
    assert sequence_of(one) == number


def test_the_feed_holds_what_the_page_holds_in_the_same_order():
    pages = [PageRef(w.address, f"{w.address}/", "weeks", f"{w.region}活动周") for w in WEEKS]
    showcase = view_of(weeks=WEEKS).site.showcase
    files = {
        a.path: a.data for a in feed_files(showcase, Shelf(), Settings(site_url="https://example.cn/"), pages)
    }
    items = json.loads(files["feeds/changes-2024.json"])["items"]
    assert [(item["title"], item["date_published"][:10]) for item in items] == [
        ("hubei活动周：原定8月1日，已延期，新的日期待定", "2024-07-30"),
        ("henan活动周：原定7月，改到9月2日", "2024-06-20"),
        ("henan活动周：原定6月17日，改到7月", "2024-05-20"),
        ("hebei活动周：原定8月1日，已取消", "2024-08-01"),
        ("shanxi活动周：原定6月1日，改到7月1日", "2024-06-01"),
    ]
    assert (items[2]["content_text"], items[2]["url"]) == ("场馆检修", "https://example.cn/weeks/2024/henan/")
    assert len({item["id"] for item in items}) == 5
