from __future__ import annotations

import pytest

from showcase.model.regions import GROUPS, ORDER, REGIONS

GB_T_2260 = {
    "11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区",
    "21": "辽宁省", "22": "吉林省", "23": "黑龙江省",
    "31": "上海市", "32": "江苏省", "33": "浙江省", "34": "安徽省", "35": "福建省",
    "36": "江西省", "37": "山东省",
    "41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区", "46": "海南省",
    "50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省", "54": "西藏自治区",
    "61": "陕西省", "62": "甘肃省", "63": "青海省", "64": "宁夏回族自治区", "65": "新疆维吾尔自治区",
    "71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区",
}  # fmt: skip


def test_the_table_is_gb_t_2260():
    assert {r.code: r.name for r in REGIONS.values() if len(r.code) == 2} == GB_T_2260
    assert len(GB_T_2260) == 34
    assert len(REGIONS) == 34 + 1 + 5


def test_five_cities_are_planned_separately_and_follow_their_provinces():
    slugs = list(REGIONS)
    planned = {r.slug: (r.code, r.name, r.parent) for r in REGIONS.values() if r.parent}
    assert planned == {
        "dalian": ("2102", "大连市", "liaoning"),
        "ningbo": ("3302", "宁波市", "zhejiang"),
        "xiamen": ("3502", "厦门市", "fujian"),
        "qingdao": ("3702", "青岛市", "shandong"),
        "shenzhen": ("4403", "深圳市", "guangdong"),
    }
    assert all(slugs[ORDER[slug] - 1] == parent for slug, (_, _, parent) in planned.items())


def test_the_production_corps_has_no_code_and_follows_xinjiang():
    assert ORDER["xjbt"] == ORDER["xinjiang"] + 1
    corps = REGIONS["xjbt"]
    assert (corps.code, corps.name, corps.short, corps.group) == ("", "新疆生产建设兵团", "兵团", "兵团")


def test_two_provinces_that_differ_by_a_tone_stay_two():
    assert (REGIONS["shanxi"].name, REGIONS["shaanxi"].name) == ("山西省", "陕西省")


def test_the_order_is_that_of_the_codes():
    codes = [region.code.ljust(4, "0") for region in REGIONS.values() if region.code]
    assert codes == sorted(codes)
    assert list(ORDER.values()) == list(range(40))


@pytest.mark.parametrize(
    ("group", "first_digits"),
    list(zip(GROUPS, ("1", "2", "3", "4", "5", "6", "78", ""), strict=True)),
)
def test_the_first_digit_is_the_group(group, first_digits):
    codes = {region.code[:1] for region in REGIONS.values() if region.group == group}
    assert codes == set(first_digits or [""])


def test_every_slug_is_lower_case_ascii_and_its_region_s_own():
    assert all(slug.isascii() and slug.isalpha() and slug.islower() for slug in REGIONS)
    assert all(region.slug == slug for slug, region in REGIONS.items())


def test_a_short_name_begins_the_name():
    odd = {slug: r.short for slug, r in REGIONS.items() if not r.name.startswith(r.short)}
    assert odd == {"xjbt": "兵团"}
