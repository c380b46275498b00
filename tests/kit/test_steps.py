"""A text as five to seven sheets: cut where a reader pauses, never inside what is quoted or named."""

from __future__ import annotations

import pytest

from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.kit.cutting import clauses, sentences
from showcase.kit.figures import find_figure, number_of
from showcase.kit.steps import FEWEST, LONGEST, MOST, steps
from sites import ROOT

TEXT = (
    "她在厂里挡了二十六年车。退休那年，她领外孙女去办证，写了三遍也没写对。",
    "此后十九年，她抄满四十一本练习簿，又学会了打字。2016年，她办起读书会，每周两晚开灯。",
    "八年下来，读书会念完一百三十七本书，来听的人从五个变成六十多个。邻居说，聊的是昨晚那一章。",
)


def demo():
    library, _ = read_library(Layout(ROOT))
    return [*library.stars, *library.projects]


@pytest.mark.parametrize("record", demo(), ids=lambda record: str(record.address))
def test_every_text_of_the_demo_makes_five_to_seven_sheets_that_hold_it_all(record):
    found = steps(record.showcase_text, (record.name,))
    assert FEWEST <= len(found) <= MOST
    assert "".join(step.passage for step in found) == "".join(record.showcase_text)
    assert [step.shown for step in found if len(step.shown) > LONGEST] == []
    assert [step for step in found if not step.passage.startswith(step.shown)] == []
    assert [step.shown for step in found if step.shown.count("“") != step.shown.count("”")] == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("他说：“慢一点。再来。”大家笑了。", ["他说：“慢一点。再来。”", "大家笑了。"]),
        ("这叫“慢一点。”的办法。", ["这叫“慢一点。”的办法。"]),
        ("他想：为什么？！她没有说……", ["他想：为什么？！", "她没有说……"]),
        ("一句没有句号的话", ["一句没有句号的话"]),
    ],
)
def test_a_sentence_ends_behind_its_marks_and_a_speech_behind_its_quotation(text, parts):
    assert sentences(text) == parts


def test_a_clause_never_ends_inside_marks_or_inside_a_name():
    text = "“慢一点，再来”，他说（小声，笑着），书香，点亮乡村办了十年，还在办。"
    assert clauses(text, ("书香，点亮乡村",)) == [
        "“慢一点，再来”，",
        "他说（小声，笑着），",
        "书香，点亮乡村办了十年，",
        "还在办。",
    ]


def test_the_same_text_is_cut_the_same_way():
    assert steps(TEXT) == steps(TEXT)


@pytest.mark.parametrize(
    ("paragraphs", "shown"), [((), []), (("短。",), ["短。"]), (("一句。", "两句。"), ["一句。", "两句。"])]
)
def test_a_very_short_text_has_fewer_sheets(paragraphs, shown):
    assert [step.shown for step in steps(paragraphs)] == shown


def test_a_long_text_shows_the_beginning_of_each_passage_and_keeps_the_rest_for_who_speaks():
    long = tuple(f"第{n}年，他走了很远的路，学了很多的字，又教了别人，{n}。" for n in range(40))
    found = steps(long)
    assert len(found) <= MOST
    assert "".join(step.passage for step in found) == "".join(long)
    assert max(len(step.shown) for step in found) <= LONGEST


def test_what_cannot_be_cut_stays_whole():
    assert [step.shown for step in steps(("学" * 100 + "。",))] == ["学" * 100 + "。"]


@pytest.mark.parametrize(
    ("digits", "value"),
    [("一百三十七", 137), ("十一", 11), ("两千零五", 2005), ("一万二千", 12000), ("137", 137), ("1.2", 1.2)],
)
def test_chinese_numerals_become_figures(digits, value):
    assert number_of(digits) == value


@pytest.mark.parametrize("digits", ["五六十", "十百", "三四"])
def test_a_guess_is_no_number(digits):
    assert number_of(digits) is None


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        (TEXT[2], "137", "本"),
        ("三十一年教过四百二十多人，有矿工。", "420 多", "人"),
        ("借出一万二千多册次。", "12000 多", "册次"),
        ("来了1.2万人次。", "1.2万", "人次"),
    ],
)
def test_the_largest_count_of_the_text_is_its_number(text, number, unit):
    found = find_figure((text,))
    assert (found.number, found.unit, found.told in text) == (number, unit, True)


@pytest.mark.parametrize(
    "text",
    [
        "2016年，他来了。",
        "第三十七本书。",
        "每篇三百字。",
        "不超过三百个字。",
        "他教了五个人。",
        "他六十八岁。",
    ],
)
def test_years_ordinals_limits_and_small_numbers_are_no_news(text):
    assert find_figure((text,)) is None
