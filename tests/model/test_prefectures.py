from __future__ import annotations

from collections import Counter

import pytest

from showcase.model.prefectures import prefectures, prefectures_of, region_of
from showcase.model.regions import REGIONS


def test_the_table_has_333_prefectures_of_four_kinds():
    names = [name for code, name in prefectures().items() if len(code) == 4]
    kinds = Counter(
        next(kind for kind in ("地区", "自治州", "盟", "市") if name.endswith(kind)) for name in names
    )
    assert kinds == {"市": 293, "自治州": 30, "地区": 7, "盟": 3}


def test_the_table_has_the_counties_that_their_province_governs():
    codes = Counter(code[:4] for code in prefectures() if len(code) == 6)
    assert codes == {"4190": 1, "4290": 4, "4690": 15, "6590": 12}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("1301", "石家庄市"),
        ("1529", "阿拉善盟"),
        ("2102", "大连市"),
        ("2224", "延边朝鲜族自治州"),
        ("2327", "大兴安岭地区"),
        ("4101", "郑州市"),
        ("419001", "济源市"),
        ("429021", "神农架林区"),
        ("4603", "三沙市"),
        ("469030", "琼中黎族苗族自治县"),
        ("5328", "西双版纳傣族自治州"),
        ("5425", "阿里地区"),
        ("6540", "伊犁哈萨克自治州"),
        ("659001", "石河子市"),
    ],
)
def test_a_code_has_its_name(code, name):
    assert prefectures()[code] == name


def test_a_province_has_its_own():
    henan = prefectures_of("henan")
    assert (len(henan), henan[0], henan[-1]) == (18, "郑州市", "济源市")
    assert len(prefectures_of("guangdong")) == 21


def test_a_separately_planned_city_has_itself_and_its_province_has_it_too():
    assert prefectures_of("dalian") == ("大连市",)
    assert "大连市" in prefectures_of("liaoning")


def test_where_the_table_has_nothing_nothing_is_known():
    without = [slug for slug in REGIONS if not prefectures_of(slug)]
    assert without == ["beijing", "tianjin", "shanghai", "chongqing", "xjbt", "taiwan", "xianggang", "aomen"]
    assert prefectures_of("nowhere") == ()


def test_a_name_leads_to_its_province():
    assert [region_of(city) for city in ("郑州市", "大连市", "石河子市", "郑洲市")] == [
        "henan", "liaoning", "xinjiang", "",
    ]  # fmt: skip


def test_no_two_prefectures_share_a_name():
    assert len(set(prefectures().values())) == len(prefectures()) == 365
