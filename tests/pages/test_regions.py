import datetime
import re

from showcase.model.artefact import ROOT
from showcase.model.campaign import ActivityWeek
from showcase.model.regions import REGIONS
from showcase.model.settings import Settings
from showcase.model.terms import WeekStatus
from showcase.pages.regions import region_pages

from .people import addresses, honour, inside, project, star, values, view_of, words


def pages_of(*records, **showcase):
    return {page.address: page for page in region_pages(view_of(*records, **showcase))}


def test_every_region_has_a_page_and_a_place_in_its_group():
    pages = pages_of(star())
    assert sorted(pages) == sorted(["regions/", *(f"regions/{slug}" for slug in REGIONS)])
    groups = re.findall("<dt[^>]*>(.*?)</dt>", pages["regions/"].main)
    assert groups == ["华北", "东北", "华东", "中南", "西南", "西北", "港澳台", "兵团"]
    linked = [a for a in values(pages["regions/"].main, "href") if a.startswith(f"{ROOT}regions/")]
    assert sorted(linked) == sorted(f"{ROOT}regions/{slug}/" for slug in REGIONS)


def test_shanxi_and_shaanxi_are_two():
    pages = pages_of(star("001", "shanxi", name="白永福"), star("001", "shaanxi", name="秦岭"))
    assert [values(pages[f"regions/{slug}"].main, "data-record") for slug in ("shanxi", "shaanxi")] == [
        ["stars/2024/shanxi/001"],
        ["stars/2024/shaanxi/001"],
    ]


def test_a_region_shows_its_weeks_years_and_cities():
    week = ActivityWeek(
        year=2024,
        region="henan",
        start=datetime.date(2024, 6, 17),
        end=datetime.date(2024, 6, 23),
        status=WeekStatus.HELD,
    )
    people = (
        star("001", city="郑州市", honours=(honour(2024), honour(2023))),
        star("002", name="马德山", city="开封市"),
        star("003", name="何静宜"),
    )
    main = pages_of(*people, project(city="郑州市"), weeks=(week,))["regions/henan"].main
    assert f"{ROOT}weeks/2024/henan/" in values(main, "href")
    assert inside(main, "ls-years") == ["2024年3人2023年1人", "2024年1个"]
    cities = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", main)
    assert [(name, words(html)) for name, html in cities] == [
        ("开封市", "马德山"),
        ("郑州市", "沈玉兰“一盏灯”夜校"),
        ("没有写明地市", "何静宜"),
    ]


def test_cities_are_left_out_where_no_record_names_one():
    assert "按地市" not in pages_of(star("001", "beijing"))["regions/beijing"].main


def test_a_province_and_its_city_with_a_plan_of_its_own_point_at_each_other():
    pages = pages_of()
    assert f"{ROOT}regions/dalian/" in values(pages["regions/liaoning"].main, "href")
    assert f"{ROOT}regions/liaoning/" in values(pages["regions/dalian"].main, "href")


def test_a_region_counts_what_it_has_and_leads_to_its_neighbours():
    week = ActivityWeek(year=2024, region="henan", start=datetime.date(2024, 6, 17), status=WeekStatus.HELD)
    main = pages_of(star(), project(), weeks=(week,))["regions/henan"].main
    assert inside(main, "ls-lead") == ["学习之星1人，品牌项目1个，活动周1次"]
    near = re.findall(r'regions/(\w+)/">', main.split('class="ls-near"')[1])
    assert near == [r.slug for r in REGIONS.values() if r.group == "中南" and r.slug != "henan"]
    assert "ls-near" not in pages_of()["regions/xjbt"].main, "the only one of its group has no neighbours"


def test_the_index_says_who_holds_a_week_now_and_what_its_numbers_are():
    today = "2024-06-19"
    week = ActivityWeek(
        year=2024,
        region="henan",
        start=datetime.date(2024, 6, 17),
        end=datetime.date(2024, 6, 23),
        status=WeekStatus.CONFIRMED,
    )
    pages = {page.address: page for page in region_pages(view_of(star(), today=today, weeks=(week,)))}
    assert inside(pages["regions/"].main, "ls-state ls-state--now") == ["正在举办"]
    assert "数字是刊出的人和项目一共有多少。" in pages["regions/"].main
    assert "数字是" not in pages_of()["regions/"].main


def test_a_region_without_anything_says_so():
    main = pages_of()["regions/gansu"].main
    assert inside(main, "ls-empty__title") == ["甘肃省还没有刊出的内容"]


def test_only_the_newest_cards_stand_on_a_region():
    stars = [star(f"{n:03d}", year=2015 + n) for n in range(1, 11)]
    shown = values(pages_of(*stars)["regions/henan"].main, "data-record")
    assert shown == [f"stars/{2015 + n}/henan/{n:03d}" for n in range(10, 2, -1)]


def test_all_addresses_of_regions_begin_at_the_root():
    found = {a for page in pages_of(star(), project()).values() for a in addresses(page.main)}
    assert {a for a in found if not a.startswith(ROOT)} == set()


def test_a_province_s_own_site_has_its_regions_only_and_its_people_by_city():
    site = view_of(star("001", "liaoning", city="沈阳市"), settings=Settings(scope="liaoning"))
    pages = {page.address: page for page in region_pages(site)}
    assert sorted(pages) == ["regions/", "regions/dalian", "regions/liaoning"]
    assert "沈阳市" in pages["regions/"].main
    city = {page.address for page in region_pages(view_of(settings=Settings(scope="dalian")))}
    assert city == {"regions/", "regions/dalian"}
