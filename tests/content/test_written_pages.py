"""content/pages is published as it lies there: nothing may stray in, hide in a picture, or load from elsewhere."""

import datetime

import pytest
from PIL import Image, PngImagePlugin

from showcase.check.runner import check
from showcase.content.layout import Layout
from showcase.content.library import read_library
from showcase.media.photos.page_pictures import page_picture_problems
from showcase.model.settings import Settings

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: 首页\n---\n\n您好。\n", encoding="utf-8")
    return folder


def said(pages, settings=None):
    """Return (rule, file below content/pages, line) of every problem."""
    library, problems = read_library(Layout(pages.parents[1]))
    found = check(library, settings or Settings(), TODAY, read_problems=problems)
    found += page_picture_problems(Layout(pages.parents[1]))
    return [(p.rule, p.file.removeprefix("content/pages/"), p.line) for p in found]


def test_pages_plain_pictures_styles_scripts_and_robots_are_welcome(pages):
    (pages / "sub").mkdir()
    (pages / "sub" / "more.md").write_text("# 更多\n\n![图](a.png) [外站](https://example.org/)\n", encoding="utf-8")
    (pages / "own.css").write_text("p { background: url(a.png) }\n", encoding="utf-8")
    (pages / "own.js").write_text("let a = 1;\n", encoding="utf-8")
    (pages / "robots.txt").write_text("User-agent: *\n", encoding="utf-8")
    (pages / ".hidden").write_text("MkDocs 不发布\n", encoding="utf-8")
    for name in ("a.png", "b.jpg", "c.webp"):
        Image.new("RGB", (8, 8), "tan").save(pages / name)
    assert said(pages) == []


STRAYS = ["secret.yml", "名单.csv", "名单.xlsx", "about.md~", "about.md.bak", "#about.md#", "~$about.docx", "a.svg", "old.html"]


@pytest.mark.parametrize("name", STRAYS)
def test_whatever_else_lies_there_is_an_error(pages, name):
    (pages / name).write_text("沈某某\n", encoding="utf-8")
    assert said(pages) == [("page-stray-file", name, 0)]


def test_a_link_is_refused_wherever_it_leads(pages):
    (pages / "inside.md").symlink_to(pages / "index.md")
    (pages / "folder").symlink_to("/etc", target_is_directory=True)
    assert said(pages) == [("record-symlink", "folder", 0), ("record-symlink", "inside.md", 0)]


def test_pages_that_are_a_link_themselves_are_refused(tmp_path):
    (tmp_path / "content" / "stars").mkdir(parents=True)
    (tmp_path / "content" / "pages").symlink_to(tmp_path / "content" / "stars", target_is_directory=True)
    assert said(tmp_path / "content" / "pages") == [("record-symlink", "content/pages", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: 沈玉兰\nhonours:\n  - {year: 2024}\n---\n",
        "nominated_by: 教育局\nhonours: []\n\n正文\n",
        "---\ntitle: 公示\ncandidates: []\n---\n",
    ],
)
def test_a_record_put_among_the_pages_is_an_error(pages, text):
    (pages / "012-shen.md").write_text(text, encoding="utf-8")
    assert [(rule, file) for rule, file, _ in said(pages)] == [("page-record", "012-shen.md")]


def test_the_same_words_in_the_text_are_not(pages):
    (pages / "help.md").write_text("---\ntitle: 说明\n---\n\nhonours: 写荣誉\n", encoding="utf-8")
    assert said(pages) == []


FOREIGN = [
    "![x](https://evil.example/a.png)",
    "![x](<//evil.example/a.png>)",
    '<img src="//evil.example/a.png">',
    "<IMG SRC = https://evil.example/a.png>",
    '<img srcset="a.png 1x, https://evil.example/b.png 2x">',
    '<video poster="https://evil.example/a.png"></video>',
    '<p style="background: url(https://evil.example/a.png)">x</p>',
    '<svg><use href="https://evil.example/a.svg#x"/></svg>',
    "<style>@import 'https://evil.example/a.css';</style>",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_what_a_browser_would_fetch_from_elsewhere_is_an_error_with_its_line(pages, text):
    (pages / "more.md").write_text(f"# 题\n\n{text}\n", encoding="utf-8")
    assert said(pages) == [("page-foreign", "more.md", 3)]


def test_an_image_by_reference_too(pages):
    (pages / "more.md").write_text("# 题\n\n![合影][图]\n\n[图]: https://evil.example/a.png\n", encoding="utf-8")
    assert said(pages) == [("page-foreign", "more.md", 3)]


def test_a_style_sheet_too(pages):
    (pages / "own.css").write_text("p {\n background: url('//evil.example/a.png') }\n", encoding="utf-8")
    assert said(pages) == [("page-foreign", "own.css", 2)]


def test_the_owners_own_media_host_is_not_foreign(pages):
    (pages / "more.md").write_text("![x](https://media.example.cn/a.png)\n", encoding="utf-8")
    assert said(pages, Settings(media_url="https://media.example.cn")) == []
    assert said(pages, Settings(media_url="https://media.example.c")) == [("page-foreign", "more.md", 1)]


RUNNING = [
    "<script>alert(1)</script>",
    "<iframe src='a.html'></iframe>",
    "<p onclick='alert(1)'>x</p>",
    "[x](javascript:alert(1))",
    "<a href='java\nscript:alert(1)'>x</a>",
    "[x]: javascript:alert(1)",
    "[x](java&#115;cript:alert(1))",
    "[x](<java&#9;script:alert(1)>)",
    "1 < 2 [x](javascript:alert(1))",
    "<meta http-equiv=refresh content='0'>",
]


@pytest.mark.parametrize("text", RUNNING)
def test_what_a_browser_would_run_is_an_error_with_its_line(pages, text):
    (pages / "more.md").write_text(f"# 题\n\n{text}\n", encoding="utf-8")
    assert said(pages) == [("page-script", "more.md", 3)]


def test_samples_of_code_load_and_run_nothing(pages):
    text = "# 题\n\n```html\n<script src='//evil.example'></script>\n```\n\n写 `<img src=//evil.example>` 的不行。\n"
    (pages / "more.md").write_text(text, encoding="utf-8")
    assert said(pages) == []


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("１３８ ００００ ００００", "private-phone"),
        ("99000019000101018X", "private-id-number"),
        ("0371-65900000", "private-phone"),
        ("teacher@example.org", "private-email"),
    ],
)
def test_private_facts_in_a_page_are_errors(pages, number, rule):
    (pages / "more.md").write_text(f"# 题\n\n请找王老师 {number}\n", encoding="utf-8")
    assert said(pages) == [(rule, "more.md", 3)]


def test_a_picture_that_says_where_it_was_taken_is_an_error(pages):
    image = Image.new("RGB", (8, 8), "tan")
    exif = image.getexif()
    exif[0x8825] = {1: "N", 2: (34.0, 45.0, 0.0)}
    image.save(pages / "a.jpg", exif=exif)
    image.save(pages / "b.webp", exif=exif)
    image.save(pages / "c.png", exif=exif)
    image.save(pages / "d.jpg", comment=b"shot by a person")
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "沈某某")
    image.save(pages / "E.PNG", pnginfo=notes)
    names = ["E.PNG", "a.jpg", "b.webp", "c.png", "d.jpg"]
    assert said(pages) == [("page-picture-metadata", name, 0) for name in names]


def test_a_table_renamed_to_a_picture_is_an_error(pages):
    (pages / "a.png").write_bytes(b"PK\x03\x04")
    (pages / "b.jpg").write_bytes(b"")
    assert said(pages) == [("page-picture-unreadable", "a.png", 0), ("page-picture-unreadable", "b.jpg", 0)]
