"""Values of one item of a list, set as text: whatever stands around them keeps its bytes."""

import pytest

from showcase.content.writing import CannotEdit
from showcase.content.writing_items import with_item_values

SET = {"stage": "approved", "document": "文〔2024〕1号"}


def record(honours):
    return f"---\nname: 甲\nhonours:{honours}\nunit: 乙  # 不动\n---\n正文 stage: nominated\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "\n  - year: 2024\n    stage: nominated # 等",
            "\n  - year: 2024\n    stage: approved # 等\n    document: 文〔2024〕1号",
        ),
        (
            "\n- stage: 'nominated'\n  year: 2024\n\n# 一条",
            "\n- stage: approved\n  year: 2024\n  document: 文〔2024〕1号\n\n# 一条",
        ),
        (" [{stage: nominated, year: 2024}]", " [{stage: approved, year: 2024, document: 文〔2024〕1号}]"),
        ("\n  - stage: nominated\n    document:", "\n  - stage: approved\n    document: 文〔2024〕1号"),
    ],
)
def test_only_the_values_change(before, after):
    assert with_item_values(record(before), "honours", 0, SET) == record(after)


def test_the_other_items_stay():
    text = record("\n  - stage: approved\n  - stage: nominated\n  - stage: nominated")
    wanted = record("\n  - stage: approved\n  - stage: revoked\n  - stage: nominated")
    assert with_item_values(text, "honours", 1, {"stage": "revoked"}) == wanted


@pytest.mark.parametrize("honours", [" []", " text", "\n  - text", "\n  - stage: |\n      nominated", ""])
def test_what_cannot_be_edited_is_refused(honours):
    with pytest.raises(CannotEdit):
        with_item_values(record(honours), "honours", 0, SET)
