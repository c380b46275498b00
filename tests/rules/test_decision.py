import datetime
from dataclasses import replace

import pytest

from rules.samples import FILE, LINES, TODAY, honour, nominated, problems, star
from showcase.model.address import RecordAddress
from showcase.model.problem import Problem, Severity
from showcase.model.settings import Settings

DRAFT = RecordAddress("stars", 2024, "henan", "draft-k3v9q2")


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        ({"document": ""}, "document"),
        ({"date": None}, "date"),
        ({"document": "", "date": None}, "document、date"),
    ],
)
def test_an_approval_without_its_paper(change, lacking):
    assert problems(star(honours=(honour(**change),))) == [
        Problem(
            "record-honour-incomplete",
            Severity.ERROR,
            FILE,
            LINES["honours[0]"],
            3,
            f"已批准的荣誉没有写 {lacking}",
            "",
            "补上正式文件的文号和日期；还没有文件的，把 stage 改为 announced 或 nominated",
        )
    ]


@pytest.mark.parametrize("undecided", [nominated(), star(honours=()), nominated(address=DRAFT)])
def test_undecided_records_do_not_belong_in_a_public_repository(undecided):
    assert problems(undecided, settings=Settings(repository="public")) == [
        Problem(
            "record-undecided-public",
            Severity.ERROR,
            FILE,
            LINES["honours"],
            3,
            "公开的仓库里有未定的推介对象",
            "",
            "把文件移出仓库（私有文件夹或私有仓库）；已经推送过的，历史里也要清除",
        )
    ]


def test_an_approved_draft_needs_its_number():
    draft = replace(star(), address=DRAFT)
    assert problems(draft) == [
        Problem(
            "record-draft-approved",
            Severity.WARNING,
            FILE,
            LINES["honours"],
            3,
            "已批准，文件名还是草稿，不会展示",
            "",
            "把文件改名为本年本地区下一个没有用过的序号",
        )
    ]
    found = problems(draft, settings=Settings(repository="public"))
    assert [p.rule for p in found] == ["record-draft-approved", "record-undecided-public"]


def test_an_approval_dated_ahead():
    ahead = star(honours=(honour(date=TODAY + datetime.timedelta(days=1)),))
    assert [(p.rule, p.severity, p.line) for p in problems(ahead)] == [
        ("record-honour-ahead", Severity.WARNING, LINES["honours[0].date"])
    ]
    assert problems(star(honours=(honour(date=TODAY),))) == []
