import pytest

from rules.samples import FILE, TODAY, library, nominated, project, star
from showcase.check.runner import check
from showcase.model.library import Library
from showcase.model.problem import Problem, Severity, order_of
from showcase.model.settings import Settings

READ = Problem(
    "record-unknown-key", Severity.ERROR, "content/a.md", 3, 1, "没有“nmae”这个字段", "", "是不是“name”？"
)


def test_problems_of_reading_come_first_in_order_of_file():
    broken = library(nominated(photos=(), quote="好,好"))
    found = check(broken, Settings(), TODAY, read_problems=[READ])
    assert [(p.file, p.rule) for p in found] == [
        ("content/a.md", "record-unknown-key"),
        (FILE, "text-half-width-punctuation"),
        (FILE, "photo-number"),
    ]


def test_every_mistake_is_collected_in_one_run_and_every_run_says_the_same():
    broken = library(
        nominated(
            photos=(), post="电话13800000000,获奖", showcase_text=("学",), related=("stars/2024/henan/099",)
        ),
        project(name="青柳县老年大学", started=2024, learners=(), photos=()),
    )
    found = check(broken, Settings(repository="public"), TODAY)
    assert sorted(p.rule for p in found) == [
        "photo-number",
        "photo-number",
        "private-phone",
        "project-learners",
        "project-name-is-unit",
        "project-two-years",
        "record-undecided-public",
        "record-undecided-public",
        "reference-record",
        "text-half-width-punctuation",
        "text-showcase-length",
        "text-wording",
    ]
    assert found == sorted(found, key=order_of)
    assert found == check(broken, Settings(repository="public"), TODAY)


def test_a_clean_library_has_no_problem():
    assert check(library(star(), project()), Settings(), TODAY) == []


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("content/stars/2026/henan/001.md", []),
        ("content/stars/2026/henan/001-wang.md", []),
        ("content/stars/2026/henan/002.md", ["media/stars/2026/henan/001/a.jpg"]),
    ],
)
def test_photos_of_a_record_that_could_not_be_read_are_not_called_unused(file, told):
    keys = frozenset({"stars/2026/henan/001/a.jpg"})
    unread = Problem("record-yaml", Severity.ERROR, file, 2, 5, "这里不符合 YAML 的写法", "", "检查冒号")
    found = check(Library(), Settings(), TODAY, media_keys=keys, read_problems=[unread])
    assert [problem.file for problem in found if problem.rule == "reference-unused"] == told
