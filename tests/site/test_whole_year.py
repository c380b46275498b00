"""A year of 37 units with every odd case: band, list, wall, calendar and sentence agree with a plain recount."""

import datetime
import io
import itertools
import re

import icalendar
import pytest
from pypdf import PdfReader
from test_paper import plain
from whole_year import TODAY, UNITS, YEAR, dated, day, is_off, units, weeks, write_year

from sites import build, copy_demo, served

pytestmark = pytest.mark.browser

SLUGS = [slug for slug, _, _ in units()]
SAID = {slug: said for slug, _, said in units()}
NAMES = {slug: name for slug, name, _ in units()}


@pytest.fixture(scope="module")
def site(tmp_path_factory, derivatives):
    root = copy_demo(tmp_path_factory.mktemp("year") / "demo", derivatives)
    write_year(root)
    build(root, today=TODAY)
    return root / "site"


@pytest.fixture(scope="module")
def home(site):
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser, home):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.clock.set_fixed_time(datetime.datetime.fromisoformat(f"{TODAY}T10:00+08:00"))
    tab.goto(f"{home}weeks/{YEAR}/")
    yield tab
    context.close()


def hrefs(page, place):
    return page.eval_on_selector_all(
        f"{place} a[href]",
        "links => links.map(a => new URL(a.href).pathname.split('/weeks/2026/')[1]).filter(Boolean)",
    )


def of_weeks(found):
    return [href.strip("/") for href in found if href.strip("/") in SLUGS]


def test_all_37_units_are_there():
    assert len(SLUGS) == len(set(SLUGS)) == 37
    assert UNITS.count("start=2026-0") > 20


def test_the_list_names_every_unit_once_save_that_moved_ones_stand_at_their_old_place_too(page):
    listed = of_weeks(hrefs(page, ":is(.ls-now__list, #coming, #undated, #past)"))
    twice = {slug for slug in SLUGS if listed.count(slug) == 2}
    moved_to_a_day = {s for s, said in SAID.items() if day(said.get("moved_from", ""))}
    assert set(listed) == set(SLUGS)
    assert twice == moved_to_a_day
    assert max(listed.count(slug) for slug in SLUGS) == 2


def test_this_week_and_the_next_are_those_of_the_recount(page):
    monday = datetime.date(2026, 6, 15)
    now = of_weeks(hrefs(page, ".ls-now__list"))
    still = {slug for slug in weeks()[monday] if dated()[slug][1] >= day(TODAY)}
    assert sorted(now) == sorted(still) == ["hebei", "neimenggu", "shanxi"]
    following = [s for s, (first, _) in dated().items() if 0 <= (first - monday).days - 7 < 7]
    assert sorted(of_weeks(hrefs(page, ".ls-now__next"))) == sorted(following)


def test_the_list_stands_in_order_of_time(page):
    for part in ("#past", "#coming"):
        rows = page.eval_on_selector_all(
            f"{part} .ls-weeks > li:not(.ls-weeks__empty) .ls-weeks__date",
            "all => all.map(one => one.textContent)",
        )
        days = [tuple(map(int, re.match(r"(\d+)月(?:(\d+)日)?", row).groups(default="0"))) for row in rows]
        assert len(days) > 5 and days == sorted(days)


def test_the_band_has_a_book_for_every_unit_that_knows_its_time(page):
    books = of_weeks(hrefs(page, ".ls-band"))
    known = [
        s for s, said in SAID.items() if said.get("start") and not (is_off(said) and len(said["start"]) < 10)
    ]
    held_month = ["gansu"]
    old_places = [s for s, said in SAID.items() if day(said.get("moved_from", ""))]
    assert sorted(books) == sorted([*known, *old_places])
    assert set(held_month) <= set(books)


def test_the_band_hatches_exactly_the_empty_weeks(page):
    said = page.eval_on_selector_all(".ls-band__gap .ls-sr", "all => all.map(one => one.textContent)")
    drawn = []
    for words in said:
        month, first = map(int, re.match(r"(\d+)月(\d+)日至.*，没有活动周", words).groups())
        length = {"": 1, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
        drawn.append(datetime.date(YEAR + (month < 3), month, first))
    names = page.eval_on_selector_all(
        ".ls-band__gap > span:first-child", "all => all.map(one => one.textContent)"
    )
    hatched = [
        monday + datetime.timedelta(days=7 * n)
        for monday, name in zip(drawn, names, strict=True)
        for n in range(length[name.removeprefix("空").removesuffix("周")])
    ]
    struck = [datetime.date(2026, 5, 11)]  # where a moved or cancelled week stands alone there is no hatching
    empty = [monday for monday, who in weeks().items() if not who and monday not in struck]
    assert hatched == empty


def test_the_sentence_above_is_the_recount(page):
    said = re.sub(r"\s", "", page.locator(".ls-year__sum").inner_text())
    live, today = [slug for slug in SLUGS if not is_off(SAID[slug])], day(TODAY)
    sure = {s: days for s, days in dated().items() if SAID[s]["status"] != "planned"}
    held = [s for s, (_, last) in sure.items() if last < today] + ["gansu"]  # a month that is over and held
    now = [s for s, (first, last) in sure.items() if first <= today <= last]
    late = [
        s for s in set(dated()) - set(sure) if dated()[s][1] < today
    ]  # planned, over, and nothing heard of it
    undated = [s for s in live if s not in dated() and s != "gansu"]
    ahead = len(live) - len(held) - len(now) - len(undated) - len(late)
    empty, shared = sum(not who for who in weeks().values()), sum(len(who) > 1 for who in weeks().values())
    assert said == (
        f"{len(live)}个地方各办一周：{len(held)}个已办完，{len(now)}个正在举办，{ahead}个还在后面，{len(late)}个等候消息，{len(undated)}个时间待定。"
        f"42周里，{42 - empty}周有活动，{empty}周空着，{shared}周有两地以上同时举办。"
    )


def test_the_calendar_holds_every_unit_with_a_first_day_and_shifts_none(site):
    calendar = icalendar.Calendar.from_ical((site / f"calendar/{YEAR}.ics").read_bytes())
    entries = {e["uid"].split("@")[0]: e for e in calendar.walk("VEVENT") if e["uid"].startswith("weeks/")}
    with_day = {s: said for s, said in SAID.items() if day(said.get("start", ""))}
    assert {f"weeks/{YEAR}/{slug}" for slug in with_day} <= set(entries)
    for slug, said in with_day.items():
        entry = entries[f"weeks/{YEAR}/{slug}"]
        first, last = day(said["start"]), day(said.get("end", "")) or day(said["start"])
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (first, last + datetime.timedelta(days=1)), slug
        assert NAMES[slug] in str(entry["summary"])


def test_each_unit_has_its_page_and_each_page_says_when(site):
    for slug, said in SAID.items():
        html = (site / f"weeks/{YEAR}/{slug}/index.html").read_text("utf-8")
        words = re.sub(r"<[^>]*>|\s", "", html)
        assert f"{NAMES[slug]}" in words, slug
        if day(said.get("start", "")) and not is_off(said):
            first = day(said["start"])
            assert f"{first.month}月{first.day}日" in words, slug
    joint = (site / f"weeks/{YEAR}/jilin/index.html").read_text("utf-8")
    assert "吉林省暨长春市2026年全民终身学习活动周" in joint


def printed(page, **paper):
    return PdfReader(io.BytesIO(page.pdf(**paper))).pages


def test_the_year_hangs_on_a_wall_as_one_a3_sheet(page):
    (sheet,) = printed(page, format="A3", landscape=True)
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (1191, 843)
    words = plain(re.sub(r"\s", "", sheet.extract_text()))
    assert "一省一周" in words and "2026年6月19日的情况" in words
    assert [name for name in NAMES.values() if plain(name) not in words] == []
    assert len(printed(page, format="A4")) > 1


def test_nothing_on_the_wall_is_cut_or_lies_over_its_neighbour(page):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1496, "height": 1047})
    rows = page.locator(".ls-wall li")
    assert rows.count() == 37 + sum(bool(day(said.get("moved_from", ""))) for said in SAID.values())
    wrong = page.evaluate("""() => [...document.querySelectorAll('.ls-wall li')].flatMap(row => {
      const [name, when, note] = [...row.children].map(one => { const range = document.createRange();
        range.selectNodeContents(one); return range.getBoundingClientRect(); });
      const edge = row.getBoundingClientRect().right + 1;
      const bad = name.right > when.left || (note.width && when.right > note.left) || Math.max(when.right, note.right) > edge;
      return bad || !row.offsetParent ? [row.textContent] : [];
    })""")
    names = page.eval_on_selector_all(".ls-wall li b", "all => all.map(one => one.textContent)")
    bottom = page.evaluate("document.querySelector('.ls-wall').getBoundingClientRect().bottom + scrollY")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert wrong == []
    assert {name.partition("暨")[0] for name in names} == set(NAMES.values())
    assert bottom <= 1047


def test_the_band_is_walked_by_keyboard_in_order_of_time(page):
    page.locator(".ls-band a").first.focus()
    walked = []
    for _ in range(200):
        at = page.evaluate(
            "document.activeElement.closest('.ls-band') ? document.activeElement.innerText + '|' + document.activeElement.querySelector('.ls-sr').textContent : ''"
        )
        if not at:
            break
        walked.append(at.partition("|")[2])
        page.keyboard.press("Tab")
    assert len(walked) == page.locator(".ls-band a").count()
    first_days = []
    for words in walked:
        found = re.search(r"(?:原定)?(\d+)月(?:(\d+)日)?", words)
        first_days.append((int(found[1]), int(found[2] or 0)))
    shelved = [d for d in first_days if d[1]]
    assert len(shelved) > 30
    assert sum(a > b for a, b in itertools.pairwise(shelved)) <= 6  # a part on the next shelf bears the name


@pytest.mark.parametrize("width", [390, 1440])
def test_a_phone_and_a_desk_show_it_without_scrolling_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1440, "height": 900})
