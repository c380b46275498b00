from __future__ import annotations

import pytest

from showcase.model.problem import Severity

from .folder import read

STAR = "---\nname: 甲\n---\n"


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("stars/2024/henan/12.md", "record-file-name"),
        ("stars/2024/henan/沈玉兰.md", "record-file-name"),
        ("stars/2024/henan/draft-K3V9Q2.md", "record-file-name"),
        ("stars/24/henan/012.md", "record-file-name"),
        ("stars/2024/hennan/012.md", "record-region"),
        ("stars/2024/河南/012.md", "record-region"),
        ("stars/2024/012.md", "record-stray-file"),
        ("stars/012.md", "record-stray-file"),
        ("stars/2024/henan/portrait.jpg", "record-stray-file"),
        ("stars/2024/henan/012.MD", "record-stray-file"),
        ("star/2024/henan/012.md", "record-stray-file"),
        ("notes.txt", "record-stray-file"),
        ("weeks/2024/hennan.md", "record-region"),
        ("weeks/2024/henan-zhengzhou.md", "record-file-name"),
        ("weeks/2024/campaign.yaml", "record-stray-file"),
        ("events/2024/school.md", "record-file-name"),
        ("events/2024/2023-09-12-school.md", "record-file-name"),
        ("announcements/henan-2025.md", "record-file-name"),
        ("announcements/2025-hennan-list.md", "record-region"),
        ("lists/2024.csv", "record-file-name"),
        ("lists/2024-provincial.csv", "record-file-name"),
        ("lists/2024-national-henan.csv", "record-file-name"),
        ("lists/2024-province-henan.csv", "record-file-name"),
        ("lists/2024-provincial-hennan.csv", "record-region"),
        ("rulebooks/henan-2024.yaml", "record-stray-file"),
    ],
)
def test_a_wrong_name_is_a_problem_of_the_whole_file(tmp_path, path, rule):
    _, problems = read(tmp_path, {f"content/{path}": STAR})
    assert [(p.rule, p.line, p.column) for p in problems] == [(rule, 0, 0)]
    assert f"content/{path}".startswith(problems[0].file)
    severity = Severity.WARNING if rule == "record-stray-file" else Severity.ERROR
    assert problems[0].severity is severity


@pytest.mark.parametrize(("slug", "fix"), [("hennan", "是不是想写“henan”？"), ("河南省", "写成“henan”")])
def test_the_nearest_region_is_named(tmp_path, slug, fix):
    _, problems = read(tmp_path, {f"content/stars/2024/{slug}/012.md": STAR})
    assert [problem.fix for problem in problems] == [fix]


@pytest.mark.parametrize("second", ["012-b.md", "0012.md"])
def test_two_files_with_one_serial_are_a_problem_of_the_second(tmp_path, second):
    files = {"content/stars/2024/henan/012-a.md": STAR, f"content/stars/2024/henan/{second}": STAR}
    library, problems = read(tmp_path, files)
    assert [problem.rule for problem in problems] == ["record-duplicate-address"]
    assert "content/stars/2024/henan/0" in problems[0].message
    assert len(library.stars) == 1


def test_one_serial_may_stand_in_two_regions_years_and_kinds(tmp_path):
    paths = ["stars/2024/henan", "stars/2024/hubei", "stars/2023/henan", "projects/2024/henan"]
    _, problems = read(tmp_path, {f"content/{path}/012.md": STAR for path in paths})
    assert problems == []


def test_what_editors_programs_leave_behind_is_ignored(tmp_path):
    folder = "content/stars/2024/henan"
    names = [
        "012.md~",
        ".012.md.swp",
        "012.md.swp",
        ".DS_Store",
        "Thumbs.db",
        ".git/x",
        "~$012.md",
        "012.md.bak",
    ]
    library, problems = read(tmp_path, {f"{folder}/{name}": "x" for name in names})
    assert (library.stars, problems) == ((), [])


def test_a_draft_keeps_its_random_address(tmp_path):
    library, problems = read(tmp_path, {"content/stars/2024/henan/draft-k3v9q2-shen.md": STAR})
    assert ([str(star.address) for star in library.stars], problems) == (
        ["stars/2024/henan/draft-k3v9q2"],
        [],
    )
