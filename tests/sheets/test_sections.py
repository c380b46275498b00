"""What paper makes of a further text: no sign of its Markdown is left."""

import pytest

from showcase.sheets.sections import blocks_of

TABLE = "| 课 | 学什么 | 用什么 |\n|---|---|---|\n| 船证 | 认**自己**的名字 | 复印件 |\n| 药盒 | 认“外用” | |\n\n完了。\n"

ROWS = "item船证（学什么：认自己的名字；用什么：复印件） item药盒（学什么：认“外用”）"


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        (
            "### 从头说起\n\n一段。\n\n- 一\n- 二\n\n又一段。",
            "title从头说起 text一段。 item一 item二 text又一段。",
        ),
        (TABLE, f"{ROWS} text完了。"),
        ("| | 人数 |\n|---|---|\n| | 十人 |\n", "item人数：十人"),
        (TABLE[: -len("完了。\n")] * 2, " ".join([ROWS, ROWS])),
        ("| 课 |\n|---|\n| 船证 |\n", "item船证"),
    ],
)
def test_a_text_becomes_plain_blocks_and_a_row_says_what_its_columns_are(markdown, blocks):
    assert [kind + text for kind, text in blocks_of(markdown)] == blocks.split(" ")
