from rules.samples import FILE, TODAY, library, nominated, project, star
from showcase.check.runner import check
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
