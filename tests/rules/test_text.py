import pytest

from rules.samples import BODY_LINE, FILE, LINES, nominated, photo, problems, star
from showcase.model.campaign import Event
from showcase.model.parts import Section
from showcase.model.problem import Problem, Severity
from showcase.model.source import Source
from showcase.model.terms import EventKind
from showcase.rules.characters import count_characters

LENGTH = Problem(
    "text-showcase-length",
    Severity.WARNING,
    FILE,
    BODY_LINE,
    1,
    "宣传展示材料 412 字，通知要求 300 字左右",
    "示例教〔2024〕1号 附件1",
    "删去约 112 字，或把细节移到“## 主要事迹”之下",
)


def test_a_long_text_is_a_warning_for_a_nomination():
    assert problems(nominated(showcase_text=("学" * 412,))) == [LENGTH]


def test_a_short_text_asks_for_more():
    (found,) = problems(nominated(showcase_text=("学" * 200,)))
    assert (found.rule, found.fix) == ("text-showcase-length", "补写约 100 字：一个具体的场景、一个数字")


def test_what_the_province_approved_is_only_noted():
    (found,) = problems(star(showcase_text=("学" * 412,)))
    assert (found.rule, found.severity) == ("text-showcase-length", Severity.NOTE)


@pytest.mark.parametrize("count", [240, 360])
def test_the_tolerance_of_about_is_included(count):
    assert problems(nominated(showcase_text=("学" * count,))) == []


def test_no_notice_no_length():
    assert problems(nominated(honours=(), showcase_text=("学" * 900,)), rulebooks=()) == []


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("学习", 2),
        ("学习。", 3),
        ("2024年", 2),
        ("用 Word 2019 数", 4),
        ("85%的人", 3),
        ("“学”……", 5),
        ("𠮷野", 2),
        ("买买提·艾力", 6),
        ("  ", 0),
    ],
)
def test_characters_are_counted_as_word_does(paragraph, count):
    assert count_characters([paragraph]) == count


def test_half_width_punctuation_is_found_where_it_is_written():
    assert problems(nominated(quote="字认得慢不要紧,我有的是晚上。")) == [
        Problem(
            "text-half-width-punctuation",
            Severity.WARNING,
            FILE,
            LINES["quote"],
            3,
            "“紧,”用了半角标点",
            "",
            "改为全角标点：，。；：！？（）“”",
        )
    ]


@pytest.mark.parametrize(
    "quote", ["每天 8:30 开始，比分 3:2。", "程序 v1.2 在 example.org 上。", "比例是1.5倍。"]
)
def test_marks_between_digits_and_letters_are_no_problem(quote):
    assert problems(nominated(quote=quote)) == []


def test_markdown_of_sections_keeps_its_marks():
    assert (
        problems(nominated(sections=(Section("主要事迹", "1. 她办[读书会](https://example.org)。"),))) == []
    )


def test_our_wording_recommends_and_does_not_award():
    photos = (photo("a.jpg", caption="沈玉兰获奖后与家人合影"), photo("b.jpg"))
    assert problems(nominated(photos=photos)) == [
        Problem(
            "text-wording",
            Severity.WARNING,
            FILE,
            LINES["photos"],
            3,
            "用了“获奖”一词；本活动是推介，不是评比表彰",
            "",
            "改为“入选推介名单”；引用正式名称时加引号",
        )
    ]


def test_names_and_files_are_not_our_wording():
    photos = (photo("获奖(1).jpg"), photo("b.jpg"))
    assert problems(nominated(unit="青柳县表彰办公室", photos=photos)) == []


@pytest.mark.parametrize("post", ["“十佳百姓学习之星”称号获得者", "《表彰决定》起草人"])
def test_quoted_names_are_not_our_wording(post):
    assert problems(nominated(post=post)) == []


def test_wording_of_an_event_is_a_warning():
    event = Event(
        address="events/2024/2024-06-20-school",
        kind=EventKind.TALK,
        date=star().honours[0].date,
        title="表彰大会",
        source=Source("content/events/2024/2024-09-12-school.md", {"title": (3, 1)}),
    )
    (found,) = problems(events=(event,))
    assert (found.rule, found.severity, found.line) == ("text-wording", Severity.WARNING, 3)
