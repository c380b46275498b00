"""How a command is called, and what is wrong with a call, is said in Chinese."""

import argparse
import re

import pytest

from showcase.cli import COMMANDS, parser

ENGLISH = re.compile(r"([a-z]+ ){3,}[a-z]+")
"""Four words in a row: a sentence of argparse's own, and no name of a command."""


def helps(of):
    yield of.format_help()
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from helps(below)


def test_the_help_of_every_command_is_chinese():
    told = list(helps(parser()))
    assert len(told) > len(COMMANDS)
    assert [text for text in told if not text.startswith("用法：showcase") or ENGLISH.search(text)] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kit"], "还要写 地址。看说明：showcase kit --help"),
        (["publish"], "要写其中一个：--to --zip。看说明：showcase publish --help"),
        (["publish", "--to", "a", "--zip", "b"], "--zip 不能和 --to 一起写。看说明：showcase publish --help"),
        (["build", "--site-dir"], "--site-dir 后面还要写内容。看说明：showcase build --help"),
        (["build", "--preview=3"], "--preview 后面不写内容，这里写了 3。看说明：showcase build --help"),
        (["build", "--nowhere"], "没有这样的写法：--nowhere。看说明：showcase --help"),
        (["check", "--format", "x"], "--format 没有 x，可以写 comment, github, json, text。看说明：showcase check --help"),
        (["lists", "x", "--kind", "final"], "年份 不能写 x。看说明：showcase lists --help"),
        (
            ["lists", "2024", "--kind", "final", "--region", "火星"],
            "--region 没有叫“火星”的地区，请写省、自治区、直辖市的名称，如 河南。看说明：showcase lists --help",
        ),
        (["decide", "--date", "1"], "--date “1”不是日期，请写成 2025-06-17。看说明：showcase decide --help"),
        (["decide", "--d", "1"], "--d 没有写全，可以是 --document, --date, --dry-run。看说明：showcase decide --help"),
    ],
)
def test_what_is_wrong_with_a_call_is_one_chinese_sentence(capsys, words, said):
    with pytest.raises(SystemExit, match="2"):
        parser(words[:1]).parse_args(words)
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.replace("'", "") == f"不能继续：{said}"  # Python 3.11 quotes what may be chosen, 3.13 does not


@pytest.mark.parametrize("name", ["河南", "河南省", "henan"])
def test_a_region_is_named_as_people_call_it(name):
    words = ["lists", "2024", "--kind", "final", "--region", name]
    assert parser(words[:1]).parse_args(words).region == "henan"


def test_a_list_without_a_region_is_of_all():
    words = ["lists", "2024", "--kind", "final"]
    assert parser(words[:1]).parse_args(words).region is None
