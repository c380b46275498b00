"""What lies in a kit: everything that a school needs, nothing that is private, the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
import zipfile

import pytest
from pypdf import PdfReader

from showcase.content.layout import Layout
from showcase.content.library import read_library
from sites import TODAY, build, showcase

from .conftest import PROJECT, STARS, made

FILES = [
    "start.html",
    "consent.html",
    "feedback.html",
    "files/film.jpg",
    "files/kit.css",
    "files/reveal-license.txt",
    "files/reveal.css",
    "files/reveal.js",
    "files/slides.css",
    "files/slides.js",
    "film.mp4",
    "film.vtt",
    "handout.pdf",
    "host-script.html",
    "large-print.html",
    "photos/01.jpg",
    "photos/02.jpg",
    "photos/03.jpg",
    "poster.pdf",
    "questions.html",
    "slides.html",
    "slides.pptx",
]
FILM = {"files/film.jpg", "film.mp4", "film.vtt"}


def names(file):
    with zipfile.ZipFile(file) as kit:
        return kit.namelist()


def contents(file):
    """Every file of a zip by name, those inside a .pptx too."""
    found = {}
    with zipfile.ZipFile(file) as kit:
        for name in kit.namelist():
            found[name] = kit.read(name)
            if name.endswith(".pptx"):
                found |= {f"{name}/{key}": data for key, data in contents(io.BytesIO(found[name])).items()}
    return found


def test_a_kit_holds_all_that_is_needed_under_plain_names(kits):
    assert names(kits / "stars-2024-henan-012.zip") == FILES
    for file in kits.glob("*.zip"):
        assert [name for name in names(file) if not name.isascii()] == []


def test_the_small_edition_has_no_film_and_fits_into_a_chat(kits):
    small = kits / "stars-2024-henan-012-small.zip"
    assert names(small) == [name for name in FILES if name not in FILM]
    assert small.stat().st_size < 5 * 1024**2
    assert "这一份不含短片" in contents(small)["start.html"].decode()


def test_the_same_records_give_the_same_bytes(kits, kit_demo, tmp_path):
    shutil.rmtree(kit_demo / ".cache" / "kits")
    made(kit_demo, STARS[0], PROJECT, "--out", tmp_path)
    for file in tmp_path.glob("*.zip"):
        again, before = contents(file), contents(kits / file.name)
        assert [name for name in before if again[name] != before[name]] == []
        assert file.read_bytes() == (kits / file.name).read_bytes()


@pytest.mark.slow
def test_what_did_not_change_is_not_made_again(kits, kit_demo, tmp_path):
    first = made(kit_demo, STARS[1], "--out", tmp_path).stdout
    again = made(kit_demo, STARS[1], "--out", tmp_path).stdout
    assert "新做 0 份，1 份没有变化" in again, first


def test_no_number_of_a_paper_and_no_day_of_a_clock_leaves_the_office(kits, kit_demo):
    library, _ = read_library(Layout(kit_demo))
    papers = {
        permission.evidence.encode()
        for record in (*library.stars, *library.projects)
        for permission in record.consent.permissions.values()
    }
    for file in kits.glob("*.zip"):
        with zipfile.ZipFile(file) as kit:
            assert {info.date_time for info in kit.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name, data in contents(file).items():
            assert [paper for paper in papers if paper in data] == [], name


def test_files_say_what_they_are_and_nothing_of_who_made_them_when(kits):
    found = contents(kits / "stars-2024-henan-012.zip")
    told = found["slides.pptx/docProps/core.xml"].decode()
    assert re.findall(r"<dc:title>(.*?)<", told) == ["沈玉兰"]
    assert set(re.findall(r"\d{4}-\d\d-\d\d", told)) == {"1980-01-01"}
    assert "Canny" not in told
    for name in ("poster.pdf", "handout.pdf"):
        about = PdfReader(io.BytesIO(found[name])).metadata
        assert {key for key in about if "Date" in key} == set()


def test_the_note_on_consent_has_its_day_and_the_way_to_ask(kits):
    note = contents(kits / "stars-2024-henan-012.zip")["consent.html"].decode()
    assert "沈玉兰在2024年3月12日签了单独同意书" in note
    assert "包括：姓名、单位和故事、照片、短片。" in note
    assert "怎样知道同意有没有撤回" in note


def test_texts_that_nobody_wrote_are_marked_as_templates(kits):
    found = contents(kits / "stars-2024-henan-012.zip")
    for name in ("host-script.html", "questions.html"):
        assert found[name].decode().count(">模板<") == 4
    assert found["host-script.html"].decode().count("沈玉兰") > 4


def test_a_hosts_own_words_and_questions_take_the_place_of_templates(demo):
    record = demo / "content/stars/2024/henan/012-shen.md"
    text = record.read_text("utf-8").replace("related:", "questions: {junior: [你想问她什么？]}\nrelated:")
    record.write_text(f"{text}\n\n## 主持词\n\n各位邻居，晚上好。\n", "utf-8")
    made(demo, STARS[0], "--without-film", "--out", demo / "out")
    found = contents(demo / "out/stars-2024-henan-012-small.zip")
    assert "各位邻居，晚上好。" in found["host-script.html"].decode()
    assert ">模板<" not in found["host-script.html"].decode()
    assert found["questions.html"].decode().count(">模板<") == 3
    assert "你想问她什么？" in found["slides.html"].decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("  kit: {date: 2024-03-12, evidence: 同意书2024-012}\n", ""), "没有同意做成资料包带走"),
        (
            ("  kit: {date: 2024-03-12,", "  kit: {date: 2024-03-12, until: 2025-03-12,"),
            "没有同意做成资料包带走",
        ),
    ],
)
def test_without_consent_for_kits_there_is_none_and_a_sentence(demo, change, sentence):
    record = demo / "content/stars/2024/henan/012-shen.md"
    record.write_text(record.read_text("utf-8").replace(*change), "utf-8")
    done = made(demo, STARS[0], "--out", demo / "out", code=1)
    assert sentence in done.stderr
    assert list((demo / "out").glob("*.zip")) == []


def test_a_kit_whose_consent_does_not_include_pictures_has_none(demo):
    record = demo / "content/stars/2024/henan/012-shen.md"
    text = record.read_text("utf-8")
    record.write_text(text.replace("  kit: {", "  kit: {includes: [text], "), "utf-8")
    made(demo, STARS[0], "--out", demo / "out")
    found = contents(demo / "out/stars-2024-henan-012.zip")
    pictures = [name for name in found if name.endswith((".jpg", ".mp4", ".vtt"))]
    assert [name for name in pictures if not name.endswith("docProps/thumbnail.jpeg")] == []
    assert "<img" not in found["slides.html"].decode() + found["start.html"].decode()
    assert [
        page.images for page in PdfReader(io.BytesIO(found["poster.pdf"])).pages if len(page.images)
    ] == []


def test_nobody_at_that_address_is_a_sentence_too(kit_demo, tmp_path):
    done = made(kit_demo, "stars/2024/henan/999", "--out", tmp_path, code=1)
    assert "没有这一份，或者还没有公开" in done.stderr


def test_a_kit_never_goes_into_the_records(kit_demo):
    done = showcase("kit", STARS[0], "--out", kit_demo / "content", "--today", TODAY, root=kit_demo)
    assert done.returncode == 2
    assert "放资料的地方" in done.stderr


def offering(demo, kits):
    """Write the plugin's option `kits` into the demo."""
    config = demo / "mkdocs.yml"
    text = config.read_text("utf-8").replace("      demo: true", f"      demo: true\n      kits: {kits}")
    config.write_text(text, "utf-8")


@pytest.mark.slow
def test_a_chosen_kit_can_be_downloaded_and_leaves_with_its_record(demo):
    offering(demo, "chosen")
    record = demo / "content/stars/2024/henan/012-shen.md"
    text = record.read_text("utf-8")
    record.write_text(text.replace("related:", "public_kit: true\nrelated:"), "utf-8")
    build(demo)
    kit, page = demo / "site/kits/stars-2024-henan-012.zip", demo / "site/stars/2024/henan/012/index.html"
    assert [path.name for path in kit.parent.iterdir()] == [kit.name]
    assert names(kit) == FILES
    assert 'href="../../../../kits/stars-2024-henan-012.zip" download' in page.read_text("utf-8")

    record.write_text(text.replace("  kit: {", "  kit: {until: 2025-01-01, "), "utf-8")
    build(demo, "--removals")
    assert not kit.exists()
    assert page.exists()

    record.write_text(text.replace("related:", "public_kit: true\nrelated:"), "utf-8")
    build(demo)
    assert kit.exists()
    done = showcase("withdraw", STARS[0], root=demo)
    assert done.returncode == 0, done.stdout + done.stderr
    build(demo, "--removals")
    left = [path for path in demo.rglob("*.zip") if "012" in path.name]
    assert (left, kit.exists(), (page.parent / "slides").exists()) == ([], False, False)
