"""`showcase print` as an editor runs it."""

import re

import pytest
from pypdf import PdfReader

from sites import ROOT, TODAY, copy_demo, showcase

STAR = "stars/2024/henan/012"


@pytest.fixture(scope="module")
def root(tmp_path_factory, derivatives):
    return copy_demo(tmp_path_factory.mktemp("print") / "demo", derivatives)


def printed(root, *arguments):
    return showcase("print", *arguments, "--today", TODAY, root=root, timeout=120)


def files(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_poster_with_its_preview_lies_where_the_command_says(root, tmp_path):
    done = printed(root, STAR, "--preview", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    place = tmp_path / "out" / "stars-2024-henan-012-poster-a3.pdf"
    assert f"做好了：{place}（1 页）" in done.stdout
    assert files(tmp_path / "out") == ["stars-2024-henan-012-poster-a3-1.png", place.name]
    assert "  留意：media/stars/2024/henan/012/portrait.jpg 放到这么大" in done.stdout


@pytest.mark.slow
def test_several_records_are_counted_and_one_that_cannot_be_printed_is_named(root, tmp_path):
    done = printed(
        root,
        f"content/{STAR}",
        "stars/2024/hebei/999",
        "projects/2024/henan/003",
        "--sheet",
        "table-card",
        "--out",
        tmp_path,
    )
    assert done.returncode == 1
    assert files(tmp_path) == [
        "projects-2024-henan-003-table-card-a4.pdf",
        "stars-2024-henan-012-table-card-a4.pdf",
    ]
    assert "2/2 projects-2024-henan-003-table-card-a4" in done.stderr
    assert "没有印：stars/2024/hebei/999：没有这一份，或者还没有公开" in done.stderr


@pytest.mark.slow
def test_a_record_with_an_error_is_not_printed(demo, tmp_path):
    file = demo / "content/stars/2024/henan/012-shen.md"
    file.write_text(file.read_text("utf-8").replace("unit: ", "unlt: "), "utf-8")
    done = printed(demo, STAR, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert files(tmp_path / "out") == []
    assert "有错误，请先运行 showcase check" in done.stderr


def test_the_panels_of_a_tour_come_in_one_file(root, tmp_path):
    done = printed(root, "--tour", "events/2025/2025-06-08-tour", "--bleed", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    (name,) = files(tmp_path)
    assert re.fullmatch(r"events-2025-2025-06-08-tour-panel-80x180-bleed\.pdf", name)
    assert len(PdfReader(tmp_path / name).pages) == 4


@pytest.mark.slow
def test_the_wall_sheet_is_that_of_the_year_asked_for(root, tmp_path):
    done = printed(root, "weeks/2024", "--sheet", "wall", "--size", "a2", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert files(tmp_path) == ["weeks-2024-wall-a2.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "请写要印哪一份的地址"),
        ((STAR, "--size", "a1"), "poster 没有 a1 这个尺寸，可写：a3、a2。"),
        pytest.param(
            ("weeks/1999", "--sheet", "wall"), "没有 weeks/1999 这一年的活动周。", marks=pytest.mark.slow
        ),
        pytest.param(("--tour", "没有的路线"), "没有“没有的路线”这条路线。", marks=pytest.mark.slow),
    ],
)
def test_what_cannot_be_understood_is_said_in_a_sentence(root, tmp_path, arguments, said):
    done = printed(root, *arguments, "--out", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"不能继续：{said}")
    assert files(tmp_path) == []


@pytest.mark.slow
def test_nothing_is_written_among_the_records(root):
    done = printed(root, STAR, "--out", root / "content" / "posters")
    assert done.returncode == 2
    assert not (root / "content" / "posters").exists()


@pytest.mark.slow
def test_an_owner_may_replace_a_layout_and_is_told_its_faults(demo, tmp_path):
    config = demo / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("  language: zh\n", "  language: zh\n  custom_dir: overrides\n", 1),
        "utf-8",
    )
    own = demo / "overrides/print/table-card.typ"
    own.parent.mkdir(parents=True)
    own.write_text(
        '#import "press.typ": *\n#show: sheet\n#for it in data.records { it.name; pagebreak(weak: true) }\n',
        "utf-8",
    )
    done = printed(demo, STAR, "--sheet", "table-card", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (
        PdfReader(tmp_path / "out" / "stars-2024-henan-012-table-card-a4.pdf").pages[0].extract_text().strip()
        == "沈玉兰"
    )
    own.write_text("#nothing-of-this-name\n", "utf-8")
    done = printed(demo, STAR, "--sheet", "table-card", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "print/table-card.typ:1:1" in done.stderr
    assert str(tmp_path) not in done.stderr


@pytest.mark.slow
def test_what_was_printed_of_somebody_goes_when_she_is_taken_down(demo):
    assert printed(demo, STAR, "--sheet", "table-card").returncode == 0
    folder = demo / ".cache/print"
    assert files(folder) == ["stars-2024-henan-012-table-card-a4.pdf"]
    done = showcase("withdraw", STAR, "--date", TODAY, root=demo, timeout=120)
    assert done.returncode == 0, done.stderr
    assert files(folder) == []


def test_layouts_hold_no_word_of_their_own():
    found = {}
    for path in sorted((ROOT / "theme/print").glob("*.typ")):
        code = re.sub(r"//.*", "", path.read_text("utf-8"))
        found[path.name] = re.findall("[\u4e00-\u9fff]+", code)
    assert set(found) >= {"poster.typ", "handout.typ", "panel.typ", "table-card.typ", "wall.typ", "press.typ"}
    assert {name: words for name, words in found.items() if words} == {}
