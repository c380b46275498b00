import json

import pytest

from showcase.check.printing import as_comment, as_github, as_json, as_text, exit_code, without_notes
from showcase.model.problem import Problem, Severity

LENGTH = Problem(
    "text-showcase-length",
    Severity.WARNING,
    "content/stars/2024/henan/draft-k3v9q2.md",
    14,
    3,
    "宣传展示材料 412 字，通知要求 300 字左右",
    "教办职成〔2024〕85号 附件1",
    "删去约 112 字，或把细节移到“## 主要事迹”之下",
)
WHOLE_FILE = Problem("record-encoding", Severity.ERROR, "content/a,b:c%.md", 0, 0, "不是 UTF-8：100%\n第二行")
NOTE = Problem("photo-alt", Severity.NOTE, "content/x.md", 2, 1, "没有写")

TEXT = """\
content/a,b:c%.md: error[record-encoding]
  不是 UTF-8：100%
第二行
content/stars/2024/henan/draft-k3v9q2.md:14:3: warning[text-showcase-length]
  宣传展示材料 412 字，通知要求 300 字左右（教办职成〔2024〕85号 附件1）
  修改：删去约 112 字，或把细节移到“## 主要事迹”之下
共 2 个问题：1 个错误、1 个警告。
"""

GITHUB = (
    "::error file=content/a%2Cb%3Ac%25.md,title=record-encoding::不是 UTF-8：100%25%0A第二行\n"
    "::warning file=content/stars/2024/henan/draft-k3v9q2.md,line=14,col=3,title=text-showcase-length::"
    "宣传展示材料 412 字，通知要求 300 字左右（教办职成〔2024〕85号 附件1）"
    "%0A修改：删去约 112 字，或把细节移到“## 主要事迹”之下\n"
    "::notice file=content/x.md,line=2,col=1,title=photo-alt::没有写\n"
)


def test_text_says_place_what_clause_and_cure():
    assert as_text([WHOLE_FILE, LENGTH]) == TEXT


def test_text_without_problems_is_one_line():
    assert as_text([]) == "没有发现问题。\n"


def test_json_is_one_array_of_objects_with_eight_keys():
    rows = json.loads(as_json([LENGTH]))
    assert [list(row) for row in rows] == [
        ["rule", "severity", "file", "line", "column", "message", "clause", "fix"]
    ]
    assert rows == [
        {
            "rule": "text-showcase-length",
            "severity": "warning",
            "file": "content/stars/2024/henan/draft-k3v9q2.md",
            "line": 14,
            "column": 3,
            "message": "宣传展示材料 412 字，通知要求 300 字左右",
            "clause": "教办职成〔2024〕85号 附件1",
            "fix": "删去约 112 字，或把细节移到“## 主要事迹”之下",
        }
    ]
    assert as_json([]) == "[]\n"


def test_github_annotations_are_escaped():
    assert as_github([WHOLE_FILE, LENGTH, NOTE]) == GITHUB


def test_a_comment_sums_up_and_tells_errors_first_as_plain_text():
    fence = Problem("text-html", Severity.WARNING, "content/y.md", 3, 1, "写了 <b>~~~", "", "")
    assert as_comment([NOTE, fence, WHOLE_FILE]) == (
        "**检查资料**：共 3 个问题：1 个错误、1 个警告、1 个提示。\n\n~~~text\n"
        "content/a,b:c%.md: error[record-encoding]\n  不是 UTF-8：100%\n第二行\n"
        "content/y.md:3:1: warning[text-html]\n  写了 <b>\n~~~\n"
    )
    assert as_comment([]) == "**检查资料**：没有发现问题。\n"
    assert as_comment([fence] * 53).endswith("\n还有 3 个没有列出，见这次运行的记录。\n")


@pytest.mark.parametrize(
    ("problems", "code"), [([], 0), ([NOTE, LENGTH], 0), ([WHOLE_FILE], 1), ([NOTE, WHOLE_FILE], 1)]
)
def test_only_errors_make_the_exit_code_one(problems, code):
    assert exit_code(problems) == code


def test_a_build_tells_notes_as_a_number():
    warning = Problem("a-b", Severity.WARNING, "x.md", 1, 1, "甲")
    note = Problem("a-b", Severity.NOTE, "x.md", 2, 1, "乙")
    hint = "另有 1 个提示，不影响发布，用 showcase check 查看。\n"
    assert without_notes([warning, note]) == as_text([warning]) + hint
    assert without_notes([note]) == hint
    assert without_notes([]) == ""
