"""A quota that stars and projects share, and what a province plans."""

from dataclasses import replace

from rules.samples import BOOK, LIMITS, nominated, problems, project, star
from showcase.model.bodies import Body
from showcase.model.problem import Severity
from showcase.model.rulebook import Limit

CENTRE = "示例省社区教育指导中心"
BODIES = (Body(CENTRE, "provincial-centre", "henan"),)


def with_limit(name: str, **values):
    return (replace(BOOK, limits={**LIMITS, name: Limit(clause="示例教〔2024〕1号 九", **values)}),)


def test_one_place_for_a_person_or_a_project():
    books = with_limit("quota.provincial-centre.either", high=1)
    sent = nominated(nominated_by=(CENTRE,)), project(nominated_by=(CENTRE,))
    assert problems(sent[0], rulebooks=books, bodies=BODIES) == []
    (found,) = problems(*sent, rulebooks=books, bodies=BODIES)
    assert (found.rule, found.severity) == ("quota-body", Severity.ERROR)
    assert found.message == (
        "示例省社区教育指导中心推荐了 2 个百姓学习之星或终身学习品牌项目（合计），名额不超过 1 个"
    )


def test_a_class_that_is_not_named_apart_has_the_quota_of_any():
    books = with_limit("quota.any.star", high=0)
    (found,) = problems(nominated(nominated_by=(CENTRE,)), rulebooks=books, bodies=BODIES)
    assert found.message == "示例省社区教育指导中心推荐了 1 个百姓学习之星，名额不超过 0 个"


def test_planned_results_bind_decisions_and_not_nominations():
    books = with_limit("results.provincial.star", high=0)
    assert problems(nominated(), rulebooks=books) == []
    (found,) = problems(star(), rulebooks=books)
    assert (found.rule, found.severity) == ("quota-results", Severity.WARNING)
    assert found.message == "已批准 1 个省级百姓学习之星，计划 0 个"
