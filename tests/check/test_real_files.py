"""Files as editors write them: read, checked by the real notice, printed."""

import datetime
import shutil
from pathlib import Path

import pytest

from showcase.check.gate import open_gate
from showcase.check.printing import as_text
from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.model.rulebook import Knowledge, Limit
from showcase.model.settings import Settings

CONTENT = Path(__file__).parents[2] / "content"
TODAY = datetime.date(2024, 8, 1)
NUMBER = "教办职成〔2024〕85号"

STAR = """\
---
name: 沈玉兰
unit: 青柳县城关镇桥头社区
nominated_by: 云溪职业技术学院
photos:
  - {{file: portrait.jpg, kind: {kind}, alt: 沈玉兰捧着一本书}}
  - {{file: reading.jpg, kind: life, alt: 沈玉兰在楼梯间领读}}
honours:
  - {{year: 2024, level: provincial, title: 示例称号, stage: {stage}, rulebook: henan-2024{paper}}}
consent:
  text: {{date: 2024-05-01, evidence: 同意书2024-012}}
  portrait: {{date: 2024-05-01, evidence: 同意书2024-012}}
  photos: {{date: 2024-05-01, evidence: 同意书2024-012}}
---
{text}
"""
PAPER = ", document: 示例教〔2024〕85号, date: 2024-06-20"
GOOD_TEXT = "学" * 300


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content" / "rulebooks").mkdir(parents=True)
    shutil.copy(CONTENT / "rulebooks" / "henan-2024.yml", tmp_path / "content" / "rulebooks")
    shutil.copy(CONTENT / "bodies.yml", tmp_path / "content")
    return tmp_path


def write_star(root: Path, name: str, **changes: str) -> None:
    folder = root / "content" / "stars" / "2024" / "henan"
    folder.mkdir(parents=True, exist_ok=True)
    parts = {"stage": "approved", "kind": "portrait", "paper": PAPER, "text": GOOD_TEXT, **changes}
    (folder / name).write_text(STAR.format(**parts), encoding="utf-8")


def checked(root: Path):
    library, read_problems = read_library(Layout(root))
    return library, check(library, Settings(), TODAY, read_problems=read_problems)


def test_a_good_file_has_no_problem_and_is_seen(root):
    write_star(root, "012-shen.md")
    library, problems = checked(root)
    assert problems == []
    showcase = open_gate(library, Settings(), TODAY)
    assert [(s.name, len(s.photos)) for s in showcase.stars] == [("沈玉兰", 2)]


def test_a_draft_is_judged_by_the_notice_and_its_clause(root):
    write_star(root, "draft-k3v9q2.md", stage="nominated", kind="id-photo", paper="", text="学" * 412)
    _, problems = checked(root)
    assert as_text(problems) == (
        "content/stars/2024/henan/draft-k3v9q2.md:15:1: warning[text-showcase-length]\n"
        f"  宣传展示材料 412 字，通知要求 300 字左右（{NUMBER} 附件1）\n"
        "  修改：删去约 112 字，或把细节移到“## 主要事迹”之下\n"
        "共 1 个问题：1 个警告。\n"
    )


def test_a_problem_points_at_the_key_of_the_file(root):
    write_star(root, "012-shen.md", paper=", date: 2024-06-20")
    _, problems = checked(root)
    assert [(p.rule, p.line, p.column) for p in problems] == [("record-honour-incomplete", 9, 5)]


def limits(root: Path):
    library, problems = read_library(Layout(root))
    assert problems == []
    (book,) = library.rulebooks
    return book


def test_every_stated_limit_of_the_notice_cites_its_clause_and_its_words(root):
    stated = [limit for limit in limits(root).limits.values() if limit.knowledge == Knowledge.STATED]
    assert [limit for limit in stated if not limit.clause.startswith(f"{NUMBER} ") or not limit.text] == []


@pytest.mark.parametrize(
    ("name", "clause", "numbers", "soft"),
    [
        ("star.officials", "一（一）1", (None, None, None), True),
        ("star.earlier_honours", "一（一）1", (None, None, None), True),
        ("star.earlier_stars", "一（一）1", (None, None, None), False),
        ("star.showcase_text", "附件1", (None, None, 300), True),
        ("star.deeds", "附件1", (1000, None, None), False),
        ("star.unit_opinion", "附件1", (100, None, None), False),
        ("star.photos", "二（三）1（2）", (2, 2, None), False),
        ("star.video_minutes", "二（三）1（3）", (3, 5, None), False),
        ("project.running_years", "一（二）2（6）", (2, None, None), False),
        ("project.learners.visits", "一（二）2（6）", (1000, None, None), False),
        ("project.learners.visits_both", "一（二）2（6）", (3000, None, None), False),
        ("project.name", "一（二）2（5）", (None, None, None), True),
        ("project.showcase_text", "附件3", (None, None, 300), True),
        ("project.description", "附件3", (2000, None, None), False),
        ("project.work_summary", "二（三）2（2）", (None, None, 2000), True),
        ("project.photos", "二（三）2（2）", (3, 5, None), False),
        ("top.photos", "二（三）3", (3, 5, None), False),
        ("technique.minutes", "二（三）4", (4, 5, None), False),
        ("quota.prefecture.star", "二（一）1", (3, 5, None), False),
        ("quota.special-zone.project", "二（一）1", (1, 2, None), False),
        ("quota.province-managed-county.star", "二（一）1", (1, 2, None), False),
        ("quota.school.star", "二（一）1", (None, 1, None), False),
        ("quota.prefecture.top_star", "二（三）4", (None, 1, None), False),
        ("announcement.days", "二（四）", (5, None, None), False),
    ],
)
def test_limits_of_the_notice(root, name, clause, numbers, soft):
    limit = limits(root).limits[name]
    found = (limit.clause, (limit.low, limit.high, limit.about), limit.soft)
    assert found == (f"{NUMBER} {clause}", numbers, soft)


@pytest.mark.parametrize(
    "name",
    ["star.nationality", "star.record", "star.students_and_teachers", "deadline.day", "submission.order"],
)
def test_what_the_notice_does_not_say_is_silent(root, name):
    assert limits(root).limits[name] == Limit(knowledge=Knowledge.SILENT)
