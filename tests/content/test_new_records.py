"""New records read back as what was meant, whatever people wrote into their forms."""

import pytest

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.content.new_records import record_text, scalar

ODD = [
    "“一页书”公交读书角",
    "甲: 乙",
    "甲 # 乙",
    "- 甲",
    "&甲",
    "*甲*",
    "!甲",
    "[甲]",
    "{甲: 乙}",
    "'甲",
    '"甲"',
    "甲,乙",
    "@甲",
    "`甲`",
    "%甲",
    "no",
    "2024-09",
    "甲\\乙",
    "《四季》——手工艺（二期）",
    "阿依古丽·买买提",
    "𠮷田",
    "甲\t乙",
    "| 甲",
    "> 甲",
    "? 甲",
    "~",
]


@pytest.mark.parametrize("text", ODD)
def test_a_text_reads_back_as_it_is(tmp_path, text):
    front = {"name": text, "topics": [text, "乙"], "photos": [{"file": "a.jpg", "kind": "life", "alt": text}]}
    path = tmp_path / "content/stars/2024/henan/draft-abc123.md"
    path.parent.mkdir(parents=True)
    path.write_text(record_text(front, ["正文。"]), encoding="utf-8")
    library, problems = read_library(Layout(tmp_path))
    assert problems == []
    wanted = " ".join(text.split("\t")) if "\t" in text else text
    assert [(star.name, star.topics, star.photos[0].alt) for star in library.stars] == [
        (wanted, (wanted, "乙"), wanted)
    ]


def test_what_is_empty_is_not_written():
    text = record_text(
        {"name": "甲", "unit": "", "topics": [], "video": {}, "honours": [{"year": 2024, "distinction": ""}]},
        [],
    )
    assert text == "---\nname: 甲\nhonours:\n  - year: 2024\n---\n"


def test_marks_of_markdown_and_html_become_text(tmp_path):
    path = tmp_path / "content/stars/2024/henan/draft-abc123.md"
    path.parent.mkdir(parents=True)
    said = ["# 标题", "<b>粗</b> 1<2", "![图](a.png)", "一\n二"]
    path.write_text(
        record_text({"name": "甲"}, said, [("主要事迹", ["## 不是小节", "三"])]), encoding="utf-8"
    )
    library, problems = read_library(Layout(tmp_path))
    assert problems == []
    star = library.stars[0]
    assert star.showcase_text == ("＃ 标题", "＜b>粗＜/b> 1<2", "！[图](a.png)", "一 二")
    assert [(section.title, section.markdown) for section in star.sections] == [
        ("主要事迹", "＃＃ 不是小节\n\n三")
    ]


def test_a_name_of_chinese_letters_needs_no_quotes():
    assert scalar("沈玉兰") == "沈玉兰"
