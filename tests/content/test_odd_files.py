from __future__ import annotations

import os

import pytest
import yaml

from showcase.content.composers import MAX_DEPTH, composer
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.library import Library

from .folder import GOOD_STAR, STAR, read, told, write

BOMB = "---\na: &a [x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
CONFLICT = "<<<<<<< HEAD\npost: 乙\n=======\npost: 丙\n>>>>>>> 1a2b3c4 (改了)\n"
DEEP = {
    "brackets": "---\nname: " + "[" * 400_000 + "\n---\n",
    "braces": "---\nname: " + "{a: " * 100_000 + "\n---\n",
    "dashes": "---\nname:\n" + "- " * 100_000 + "x\n---\n",
    "questions": "---\n" + "? " * 100_000 + "x\n---\n",
    "indents": "---\n" + "".join(f"{' ' * at}a:\n" for at in range(900)) + "---\n",
}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("record-empty", 0, 0)),
        (" \n\u3000\n".encode(), ("record-empty", 0, 0)),
        (b"\xef\xbb\xbf", ("record-empty", 0, 0)),
        (GOOD_STAR.encode("gbk", "replace"), ("record-encoding", 2, 1)),
        (GOOD_STAR.encode("utf-16"), ("record-encoding", 1, 1)),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\n\xff\xff", ("record-encoding", 1, 1)),
        (b"a" * 10_000_000, ("record-size", 0, 0)),
        (b"a" * 1_000_001, ("record-size", 0, 0)),
        ((BOMB + "---\n").encode(), ("record-alias", 2, 4)),
        (b"---\na: &a [*a]\n---\n", ("record-alias", 2, 4)),
        (f"---\nname: 甲\n{CONFLICT}---\n".encode(), ("record-conflict", 3, 1)),
        (f"---\nname: 甲\n---\n第一段。\n\n{CONFLICT}".encode(), ("record-conflict", 6, 1)),
    ],
)
def test_a_file_that_is_no_record_is_one_problem(tmp_path, data, expected):
    library, problems = read(tmp_path, {STAR: data})
    assert (told(problems), library.stars) == ([expected], ())
    assert problems[0].fix


@pytest.mark.parametrize("kind", DEEP)
def test_nesting_is_refused_before_it_hurts(tmp_path, kind):
    library, problems = read(tmp_path, {STAR: DEEP[kind]})
    assert [problem.rule for problem in problems] == ["record-depth"]
    assert library.stars == ()


def test_the_encoding_is_guessed(tmp_path):
    _, problems = read(tmp_path, {STAR: "---\nname: 甲乙\n---\n".encode("gb18030")})
    assert [(p.message, p.fix) for p in problems] == [
        ("文件不是 UTF-8 编码，很可能是 GBK（GB 18030）", "用编辑器打开后“另存为”，编码选 UTF-8")
    ]


def test_a_file_of_one_megabyte_is_still_read(tmp_path):
    text = "---\nname: 甲\n---\n"
    library, problems = read(tmp_path, {STAR: text + "a" * (1_000_000 - len(text.encode()))})
    assert ([star.name for star in library.stars], problems) == (["甲"], [])


def test_a_heading_of_gaps_is_read_at_once(tmp_path):
    library, _ = read(tmp_path, {STAR: f"---\nname: 甲\n---\n## 一{' ' * 500_000}二  \n\n正文\n"})
    assert [len(section.title) for star in library.stars for section in star.sections] == [500_002]


def test_a_file_without_a_last_line_end_is_read(tmp_path):
    library, problems = read(tmp_path, {STAR: "---\nname: 甲\n---"})
    assert ([star.name for star in library.stars], problems) == (["甲"], [])


def test_a_folder_named_like_a_record_is_reported(tmp_path):
    (tmp_path / STAR).mkdir(parents=True)
    _, problems = read(tmp_path, {})
    assert [(p.file, p.rule) for p in problems] == [(STAR, "record-stray-file")]


def test_a_file_where_a_folder_should_be_is_reported(tmp_path):
    _, problems = read(tmp_path, {"content/stars": "x", "content/weeks": "x"})
    assert [(p.file, p.rule) for p in problems] == [
        ("content/stars", "record-unreadable"),
        ("content/weeks", "record-unreadable"),
    ]


def test_a_name_that_is_no_utf_8_can_be_printed(tmp_path):
    folder = tmp_path / "content/stars/2024/henan"
    folder.mkdir(parents=True)
    (folder / os.fsdecode(b"\xc9\xf2.md")).touch()
    _, problems = read_library(Layout(tmp_path))
    assert [p.rule for p in problems] == ["record-file-name"]
    assert problems[0].file.encode() == "content/stars/2024/henan/\ufffd\ufffd.md".encode()


def test_links_that_leave_the_folder_are_refused(tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\nname: 秘密\n---\n", encoding="utf-8")
    site = write(tmp_path / "site", {STAR: "---\nname: 甲\n---\n"})
    folder = tmp_path / "site/content/stars/2024/henan"
    (folder / "013.md").symlink_to(secret)
    (folder / "014.md").symlink_to(folder / "012.md")
    (folder / "015.md").symlink_to(folder / "nowhere.md")
    (tmp_path / "site/content/stars/2023").symlink_to(tmp_path)
    (tmp_path / "site/content/bodies.yml").symlink_to(secret)
    library, problems = read_library(site)
    assert [(p.file, p.rule) for p in problems] == [
        ("content/bodies.yml", "record-symlink"),
        ("content/stars/2023", "record-symlink"),
        ("content/stars/2024/henan/013.md", "record-symlink"),
        ("content/stars/2024/henan/015.md", "record-symlink"),
    ]
    assert [star.name for star in library.stars] == ["甲", "甲"]


def test_a_linked_folder_of_another_place_is_not_read(tmp_path):
    elsewhere = write(tmp_path / "elsewhere", {STAR: "---\nname: 秘密\n---\n"})
    (tmp_path / "a").mkdir()
    (tmp_path / "a/content").symlink_to(elsewhere.content)
    (tmp_path / "b/content").mkdir(parents=True)
    (tmp_path / "b/content/stars").symlink_to(elsewhere.content / "stars")
    for root, refused in (("a", "content"), ("b", "content/stars")):
        library, problems = read_library(Layout(tmp_path / root))
        assert [(p.file, p.rule) for p in problems] == [(refused, "record-symlink")]
        assert library == Library()


def _flat(node):
    mark = node.start_mark
    yield mark.line, mark.column, node.tag, node.value if isinstance(node, yaml.ScalarNode) else ""
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for each in child if isinstance(child, tuple) else (child,):
            yield from _flat(each)


def test_the_parser_in_plain_python_finds_the_same_at_the_same_places():
    front = GOOD_STAR[: GOOD_STAR.index("\n---\n") + 1]
    plain = list(_flat(composer(front, None).get_single_node()))
    assert plain == list(_flat(composer(front).get_single_node()))
    assert len(plain) == 101


@pytest.mark.parametrize("kind", DEEP)
def test_the_parser_in_plain_python_bounds_depth_too(kind):
    front = DEEP[kind].removesuffix("---\n")
    with pytest.raises(yaml.YAMLError, match="nested too deeply"):
        composer(front, None).get_single_node()


def test_what_is_not_deep_passes():
    text = "a: " + "[" * (MAX_DEPTH - 2) + "]" * (MAX_DEPTH - 2)
    assert isinstance(composer(text).get_single_node(), yaml.MappingNode)
