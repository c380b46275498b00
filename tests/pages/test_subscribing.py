"""Subscribing says what it does; without the site's address there is a file to take along."""

import re

import pytest

from pages.year_samples import page_at, view_of, week, words_of
from showcase.model.settings import Settings
from showcase.pages.changes import change_pages
from showcase.pages.weeks import week_pages

WEEKS = (week("henan", "6-24", "6-30"),)
ADDRESS = Settings(site_url="https://example.cn/zs/")


def calendar_of(settings, today="2024-6-19", page="weeks/2024"):
    view = view_of(today, settings=settings, weeks=WEEKS)
    pages = change_pages(view) if page.endswith("changes") else week_pages(view)
    found = re.search(r'<section[^>]*id="calendar".*?</section>', page_at(pages, page).main, re.DOTALL)
    return found[0] if found else ""


def test_the_button_subscribes_and_says_so_and_the_address_can_be_typed():
    html = calendar_of(ADDRESS)
    assert re.findall(r'href="([^"]+)"', html) == [
        "\x02weeks/2024/changes/",
        "webcal://example.cn/zs/calendar/2024.ics",
        "\x02calendar/2024.ics",
    ]
    said = words_of(html)
    assert "日历自己更新" in said and "https://example.cn/zs/calendar/2024.ics" in said


def test_without_an_address_there_is_a_file_and_no_promise():
    html = calendar_of(Settings())
    assert "webcal" not in html and "自己更新" not in words_of(html)
    assert "以后改了不会跟着变" in words_of(html)


@pytest.mark.parametrize(
    ("page", "file"),
    [("weeks/2024", "2024.ics"), ("weeks/2024/henan", "2024/henan.ics"), ("weeks/2024/changes", "2024.ics")],
)
def test_each_page_offers_its_own_calendar(page, file):
    assert f"webcal://example.cn/zs/calendar/{file}" in calendar_of(ADDRESS, page=page)


@pytest.mark.parametrize("page", ["weeks/2024", "weeks/2024/henan"])
def test_what_is_over_is_nothing_to_subscribe_to(page):
    assert calendar_of(ADDRESS, today="2024-7-1", page=page) == ""
