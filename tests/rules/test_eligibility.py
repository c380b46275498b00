"""Earlier honours: which names mean one person or project, at which levels, in which years."""

from dataclasses import replace

import pytest

from rules.samples import BOOK, LIMITS, PROJECT_FILE, day, honour, nominated, problems, project, star
from showcase.model.address import RecordAddress
from showcase.model.campaign import ListedName, OfficialList
from showcase.model.problem import Problem, Severity
from showcase.model.rulebook import Limit
from showcase.model.terms import Level, Stage
from showcase.rules.identity import Likeness, person_key, place_of, project_key, same_place, same_unit

UNIT = "青柳县城关镇桥头社区"
CLAUSE = "示例教〔2024〕1号 八"
EARLIER = {
    "star.earlier_stars": Limit(clause=CLAUSE, text="不再参加。", values=("national", "provincial")),
    "project.earlier_projects": Limit(clause=CLAUSE, text="不再推介。", values=("national", "provincial")),
}
BOOKS = (replace(BOOK, limits={**LIMITS, **EARLIER}),)


def the_list(*names: ListedName, year: int = 2022, level: str = "provincial", region: str = "henan"):
    address = f"lists/{year}-{level}" + (f"-{region}" if region else "")
    return OfficialList(
        address=address,
        year=year,
        level=Level(level),
        region=region,
        title="推介名单",
        document="示例教〔2022〕9号",
        names=names,
    )


def severities(name: str, unit: str, listed: str, its_unit: str, **changes):
    """Return how a nomination is judged when `listed` is on an earlier list."""
    sent = nominated(name=name, unit=unit)
    lists = (the_list(ListedName(listed, its_unit, "star"), **changes),)
    return [p.severity for p in problems(sent, lists=lists, rulebooks=BOOKS)]


def for_project(name: str, host: str, listed: str, its_host: str):
    sent = project(name=name, hosts=(host,))
    lists = (the_list(ListedName(listed, its_host, "project")),)
    return [p.severity for p in problems(sent, lists=lists, rulebooks=BOOKS)]


SURE, MAYBE, NOBODY = [Severity.ERROR], [Severity.WARNING], []


@pytest.mark.parametrize(
    ("name", "unit", "listed", "its_unit", "expected"),
    [
        ("王　芳", UNIT, "王芳", UNIT, SURE),
        ("王芳", UNIT, "王芳", "青柳县文化馆", MAYBE),
        ("王芳", UNIT, "王芳", "云栈县文化馆", NOBODY),
        ("沈玉兰", UNIT, "沈玉蘭", "青柳縣城關鎮橋頭社區", SURE),
        ("沈玉兰", UNIT, "沈玉兰", "青柳县文化馆", SURE),
        ("沈玉兰", UNIT, "沈玉兰", "云栈县文化馆", MAYBE),
        ("沈玉兰", "青柳县教育局", "沈玉兰", "青柳县教育体育局", SURE),
        ("阿依古丽•买买提", UNIT, "阿依古丽·买买提", UNIT, SURE),
        ("沈玉兰", UNIT, "沈玉竹", UNIT, NOBODY),
    ],
)
def test_the_same_person_however_written(name, unit, listed, its_unit, expected):
    assert severities(name, unit, listed, its_unit) == expected


def test_a_namesake_of_another_province_is_nobody():
    assert severities("沈玉兰", UNIT, "沈玉兰", "白城市文化馆", region="", level="national") == NOBODY
    assert severities("沈玉兰", UNIT, "沈玉兰", "四川省云栈县文化馆", region="", level="national") == NOBODY
    assert severities("沈玉兰", UNIT, "沈玉兰", "云栈县文化馆", region="", level="national") == MAYBE


@pytest.mark.parametrize("changes", [{"level": "city"}, {"year": 2024}])
def test_other_levels_and_the_same_year_do_not_count(changes):
    assert severities("沈玉兰", UNIT, "沈玉兰", UNIT, **changes) == NOBODY


@pytest.mark.parametrize(
    ("name", "host", "listed", "its_host", "expected"),
    [
        ("楼梯间读书会项目", "青柳县文化馆", "“楼梯间”读书会", "青柳县文化馆", SURE),
        ("2024年《楼梯间》讀書會", "青柳县文化馆", "楼梯间读书会", "青柳县文化馆", SURE),
        ("楼梯间读书班", "青柳县文化馆", "楼梯间读书会", "青柳县文化馆", MAYBE),
        ("楼梯间读书班", "青柳县图书馆", "楼梯间读书会", "青柳县文化馆", NOBODY),
        ("楼梯间的读书会", "青柳县图书馆", "楼梯间读书会", "青柳县文化馆", MAYBE),
        ("楼梯间读书会", "云栈县文化馆", "楼梯间读书会", "青柳县文化馆", MAYBE),
        ("老年课堂", "云栈县文化馆", "老年课堂", "青柳县文化馆", NOBODY),
        ("巷口手艺课", "云栈县文化馆", "渡口手艺课", "青柳县文化馆", NOBODY),
    ],
)
def test_the_same_project_however_named(name, host, listed, its_host, expected):
    assert for_project(name, host, listed, its_host) == expected


def test_what_an_editor_reads():
    lists = (the_list(ListedName("“楼梯间”读书会", "青柳县老年大学", "project")),)
    assert problems(project(), lists=lists, rulebooks=BOOKS) == [
        Problem(
            "eligibility-earlier",
            Severity.ERROR,
            PROJECT_FILE,
            2,
            3,
            "往年已入选：2022 年省级推介名单（“楼梯间”读书会，lists/2022-provincial-henan）",
            CLAUSE,
            "请推荐单位改推别人；确有特殊情况的，在 content/waivers.yml 里写明理由",
        )
    ]


def test_an_earlier_record_counts_as_a_list_does():
    before = star(
        address=RecordAddress("stars", 2022, "henan", "001"),
        honours=(honour(year=2022, rulebook="", date=day("2022-06-20")),),
    )
    sent = nominated(name="沈玉蘭")
    assert [(p.rule, p.severity) for p in problems(before, sent, rulebooks=BOOKS)] == [
        ("eligibility-earlier", Severity.ERROR)
    ]


def test_an_honour_that_was_revoked_does_not_count():
    revoked = honour(Stage.REVOKED, year=2022, rulebook="")
    sent = nominated(honours=(revoked, honour(Stage.NOMINATED)))
    assert problems(sent, rulebooks=BOOKS) == []


def test_keys_and_places():
    assert person_key("歐陽 Ｍａｒｙ•芳") == "欧阳mary芳"
    assert project_key("青柳县“灯下”读书会2023年系列活动", ("青柳县文化馆",)) == "灯下读书会"
    place = place_of("河南省郑州市金水区经八路社区")
    assert (place.chain, place.rest, place.region) == (("河南省", "郑州市", "金水区"), "经八路社区", "henan")
    assert not same_place(place_of("郑州市金水区文化馆"), place_of("郑州市二七区文化馆"))
    assert not same_unit(place_of("郑州市金水区文化馆"), place_of("郑州市二七区文化馆"))
    assert Likeness.OTHER < Likeness.MAYBE < Likeness.SURE
