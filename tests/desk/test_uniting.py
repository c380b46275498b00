"""Two records of one person to one: honours and photos together, conflicts shown, the other address leads on."""

import pytest

from showcase.cli import main
from showcase.content.layout import Layout
from showcase.content.library import read_library

KEEP, OTHER = "stars/2024/henan/012", "stars/2025/henan/003"
HONOUR = "  - {{year: {}, level: provincial, title: 称号, stage: approved, document: 甲〔{}〕1号, date: {}-06-01}}\n"
FIRST = f"""---
name: 王示例  # 编辑的话
unit: 甲单位
photos:
  - file: life.jpg
    kind: life
    alt: 第一张照片
honours:
{HONOUR.format(2024, 2024, 2024)}consent:
  text: {{date: 2024-03-12, evidence: 一号}}
related: [{OTHER}, projects/2024/henan/001]
---
第一份的正文。
"""
SECOND = f"""---
name: 王示例
{{unit}}post: 退休教师
photos:
  - file: life.jpg
    kind: life
    alt: 第二张照片
honours:
{HONOUR.format(2025, 2025, 2025).replace("{", "{{").replace("}", "}}")}consent:
  photos: {{{{date: 2025-03-12, evidence: 二号}}}}
---
{{text}}
"""


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "site"
    for address in (KEEP, OTHER):
        (root / "content" / address).parent.mkdir(parents=True)
        (root / "media" / address).mkdir(parents=True)
        (root / "media" / address / "life.jpg").write_text(address)
    (root / "mkdocs.yml").write_text("site_name: 示例\nplugins: [showcase]\n", "utf-8")
    (root / f"content/{KEEP}-wang.md").write_text(FIRST, "utf-8")
    (root / "content/stars/2025/henan/004.md").write_text(
        f"---\nname: 李示例\nrelated: [{OTHER}]\n---\n", "utf-8"
    )
    return root


def second(root, unit="", text=""):
    (root / f"content/{OTHER}.md").write_text(SECOND.format(unit=unit, text=text), "utf-8")


def merge(root, *options):
    return main(["merge", KEEP, OTHER, "--date", "2026-11-22", "--root", str(root), *options])


def files(root):
    return {p.relative_to(root).as_posix(): p.read_text("utf-8") for p in root.rglob("*") if p.is_file()}


def test_what_both_say_is_united(root):
    second(root)
    assert merge(root) == 0
    library, problems = read_library(Layout(root))
    assert problems == []
    star, neighbour = library.stars
    assert (str(star.address), star.name, star.unit, star.post) == (KEEP, "王示例", "甲单位", "退休教师")
    assert [honour.year for honour in star.honours] == [2024, 2025]
    assert [(p.file, p.alt) for p in star.photos] == [
        ("life.jpg", "第一张照片"),
        ("life-2.jpg", "第二张照片"),
    ]
    assert {asset: given.evidence for asset, given in star.consent.permissions.items()} == {
        "text": "一号",
        "photos": "二号",
    }
    assert (star.related, neighbour.related) == (("projects/2024/henan/001",), (KEEP,))
    assert star.showcase_text == ("第一份的正文。",)
    after = files(root)
    assert "name: 王示例  # 编辑的话\n" in after[f"content/{KEEP}-wang.md"]
    assert {name: text for name, text in after.items() if name.startswith("media/")} == {
        f"media/{KEEP}/life.jpg": KEEP,
        f"media/{KEEP}/life-2.jpg": OTHER,
    }
    assert [(m.before, m.after) for m in library.moved] == [(OTHER, KEEP)]


def test_what_differs_is_shown_and_nothing_done(root, capsys):
    second(root, "unit: 乙单位\n", "第二份的正文。")
    before = files(root)
    assert merge(root) == 1
    said = capsys.readouterr().out
    assert [line.strip() for line in said.splitlines() if line.startswith("  ")] == ["unit", "正文"]
    assert files(root) == before


def test_what_differs_is_the_firsts_when_asked(root):
    second(root, "unit: 乙单位\n", "第二份的正文。")
    assert merge(root, "--keep-first") == 0
    star = read_library(Layout(root))[0].stars[0]
    assert (star.unit, star.showcase_text) == ("甲单位", ("第一份的正文。",))


def test_a_dry_run_and_an_unknown_record_change_nothing(root, capsys):
    second(root)
    before = files(root)
    assert merge(root, "--dry-run") == 0
    assert main(["merge", KEEP, "stars/2025/henan/009", "--root", str(root)]) == 2
    assert "没有 stars/2025/henan/009" in capsys.readouterr().err
    assert files(root) == before


def test_the_same_picture_under_two_names_is_one_and_nothing_is_lost(root, capsys):
    second(root)
    text = (root / f"content/{OTHER}.md").read_text("utf-8")
    more = "  - file: other.jpg\n    kind: life\n    alt: 第一张照片\n    caption: 只有第二份写了\nhonours:"
    (root / f"content/{OTHER}.md").write_text(text.replace("honours:", more, 1), "utf-8")
    (root / "media" / OTHER / "other.jpg").write_text(KEEP)  # the bytes of the first one's life.jpg
    assert merge(root) == 0
    star = read_library(Layout(root))[0].stars[0]
    assert [(p.file, p.alt, p.caption) for p in star.photos] == [
        ("life.jpg", "第一张照片", "只有第二份写了"),
        ("life-2.jpg", "第二张照片", ""),
    ]
    assert sorted(name for name in files(root) if name.startswith("media/")) == [
        f"media/{KEEP}/life-2.jpg",
        f"media/{KEEP}/life.jpg",
    ]
    assert f"media/{OTHER}/other.jpg 与 life.jpg 是同一个文件，留一个" in capsys.readouterr().out


def test_one_picture_of_which_both_say_something_else_is_shown(root, capsys):
    second(root)
    (root / "media" / OTHER / "life.jpg").write_text(KEEP)
    before = files(root)
    assert merge(root) == 1
    assert "  photos：life.jpg\n" in capsys.readouterr().out
    assert files(root) == before
    assert merge(root, "--keep-first") == 0
    assert [p.alt for p in read_library(Layout(root))[0].stars[0].photos] == ["第一张照片"]


def test_a_photo_whose_file_only_the_other_has_is_not_mixed_up(root, capsys):
    second(root)
    (root / "media" / OTHER / "life.jpg").unlink()
    assert merge(root) == 1
    assert "  photos：life.jpg\n" in capsys.readouterr().out


def test_a_film_keeps_its_words_when_its_file_gets_another_name(root):
    second(root, "video: {file: film.mp4, title: 灯}\n")
    for address, words in ((KEEP, "旧的"), (OTHER, "新的")):
        (root / "media" / address / "film.mp4").write_text(words)
    assert merge(root) == 0
    star = read_library(Layout(root))[0].stars[0]
    assert (star.video.file, star.video.title) == ("film-2.mp4", "灯")
    assert (root / "media" / KEEP / "film-2.mp4").read_text() == "新的"
