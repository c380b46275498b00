import pytest

from rules.samples import LINES, PROJECT_FILE, day, problems, project
from showcase.model.days import Month
from showcase.model.parts import Count, Learners
from showcase.model.problem import Problem, Severity
from showcase.model.terms import CountUnit, Mode

CLAUSE = "示例教〔2024〕1号 "
ASKED = "通知要求每年不少于 1000 人次或 3000 人次（线上线下）"


def counted(value: int, mode: Mode, year: int = 2023, unit: CountUnit = CountUnit.VISITS) -> Learners:
    return Learners(year, Count(value, unit, mode))


def test_a_young_project():
    assert problems(project(started=Month(2022, 9))) == [
        Problem(
            "project-two-years",
            Severity.ERROR,
            PROJECT_FILE,
            LINES["started"],
            3,
            "项目始于 2022-09，到 2024-03-28 应不少于 2 年",
            CLAUSE + "三3",
            "核对开始时间；确实不足的，下一年再推介",
        )
    ]


@pytest.mark.parametrize("started", [2022, Month(2022, 3), day("2022-03-28"), day("2020-02-29")])
def test_two_years_to_the_day_are_enough(started):
    assert problems(project(started=started)) == []


def test_a_project_that_does_not_say_when_it_began():
    (found,) = problems(project(started=None))
    assert found.message == "没有写 started，到 2024-03-28 应不少于 2 年"


def test_too_few_learners():
    assert problems(project(learners=(counted(300, Mode.ONSITE),))) == [
        Problem(
            "project-learners",
            Severity.ERROR,
            PROJECT_FILE,
            LINES["learners[0]"],
            3,
            f"2023 年参与学习人数不足，{ASKED}",
            CLAUSE + "三4",
            "核对人、人次和线上、线下的口径；补上每年的数字",
        )
    ]


def test_onsite_and_online_are_never_added():
    rows = (counted(900, Mode.ONSITE), counted(950, Mode.ONLINE))
    assert [p.rule for p in problems(project(learners=rows))] == ["project-learners"]


@pytest.mark.parametrize(
    "rows",
    [
        (counted(1000, Mode.ONSITE),),
        (counted(3000, Mode.BOTH),),
        (counted(100, Mode.ONSITE), counted(5000, Mode.ONLINE)),
        (counted(1000, Mode.ONSITE, unit=CountUnit.PEOPLE),),
        (counted(1200, Mode.ONSITE), counted(60, Mode.ONSITE, year=2024)),
        (counted(1200, Mode.ONSITE), counted(60, Mode.ONSITE, year=2016)),
    ],
)
def test_enough_learners_in_every_whole_year(rows):
    assert problems(project(learners=rows)) == []


def test_two_thousand_onsite_and_online_together_are_not_three_thousand():
    (found,) = problems(project(learners=(counted(2000, Mode.BOTH),)))
    assert found.rule == "project-learners"


def test_no_learners_given():
    (found,) = problems(project(learners=()))
    assert (found.line, found.message) == (LINES["learners"], f"没有写参与学习人数，{ASKED}")


@pytest.mark.parametrize("name", ["青柳县老年大学", "“青柳县老年大学”品牌项目"])
def test_a_name_that_is_its_units_name(name):
    assert problems(project(name=name)) == [
        Problem(
            "project-name-is-unit",
            Severity.WARNING,
            PROJECT_FILE,
            LINES["name"],
            3,
            "品牌名称就是单位名称“青柳县老年大学”",
            CLAUSE + "三2",
            "改用项目自己的名称",
        )
    ]


def test_a_name_of_its_own_beside_the_unit_passes():
    assert problems(project(name="青柳县老年大学楼梯间读书会")) == []
