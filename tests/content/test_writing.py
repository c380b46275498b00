"""YAML and lists are edited as text: what is not meant to change keeps its bytes."""

import pytest

from showcase.content.writing import CannotEdit, edited, with_items, without_items
from showcase.content.writing_lists import without_lines

GONE = "stars/2024/henan/012"
FLOW = [
    ("related: [stars/2024/henan/012]\n", ""),
    ("related: [stars/2024/henan/012, b]  # 说明\n", "related: [b]  # 说明\n"),
    ("related: [a, stars/2024/henan/012]\n", "related: [a]\n"),
    ("related: [a, 'stars/2024/henan/012', c]\n", "related: [a, c]\n"),
    ("related: [a, stars/2024/henan/012, stars/2024/henan/012,]\n", "related: [a,]\n"),
    ("related: [stars/2024/henan/012, b, stars/2024/henan/012]\n", "related: [b]\n"),
    ("related: [\n  a,  # 甲\n  stars/2024/henan/012,\n  c,\n]\n", "related: [\n  a,  # 甲\n  c,\n]\n"),
    ("related: stars/2024/henan/012\n", ""),
    ("related: [stars/2024/henan/0123]\n", "related: [stars/2024/henan/0123]\n"),
]
BLOCK = [
    ("related:\n  - stars/2024/henan/012\n", ""),
    ("related:\n# 一\n- stars/2024/henan/012 # 二\n# 三\n- b\n", "related:\n# 一\n# 三\n- b\n"),
    ("related:\n  - a\n\n  - stars/2024/henan/012\n\n", "related:\n  - a\n\n\n"),
]


@pytest.mark.parametrize(("before", "after"), FLOW + BLOCK)
def test_one_item_leaves_a_list(before, after):
    def record(lines):
        return f"---\nname:   沈玉兰   # 名\n{lines}quote: “一”\n---\n正文 {GONE}\n\n"

    assert without_items(record(before), "related", GONE.__eq__) == record(after)


def test_mappings_leave_a_list_whole():
    text = (
        "---\ncandidates:\n  - name: 甲\n    unit: |\n      某\n      某\n  # 乙的说明\n  - {name: 乙, unit: 丙}\n"
        "  -\n    name: 丁\n\nyear: 2024\n---\n"
    )
    assert without_items(text, "candidates", lambda one: one["name"] in "甲丁") == (
        "---\ncandidates:\n  # 乙的说明\n  - {name: 乙, unit: 丙}\n\nyear: 2024\n---\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "没有开头\n",
        "---\n{related: [a], name: 甲}\n---\n",
        "---\n- a\n---\n",
        "---\nrelated: [a\n---\n",
        "---\na: 1\n",
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text):
    with pytest.raises(CannotEdit):
        without_items(text, "related", "a".__eq__)


NEW = [{"address": "lists/2024-national#0123456789ab", "date": "2025-03-18"}]
ENTRY = "- address: lists/2024-national#0123456789ab\n  date: 2025-03-18\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ENTRY),
        ("# 说明\n", f"# 说明\n{ENTRY}"),
        ("- {address: a, date: 2024-01-01}", f"- {{address: a, date: 2024-01-01}}\n{ENTRY}"),
        ("- address: a\n  date: 2024-01-01\n\n# 尾\n", f"- address: a\n  date: 2024-01-01\n{ENTRY}\n# 尾\n"),
        (
            "  - address: a\n    date: 2024-01-01\n",
            "  - address: a\n    date: 2024-01-01\n"
            "  - address: lists/2024-national#0123456789ab\n    date: 2025-03-18\n",
        ),
        ("[]\n", "[{address: lists/2024-national#0123456789ab, date: 2025-03-18}]\n"),
        ("[{a: b}]", "[{a: b}, {address: lists/2024-national#0123456789ab, date: 2025-03-18}]"),
    ],
)
def test_an_entry_is_added(before, after):
    assert with_items(before, NEW) == after


@pytest.mark.parametrize("text", ["address: a\n", "- a: [\n", "一句话\n"])
def test_an_entry_is_not_added_to_what_is_no_list(text):
    with pytest.raises(CannotEdit):
        with_items(text, NEW)


def test_line_ends_and_bom_stay():
    before = b"\xef\xbb\xbf- address: a\r\n  date: 2024-01-01\r\n"
    added = b"- address: lists/2024-national#0123456789ab\r\n  date: 2025-03-18\r\n"
    assert edited(before, lambda text: with_items(text, NEW)) == before + added


HEADER = "kind,name,unit,title,document\n"


def test_one_line_leaves_a_list():
    kept = 'star,"乙\n二",某,单,号\n\nproject,"读, 书",丙,单,号\n'
    text = f"{HEADER}star, 买买提・示例 ,某社区,单,号\n{kept}"
    person = ("买买提·示例", "某社区")
    assert without_lines(text, lambda *line: line == person) == HEADER + kept.replace("\n\n", "\n")


def test_the_last_line_leaves_nothing():
    assert without_lines(f"{HEADER}star,甲,某,单,号\n", lambda *_: True) == ""


@pytest.mark.parametrize(
    "text", [f"{HEADER}star,甲,某,单,号\nstar,乙,某,,\n", f'{HEADER}star,"甲\n', "name\n甲\n", ""]
)
def test_a_list_that_would_lose_its_title_is_refused(text):
    with pytest.raises(CannotEdit):
        without_lines(text, lambda name, _: name == "甲")
