import pytest

from rules.samples import FILE, LINES, day, problems, source, star
from showcase.check.takedowns import line_mark
from showcase.model.campaign import Withdrawal
from showcase.model.problem import Problem, Severity

WITHDRAWN = "content/withdrawn.yml"


def taken_down(address: str) -> Withdrawal:
    return Withdrawal(address, day("2024-07-01"), source(WITHDRAWN))


@pytest.mark.parametrize(
    "address", ["stars/2024/henan/012-shen", "沈玉兰", "lists/2024-provincial-henan#17", "stars/2024/henan"]
)
def test_a_take_down_that_takes_nothing_down(address):
    assert problems(withdrawals=(taken_down(address),)) == [
        Problem(
            "withdrawal-address",
            Severity.ERROR,
            WITHDRAWN,
            LINES["address"],
            3,
            f"“{address}”不是网站上的地址，什么也没有撤下",
            "",
            "写 stars/2024/henan/012 这样的地址，不带文件名里的提示，不写姓名",
        )
    ]


@pytest.mark.parametrize(
    "address",
    [
        "stars/2024/henan/012",
        "projects/2024/xjbt/0123",
        "weeks/2024/henan.zhengzhou",
        "events/2024/2024-09-12-school",
        "announcements/2025-henan-list",
        line_mark("lists/2024-provincial-henan", "沈玉兰", "青柳县"),
    ],
)
def test_addresses_of_the_site_pass(address):
    assert problems(withdrawals=(taken_down(address),)) == []


def test_one_address_taken_down_twice():
    twice = (taken_down("stars/2024/henan/012"), taken_down("stars/2024/henan/012"))
    assert problems(withdrawals=twice) == [
        Problem(
            "withdrawal-duplicate",
            Severity.WARNING,
            WITHDRAWN,
            LINES["address"],
            3,
            "stars/2024/henan/012 写了两次",
            "",
            "删去后一条",
        )
    ]


def test_a_withdrawn_record_that_still_lies_here():
    assert problems(star(), withdrawals=(taken_down("stars/2024/henan/012"),)) == [
        Problem(
            "withdrawal-in-tree",
            Severity.WARNING,
            FILE,
            1,
            1,
            "stars/2024/henan/012 已撤下，文件还在",
            "",
            "运行 showcase withdraw stars/2024/henan/012；推送过的历史另行清除",
        )
    ]


def test_media_that_were_left_behind():
    keys = frozenset(
        {"stars/2024/henan/012/a.jpg", "stars/2024/henan/012/b/c.mp4", "stars/2024/henan/0123/a.jpg"}
    )
    found = problems(withdrawals=(taken_down("stars/2024/henan/012"),), media_keys=keys)
    assert [
        (p.rule, p.severity, p.file, p.message, p.fix) for p in found if p.rule.startswith("withdrawal")
    ] == [
        (
            "withdrawal-media-in-tree",
            Severity.WARNING,
            WITHDRAWN,
            "stars/2024/henan/012 已撤下，media/stars/2024/henan/012/ 里还有 2 个文件",
            "运行 showcase withdraw stars/2024/henan/012，或者删去这个文件夹",
        )
    ]
