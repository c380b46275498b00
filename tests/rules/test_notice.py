from dataclasses import replace

import pytest

from rules.samples import BOOK, problems, source
from showcase.model.problem import Problem, Severity
from showcase.model.rulebook import Knowledge, Limit
from showcase.model.source import Source

FILE = "content/rulebooks/henan-2024.yml"


def book(limit: Limit):
    places = {"limits": (9, 1), "limits.star.photos": (12, 3)}
    return replace(BOOK, limits={"star.photos": limit}, source=Source(FILE, places))


def test_a_limit_without_its_clause():
    assert problems(rulebooks=(book(Limit(low=2)),)) == [
        Problem(
            "notice-clause-missing",
            Severity.ERROR,
            FILE,
            12,
            3,
            "star.photos 没有写出处",
            "",
            "补 clause: 文号和条目；通知没有说的写 silent，表没有随文印出的写 not-in-copy",
        )
    ]


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ({"low": 5, "high": 3}, "下限 5 大于上限 3"),
        ({"about": 300, "low": 200}, "同时写了“左右”和上下限"),
        ({"knowledge": Knowledge.SILENT, "low": 2}, "写了通知没有说的数字"),
    ],
)
def test_numbers_that_cannot_all_hold(numbers, why):
    found = problems(rulebooks=(book(Limit(clause="二1", **numbers)),))
    assert found == [
        Problem(
            "notice-limit-impossible",
            Severity.ERROR,
            FILE,
            12,
            3,
            f"star.photos {why}",
            "",
            "对照通知原文改正",
        )
    ]


@pytest.mark.parametrize("knowledge", [Knowledge.SILENT, Knowledge.NOT_IN_COPY])
def test_what_is_not_stated_needs_no_clause(knowledge):
    assert problems(rulebooks=(book(Limit(knowledge=knowledge)),)) == []


def test_a_telephone_number_of_the_notice_stays_out():
    limit = Limit(clause="二1", text="报送电话 0371-65900000", low=2)
    noted = replace(BOOK, limits={"star.photos": limit}, source=source(FILE))
    assert [(p.rule, p.file) for p in problems(rulebooks=(noted,))] == [("private-phone", FILE)]
