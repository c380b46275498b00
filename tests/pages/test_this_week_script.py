"""本周 in a real browser: what a late visitor sees is what a build of that day says, wherever he is."""

import datetime
import re

import pytest

from pages.year_samples import day, page_at, view_of, week
from showcase.content.layout import theme_dir
from showcase.model.campaign import ActivityWeek
from showcase.model.parts import ProgrammeItem
from showcase.model.terms import Mode, WeekStatus
from showcase.pages.weeks import week_pages

pytestmark = pytest.mark.browser

PROGRAMME = (
    ProgrammeItem(what="公开课", date=day("6-19"), time="19:00", place="桥头社区三楼"),
    ProgrammeItem(what="手机课", date=day("6-24"), mode=Mode.ONLINE),
)
WEEKS = (
    week("shanxi", "6-14", "6-20"),
    week("henan", "6-17", "6-23", venues=("文化宫",)),
    week("qinghai", "6-19", "6-19"),
    week("guangxi", "6-24", "6-30", programme=PROGRAMME),
    week("hebei", "6-24", "6-30"),
    week("xizang", "7-6"),
    week("jilin", "7-8", "7-14", WeekStatus.CANCELLED),
    week("zhejiang", "9-9", "9-15", joint="宁波市"),
    ActivityWeek(
        year=2024, region="hainan", start=day("12-28"), end=day("2025-1-3"), status=WeekStatus.CONFIRMED
    ),
)
BEIJING, NEW_YORK, URUMQI = "Asia/Shanghai", "America/New_York", "Asia/Urumqi"

MOMENTS = {
    "the day of the build": ("2024-6-19", "2024-06-19T12:00+08:00", BEIJING),
    "the last second of a Sunday": ("2024-6-19", "2024-06-23T23:59:59+08:00", BEIJING),
    "the first of a Monday": ("2024-6-19", "2024-06-24T00:00:00+08:00", BEIJING),
    "Sunday noon in New York is Monday in China": ("2024-6-22", "2024-06-23T12:30-04:00", NEW_YORK),
    "Sunday morning in New York is Sunday in China": ("2024-6-22", "2024-06-23T11:30-04:00", NEW_YORK),
    "half past ten at night in Urumqi is tomorrow": ("2024-6-17", "2024-06-18T22:30+06:00", URUMQI),
    "nine in the evening in Urumqi is today": ("2024-6-17", "2024-06-18T21:00+06:00", URUMQI),
    "a build nine days old": ("2024-6-13", "2024-06-22T08:00+08:00", BEIJING),
    "a build two months old, between weeks": ("2024-6-13", "2024-08-20T08:00+08:00", BEIJING),
    "new year's eve": ("2024-12-20", "2024-12-31T23:59:59+08:00", BEIJING),
    "new year's day": ("2024-12-20", "2025-01-01T00:00:01+08:00", BEIJING),
    "new year's eve in New York is new year's day": ("2024-12-20", "2024-12-31T11:00:01-05:00", NEW_YORK),
    "after the last of all weeks": ("2024-12-20", "2025-01-04T09:00+08:00", BEIJING),
}  # fmt: skip


def main_on(text):
    """The page of 2024 as a build of that day makes it."""
    page = page_at(week_pages(view_of(text, weeks=WEEKS)), "weeks/2024")
    return re.sub(r"<script[^>]*></script>", "", str(page.main).replace("\x02", ""))


def say(tab):
    """What stands in 本周, and what the line of the band stands on; the note on the build's age aside."""
    return tab.evaluate("""() => {
      const box = document.querySelector('.ls-now'), mark = document.querySelector('.ls-band__today');
      if (!box || box.hidden) return ['', ''];
      const seen = [...box.querySelectorAll('.ls-now__inner > :not([data-ls-old], noscript)')].filter(one => !one.hidden);
      const where = mark && mark.closest('[data-ls-from]').dataset.lsFrom + '+' + mark.style.getPropertyValue('--d').trim();
      return [seen.map(one => one.textContent).join('').replace(/\\s/g, ''), where];
    }""")


@pytest.fixture
def visit(browser):
    contexts = []

    def visit_page(built, instant, zone, script=True):
        context = browser.new_context(timezone_id=zone, java_script_enabled=True)
        contexts.append(context)
        tab = context.new_page()
        tab.clock.set_fixed_time(datetime.datetime.fromisoformat(instant))
        tab.set_content(f"<style>[hidden]{{display:none}}</style><main>{main_on(built)}</main>")
        if script:
            tab.add_script_tag(path=theme_dir() / "assets/js/this-week.js")
        return tab

    yield visit_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_late_visitor_sees_what_a_build_of_that_day_says(visit, moment):
    built, instant, zone = moment
    china = (
        datetime.datetime.fromisoformat(instant)
        .astimezone(datetime.timezone(datetime.timedelta(hours=8)))
        .date()
    )
    late = say(visit(built, instant, zone))
    fresh = say(visit(china.isoformat(), instant, zone, script=False))
    assert late == fresh or (fresh[0] == "" and "本周没有活动周" in late[0])


def test_what_the_moments_say():
    """So that two equal mistakes are not taken for truth: a few sentences, by hand."""
    monday = main_on("2024-6-24")
    section = re.search(r'<section class="ls-now.*?</section>', monday, re.DOTALL)[0]
    words = re.sub(r"\s|<template>.*</template>|<[^>]*>", "", section, flags=re.DOTALL)
    assert words.startswith(
        "周本周6月24日至30日河北省6月24日至30日，周一至周日广西壮族自治区6月24日至30日，周一至周日今天：手机课，线上"
    )
    assert "下周：西藏自治区，7月6日起。" in words


def test_the_age_of_the_page_is_said_when_something_changed_since(visit):
    old = visit("2024-6-13", "2024-06-22T08:00+08:00", BEIJING).locator("[data-ls-old]")
    assert old.is_visible()
    assert old.text_content() == "这一页是2024年6月13日做的，“本周”已按今天更新，下面各地的状态还是那天的。"
    assert not visit("2024-6-18", "2024-06-18T20:00+08:00", BEIJING).locator("[data-ls-old]").is_visible()
    assert not visit("2024-8-1", "2024-08-10T20:00+08:00", BEIJING).locator("[data-ls-old]").is_visible()


def test_a_clock_that_is_slow_changes_nothing(visit):
    assert say(visit("2024-6-19", "2024-06-02T08:00+08:00", BEIJING)) == say(
        visit("2024-6-19", "2024-06-19T08:00+08:00", BEIJING, script=False)
    )


def test_a_page_kept_open_over_night_goes_with_the_days(visit):
    tab = visit("2024-6-22", "2024-06-22T20:00+08:00", BEIJING)
    tab.clock.set_fixed_time(datetime.datetime.fromisoformat("2024-06-24T07:00+08:00"))
    tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert say(tab) == say(visit("2024-6-24", "2024-06-24T07:00+08:00", BEIJING, script=False))


def test_without_script_the_day_of_the_build_is_said(browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.set_content(f"<main>{main_on('2024-6-19')}</main>")
    said = re.sub(r"\s", "", tab.locator(".ls-now").inner_text())
    assert "本周6月17日至23日" in said and "这是2024年6月19日的情况。" in said
    assert not tab.locator("[data-ls-old]").is_visible()
    context.close()
